"""Quotations that no cue attributes: they go on with the quote before them."""

from app.annotator.attribution.drafts import Draft
from app.annotator.attribution.units import Unit


def go_on(unit: Unit, drafts: list[Draft]) -> None:
    """A quotation that fills its unit belongs to the quote before it."""
    if not drafts or not unit.quotations:
        return
    first, last = unit.quotations[0].first, unit.quotations[-1].last
    if first == unit.first and last >= unit.end - 2:
        drafts[-1].content.append((first, last + 1))
