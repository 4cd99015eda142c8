"""`onrecord seed`."""

import argparse
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from functools import partial
from itertools import chain
from typing import Any

from tqdm import tqdm

from app.annotator.tokens import MOST
from app.cli.parsing import Add, bring_up, complain, is_few, read_input
from app.comparing.changes import ANNOTATIONS, Change, count
from app.errors import SourceError
from app.processes import map_in_order
from app.seeding import Prepared, Seeded, annotate_prepared, prepare, save_all
from app.settings import load_settings
from app.store.engine import Sessions, reader, writer
from app.store.rows import Annotated
from app.text.reading import SourceText, find_sources, particulars, printable

Ready = Prepared | SourceError
TOGETHER = 500  # articles a transaction at most
MOMENT = 1.0  # seconds: whoever watches sees articles come


def add_commands(add: Add) -> None:
    """Declares `seed`."""
    seeded = add("seed", seed)
    told = "file, folder, http or https address, or - for stdin"
    seeded.add_argument("sources", nargs="+", metavar="SOURCE", help=told)
    seeded.add_argument(
        "--article", metavar="ID", help="the article that each becomes a new version of"
    )
    seeded.add_argument("--allow-private", action="store_true", help=_ALLOW_PRIVATE)
    for name, (_, told) in _GIVEN.items():
        seeded.add_argument(f"--{name}", help=told)


_ALLOW_PRIVATE = "ask addresses in private networks and on this machine too"
# What the person seeding says of one source text, and what brings it into its form.
_GIVEN = {
    "url": (particulars.address, "where the article was published"),
    "published": (particulars.published, "when: an ISO 8601 date, or date and time"),
    "author": (particulars.author, "who wrote it"),
    "language": (particulars.language, "what language it is in: en, pt-BR"),
}


def seed(chosen: argparse.Namespace) -> int:
    """Store articles: text and HTML files, folders of them, addresses, or - for standard input."""
    settings = load_settings(store=chosen.store)
    sources = list(_find_all(chosen.sources))
    given = _given(chosen, sources)
    bring_up(settings)
    read, write = reader(settings.store), writer(settings.store)

    def take(source: str) -> SourceText:
        source_text = read_input(source, settings, allow_private=chosen.allow_private)
        return replace(source_text, **given)

    failed = 0
    ready_one = partial(_prepare, read, take, chosen.article)
    with (
        closing(map_in_order(_annotate, map(ready_one, sources))) as prepared,
        tqdm(sources, unit="article", disable=is_few(sources)) as progress,
    ):
        results = chain.from_iterable(save_batch(write, batch) for batch in _batches(prepared))
        for source, seeded in zip(progress, results, strict=True):
            if isinstance(seeded, SourceError):
                failed = complain(seeded)
            else:
                progress.write(summary(str(source), seeded), file=sys.stdout)
    return failed


def _given(chosen: argparse.Namespace, sources: Sequence[object]) -> dict[str, Any]:
    """What the flags say of the one source, each in its form. Raises SourceError."""
    given: dict[str, Any] = {}
    for name, (form, _) in _GIVEN.items():
        if (said := getattr(chosen, name)) is None:
            continue
        if len(sources) != 1:
            raise SourceError(f"--{name}", f"said of one source, not of {len(sources)}")
        try:
            given[name] = form(said)
        except ValueError as error:
            raise SourceError(f"--{name}", str(error)) from None
    return given


def _batches(prepared: Iterable[Ready]) -> Iterator[list[Ready]]:
    """As many as are ready within a moment: to store them together costs much less."""
    batch: list[Ready] = []
    started = time.monotonic()
    for ready in prepared:
        batch.append(ready)
        if len(batch) == TOGETHER or time.monotonic() - started > MOMENT:
            yield batch
            batch, started = [], time.monotonic()
    if batch:
        yield batch


def _find_all(sources: Iterable[str]) -> Iterator[str | SourceError]:
    """Every file of every source; a source without any stands there as its error."""
    for source in sources:
        try:
            yield from find_sources(source)
        except SourceError as error:
            yield error


def _prepare(
    read: Sessions,
    take: Callable[[str], SourceText],
    article: str | None,
    source: str | SourceError,
) -> Prepared | SourceError:
    """An error is a result like another: it waits for its turn in the order of the sources."""
    if isinstance(source, SourceError):
        return source
    try:
        source_text = take(source)
        with read() as session:
            return prepare(session, source_text, article)
    except SourceError as error:
        return error


def _annotate(prepared: Prepared | SourceError) -> Prepared | SourceError:
    return prepared if isinstance(prepared, SourceError) else annotate_prepared(prepared)


def save_batch(write: Sessions, batch: Sequence[Ready]) -> list[Seeded | SourceError]:
    """Stores some in one transaction, each wholly."""
    with write() as session:
        results = save_all(session, batch)
        session.commit()
    return results


def summary(name: str, seeded: Seeded) -> str:
    """One line: what became of the source text of this name."""
    line = f"{seeded.outcome} {seeded.article} ({printable(name)})"
    if seeded.withdrawn:
        return f"{line}: it is withdrawn, and stays so"
    if seeded.outcome == "unchanged":
        return line
    if seeded.annotated is None:
        return f"{line}: version {seeded.number}"
    if seeded.outcome == "updated":
        return f"{line}: version {seeded.number}: {told_changes(seeded.changes)}"
    if seeded.annotated.annotator is None:
        return f"{line}: kept without annotations: not English, or over {MOST:,} words"
    return f"{line}: {_told_document(seeded.annotated)}"


def told_changes(changes: Iterable[Change]) -> str:
    """What became of the quotes and mentions, in numbers."""
    counts = count(change for change in changes if change.of in ANNOTATIONS)
    return ", ".join(f"{number} {kind}" for kind, number in counts.items())


def _told_document(annotated: Annotated) -> str:
    return ", ".join(
        f"{number} {noun if number != 1 else noun[:-1]}"
        for noun, number in {
            "paragraphs": len(annotated.document.paragraphs),
            "actors": len(annotated.actors),
            "mentions": len(annotated.mentions),
            "quotes": len(annotated.quotes),
        }.items()
    )
