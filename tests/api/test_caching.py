import asyncio
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable, Coroutine
from contextlib import closing
from functools import wraps
from pathlib import Path
from typing import Any

import httpx
import pytest
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.api.conditions import Answer
from app.api.kept import Kept
from tests.api.test_articles import KARABAKH
from tests.conftest import MakeClient
from tests.served import served

WHOLE = ["/", "/quotes", "/actors/france", f"/articles/{KARABAKH}", "/docs",
         f"/articles/{KARABAKH}/text", "/docs/assets/swagger-ui.css", "/openapi.json"]  # fmt: skip
STREAMED = ["/quotes.csv", "/articles.ndjson", "/quotes.ndjson?speaker=nobody"]
PASSING = ["/health", "/nowhere", "/quotes?limit=0", "/actors/nobody"]
CODINGS = ["identity", "gzip", "br", "zstd"]


@pytest.fixture(scope="module")
def uncached(make_client: MakeClient, gold_store: Path) -> TestClient:
    return make_client(gold_store, cache_bytes=0)


Raw = tuple[int, list[tuple[str, str]], bytes]


def raw(client: TestClient, address: str, headers: Any, method: str = "GET") -> Raw:
    """Status, headers and the very bytes of an answer."""
    with client.stream(method, address, headers=headers) as answer:
        return answer.status_code, answer.headers.multi_items(), b"".join(answer.iter_raw())


