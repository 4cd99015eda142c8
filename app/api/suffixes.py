"""A suffix picks a format: `/quotes.csv` is `/quotes`, as CSV."""

from starlette.types import ASGIApp, Receive, Scope, Send

from app.formats import FORMATS

_SUFFIXES = frozenset(format.suffix for format in FORMATS.values())


_WHOLE = frozenset({"/openapi.json"})  # addresses whose suffix is a part of their name


class Suffixes:
    """An ASGI layer that takes the suffix off a path and keeps it in the request's state.

    No id holds a dot, so whatever stands behind the last one is a suffix.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and scope["path"] not in _WHOLE:
            bare, _, suffix = scope["path"].rpartition(".")
            if suffix in _SUFFIXES:
                state = {**scope.get("state", {}), "suffix": suffix}
                scope = {**scope, "path": bare, "state": state}
        await self._app(scope, receive, send)
