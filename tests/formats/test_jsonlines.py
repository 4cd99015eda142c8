import json
from pathlib import Path

from app.formats import shapes
from app.formats.jsonlines import to_ndjson
from app.standoff import Span
from tests.formats.gold_rows import gold_rows
from tests.formats.rows import mention_row


def test_every_line_is_the_object_that_json_has(gold_store: Path) -> None:
    for gold in gold_rows(gold_store):
        quotes = [shapes.quote(row, "/base") for row in gold.quotes]
        lines = b"".join(to_ndjson(quotes)).decode().split("\n")
        assert lines.pop() == ""
        assert [json.loads(line) for line in lines] == quotes


def test_a_line_holds_whatever_breaks_lines() -> None:
    text = "a\nb\r\nc\u2028d\x85e“é”"
    shape = shapes.mention(mention_row(text, Span(0, len(text))), "")
    [chunk] = to_ndjson([shape])
    assert chunk.count(b"\n") == 1
    assert chunk.endswith(b"}\n")
    assert json.loads(chunk)["exact"] == text


def test_no_items_are_no_lines() -> None:
    assert list(to_ndjson([])) == []
