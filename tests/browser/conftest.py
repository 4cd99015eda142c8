"""A real browser and a real server for the tests of this folder; without a browser they are
skipped (.ci/run brings one).
"""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import httpx
import pytest

from app.cli.serving import FOUNDING_ARTICLE
from app.seeding import seed_article
from app.store.engine import writer
from app.text.reading import SourceText
from tests.api.test_units import TEXT as SMILING
from tests.served import served

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

CHROMIUM = shutil.which("chromium")

HOSTILE = (
    "<script>alert(1)</script> \u202eanissuR & more\n\n"
    "The French presidency said, “<img src=x onerror=alert(1)> \u202egnp.exe </p> \u2067no.”\n\n"
    f"{'x' * 20_000}\n\n"
    "Emmanuel Macron said, “We \u2066\u2066\u202b will \u2069\u2069\u2069\u2069 go.”"
)
ARABIC = (
    "خشية من الدور التركي، فرنسا تريد إشرافا دوليا\n\n"
    "قالت الرئاسة الفرنسية إن باريس تريد إشرافا دوليا (Minsk Group) عام 2020."
)
RETOLD = f"Told again\n\n{FOUNDING_ARTICLE.read_text('utf-8')}"
CHINESE = "法国希望在卡拉巴赫实行国际监督\n\n法国总统府周四表示，巴黎希望实施国际监督。"

TEXTS = {
    "hostile": (HOSTILE, HOSTILE.replace("more", "much more").replace("x" * 19_000, "y")),
    "arabic": (ARABIC, ARABIC.replace("2020", "2021")),
    "chinese": (CHINESE,),
    "smiling": (SMILING,),
    "retold": (RETOLD, RETOLD.replace("fueling", "stoking").replace("Told", "It snowed.\n\nTold")),
}
UNFOLD = "for (const each of document.querySelectorAll('details')) each.open = true"


@pytest.fixture(scope="package")
def browser() -> "Iterator[Browser]":
    pytest.importorskip("playwright")
    if CHROMIUM is None:
        pytest.skip("no Chromium on this machine")
    from playwright.sync_api import sync_playwright  # noqa: PLC0415  # only where there is one

    quiet = ["--no-sandbox", "--disable-background-networking", "--disable-component-update"]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=quiet)
        yield browser
        browser.close()


@dataclass
class Site:
    """A served store, and a browser that looks at it.

    What pages said on the console, and whom they asked beside the server, is kept.
    """

    browser: "Browser"
    base: str
    articles: dict[str, str]
    said: list[str] = field(default_factory=list)
    asked: set[str] = field(default_factory=set)

    def newest_version(self, name: str) -> str:
        """The address of the last version that came of one of the articles."""
        items = httpx.get(f"{self.base}{self.articles[name]}/versions").json()["items"]
        return str(items[0]["links"]["self"])

    def visit(self, address: str, **context: Any) -> "Page":
        """A new page at this address, in a context (width, colour scheme …) of its own."""
        page = self.browser.new_context(base_url=self.base, **context).new_page()
        page.on("console", lambda message: self.said.append(message.text))
        page.on("pageerror", lambda error: self.said.append(str(error)))
        page.on("request", lambda request: self.asked.add(request.url))
        page.goto(address)
        return page


@pytest.fixture(scope="package")
def served_site(
    browser: "Browser", gold_store: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Site]:
    folder = tmp_path_factory.mktemp("site")
    store = Path(shutil.copy(gold_store, folder / "site.db"))
    articles = {}
    with writer(store)() as session:
        for name, (text, *edited) in TEXTS.items():
            article = seed_article(session, SourceText(name, text.encode())).article
            for each in edited:
                seed_article(session, SourceText(name, each.encode()), article)
            articles[name] = f"/articles/{article}"
        session.commit()
    with served(folder, store=store) as (_, base):
        yield Site(browser, base, articles)


@pytest.fixture
def site(served_site: Site) -> Iterator[Site]:
    """Whatever a test does, no page complains and none asks anyone but our server."""
    served_site.said.clear()
    served_site.asked.clear()
    yield served_site
    for context in served_site.browser.contexts:
        context.close()
    assert served_site.said == []
    assert {url for url in served_site.asked if not url.startswith(served_site.base)} == set()
