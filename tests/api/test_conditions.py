import asyncio

import pytest
from starlette.types import Message

from app.api.conditions import Answer, choose_coding, finishing, is_met


@pytest.mark.parametrize(
    ("condition", "met"),
    [
        (b'"ours"', True),
        (b'W/"ours"', True),
        (b"*", True),
        (b' "other" ,\t"ours"', True),
        (b'"a,b", W/"ours", "c"', True),
        (b',, "ours",', True),
        (b'"other"', False),
        (b"ours", False),
        (b'w/"ours"', False),
        (b'"Ours"', False),
        (b'"other", *', False),
        (b'"ours', False),
        (b'"', False),
        (b",", False),
        pytest.param(b'"x", ' * 700 + b'"ours"', True, id="many"),
        pytest.param(b'"x", ' * 900 + b'"ours"', False, id="too many"),
        pytest.param(b'"x' * 100_000, False, id="without an end"),
    ],
)
def test_if_none_match(condition: bytes, met: bool) -> None:
    assert is_met(condition, b'"ours"') is met


@pytest.mark.parametrize(
    ("accepted", "coding"),
    [
        (b"gzip", b"gzip"),
        (b"gzip, deflate, br, zstd", b"zstd"),
        (b"gzip, deflate, br", b"br"),
        (b"GZIP", b"gzip"),
        (b"*", b"zstd"),
        (b"zstd;q=0, *", b"br"),
        (b"br;q=0.5, gzip;q=0.8, zstd;q=0.8", b"zstd"),
        (b"br;q=0.5,gzip ; q=0.8", b"gzip"),
        (b"gzip;level=3;q=1", b"gzip"),
        (b"identity", None),
        (b"identity, gzip;q=0.5", None),
        (b"identity;q=0.5, gzip", b"gzip"),
        (b"gzip;q=0", None),
        (b"*;q=0", None),
        (b"gzip;q=nan", None),
        (b"gzip;q=inf", None),
        (b"gzip;q=-1", None),
        (b"gzip;q=.", None),
        (b"deflate", None),
        (b"", None),
        (b",;,=", None),
        pytest.param(b"gzip" + b"," * 5000, None, id="too long to be meant"),
    ],
)
def test_accept_encoding(accepted: bytes, coding: bytes | None) -> None:
    assert choose_coding(accepted) == coding


def test_head_of_a_stream_is_its_headers_and_no_more() -> None:
    sent: list[Message] = []

    async def send(message: Message) -> None:
        sent.append(message)

    async def never(_: Answer) -> None:
        raise AssertionError

    async def stream() -> None:
        take = finishing(never, True, send)
        await take({"type": "http.response.start", "status": 200, "headers": []})
        for more in (True, True, False):
            await take({"type": "http.response.body", "body": b"a", "more_body": more})

    asyncio.run(stream())
    assert [message.get("body") for message in sent] == [None, b""]
