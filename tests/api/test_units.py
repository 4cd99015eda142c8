"""Offsets in UTF-16 code units: those given, and those answered."""

from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from app.seeding import seed_article
from app.store.engine import writer
from app.store.migrating import migrate
from app.text.reading import SourceText
from tests.api.test_articles import all_items, spans_in
from tests.conftest import MakeClient

TEXT = (
    "Smiles 😀 in Paris\n\n“😀” President Ada Weir said that “the 😀 talks” were over.\n\n"
    "“No more 𝕏,” said Bo Ash in Berlin on Monday."
)
SMILE = TEXT.index("😀")


@pytest.fixture(scope="module")
def smiling(make_client: MakeClient, tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    store: Path = tmp_path_factory.mktemp("smiling") / "smiling.db"
    migrate(store)
    with writer(store)() as session:
        seed_article(session, SourceText("smiles.txt", TEXT.encode()))
        session.commit()
    return make_client(store)


@pytest.fixture
def address(smiling: TestClient) -> str:
    return str(smiling.get("/articles").json()["items"][0]["links"]["self"])


def in_java(start: int, end: int) -> str:
    return TEXT.encode("utf-16-le")[2 * start : 2 * end].decode("utf-16-le")


@pytest.mark.parametrize("noun", ["", "/paragraphs", "/paragraphs/1", "/mentions", "/quotes"])
def test_offsets_of_an_article_count_units(smiling: TestClient, address: str, noun: str) -> None:
    body: dict[str, Any] = smiling.get(f"{address}{noun}?unit=utf16").json()
    spans = spans_in(body)
    assert spans
    assert all(in_java(span["start"], span["end"]) == span["exact"] for span in spans)
    assert {item["unit"] for item in body.get("items", [body])} == {"utf16"}


def test_offsets_of_a_place_count_units(smiling: TestClient, address: str) -> None:
    body = smiling.get(f"{address}/locate?exact=that the 😀 walks were … 𝕏&unit=utf16").json()
    assert body["status"] == "approximate"
    spans = spans_in(body)
    assert [span["exact"] for span in spans][:2] == ["that “the 😀 talks” were", "𝕏"]
    assert all(in_java(span["start"], span["end"]) == span["exact"] for span in spans)
    assert {place["unit"] for place in body["places"]} == {"utf16"}


@pytest.mark.parametrize("list_", ["/articles?q=paris", "/quotes?q=talks", "/quotes"])
def test_offsets_across_articles_count_units(smiling: TestClient, list_: str) -> None:
    joint = "&" if "?" in list_ else "?"
    items = all_items(smiling, f"{list_}{joint}unit=utf16")
    assert all(in_java(span["start"], span["end"]) == span["exact"] for span in spans_in(items))
    assert items
    one = smiling.get(f"/quotes/{items[0]['id']}?unit=utf16")
    assert one.status_code == 404 or spans_in(one.json()) == spans_in(items[0] | {"excerpt": None})


def test_streams_count_units(smiling: TestClient, address: str) -> None:
    lines = smiling.get(f"{address}/mentions.csv?unit=utf16").text.splitlines()
    assert all(line.endswith(",utf16") for line in lines[1:])


@pytest.mark.parametrize(
    ("char", "unit", "words"),
    [
        ("0,6", "codepoint", "Smiles"),
        (f"{SMILE},{SMILE + 2}", "utf16", "😀"),
        (f"{SMILE},{SMILE + 2}", "codepoint", "😀 "),
        (f"{SMILE + 1},{SMILE + 4}", "utf16", "😀 i"),
        ("6,0", "codepoint", ""),
        ("6,6", "utf16", ""),
        ("999999999,999999999", "codepoint", ""),
        (f"{len(TEXT) - 2},999999999", "utf16", "onday."),
    ],
)
def test_char_selects_of_the_text(
    smiling: TestClient, address: str, char: str, unit: str, words: str
) -> None:
    version = smiling.get(address).json()["version"]
    for text in (f"{address}/text", f"{address}/versions/{version}/text"):
        assert smiling.get(text, params={"char": char, "unit": unit}).text == words
        assert smiling.get(text).text == TEXT


@pytest.mark.parametrize("unit", ["codepoint", "utf16"])
def test_overlaps_is_given_in_the_unit_of_the_answer(
    smiling: TestClient, address: str, unit: str
) -> None:
    for noun in ("mentions", "quotes"):
        items = all_items(smiling, f"{address}/{noun}?unit={unit}")
        for item in items:
            [span, *_] = spans_in(item)
            where = f"{span['start']},{span['end']}"
            found = all_items(smiling, f"{address}/{noun}?unit={unit}&overlaps={where}")
            assert item in found
            beside = all_items(smiling, f"{address}/{noun}?unit={unit}&overlaps=0,1")
            assert item not in beside
    assert all_items(smiling, f"{address}/mentions?overlaps=9,3") == []


def test_a_version_that_is_not(smiling: TestClient, address: str) -> None:
    assert smiling.get(f"{address}/versions/000000000000/text").status_code == 404
