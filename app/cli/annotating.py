"""`onrecord annotate`."""

import argparse
import json
import sys
from collections.abc import Iterable
from contextlib import closing

from app.cli.parsing import Add, complain, read_input
from app.errors import SourceError
from app.formats.annotated import to_json
from app.pages.reading import annotated_page
from app.processes import map_in_order
from app.seeding import annotate_for, build
from app.settings import load_settings
from app.text.reading import STANDARD_INPUT
from app.text.splitting import build_plain_document


def add_commands(add: Add) -> None:
    """Declares `annotate`."""
    annotated = add("annotate", annotate_source, store=False)
    annotated.add_argument("source", nargs="?", default=STANDARD_INPUT, metavar="SOURCE")
    shown = annotated.add_mutually_exclusive_group()
    shown.add_argument("--html", action="store_true", help="a page to look at, with every rule")
    shown.add_argument("--jsonl", action="store_true", help='lines of {"id", "text"} from stdin')


def annotate_source(chosen: argparse.Namespace) -> int:
    """Print what is found in a text, as JSON or as a page to look at; no store is needed."""
    settings = load_settings()
    if chosen.jsonl:
        return _annotate_lines(sys.stdin.buffer)
    source_text = read_input(chosen.source, settings)
    annotated = annotate_for(None, build(source_text))
    if chosen.html:
        sys.stdout.buffer.write(annotated_page(source_text.name, annotated).encode())
        return 0
    sys.stdout.buffer.write(_json(to_json(annotated), indent=2))
    return 0


def _annotate_lines(lines: Iterable[bytes]) -> int:
    """Each line is its own input: one that cannot be taken does not stop the others."""
    failed = 0
    with closing(map_in_order(_annotate_line, enumerate(lines, start=1))) as results:
        for annotated in results:
            if isinstance(annotated, SourceError):
                failed = complain(annotated)
            else:
                sys.stdout.buffer.write(annotated)
    return failed


def _annotate_line(numbered: tuple[int, bytes]) -> bytes | SourceError:
    number, line = numbered
    try:
        id, text = _parse_line(f"line {number}", line)
    except SourceError as error:
        return error
    annotated = annotate_for(None, build_plain_document(text))
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
