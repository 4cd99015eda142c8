"""Answers for people: where a route's chosen format is html, a page of app/pages."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated
from urllib.parse import quote

from fastapi import Depends, Request
from fastapi.responses import HTMLResponse

from app.api.headers import PAGE_POLICY
from app.api.negotiation import address, chosen, offered_by
from app.formats import FORMATS

_NAMES = {"json": "JSON", "jsonld": "JSON-LD"}


@dataclass(frozen=True, slots=True)
class Html:
    """Whether a page is `wanted`, and how to answer with one."""

    wanted: bool
    _request: Request

    def page(self, make: Callable[..., str], *values: object, **named: object) -> HTMLResponse:
        """What a function of app/pages makes of values, and of what every page knows."""
        headers = {**self._request.state.headers, "Content-Security-Policy": PAGE_POLICY}
        return HTMLResponse(make(*values, **{**_site(self._request), **named}), headers=headers)


def _site(request: Request) -> dict[str, object]:
    settings, here = request.app.state.settings, address(request)
    formats = {format.suffix: f"{here}.{format.suffix}" for format in offered_by(request)}
    return {
        "base": settings.base_path,
        "q": None,
        "iri": settings.base_url + quote(request.scope["path"]),
        "here": here + (".html" if hasattr(request.state, "suffix") else ""),
        "formats": {_NAMES[suffix]: to for suffix, to in formats.items() if suffix in _NAMES},
    }


def _html(request: Request) -> Html:
    return Html(chosen(request) is FORMATS["html"], request)


HtmlDep = Annotated[Html, Depends(_html)]
