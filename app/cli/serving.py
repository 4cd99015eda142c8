"""`onrecord serve`."""

import argparse
import sys
from pathlib import Path

from app import serving
from app.cli.parsing import Add, bring_up, described, read_input
from app.cli.seeding import summary
from app.seeding import seed_article
from app.settings import Settings, load_settings
from app.store.engine import reader, writer
from app.store.saving import is_empty

FOUNDING_ARTICLE = Path(__file__).parents[1] / "articles" / "karabakh.txt"


def add_commands(add: Add) -> None:
    """Declares `serve`."""
    served = add("serve", serve)
    for flag in ("--host", "--port", "--workers", "--log"):
        served.add_argument(flag, help=described(flag))
    served.add_argument("--empty", action="store_true", help="do not seed the founding article")
    served.add_argument(
        "--read-only", action="store_true", default=None, help=described("--read-only")
    )


def serve(chosen: argparse.Namespace) -> int:
    """Serve the API; migrates the store first, and seeds the founding article into an empty one."""
    chosen_settings = ("store", "host", "port", "workers", "log", "read_only")
    settings = load_settings(**{name: getattr(chosen, name) for name in chosen_settings})
    listener = serving.listen(settings)
    if settings.read_only:
        _refuse_unreadable(settings)
    else:
        _make_ready(settings, empty=chosen.empty)
    settings = settings.model_copy(update={"port": listener.getsockname()[1]})  # it was 0 perhaps
    address = settings.address(settings.port)
    print(f"Onrecord listens on {address} (docs: {address}/docs)", flush=True)
    serving.run(settings, listener)
    return 0


def _refuse_unreadable(settings: Settings) -> None:
    """Raises StoreError where the store cannot be served as it is."""
    with reader(settings.store)():
        pass


def _make_ready(settings: Settings, *, empty: bool) -> None:
    bring_up(settings)
    if not empty:
        _seed_founding_article(settings)


def _seed_founding_article(settings: Settings) -> None:
    with writer(settings.store)() as session:
        if is_empty(session):
            seeded = seed_article(session, read_input(str(FOUNDING_ARTICLE), settings))
            session.commit()
            print(summary("the founding article", seeded), file=sys.stderr)