@pytest.mark.parametrize("coding", CODINGS)
@pytest.mark.parametrize("address", WHOLE)
def test_who_has_an_answer_gets_304(client: TestClient, address: str, coding: str) -> None:
    wanted = {"Accept-Encoding": coding}
    first = client.get(address, headers=wanted)
    again = client.get(address, headers=wanted | {"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    kept = {"cache-control", "content-location", "etag", "vary", "access-control-allow-origin",
            "access-control-expose-headers"} & set(first.headers)  # fmt: skip
    assert dict(again.headers) == {name: first.headers[name] for name in kept}
    other = client.get(address, headers=wanted | {"If-None-Match": '"other"'})
    assert (other.status_code, other.content) == (200, first.content)


def test_each_coding_is_another_representation(client: TestClient) -> None:
    tags = {client.get("/quotes", headers={"Accept-Encoding": c}).headers["etag"] for c in CODINGS}
    assert len(tags) == len(CODINGS)
    assert not any(tag.startswith("W/") for tag in tags)


@pytest.mark.parametrize("coding", CODINGS)
@pytest.mark.parametrize("address", WHOLE + STREAMED + PASSING)
def test_head_is_get_without_the_body(client: TestClient, address: str, coding: str) -> None:
    wanted = {"Accept-Encoding": coding}
    status, headers, _ = raw(client, address, wanted)
    assert raw(client, address, wanted, "HEAD") == (status, headers, b"")


def test_a_header_in_two_lines_is_one_list(client: TestClient) -> None:
    headers = [("Accept", "image/png"), ("Accept", "text/csv")]
    headers += [("Accept-Encoding", "gzip;q=0"), ("Accept-Encoding", "br")]
    answer = client.get("/quotes", headers=headers)
    assert answer.headers["content-type"].startswith("text/csv")
    assert answer.headers["content-encoding"] == "br"


def test_head_has_conditions_too(client: TestClient) -> None:
    tag = client.head("/quotes").headers["etag"]
    assert client.head("/quotes", headers={"If-None-Match": tag}).status_code == 304


@pytest.mark.parametrize("address", STREAMED)
def test_what_is_streamed_has_no_etag(client: TestClient, address: str) -> None:
    for condition in ("*", '"x"'):
        answer = client.get(address, headers={"If-None-Match": condition})
        assert answer.status_code == 200
        assert "etag" not in answer.headers
        assert answer.headers["cache-control"] == "public, no-cache"


@pytest.mark.parametrize("address", PASSING)
def test_what_holds_for_now_only_is_not_stored(client: TestClient, address: str) -> None:
    answer = client.get(address, headers={"If-None-Match": "*"})
    assert answer.status_code != 304
    assert "etag" not in answer.headers
    assert answer.headers["cache-control"] == "no-store"


def test_files_of_the_program_are_kept_for_an_hour(client: TestClient) -> None:
    answer = client.get("/docs/assets/swagger-ui.css", headers={"Range": "bytes=0-9"})
    assert answer.status_code == 200
    assert answer.headers["cache-control"] == "public, max-age=3600"
    assert client.get("/docs/assets/nothing.css").status_code == 404


CHOICES = st.lists(
    st.sampled_from(
        [
            ("Accept", "text/csv"),
            ("Accept", "*/*;q=0.1, application/json"),
            ("Accept", ""),
            ("Accept", "image/png"),
            ("Accept", "text/csv" + " " * 600),
            ("Accept-Encoding", "gzip"),
            ("Accept-Encoding", "br;q=0.5, zstd;q=0"),
            ("Accept-Encoding", ""),
            ("Prefer", "return=minimal"),
            ("If-None-Match", "*"),
            ("Range", "bytes=0-1"),
            ("Host", "evil.example"),
            ("Host", "no host"),
            ("Cookie", "a" * 5000),
            ("Cookie", "a" * 40_000),
            ("Content-Length", "0"),
            ("Cookie", "a=b"),
            ("X-Forwarded-Host", "evil.example"),
        ]
    ),
    max_size=4,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    address=st.sampled_from(["/quotes", "/quotes?speaker=france", "/quotes.json", "/", "/nowhere"]),
    headers=CHOICES,
    method=st.sampled_from(["GET", "HEAD"]),
)
def test_from_memory_comes_what_the_store_would_give(
    client: TestClient,
    uncached: TestClient,
    address: str,
    headers: list[tuple[str, str]],
    method: str,
) -> None:
    """To the byte, whatever others asked for before."""
    assert raw(client, address, headers, method) == raw(uncached, address, headers, method)


def count_reads(client: TestClient, ask: Callable[[], object]) -> int:
    """How often the store is opened while something is asked."""
    state = client.app.state  # type: ignore[attr-defined]  # it is our own application
    read, opened = state.read, 0

    def count() -> object:
        nonlocal opened
        opened += 1
        return read()

    state.read = count
    ask()
    state.read = read
    return opened


@pytest.mark.parametrize(
    ("headers", "opened"),
    [
        pytest.param([], 0, id="the same"),
        pytest.param([("User-Agent", "another")], 0, id="what chooses nothing"),
        pytest.param([("Accept-Encoding", "deflate, x;q=0.5")], 0, id="other words for no coding"),
        pytest.param([("Accept-Encoding", "gzip")], 1, id="another coding"),
        pytest.param([("Accept", "application/json")], 1, id="another Accept"),
        pytest.param([("Cookie", "x" * 4096)], 1, id="many words"),
        pytest.param([("Content-Length", "0")], 1, id="a body"),
        pytest.param([("Transfer-Encoding", "chunked")], 1, id="a body in chunks"),
    ],
)
def test_who_asks_the_same_is_answered_from_memory(
    make_client: MakeClient, own_store: Path, headers: list[tuple[str, str]], opened: int
) -> None:
    client = make_client(own_store)
    client.headers = {"Accept": "*/*", "Accept-Encoding": "identity"}
    client.get("/quotes")
    assert count_reads(client, lambda: client.get("/quotes", headers=headers)) == opened


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        pytest.param([("Host", "a.example"), ("Host", "a.example")], 400, id="two hosts"),
        pytest.param([("Host", "no host")], 400, id="no host"),
        pytest.param([("X", "")] * 101, 431, id="many headers"),
        pytest.param([("X", "x" * 40_000)], 431, id="long headers"),
        pytest.param([("Content-Length", "99999999")], 413, id="a large body"),
    ],
)
def test_memory_hides_no_refusal(
    client: TestClient, headers: list[tuple[str, str]], status: int
) -> None:
    assert client.get("/quotes").status_code == 200
    assert client.get("/quotes", headers=headers).status_code == status


def test_without_memory_the_store_is_read_each_time(uncached: TestClient) -> None:
    for _ in range(2):
        assert count_reads(uncached, lambda: uncached.get("/quotes")) == 1


def test_head_of_a_stream_reads_no_more_than_it_must(client: TestClient) -> None:
    assert count_reads(client, lambda: client.head("/quotes.ndjson")) <= 2


def change(store: Path, statement: str) -> None:
    with closing(sqlite3.connect(store)) as connection, connection:
        connection.execute(statement)


def test_after_a_commit_nothing_is_as_before(make_client: MakeClient, own_store: Path) -> None:
    client = make_client(own_store)
    tag = client.get("/quotes").headers["etag"]
    assert client.get("/quotes", headers={"If-None-Match": tag}).status_code == 304
    change(own_store, "UPDATE article SET withdrawn = 'wrong'")
    answer = client.get("/quotes", headers={"If-None-Match": tag})
    assert (answer.status_code, answer.json()["items"]) == (200, [])


BREAKS: dict[str, Callable[[Path], object]] = {
    "missing": lambda store: store.unlink(),
    "junk": lambda store: store.write_bytes(b"junk" * 4000),
    "newer": lambda store: change(store, "UPDATE alembic_version SET version_num = 99"),
}


