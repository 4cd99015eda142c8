"""`onrecord reannotate`."""

import argparse
import sys
from collections.abc import Sequence
from contextlib import closing

from tqdm import tqdm

from app.annotator.edition import name_annotator
from app.cli.parsing import Add, is_few
from app.cli.seeding import told_changes
from app.comparing.changes import Change
from app.processes import map_in_order
from app.reannotating import (
    Annotated,
    Texts,
    annotate_texts,
    list_stale,
    load_texts,
    save_annotated,
)
from app.settings import load_settings
from app.store.engine import Sessions, reader, writer
from app.store.replacing import Stale


def add_commands(add: Add) -> None:
    """Declares `reannotate`."""
    again = add("reannotate", reannotate)
    again.add_argument("--force", action="store_true", help="also what this annotator annotated")


def reannotate(chosen: argparse.Namespace) -> int:
    """Annotate stored texts anew that another annotator annotated; no text or version changes."""
    settings = load_settings(store=chosen.store)
    read, write = reader(settings.store), writer(settings.store)
    with read() as session:
        articles = list_stale(session, forced=chosen.force)
    texts = (_load(read, versions) for versions in articles)
    changed = 0
    with (
        closing(map_in_order(annotate_texts, texts)) as annotated,
        tqdm(annotated, total=len(articles), unit="article", disable=is_few(articles)) as progress,
    ):
        for found in progress:
            for version, changes in _save(write, found):
                changed += 1
                progress.write(_told(version, changes), file=sys.stdout)
    versions = sum(map(len, articles))
    print(f"{name_annotator()}: versions annotated anew: {versions}, with other results: {changed}")
    return 0


def _load(read: Sessions, versions: Sequence[Stale]) -> Texts:
    with read() as session:
        return load_texts(session, versions)


def _save(write: Sessions, annotated: Annotated) -> list[tuple[Stale, list[Change]]]:
    with write() as session:
        replaced = save_annotated(session, annotated)
        session.commit()
    return replaced


def _told(version: Stale, changes: Sequence[Change]) -> str:
    return f"reannotated {version.article} version {version.number}: {told_changes(changes)}"
