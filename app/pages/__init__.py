"""What people look at: values become HTML here, from templates/, with static/ beside it."""

import re
from calendar import month_name
from collections.abc import Mapping
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import quote

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

Row = Mapping[str, Any]  # of store.queries
STATIC = Path(__file__).parent / "static"

# The explicit controls of the bidirectional algorithm (UAX #9, section 2): each can turn around
# what follows, up to the end of its block.
_CONTROLS = re.compile("([\u202a-\u202e\u2066-\u2069])")
_ALONE = Markup('<span class="control">{}</span>')


def _words(text: str) -> Markup:
    """Words of an article: as they are, but what would turn others around stands in an element of
    its own, where it turns nothing.
    """
    pieces = _CONTROLS.split(text)
    return Markup("").join(_ALONE.format(p) if n % 2 else p for n, p in enumerate(pieces))


def _plain(text: str) -> str:
    """The same where no element can stand, in a title or an attribute: without them."""
    return _CONTROLS.sub("", text)


def _shorten(words: str, length: int) -> str:
    """The beginning of long words, cut between two of them."""
    if len(words) <= length:
        return words
    return (words[:length].rpartition(" ")[0] or words[:length]) + "…"


def _counted(noun: str, count: int) -> str:
    """As one says it: `1 quote`, `2 quotes`, `1,000 quotes`."""
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def _percent(share: float) -> str:
    return f"{100 * share:.0f} %" if share >= 0.01 else "under 1 %"


def _day(published: str) -> str:
    """The day of an ISO 8601 date or time, as one says it: `20 November 2020`."""
    day = date.fromisoformat(published[:10])
    return f"{day.day} {month_name[day.month]} {day.year}"


# Autoescape everywhere: an article's words are never markup.
_environment = Environment(
    loader=PackageLoader("app.pages"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
_environment.filters |= {
    "words": _words,
    "plain": _plain,
    "shorten": _shorten,
    "counted": _counted,
    "percent": _percent,
    "day": _day,
    "in_path": partial(quote, safe=""),
}


def render(template: str, **values: object) -> str:
    """A page from a template of templates/."""
    return _environment.get_template(template).render(values)
