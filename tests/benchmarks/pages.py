"""What the founding article weighs as a page, and how long a long article's page takes to make.

    python -m tests.benchmarks pages

prints the bytes of the page and of everything that a browser loads with it, as they are and as they
are sent; and the median of many answers, none from memory. `--picture FILE` takes a picture of the
page as well, in Chromium.
"""

import argparse
import re
import shutil
import statistics
import tempfile
import time
from pathlib import Path
from urllib.parse import urljoin

import httpx

from app.store.engine import writer
from app.store.migrating import migrate
from app.store.saving import save_articles
from app.text.reading import SourceText
from tests.benchmarks.generating import make_article
from tests.served import served

CODINGS = ("identity", "gzip", "br", "zstd")
LONG = {"paragraphs": 60, "mentions": 100, "quotes": 40}
ANSWERS = 200


def main(arguments: list[str]) -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks pages", description=__doc__)
    parser.add_argument("--picture", type=Path, help="where to put a picture of the page")
    chosen = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder, served(Path(folder)) as (_, base):
        page = f"{base}{httpx.get(f'{base}/articles').json()['items'][0]['links']['self']}.html"
        _weigh(page)
        if chosen.picture:
            _take_picture(page, chosen.picture)
    with tempfile.TemporaryDirectory() as folder:
        _time(Path(folder))


def _weigh(page: str) -> None:
    loaded = re.findall(r'(?:<link[^>]* href|<script[^>]* src)="([^"]+)"', httpx.get(page).text)
    print(f"{'bytes':12}", *(f"{coding:>9}" for coding in CODINGS))
    sizes = {}
    for address in [page, *(urljoin(page, each) for each in loaded)]:
        name = address.rpartition("/")[2][-12:]
        sizes[name] = [_size(address, coding) for coding in CODINGS]
        print(f"{name:12}", *(f"{size:9,}" for size in sizes[name]))
    print(f"{'all':12}", *(f"{sum(each):9,}" for each in zip(*sizes.values(), strict=True)))


def _size(address: str, coding: str) -> int:
    """The bytes of a body as they are sent."""
    with httpx.stream("GET", address, headers={"Accept-Encoding": coding}) as answer:
        return sum(len(chunk) for chunk in answer.iter_raw())


def _time(folder: Path) -> None:
    store = folder / "long.db"
    annotated = make_article(1, **LONG)
    migrate(store)
    with writer(store)() as session:
        save_articles(
            session, [(annotated, SourceText("long.txt", annotated.document.text.encode()))]
        )
        session.commit()
    with served(folder, store=store, cache_bytes=0) as (_, base), httpx.Client() as client:
        address = client.get(f"{base}/articles").json()["items"][0]["links"]["self"]
        first, *others = [_millis(client, f"{base}{address}.html") for _ in range(ANSWERS + 1)]
    told = ", ".join(f"{number} {noun}" for noun, number in LONG.items())
    print(f"{told}: {statistics.median(others):.1f} ms, the first {first:.1f} ms")


def _millis(client: httpx.Client, address: str) -> float:
    begun = time.perf_counter()
    client.get(address, headers={"Accept-Encoding": "identity"}).raise_for_status()
    return 1000 * (time.perf_counter() - begun)


def _take_picture(page: str, file: Path) -> None:
    from playwright.sync_api import sync_playwright  # noqa: PLC0415  # only where it is wanted

    with sync_playwright() as playwright:
        chromium = shutil.which("chromium")
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        shown = browser.new_page(viewport={"width": 1280, "height": 760})
        shown.goto(page)
        shown.locator("article .quote").first.hover()
        shown.screenshot(path=file)
        browser.close()
