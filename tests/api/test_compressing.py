import gzip
import json
import zlib

import brotli
import pytest
import zstandard
from fastapi.testclient import TestClient

DECODE = {
    "gzip": gzip.decompress,
    "br": brotli.decompress,
    "zstd": lambda coded: zstandard.ZstdDecompressor().decompressobj().decompress(coded),
}
each_coding = pytest.mark.parametrize("coding", DECODE)
LONG = ["/quotes", "/openapi.json", "/docs", "/docs/assets/swagger-ui.css", "/quotes.ndjson",
        "/quotes.csv"]  # fmt: skip


def coded_bytes(client: TestClient, address: str, coding: str) -> bytes:
    with client.stream("GET", address, headers={"Accept-Encoding": coding}) as answer:
        assert answer.headers["content-encoding"] == coding
        assert "Accept-Encoding" in answer.headers["vary"]
        return b"".join(answer.iter_raw())


@each_coding
@pytest.mark.parametrize("address", LONG)
def test_a_coded_answer_is_the_same_answer(client: TestClient, address: str, coding: str) -> None:
    plain = client.get(address, headers={"Accept-Encoding": "identity"})
    assert "content-encoding" not in plain.headers
    assert DECODE[coding](coded_bytes(client, address, coding)) == plain.content


def test_what_is_short_is_sent_as_it_is(client: TestClient) -> None:
    answer = client.get("/health", headers={"Accept-Encoding": "gzip"})
    assert "content-encoding" not in answer.headers
    assert "vary" not in answer.headers
    assert json.loads(answer.content) == {"status": "ok"}


def test_gzip_does_not_tell_the_time_of_day(client: TestClient) -> None:
    coded = coded_bytes(client, "/quotes", "gzip")
    assert coded[4:8] == bytes(4)
    assert zlib.decompress(coded, wbits=31) == client.get("/quotes").content
