"""Three seedings of one store at once: each ends well, and together they store what one would."""

import shutil
import tempfile
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.faults.commands import onrecord
from tests.faults.contents import contents, found_by_sqlite, write_articles
from tests.faults.figures import Figure, none

SEEDERS, ARTICLES = 3, 90


def overlapping(folder: Path) -> list[Path]:
    """Folders of two thirds of the articles each: every article is in two of them."""
    files = sorted((folder / "all").iterdir())
    parts = []
    for n in range(SEEDERS):
        (part := folder / f"part {n}").mkdir()
        for place, file in enumerate(files):
            if place % SEEDERS != n:
                shutil.copy(file, part)
        parts.append(part)
    return parts


def seed_at_once(folder: Path, store: Path, sources: Sequence[Path]) -> Iterator[str]:
    """Whatever is not as when one alone had seeded all."""
    with ThreadPoolExecutor(len(sources)) as pool:
        commands = [pool.submit(onrecord, folder, "seed", "--store", store, s) for s in sources]
        ended = [command.result() for command in commands]
    yield from (f"{each.code}: {each.err}" for each in ended if each.code and not each.refused)
    yield from (f"{each.code}: {each.err}" for each in ended if "Traceback" in each.err)
    yield from found_by_sqlite(store)
    if contents(store) != contents(folder / "one.db"):
        yield "not what one seeding stores"
    if (checked := onrecord(folder, "check", "--store", store)).code:
        yield checked.err


def run(articles: int = ARTICLES, rounds: int = 5) -> Iterator[Figure]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        whole = write_articles(folder / "all", articles)
        assert onrecord(folder, "seed", "--store", "one.db", whole).code == 0
        parts = overlapping(folder)
        for what, sources in {"the same folder": [whole] * SEEDERS, "overlapping": parts}.items():
            stores = [folder / f"{what} {n}.db" for n in range(rounds)]
            wrong = [told for store in stores for told in seed_at_once(folder, store, sources)]
            yield none(f"{SEEDERS} seeders at once, {what}, {rounds} times: faults", wrong)
