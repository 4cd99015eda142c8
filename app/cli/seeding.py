"""`onrecord seed`."""

import argparse
import sys
from collections.abc import Iterable, Iterator, Sequence

from tqdm import tqdm

from app.cli.parsing import Add, bring_up, complain, read_input
from app.errors import SourceError
from app.processes import map_in_order
from app.seeding import Prepared, Seeded, annotate_prepared, prepare, save
from app.settings import Settings, load_settings
from app.store.engine import Sessions, reader, writer
from app.text.reading import find_sources


def add_commands(add: Add) -> None:
    """Declares `seed`."""
    seeded = add("seed", seed)
    seeded.add_argument("sources", nargs="+", metavar="SOURCE", help="file, folder, or - for stdin")


def seed(chosen: argparse.Namespace) -> int:
    """Store articles: text files, folders of them, or - for standard input."""
    settings = load_settings(store=chosen.store)
    bring_up(settings)
    read, write = reader(settings.store), writer(settings.store)
    sources = list(_find_all(chosen.sources))
    failed = 0
    prepared = map_in_order(_annotate, (_prepare(read, source, settings) for source in sources))
    with tqdm(sources, unit="article", disable=_few(sources)) as progress:
        for source, ready in zip(progress, prepared, strict=True):
            if isinstance(ready, SourceError):
                failed = complain(ready)
            else:
                progress.write(summary(str(source), _save(write, ready)), file=sys.stdout)
    return failed


def _few(sources: Sequence[object]) -> bool:
    """A bar helps who watches many; a log file it would fill."""
    return len(sources) < 10 or not sys.stderr.isatty()


def _find_all(sources: Iterable[str]) -> Iterator[str | SourceError]:
    """Every file of every source; a source without any stands there as its error."""
    for source in sources:
        try:
            yield from find_sources(source)
        except SourceError as error:
            yield error


def _prepare(
    read: Sessions, source: str | SourceError, settings: Settings
) -> Prepared | SourceError:
    """An error is a result like another: it waits for its turn in the order of the sources."""
    if isinstance(source, SourceError):
        return source
    try:
        source_text = read_input(source, settings)
        with read() as session:
            return prepare(session, source_text)
    except SourceError as error:
        return error


def _annotate(prepared: Prepared | SourceError) -> Prepared | SourceError:
    return prepared if isinstance(prepared, SourceError) else annotate_prepared(prepared)


def _save(write: Sessions, prepared: Prepared) -> Seeded:
    with write() as session:
        seeded = save(session, prepared)
        session.commit()
    return seeded


def summary(name: str, seeded: Seeded) -> str:
    """One line: what became of the source text of this name."""
    if seeded.added is None:
        return f"unchanged {seeded.article} ({name})"
    if seeded.added.annotator is None:
        return f"added {seeded.article} ({name}): not English, kept without annotations"
    found = ", ".join(
        f"{count} {noun if count != 1 else noun[:-1]}"
        for noun, count in {
            "paragraphs": len(seeded.added.document.paragraphs),
            "actors": len(seeded.added.actors),
            "mentions": len(seeded.added.mentions),
            "quotes": len(seeded.added.quotes),
        }.items()
    )
    return f"added {seeded.article} ({name}): {found}"
