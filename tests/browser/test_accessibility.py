"""WCAG 2.2 AA, and what axe-core holds to be good practice beside it."""

from typing import TYPE_CHECKING, Any

import pytest

from tests.api.test_articles import KARABAKH, VERSION
from tests.browser.conftest import UNFOLD, Site

if TYPE_CHECKING:
    from playwright.sync_api import Page

axe = pytest.importorskip("axe_playwright_python.sync_playwright")

ADDRESS = f"/articles/{KARABAKH}"
PAGES = {
    "home": "/",
    "found": "/?q=karabakh",
    "not found": "/?q=nothing-has-this",
    "reading": ADDRESS,
    "one speaker": f"{ADDRESS}?speaker=france",
    "nobody": f"{ADDRESS}?speaker=nobody",
    "quote": "/quotes/bdc385ee50d1de84",
    "actor": "/actors/french-presidency",
    "version": f"{ADDRESS}/versions/{VERSION}",
    "hostile": "hostile",
    "arabic": "arabic",
    "chinese": "chinese",
}
VERSIONS = ("retold", "hostile", "arabic")  # each the second, beside the first
# What Swagger UI makes is not of our making: it is held to WCAG alone.
GUIDELINES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}


@pytest.mark.parametrize(
    ("page", "width"), [*((page, 1440) for page in PAGES), ("home", 390), ("reading", 390)]
)
def test_axe_finds_nothing_in_light_and_dark(site: Site, page: str, width: int) -> None:
    assert_no_violations(site, site.articles.get(page, PAGES[page]), width)


@pytest.mark.parametrize("width", [390, 1440])
@pytest.mark.parametrize("name", VERSIONS)
def test_axe_finds_nothing_where_two_versions_are_compared(
    site: Site, name: str, width: int
) -> None:
    assert_no_violations(site, site.newest_version(name), width)


def assert_no_violations(site: Site, address: str, width: int) -> None:
    shown = site.visit(address, color_scheme="light", viewport={"width": width, "height": 900})
    shown.evaluate(UNFOLD)
    assert violations(shown) == []
    shown.emulate_media(color_scheme="dark")
    assert violations(shown, {"runOnly": ["color-contrast"]}) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_against_the_guidelines_on_the_docs_page(site: Site, scheme: str) -> None:
    shown = site.visit("/docs", color_scheme=scheme)
    shown.wait_for_selector(".opblock")
    assert shown.locator("html.dark-mode").count() == (scheme == "dark")
    assert violations(shown, GUIDELINES) == []


def violations(shown: "Page", options: dict[str, Any] | None = None) -> list[str]:
    found = axe.Axe().run(shown, options=options).response["violations"]
    return [f"{each['id']}: {node['html']}" for each in found for node in each["nodes"]]
