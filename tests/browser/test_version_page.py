"""A version's page as people use it, in a real browser."""

from typing import TYPE_CHECKING

import pytest

from tests.browser.conftest import UNFOLD, Site
from tests.browser.test_reading_page import PHONE, SCREEN, TABLET

if TYPE_CHECKING:
    from playwright.sync_api import FloatRect, Page

SMALLEST = {"width": 320, "height": 568}  # that has to do without scrolling sideways (WCAG 1.4.10)


def corners(page: "Page") -> "list[FloatRect]":
    """Where the two sides of the paragraph that was reworded stand."""
    sides = page.locator(".pair.reworded").last.locator(".side").all()
    return [corner for side in sides if (corner := side.bounding_box())]


def test_two_texts_stand_side_by_side_where_there_is_room(site: Site) -> None:
    page = site.visit(site.newest_version("retold"), viewport=SCREEN, java_script_enabled=False)
    before, after = corners(page)
    assert before["y"] == after["y"]
    assert before["x"] + before["width"] < after["x"]


def test_on_a_phone_they_stand_one_below_the_other(site: Site) -> None:
    page = site.visit(site.newest_version("retold"), viewport=PHONE, java_script_enabled=False)
    before, after = corners(page)
    assert before["x"] == after["x"]
    assert before["y"] + before["height"] <= after["y"]


@pytest.mark.parametrize("name", ["retold", "hostile", "arabic"])
@pytest.mark.parametrize(
    "viewport", [SMALLEST, PHONE, TABLET, SCREEN], ids=["smallest", "phone", "tablet", "screen"]
)
def test_nothing_is_too_wide(site: Site, name: str, viewport: dict[str, int]) -> None:
    page = site.visit(site.newest_version(name), viewport=viewport)
    page.evaluate(UNFOLD)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_what_differs_is_not_told_by_colour_alone(site: Site) -> None:
    page = site.visit(site.newest_version("retold"), viewport=SCREEN)
    line = "element => getComputedStyle(element).textDecorationLine"
    pair = page.locator(".pair.reworded").last
    assert pair.locator("del").evaluate(line) == "line-through"
    assert pair.locator("ins").evaluate(line) == "underline"


def test_an_address_within_what_is_folded_opens_it(site: Site) -> None:
    page = site.visit(f"{site.newest_version('retold')}#p-3", viewport=SCREEN)
    page.locator("#p-3").wait_for(state="visible")
