"""Commands for the store as a whole: `onrecord check` and `migrate`."""

import argparse
import sys

from app.cli.parsing import FAULT, Add, bring_up
from app.errors import StoreError
from app.settings import load_settings
from app.store.checking import count_rows, find_faults
from app.store.engine import SCHEMA, reader


def add_commands(add: Add) -> None:
    """Declares `check` and `migrate`."""
    add("check", check)
    migrated = add("migrate", migrate_store)
    migrated.add_argument("--check", action="store_true", help="only tell whether it is needed")


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
        bring_up(settings)
        return 0
    try:
        with reader(settings.store)():
            print(f"{settings.store}: schema {SCHEMA}")
            return 0
    except StoreError as error:
        print(error, file=sys.stderr)
        return FAULT
