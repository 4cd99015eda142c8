"""Headers of every answer: what a browser may do with it, and who may read it."""

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

# An answer is data: a browser that shows it as a page must run and load nothing.
DATA_POLICY = "default-src 'none'; frame-ancestors 'none'"
# A page of ours: its own scripts, styles and images, and the API it belongs to.
PAGE_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
    " connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
_DEFAULTS = {
    "Content-Security-Policy": DATA_POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "cross-origin",
    # Everything is public and nobody is logged in: pages of any origin may read it.
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": (
        "Allow, Content-Location, ETag, Link, Preference-Applied, Retry-After, X-Request-ID"
    ),
}


_RAW = [(name.lower().encode(), value.encode()) for name, value in _DEFAULTS.items()]


def add_defaults(headers: MutableHeaders) -> None:
    """Adds those that an answer does not have yet."""
    there = {name for name, _ in headers.raw}
    headers.raw.extend(header for header in _RAW if header[0] not in there)


class Headers:
    """An ASGI layer that adds the headers an answer does not have yet."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def send_with_defaults(message: Message) -> None:
            if message["type"] == "http.response.start":
                add_defaults(MutableHeaders(scope=message))
            await send(message)

        await self._app(scope, receive, send_with_defaults)
