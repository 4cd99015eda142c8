"""Commands that copy the store to one file: `onrecord backup` and `freeze`."""

import argparse
from collections.abc import Callable
from pathlib import Path

from tqdm import tqdm

from app.cli.parsing import Add
from app.settings import load_settings
from app.store.copying import Progress, backup, freeze
from app.store.engine import SCHEMA

_PATIENCE = 1.0  # seconds before a bar is worth drawing


def add_commands(add: Add) -> None:
    """Declares `backup` and `freeze`."""
    for name, command in (("backup", back_up_store), ("freeze", freeze_store)):
        add(name, command).add_argument("file", type=Path, metavar="FILE")


def back_up_store(chosen: argparse.Namespace) -> int:
    """Copy the store to a new file, while others read and write it."""
    return _copy(backup, chosen)


def freeze_store(chosen: argparse.Namespace) -> int:
    """Copy the store to a new file for read-only media, as `serve --read-only` serves it."""
    return _copy(freeze, chosen)


def _copy(make: Callable[[Path, Path, Progress], None], chosen: argparse.Namespace) -> int:
    store = load_settings(store=chosen.store).store
    with tqdm(unit="page", delay=_PATIENCE, disable=None, leave=False) as bar:

        def tell(copied: int, all: int) -> None:
            bar.total = all
            bar.update(copied - bar.n)

        make(store, chosen.file, tell)
    size = chosen.file.stat().st_size
    print(f"{chosen.file}: a copy of {store} (schema {SCHEMA}, {size:,} bytes)")
    return 0
