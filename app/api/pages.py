"""Answers for people: where a route's chosen format is html, a page of app/pages."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated
from urllib.parse import quote

from fastapi import Depends, Request, Response
from fastapi.responses import HTMLResponse

from app.api.deps import SettingsDep
from app.api.headers import PAGE_POLICY
from app.api.negotiation import FormatDep, offered_by
from app.formats import FORMATS

_NAMES = {"json": "JSON", "jsonld": "JSON-LD"}


@dataclass(frozen=True, slots=True)
class Html:
    """Whether a page is `wanted`, and how to answer with one."""

    wanted: bool
    headers: dict[str, str]
    site: dict[str, object]

    def page(self, make: Callable[..., str], *values: object, **named: object) -> HTMLResponse:
        """What a function of app/pages makes of values, and of what every page knows."""
        return HTMLResponse(make(*values, **{**self.site, **named}), headers=self.headers)


async def _html(
    request: Request, response: Response, settings: SettingsDep, chosen: FormatDep
) -> Html:
    base, path = settings.base_path, quote(request.url.path)
    address = base + path
    formats = {format.suffix: f"{address}.{format.suffix}" for format in offered_by(request)}
    return Html(
        wanted=chosen is FORMATS["html"],
        headers={**response.headers, "Content-Security-Policy": PAGE_POLICY},
        site={
            "base": base,
            "q": None,
            "iri": settings.base_url + path,
            "here": address + (".html" if hasattr(request.state, "suffix") else ""),
            "formats": {_NAMES[suffix]: to for suffix, to in formats.items() if suffix in _NAMES},
        },
    )


HtmlDep = Annotated[Html, Depends(_html)]
