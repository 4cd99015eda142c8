"""Commands that take something back: `onrecord withdraw`, `restore` and `erase`."""

import argparse

from app.cli.parsing import Add
from app.settings import load_settings
from app.store import compacting, correcting
from app.store.engine import writer


def add_commands(add: Add) -> None:
    """Declares `withdraw`, `restore` and `erase`."""
    withdrawn = add("withdraw", withdraw)
    withdrawn.add_argument("article", metavar="ARTICLE", help="its id")
    withdrawn.add_argument(
        "--why", required=True, type=reason, help="the reason, which whoever asks for it is told"
    )
    add("restore", restore).add_argument("article", metavar="ARTICLE", help="its id")
    erased = add("erase", erase)
    erased.add_argument(
        "articles", nargs="*", metavar="ARTICLE", help="its id; none finishes what was interrupted"
    )


def reason(typed: str) -> str:
    """Words that can be told: argparse says in its own words what is none."""
    told = " ".join(typed.split())
    told.encode()
    if not told:
        raise ValueError
    return told


def withdraw(chosen: argparse.Namespace) -> int:
    """Take an article out of sight: whoever asks for it is told why it is gone."""
    with writer(load_settings(store=chosen.store).store)() as session:
        correcting.withdraw(session, chosen.article, chosen.why)
        session.commit()
    print(f"withdrawn {chosen.article}: {chosen.why}")
    return 0


def restore(chosen: argparse.Namespace) -> int:
    """Put a withdrawn article back where it was."""
    with writer(load_settings(store=chosen.store).store)() as session:
        correcting.restore(session, chosen.article)
        session.commit()
    print(f"restored {chosen.article}")
    return 0


def erase(chosen: argparse.Namespace) -> int:
    """Delete articles for good, and every trace of their words in the store's files."""
    store = load_settings(store=chosen.store).store
    with writer(store)() as session:
        for article in chosen.articles:
            correcting.erase(session, article)
        session.commit()
    compacting.clean(store)
    for article in chosen.articles:
        print(f"erased {article}")
    return 0
