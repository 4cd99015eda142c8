"""The log as lines of JSON, one a request: whoever watches many servers searches fields.

Nothing of it runs unless it is asked for. Query strings are never written: people search for names,
and what was meant for a header (a token) ends up there.
"""

import json
import logging
import re
import secrets
import time
from contextvars import ContextVar
from datetime import UTC, datetime
from typing import Any

from starlette.types import ASGIApp, Message, Receive, Scope, Send

_ID = re.compile(rb"[!#$%&'*+.^_`|~0-9A-Za-z-]{1,64}")  # a token (RFC 9110, section 5.6.2), short
_LONGEST_PATH = 1_000  # characters; only what is refused anyhow is longer

_request_id: ContextVar[str | None] = ContextVar("request_id", default=None)
_log = logging.getLogger("onrecord.requests")


class Logbook:
    """The outermost ASGI layer: one line a request, under the id that the answer bears as well.

    That is the client's `X-Request-ID` where it is one short token, else one made here. Whatever is
    logged on the way says it too.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        id, began = _id_of(scope), time.perf_counter()
        _request_id.set(id)  # and never taken back: the server logs what we raise
        status: int | None = None  # where the client left before there was an answer
        size = 0

        async def note(message: Message) -> None:
            nonlocal status, size
            if message["type"] == "http.response.start":
                status = message["status"]
                headers = [*message["headers"], (b"x-request-id", id.encode())]
                message = {**message, "headers": headers}
            size += len(message.get("body", b""))
            await send(message)

        try:
            await self._app(scope, receive, note)
        finally:
            line = {
                "method": scope["method"],
                "path": scope["raw_path"].decode("latin-1")[:_LONGEST_PATH],
                "status": status,
                "ms": round((time.perf_counter() - began) * 1000, 3),
                "bytes": size,
            }
            _log.info("answered", extra={"line": line})


def _id_of(scope: Scope) -> str:
    given = [value for name, value in scope["headers"] if name == b"x-request-id"]
    if len(given) == 1 and _ID.fullmatch(given[0]):
        return str(given[0].decode())
    return secrets.token_hex(8)


class JsonLines(logging.Formatter):
    """One JSON object a record, on one line whatever is in it."""

    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, Any] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "request": _request_id.get(),
            "message": record.getMessage(),
        }
        line |= getattr(record, "line", {})
        if record.exc_info:
            line["trace"] = self.formatException(record.exc_info)
        return json.dumps(line)


# As logging.config.dictConfig takes it; every process that serves is told.
CONFIG: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"json": {"()": "app.api.logbook.JsonLines"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "json"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {"onrecord.requests": {"level": "INFO"}},
}
