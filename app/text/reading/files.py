"""Files, and folders of files."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from app.errors import SourceError
from app.text.reading.particulars import is_address

STANDARD_INPUT = "-"
HTML_SUFFIXES = (".html", ".htm")
SUFFIXES = frozenset({".txt", ".text", *HTML_SUFFIXES})  # what is taken from a folder


def find_sources(source: str) -> Iterator[str]:
    """The files a source stands for: itself, or where it is a folder each text or HTML file below.

    In the order of their paths. Hidden files and folders are passed over. Raises SourceError for a
    folder without such a file.
    """
    folder = not is_address(source) and os.path.isdir(source)
    if source == STANDARD_INPUT or not folder:  # Path("") would be this folder
        yield source
        return
    found = sorted(str(path) for path in Path(source).rglob("*") if _is_taken(path, Path(source)))
    if not found:
        suffixes = ", ".join(sorted(SUFFIXES))
        raise SourceError(source, f"no text or HTML file in this folder ({suffixes})")
    yield from found


def _is_taken(path: Path, folder: Path) -> bool:
    hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
    return not hidden and path.suffix.lower() in SUFFIXES and not path.is_dir()


def printable(words: str) -> str:
    """In one line that a terminal and a store can take: what cannot be printed stands as an escape.

    A file's name may be any bytes but NUL and the slash.
    """
    return "".join(each if each.isprintable() else ascii(each)[1:-1] for each in words)


def name_of(source: str) -> str:
    """What a file is called, without its folders."""
    return printable(os.path.basename(source))


def read_file(source: str, limit: int) -> bytes:
    """The bytes of a regular file; at most `limit`. Raises SourceError."""
    with _open_regular(source) as file:
        return read_bounded(file, source, limit)


def _open_regular(source: str) -> BinaryIO:
    """Opens without following a link or waiting for a fifo, and only what is a regular file."""
    try:
        handle = os.open(source, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    except ValueError:
        raise SourceError(repr(source), "no file has a NUL in its name") from None
    except OSError as error:
        link = " (symbolic links are not followed)" if os.path.islink(source) else ""
        raise SourceError(source, f"{error.strerror}{link}") from None
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise SourceError(source, "not a regular file")
    return os.fdopen(handle, "rb")


def read_bounded(file: BinaryIO, name: str, limit: int) -> bytes:
    """What is in an open file. Raises SourceError as soon as it is more than `limit` bytes."""
    try:
        raw = file.read(limit + 1)
    except OSError as error:
        raise SourceError(name, str(error.strerror)) from None
    if len(raw) > limit:
        raise too_large(name, limit)
    return raw


def too_large(name: str, limit: int) -> SourceError:
    """The error of a source text that goes beyond the limit."""
    return SourceError(name, f"larger than {limit} bytes (ONRECORD_MAX_SOURCE_BYTES)")
