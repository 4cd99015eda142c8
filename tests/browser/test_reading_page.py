"""The reading page as people use it, in a real browser."""

from typing import TYPE_CHECKING

import httpx
import pytest

from tests.api.test_articles import KARABAKH
from tests.browser.conftest import Site

if TYPE_CHECKING:
    from playwright.sync_api import Page

ADDRESS = f"/articles/{KARABAKH}"
PHONE, SCREEN = {"width": 390, "height": 844}, {"width": 1440, "height": 900}
TABLET = {"width": 800, "height": 1100}

TEXT = "document.querySelector('article').textContent"


def quotes(site: Site) -> list[str]:
    items = httpx.get(f"{site.base}{ADDRESS}/quotes").json()["items"]
    return [item["id"] for item in items]


def note(page: "Page", quote: str) -> str:
    """What is shown beside a quote."""
    shown: str = page.evaluate(
        "id => { const s = getComputedStyle(document.querySelector(`#quote-${id} .by`), '::after');"
        " return s.display === 'none' ? '' : s.content }",
        quote,
    )
    return shown


@pytest.mark.parametrize("name", ["karabakh", "hostile", "arabic", "chinese"])
@pytest.mark.parametrize("viewport", [PHONE, TABLET, SCREEN], ids=["phone", "tablet", "screen"])
def test_a_browser_shows_the_text_to_the_character_and_nothing_too_wide(
    site: Site, name: str, viewport: dict[str, int]
) -> None:
    address = site.articles.get(name, ADDRESS)
    page = site.visit(address, viewport=viewport)
    assert page.evaluate(TEXT) == httpx.get(f"{site.base}{address}/text").text
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_what_turns_words_around_turns_nothing(site: Site) -> None:
    """Each word of the headline stands to the right of the one before."""
    page = site.visit(site.articles["hostile"], viewport=SCREEN)
    lefts = page.evaluate(
        """() => {
            const words = document.createRange();
            const last = document.querySelector("h1").lastChild;
            return ["anissuR", "more"].map(word => {
                const at = last.data.indexOf(word);
                words.setStart(last, at);
                words.setEnd(last, at + 1);
                return words.getBoundingClientRect().left;
            });
        }"""
    )
    assert lefts == sorted(lefts)


def test_pointing_at_a_quote_shows_what_is_known_of_it(site: Site) -> None:
    page = site.visit(ADDRESS, viewport=SCREEN, java_script_enabled=False)
    quote = quotes(site)[4]
    assert note(page, quote) == '"France"'
    page.locator(f"#quote-{quote}").hover()
    assert note(page, quote) == (
        '"France\\a mixed quote\\a source “Paris”\\a cue “accuses”\\a rule gold"'
    )


def test_without_a_margin_only_the_quote_that_is_chosen_shows_its_note(site: Site) -> None:
    page = site.visit(ADDRESS, viewport=PHONE, java_script_enabled=False)
    first, second = quotes(site)[:2]
    page.locator(f"#quote-{first} .by").click()
    assert page.url.endswith(f"#quote-{first}")
    assert (note(page, first) != "", note(page, second)) == (True, "")


def test_the_keyboard_alone_reaches_quotes_and_escape_puts_notes_away(site: Site) -> None:
    page = site.visit(ADDRESS, viewport=PHONE)
    first = quotes(site)[0]
    for _ in range(30):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.className") == "by":
            break
    assert "content_after_cue" in note(page, first) or "gold" in note(page, first)
    page.keyboard.press("Escape")
    assert note(page, first) == ""


def test_pointing_at_a_cue_shows_its_whole_quote(site: Site) -> None:
    page = site.visit(ADDRESS, viewport=SCREEN)
    quote = quotes(site)[4]
    page.locator(f".cue[data-quote='{quote}']").hover()
    assert "source “Paris”" in note(page, quote)
    assert page.locator(".quote.on").count() == 1


@pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without"])
def test_choosing_a_voice_shows_only_its_quotes_by_an_address(site: Site, javascript: bool) -> None:
    page = site.visit(ADDRESS, viewport=SCREEN, java_script_enabled=javascript)
    page.evaluate("window.stayed = true")
    page.get_by_role("link", name="Turkey").last.click()
    page.wait_for_selector(".chosen")
    assert page.url == f"{site.base}{ADDRESS}?speaker=turkey"
    assert page.locator("article .quote").count() == 1
    assert page.evaluate("window.stayed") == (True if javascript else None)
    page.go_back()
    page.wait_for_selector(".chosen", state="detached")
    assert page.locator("article .quote").count() == 6


def test_whoever_chooses_a_voice_by_keyboard_stays_where_they_are(site: Site) -> None:
    page = site.visit(ADDRESS, viewport=SCREEN)
    focused = "document.activeElement.getAttribute('href')"
    page.get_by_role("link", name="Turkey").last.focus()
    page.keyboard.press("Enter")
    page.wait_for_selector(".chosen")
    assert page.evaluate(focused) == "?speaker=turkey"
    page.get_by_role("link", name="Mark all quotes").focus()
    page.keyboard.press("Enter")
    page.wait_for_selector(".chosen", state="detached")
    assert page.evaluate(focused) == "?speaker=french-presidency"


def test_what_has_an_address_is_shown_and_its_address_copied(site: Site) -> None:
    page = site.visit(f"{ADDRESS}#p-10", viewport=SCREEN)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    lit = "getComputedStyle(document.querySelector('#p-10')).backgroundColor"
    assert page.evaluate(lit) != "rgba(0, 0, 0, 0)"
    page.get_by_role("button", name="Copy address").click()
    page.get_by_role("button", name="Copied").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == f"{site.base}{ADDRESS}#p-10"
    page.get_by_role("button", name="Close").click()
    assert page.locator(".address").count() == 0


def test_a_citation_is_copied(site: Site) -> None:
    page = site.visit(f"/quotes/{quotes(site)[4]}", viewport=SCREEN)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Copy citation").click()
    page.get_by_role("button", name="Copied").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("France, quoted in “Fearing the Turkish role,")


def test_dark_is_dark(site: Site) -> None:
    paper = "getComputedStyle(document.body).backgroundColor"
    page = site.visit(ADDRESS, color_scheme="dark")
    assert page.evaluate(paper) == "rgb(21, 22, 24)"
    page.emulate_media(color_scheme="light")
    assert page.evaluate(paper) == "rgb(253, 252, 248)"
