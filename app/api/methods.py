"""OPTIONS and 405 for every route at once (RFC 9110, sections 9.3.7 and 15.5.6).

Routes know GET only; HEAD has become one before it comes here (caching.py).
"""

from collections.abc import Iterable

from starlette.responses import Response
from starlette.routing import BaseRoute, Match
from starlette.types import ASGIApp, Receive, Scope, Send

from app.api.problems import problem

ALLOWED = "GET, HEAD, OPTIONS"
# A browser asks before a page elsewhere may send what no form could: Prefer, If-None-Match, or an
# Accept with quotation marks in it (Fetch standard, CORS-preflight). Nothing is secret, so anything
# may be sent; the answer is kept for a day.
_PREFLIGHT = {
    "Access-Control-Allow-Methods": ALLOWED,
    "Access-Control-Allow-Headers": "*",
    "Access-Control-Max-Age": "86400",
}


class Methods:
    """An ASGI layer around an application whose routes answer GET."""

    def __init__(self, app: ASGIApp, routes: Iterable[BaseRoute]) -> None:
        self._app = app
        self._routes = routes

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] == "GET":
            await self._app(scope, receive, send)
        elif not self._known(scope):
            await self._app(_as_get(scope), receive, send)  # the application's own 404
        else:
            await _answer(scope["method"])(scope, receive, send)

    def _known(self, scope: Scope) -> bool:
        asked = _as_get(scope)
        return any(route.matches(asked)[0] is Match.FULL for route in self._routes)


def _as_get(scope: Scope) -> Scope:
    return {**scope, "method": "GET"}


def _answer(method: str) -> Response:
    headers = {"Allow": ALLOWED}
    if method == "OPTIONS":
        return Response(status_code=204, headers={**headers, **_PREFLIGHT})
    return problem(405, f"Only {ALLOWED} are answered here.", headers=headers)