@pytest.mark.parametrize("breaks", BREAKS)
def test_a_store_that_breaks_is_not_hidden(
    make_client: MakeClient, own_store: Path, breaks: str
) -> None:
    client = make_client(own_store)
    for _ in range(2):
        assert client.get("/quotes").status_code == 200
    BREAKS[breaks](own_store)
    assert client.get("/quotes").status_code == 503


WRITER = """
import sqlite3, sys, time
connection = sqlite3.connect(sys.argv[1], isolation_level=None, timeout=20)
for number in range(1, 120):
    connection.execute("UPDATE actor SET name = ? WHERE slug = 'france'", (str(number),))
    print(number, flush=True)
    time.sleep(0.003)
"""


def test_no_answer_is_older_than_what_was_committed_before(own_store: Path) -> None:
    """While another process commits, readers ask; each knows how far the writer had come."""
    change(own_store, "UPDATE actor SET name = '0' WHERE slug = 'france'")
    committed, seen = [0], []
    with served(own_store.parent, store=own_store) as (_, address):
        httpx.get(f"{address}/quotes")  # it is awake

        def read() -> None:
            with httpx.Client(base_url=address, timeout=20) as client:
                while committed[-1] < 119:
                    before = committed[-1]
                    seen.append((before, int(client.get("/actors/france").json()["name"])))

        readers = [threading.Thread(target=read) for _ in range(2)]
        for reader in readers:
            reader.start()
        command = [sys.executable, "-c", WRITER, str(own_store)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as writer:
            assert writer.stdout
            committed.extend(map(int, writer.stdout))  # each as it comes
        for reader in readers:
            reader.join()
    assert [pair for pair in seen if pair[1] < pair[0]] == []
    assert len({found for _, found in seen}) > 10
    assert len(seen) > len(set(seen))  # the same was answered again, from memory


def answer(size: int) -> Answer:
    return Answer((), (), b"x" * size, b'"tag"')


def in_a_loop(test: Callable[[], Coroutine[None, None, None]]) -> Callable[[], None]:
    @wraps(test)
    def run() -> None:
        asyncio.run(test())

    return run


@in_a_loop
async def test_the_least_used_is_forgotten_first() -> None:
    kept = Kept(lambda: 1, limit=100_000)
    moment = kept.now()
    for number in range(40):
        kept.put((b"%d" % number,), answer(6_000), moment)
        kept.get((b"0",))
    there = [number for number in range(40) if kept.get((b"%d" % number,))]
    assert there == [0, *range(32, 40)]


@in_a_loop
async def test_no_answer_pushes_out_all_others() -> None:
    kept = Kept(lambda: 1, limit=100_000)
    moment = kept.now()
    kept.put((b"large",), answer(13_000), moment)
    assert kept.get((b"large",)) is None


@in_a_loop
async def test_the_memory_is_filled_to_its_last_byte() -> None:
    kept = Kept(lambda: 1, limit=40_000)
    moment = kept.now()
    for number in b"12345678":
        kept.put((b"%c" % number,), answer(999), moment)  # each an eighth: 5,000 with its overhead
    assert all(kept.get((b"%c" % number,)) for number in b"12345678")


@in_a_loop
async def test_without_memory_there_is_no_moment() -> None:
    assert Kept(lambda: 1, limit=0).now() is None


@in_a_loop
async def test_two_who_asked_at_once_keep_one_answer() -> None:
    kept = Kept(lambda: 1, limit=50_000)
    moment = kept.now()
    for _ in range(100):
        kept.put((b"same",), answer(2_000), moment)
    kept.put((b"other",), answer(2_000), moment)
    assert kept.get((b"same",))
    assert kept.get((b"other",))


@in_a_loop
async def test_requests_that_waited_together_see_one_moment() -> None:
    moments = iter(range(9))
    kept = Kept(lambda: next(moments), limit=100_000)
    assert [kept.now(), kept.now()] == [0, 0]
    await asyncio.sleep(0)
    assert kept.now() == 1


@in_a_loop
async def test_what_was_begun_before_a_change_is_not_kept() -> None:
    moments = iter([1, 2, None])
    kept = Kept(lambda: next(moments), limit=100_000)
    before = kept.now()
    await asyncio.sleep(0)
    assert kept.now() == 2
    kept.put((b"late",), answer(10), before)
    assert kept.get((b"late",)) is None
    await asyncio.sleep(0)
    kept.put((b"never",), answer(10), kept.now())
    assert kept.get((b"never",)) is None
