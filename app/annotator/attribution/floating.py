"""Quotations that no cue attributes: they go on with the quote before them."""

from app.annotator.attribution.drafts import Draft
from app.annotator.attribution.units import Unit

GAP = 60  # tokens between a quote and the quotation that goes on with it


def go_on(unit: Unit, drafts: list[Draft]) -> bool:
    """Adds a quotation that fills its unit to the quote before it; whether it did."""
    if not drafts or not unit.quotations or unit.first - drafts[-1].end() > GAP:
        return False
    first, last = unit.quotations[0].first, unit.quotations[-1].last
    if first != unit.first or last < unit.end - 2:
        return False
    drafts[-1].content.append((first, last + 1))
    return True
