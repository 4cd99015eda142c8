"""Answers for people: where a route's chosen format is html, a page of app/pages."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated
from urllib.parse import quote

from fastapi import Depends, Request, Response
from fastapi.responses import HTMLResponse

from app.api.headers import PAGE_POLICY
from app.api.negotiation import chosen, offered_by
from app.formats import FORMATS

_NAMES = {"json": "JSON", "jsonld": "JSON-LD"}


@dataclass(frozen=True, slots=True)
class Html:
    """Whether a page is `wanted`, and how to answer with one."""

    wanted: bool
    _request: Request
    _response: Response

    def page(self, make: Callable[..., str], *values: object, **named: object) -> HTMLResponse:
        """What a function of app/pages makes of values, and of what every page knows."""
        headers = {**self._response.headers, "Content-Security-Policy": PAGE_POLICY}
        return HTMLResponse(make(*values, **{**_site(self._request), **named}), headers=headers)


def _site(request: Request) -> dict[str, object]:
    settings, path = request.app.state.settings, quote(request.url.path)
    address = settings.base_path + path
    formats = {format.suffix: f"{address}.{format.suffix}" for format in offered_by(request)}
    return {
        "base": settings.base_path,
        "q": None,
        "iri": settings.base_url + path,
        "here": address + (".html" if hasattr(request.state, "suffix") else ""),
        "formats": {_NAMES[suffix]: to for suffix, to in formats.items() if suffix in _NAMES},
    }


def _html(request: Request, response: Response) -> Html:
    return Html(chosen(request) is FORMATS["html"], request, response)


HtmlDep = Annotated[Html, Depends(_html)]
