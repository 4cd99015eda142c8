"""What the tests of commands share: `run` runs one, `folder` holds two articles."""

import io
import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from app.cli import main

Run = Callable[..., tuple[int, str, str]]
ARTICLE = "A headline\n\nAda Weir said it was over.\n\nBen Ash said it was not.\n"


@pytest.fixture
def run(capfdbinary: Any, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs a command with `stdin`: its exit code, what it printed and what it complained of."""

    def run_command(*arguments: object, stdin: bytes = b"") -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        code = main([str(argument) for argument in arguments])
        sys.stdout.flush()
        printed = capfdbinary.readouterr()
        return code, printed.out.decode(), printed.err.decode()

    return run_command


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    for name in ("a", "b"):
        (tmp_path / f"in/{name}.txt").write_text(f"{name}{ARTICLE}", encoding="utf-8")
    return tmp_path / "in"


def articles(store: str = "onrecord.db") -> list[str]:
    with closing(sqlite3.connect(store)) as connection, connection:
        return [slug for (slug,) in connection.execute("SELECT slug FROM article ORDER BY id")]
