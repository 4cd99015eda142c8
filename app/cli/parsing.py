"""What commands share: how they are declared, read a source, show progress and complain."""

import argparse
import sys
from collections.abc import Callable, Sequence
from typing import Any

from app.errors import OnrecordError
from app.settings import Settings
from app.store.engine import SCHEMA
from app.store.migrating import migrate
from app.text.reading import Bounds, SourceText, printable, read_source_text

FAULT, BAD_INPUT = 1, 2

Command = Callable[[argparse.Namespace], int]


class Add:
    """Adds a command; its docstring is its help. One that needs a store has the flag `--store`."""

    def __init__(self, commands: Any) -> None:
        self._commands = commands

    def __call__(
        self, name: str, command: Command, *, store: bool = True
    ) -> argparse.ArgumentParser:
        told = (command.__doc__ or "").strip()
        added: argparse.ArgumentParser = self._commands.add_parser(
            name, help=told.split("\n")[0], description=told
        )
        added.set_defaults(command=command)
        if store:
            added.add_argument("--store", help=described("--store"))
        return added


def described(flag: str) -> str:
    """The help of a flag that stands for a setting."""
    field = Settings.model_fields[flag.removeprefix("--").replace("-", "_")]
    return f"{field.description} Default: {field.default}."


def complain(error: OnrecordError) -> int:
    """Says in one line what went wrong, and gives the exit code."""
    print(f"onrecord: {printable(str(error))}", file=sys.stderr)
    return BAD_INPUT


def read_input(source: str, settings: Settings, *, allow_private: bool = False) -> SourceText:
    """The source text of a file, an address, or standard input for `-`. Raises SourceError."""
    bounds = Bounds(settings.max_source_bytes, settings.source_seconds, allow_private)
    return read_source_text(source, bounds, sys.stdin.buffer)


def bring_up(settings: Settings) -> None:
    """Creates or migrates the store, and says so in one line."""
    if done := migrate(settings.store):
        print(f"onrecord: {done} (schema {SCHEMA})", file=sys.stderr)


def is_few(sources: Sequence[object]) -> bool:
    """Whether to show no progress bar: it helps who watches many, a log file it would fill."""
    return len(sources) < 10 or not sys.stderr.isatty()
