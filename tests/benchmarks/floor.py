"""The floor that serving is measured against: `/1234` is 1,234 constant bytes.

`app` is raw ASGI, with nothing above the server but two messages; `framework` is the least that
FastAPI can do.
"""

from functools import cache
from typing import Any

from fastapi import FastAPI, Response
from starlette.types import Message, Receive, Scope, Send


@cache
def _messages(path: str) -> tuple[Message, Message]:
    size = path[1:]
    headers = [(b"content-type", b"application/json"), (b"content-length", size.encode())]
    start = {"type": "http.response.start", "status": 200, "headers": headers}
    return start, {"type": "http.response.body", "body": b"x" * int(size)}


async def app(scope: Scope, _receive: Receive, send: Send) -> None:
    for message in _messages(scope["path"]):
        await send(message)


framework = FastAPI()


@framework.get("/{size}")
async def constant(size: int) -> Any:
    return Response(_messages(f"/{size}")[1]["body"], media_type="application/json")
