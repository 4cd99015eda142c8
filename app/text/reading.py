"""Source texts as they come in: files, folders of files, standard input."""

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from app.errors import SourceError

STANDARD_INPUT = "-"
SUFFIXES = frozenset({".txt", ".text"})  # what counts as a text file inside a folder


@dataclass(frozen=True, slots=True)
class SourceText:
    """What came in, verbatim, and what its source or the person seeding said about it."""

    name: str
    text: str
    url: str | None = None
    published: str | None = None
    author: str | None = None
    language: str | None = None


def find_sources(source: str) -> Iterator[str]:
    """The files a source stands for: itself, or each text file below it where it is a folder.

    In the order of their paths. Hidden files and folders are passed over. Raises SourceError for a
    folder without a text file.
    """
    if source == STANDARD_INPUT or not os.path.isdir(source):  # Path("") would be this folder
        yield source
        return
    found = sorted(str(path) for path in Path(source).rglob("*") if _is_text(path, Path(source)))
    if not found:
        raise SourceError(source, f"no text file in this folder ({', '.join(sorted(SUFFIXES))})")
    yield from found


def _is_text(path: Path, folder: Path) -> bool:
    hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
    return not hidden and path.suffix.lower() in SUFFIXES and not path.is_dir()


def read_source_text(source: str, limit: int, standard_input: BinaryIO) -> SourceText:
    """The whole text of a file, or of `standard_input` for `-`; at most `limit` bytes.

    It must be UTF-8 without NUL, and not blank; a byte order mark stays in the source text. Raises
    SourceError with the byte at fault, and never replaces a character.
    """
    if source == STANDARD_INPUT:
        return decode("standard input", _read(standard_input, "standard input", limit), limit)
    with _open_regular(source) as file:
        return decode(source, _read(file, source, limit), limit)


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


def _read(file: BinaryIO, name: str, limit: int) -> bytes:
    try:
        return file.read(limit + 1)
    except OSError as error:
        raise SourceError(name, str(error.strerror)) from None


def decode(name: str, raw: bytes, limit: int) -> SourceText:
    """The source text in these bytes. Raises SourceError as `read_source_text` does."""
    if len(raw) > limit:
        raise SourceError(name, f"larger than {limit} bytes (ONRECORD_MAX_SOURCE_BYTES)")
    if (nul := raw.find(b"\0")) >= 0:
        raise SourceError(name, f"not a text: a NUL at byte {nul}")
    try:
        text = raw.decode()
    except UnicodeDecodeError as error:
        raise SourceError(name, f"not UTF-8: {error.reason} at byte {error.start}") from None
    if not text.strip("\ufeff \t\r\n"):
        raise SourceError(name, "empty")
    return SourceText(name=os.path.basename(name), text=text)
