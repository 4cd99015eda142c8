import asyncio

import pytest
from starlette.types import Message

from app.api.conditions import Answer, Header, as_lines, choose_coding, finishing, is_met


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
        pytest.param(b'"ours"' + b" " * 4090, True, id="4096 bytes"),
        pytest.param(b'"ours"' + b" " * 4091, False, id="a byte more"),
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
        (b"gzip;q=0.5.5", None),
        (b"gzip, zstd;q=1", b"zstd"),
        (b"deflate", None),
        (b"", None),
        (b",;,=", None),
        pytest.param(b"gzip" + b"," * 5000, None, id="too long to be meant"),
    ],
)
def test_accept_encoding(accepted: bytes, coding: bytes | None) -> None:
    assert choose_coding(accepted) == coding


@pytest.mark.parametrize("headers", [[], [(b"content-length", b"3")]])
@pytest.mark.parametrize(("head", "bodies"), [(False, [b"a", b"a", b"a"]), (True, [b""])])
def test_a_stream_is_sent_as_it_comes_and_to_head_its_headers_alone(
    head: bool, bodies: list[bytes], headers: list[tuple[bytes, bytes]]
) -> None:
    sent: list[Message] = []

    async def send(message: Message) -> None:
        sent.append(message)

    async def never(_: Answer) -> None:
        raise AssertionError

    async def stream() -> None:
        take = finishing(never, head, send)
        await take({"type": "http.response.start", "status": 200, "headers": headers})
        for more in (True, True, False):
            await take({"type": "http.response.body", "body": b"a", "more_body": more})

    asyncio.run(stream())
    assert [message["type"] for message in sent[:1]] == ["http.response.start"]
    assert [(message["type"], message["body"]) for message in sent[1:]] == [
        ("http.response.body", body) for body in bodies
    ]


def test_a_tag_is_made_of_the_bytes_and_nothing_else() -> None:
    answers: list[Answer] = []

    async def keep(answer: Answer) -> None:
        answers.append(answer)

    async def never(_: Message) -> None:
        raise AssertionError

    async def finish() -> None:
        take = finishing(keep, False, never)
        headers = [(b"content-length", b"4")]
        await take({"type": "http.response.start", "status": 200, "headers": headers})
        await take({"type": "http.response.body", "body": b"body"})

    asyncio.run(finish())
    assert [answer.etag for answer in answers] == [b'"230d8358dc8e8890b4c58dee"']


ETAG, LENGTH = (b"etag", b'"x"'), (b"content-length", b"1")


@pytest.mark.parametrize(
    ("condition", "status", "headers"), [(b"", 200, (ETAG, LENGTH)), (b"*", 304, (ETAG,))]
)
def test_304_has_fewer_headers(condition: bytes, status: int, headers: tuple[Header, ...]) -> None:
    sent: list[Message] = []

    async def send(message: Message) -> None:
        sent.append(message)

    asyncio.run(Answer((ETAG, LENGTH), (ETAG,), b"a", b'"x"').reply(condition, False, send))
    assert (sent[0]["status"], sent[0]["headers"]) == (status, headers)


def test_headers_go_over_the_wire_a_line_each() -> None:
    assert as_lines([(b"a", b"1"), (b"b", b"2")]) == b"a: 1\r\nb: 2\r\n"
