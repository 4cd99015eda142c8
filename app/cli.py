"""The command line: each command parses, calls down, prints; the only place that commits.

Exit codes: 0 done, 1 a check found a fault, 2 bad usage or input.
"""

import argparse
import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from tqdm import tqdm

from app import __version__, serving
from app.errors import OnrecordError, SourceError, StoreError
from app.formats.annotated import to_json
from app.pages import render
from app.pages.highlighting import cut, marks_of
from app.processes import map_in_order
from app.seeding import (
    Prepared,
    Seeded,
    annotate_new,
    annotate_prepared,
    build,
    prepare,
    save,
    seed_article,
)
from app.settings import Settings, load_settings
from app.standoff import AnnotatedDocument
from app.store.checking import count_rows, find_faults
from app.store.engine import SCHEMA, Sessions, reader, writer
from app.store.migrating import migrate
from app.store.saving import is_empty
from app.text.reading import STANDARD_INPUT, SourceText, find_sources, read_source_text
from app.text.splitting import build_plain_document

FOUNDING_ARTICLE = Path(__file__).parent / "articles" / "karabakh.txt"
FAULT, BAD_INPUT = 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command and gives its exit code."""
    chosen = _parser().parse_args(arguments)
    command: Callable[[argparse.Namespace], int] = chosen.command
    try:
        return command(chosen)
    except OnrecordError as error:
        return _complain(error)
    except BrokenPipeError:  # whoever read our output has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return 130  # as shells say it


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="onrecord", description=__doc__)
    parser.add_argument("--version", action="version", version=f"onrecord {__version__}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    def add(name: str, command: Callable[[argparse.Namespace], int]) -> argparse.ArgumentParser:
        told = (command.__doc__ or "").strip()
        added = commands.add_parser(name, help=told.split("\n")[0], description=told)
        added.set_defaults(command=command)
        return added

    served = add("serve", serve)
    for flag in ("--host", "--port", "--workers"):
        served.add_argument(flag, help=_described(flag))
    served.add_argument("--empty", action="store_true", help="do not seed the founding article")
    seeded = add("seed", seed)
    seeded.add_argument("sources", nargs="+", metavar="SOURCE", help="file, folder, or - for stdin")
    annotated = add("annotate", annotate_source)
    annotated.add_argument("source", nargs="?", default=STANDARD_INPUT, metavar="SOURCE")
    shown = annotated.add_mutually_exclusive_group()
    shown.add_argument("--html", action="store_true", help="a page to look at, with every rule")
    shown.add_argument("--jsonl", action="store_true", help='lines of {"id", "text"} from stdin')
    checked = add("check", check)
    migrated = add("migrate", migrate_store)
    migrated.add_argument("--check", action="store_true", help="only tell whether it is needed")
    for needs_store in (served, seeded, checked, migrated):
        needs_store.add_argument("--store", help=_described("--store"))
    return parser


def _described(flag: str) -> str:
    field = Settings.model_fields[flag.removeprefix("--")]
    return f"{field.description} Default: {field.default}."


def _complain(error: OnrecordError) -> int:
    print(f"onrecord: {error}", file=sys.stderr)
    return BAD_INPUT


def _migrate(settings: Settings) -> None:
    if done := migrate(settings.store):
        print(f"onrecord: {done} (schema {SCHEMA})", file=sys.stderr)


def serve(chosen: argparse.Namespace) -> int:
    """Serve the API; migrates the store first, and seeds the founding article into an empty one."""
    settings = load_settings(
        store=chosen.store, host=chosen.host, port=chosen.port, workers=chosen.workers
    )
    listener = serving.listen(settings)
    _migrate(settings)
    if not chosen.empty:
        _seed_founding_article(settings)
    address = settings.address(listener.getsockname()[1])
    print(f"Onrecord listens on {address} (docs: {address}/docs)", flush=True)
    serving.run(settings, listener)
    return 0


def _seed_founding_article(settings: Settings) -> None:
    with writer(settings.store)() as session:
        if is_empty(session):
            seeded = seed_article(session, _read(str(FOUNDING_ARTICLE), settings))
            session.commit()
            print(_summary("the founding article", seeded), file=sys.stderr)


def _read(source: str, settings: Settings) -> SourceText:
    return read_source_text(source, settings.max_source_bytes, sys.stdin.buffer)


def seed(chosen: argparse.Namespace) -> int:
    """Store articles: text files, folders of them, or - for standard input."""
    settings = load_settings(store=chosen.store)
    _migrate(settings)
    read, write = reader(settings.store), writer(settings.store)
    sources = list(_find_all(chosen.sources))
    failed = 0
    prepared = map_in_order(_annotate, (_prepare(read, source, settings) for source in sources))
    with tqdm(sources, unit="article", disable=_few(sources)) as progress:
        for source, ready in zip(progress, prepared, strict=True):
            if isinstance(ready, SourceError):
                failed = _complain(ready)
            else:
                progress.write(_summary(str(source), _save(write, ready)), file=sys.stdout)
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
        source_text = _read(source, settings)
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


def _summary(name: str, seeded: Seeded) -> str:
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


def annotate_source(chosen: argparse.Namespace) -> int:
    """Print what is found in a text, as JSON or as a page to look at; no store is needed."""
    settings = load_settings()
    if chosen.jsonl:
        return _annotate_lines(sys.stdin.buffer)
    source_text = _read(chosen.source, settings)
    annotated = annotate_new(build(source_text))
    if chosen.html:
        sys.stdout.buffer.write(_page(source_text.name, annotated).encode())
        return 0
    sys.stdout.buffer.write(_json(to_json(annotated), indent=2))
    return 0


def _page(name: str, annotated: AnnotatedDocument) -> str:
    """The text with everything found in it, and by which rule."""
    text, marks = annotated.document.text, marks_of(annotated)
    blocks = [list(cut(text, block, marks)) for block in annotated.document.blocks()]
    return render("annotated.html", name=name, blocks=blocks, found=to_json(annotated))


def _annotate_lines(lines: Iterable[bytes]) -> int:
    """Each line is its own input: one that cannot be taken does not stop the others."""
    failed = 0
    for annotated in map_in_order(_annotate_line, enumerate(lines, start=1)):
        if isinstance(annotated, SourceError):
            failed = _complain(annotated)
        else:
            sys.stdout.buffer.write(annotated)
    return failed


def _annotate_line(numbered: tuple[int, bytes]) -> bytes | SourceError:
    number, line = numbered
    try:
        id, text = _parse_line(f"line {number}", line)
    except SourceError as error:
        return error
    annotated = annotate_new(build_plain_document(text))
    return _json({"id": id} | to_json(annotated))


def _parse_line(name: str, line: bytes) -> tuple[object, str]:
    try:
        fields = json.loads(line)
        id, text = fields["id"], fields["text"]
        text.encode()
    except UnicodeError as error:
        raise SourceError(name, f"not UTF-8: {error}") from None
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        raise SourceError(name, 'not an object with "id" and the string "text"') from None
    return id, text


def _json(value: object, indent: int | None = None) -> bytes:
    return json.dumps(value, ensure_ascii=False, indent=indent).encode() + b"\n"


def check(chosen: argparse.Namespace) -> int:
    """Prove the store: its schema, its integrity, and every span against the text."""
    settings = load_settings(store=chosen.store)
    with reader(settings.store)() as session:
        faults = 0
        for fault in find_faults(session):
            print(fault, file=sys.stderr)
            faults += 1
        figures = ", ".join(f"{table} {count}" for table, count in count_rows(session).items())
    print(f"{settings.store}: schema {SCHEMA}; rows: {figures}; faults: {faults}")
    return FAULT if faults else 0


def migrate_store(chosen: argparse.Namespace) -> int:
    """Bring the store to this program's schema, creating it where there is none."""
    settings = load_settings(store=chosen.store)
    if not chosen.check:
        _migrate(settings)
        return 0
    try:
        with reader(settings.store)():
            print(f"{settings.store}: schema {SCHEMA}")
            return 0
    except StoreError as error:
        print(error, file=sys.stderr)
        return FAULT
