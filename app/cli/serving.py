"""`onrecord serve`."""

import argparse
import sys
from pathlib import Path

from app import serving
from app.cli.parsing import Add, bring_up, described, read_input
from app.cli.seeding import summary
from app.seeding import seed_article
from app.settings import Settings, load_settings
from app.store.engine import writer
from app.store.saving import is_empty

FOUNDING_ARTICLE = Path(__file__).parents[1] / "articles" / "karabakh.txt"


def add_commands(add: Add) -> None:
    """Declares `serve`."""
    served = add("serve", serve)
    for flag in ("--host", "--port", "--workers"):
        served.add_argument(flag, help=described(flag))
    served.add_argument("--empty", action="store_true", help="do not seed the founding article")


def serve(chosen: argparse.Namespace) -> int:
    """Serve the API; migrates the store first, and seeds the founding article into an empty one."""
    settings = load_settings(
        store=chosen.store, host=chosen.host, port=chosen.port, workers=chosen.workers
    )
    listener = serving.listen(settings)
    bring_up(settings)
    if not chosen.empty:
        _seed_founding_article(settings)
    settings = settings.model_copy(update={"port": listener.getsockname()[1]})  # it was 0 perhaps
    address = settings.address(settings.port)
    print(f"Onrecord listens on {address} (docs: {address}/docs)", flush=True)
    serving.run(settings, listener)
    return 0


def _seed_founding_article(settings: Settings) -> None:
    with writer(settings.store)() as session:
        if is_empty(session):
            seeded = seed_article(session, read_input(str(FOUNDING_ARTICLE), settings))
            session.commit()
            print(summary("the founding article", seeded), file=sys.stderr)
