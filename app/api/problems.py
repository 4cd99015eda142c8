"""Every error as application/problem+json (RFC 9457)."""

import json
import logging
from collections.abc import Mapping, Sequence
from http import HTTPStatus

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException

from app.errors import NotFoundError, StoreError, WithdrawnError

MEDIA_TYPE = "application/problem+json"
_log = logging.getLogger("onrecord")


def problem(
    status: int,
    detail: str,
    *,
    errors: Sequence[Mapping[str, str]] | None = None,
    headers: Mapping[str, str] | None = None,
) -> Response:
    """The answer that says what went wrong, and with which parameters."""
    body: dict[str, object] = {
        "type": "about:blank",
        "title": HTTPStatus(status).phrase,
        "status": status,
        "detail": detail,
    }
    if errors:
        body["errors"] = errors
    content = json.dumps(body, ensure_ascii=False).encode(errors="replace")  # never a second error
    return Response(content, status, headers, MEDIA_TYPE)


def _said(message: str) -> str:
    """As a sentence of ours: pydantic puts the kind of a validator's error before it."""
    return message.removeprefix("Value error, ")


def handle_problems(app: FastAPI) -> None:
    """Makes every error an answer; what nobody foresaw is logged, and told without its words.

    None waits for a thread: slow answers may have them all.
    """

    @app.exception_handler(NotFoundError)
    async def not_found(_: Request, error: NotFoundError) -> Response:
        return problem(404, str(error))

    @app.exception_handler(WithdrawnError)
    async def gone(_: Request, error: WithdrawnError) -> Response:
        return problem(410, str(error))

    @app.exception_handler(RequestValidationError)
    async def unprocessable(_: Request, error: RequestValidationError) -> Response:
        # Without the input: it may hold what cannot be written as JSON.
        errors = [
            {
                "in": str(fault["loc"][0]),
                "parameter": str(fault["loc"][-1]),
                "detail": _said(fault["msg"]),
            }
            for fault in error.errors()
        ]
        told = "; ".join(f"{fault['parameter']}: {fault['detail']}" for fault in errors)
        return problem(422, told, errors=errors)

    @app.exception_handler(HTTPException)
    async def http_error(request: Request, error: HTTPException) -> Response:
        unknown = error.status_code == HTTPStatus.NOT_FOUND
        detail = f"There is nothing at {request.url.path!r}." if unknown else error.detail
        return problem(error.status_code, detail, headers=error.headers)

    @app.exception_handler(StoreError)
    async def unavailable(_: Request, error: StoreError) -> Response:
        _log.error("%s", error)
        return problem(503, str(error), headers={"Retry-After": "5"})

    @app.exception_handler(Exception)
    async def unforeseen(_: Request, __: Exception) -> Response:
        return problem(500, "Something went wrong here; the log of the server says what.")
