import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from app.comparing.asking import ask
from app.identity import article_id
from app.store.engine import reader
from app.store.queries import locating
from app.store.queries.locating import locate_in_article
from app.store.queries.paging import Row
from tests.api.test_articles import KARABAKH
from tests.gold import gold_document

TEXT = gold_document("karabakh").document.text


def find(store: Path, exact: str) -> Row:
    with reader(store)() as session:
        return locate_in_article(session, KARABAKH, ask(exact))


def add_versions(store: Path, *texts: str) -> None:
    """Older versions of the article, the last one the newest of them; the current one stays."""
    with closing(sqlite3.connect(store)) as connection, connection:
        [id] = connection.execute("SELECT id FROM article WHERE slug = ?", (KARABAKH,)).fetchone()
        connection.execute("UPDATE version SET number = 1000 WHERE article = ?", (id,))
        for number, text in enumerate(texts, start=1):
            connection.execute(
                "INSERT INTO version (article, number, current, sha256, source_name, text,"
                " source_text) VALUES (?, ?, 0, ?, 'old', ?, '')",
                (id, number, f"{number:064}", text),
            )


def test_the_current_version_comes_first(own_store: Path) -> None:
    add_versions(own_store, "Ankara insists on its right")
    found = find(own_store, "Ankara insists on its right")
    assert [place["current"] for place in found["places"]] == [True]
    assert (found["exact_is_complete"], found["near_is_complete"]) == (True, None)


def test_the_very_words_of_an_earlier_version_come_before_nearly_the_words(own_store: Path) -> None:
    add_versions(own_store, "Ankara insists on its duty", "Ankara insists on its duty!", "No.")
    found = find(own_store, "Ankara insists on its duty")
    assert found["status"] == "unique"
    [place] = found["places"]
    assert (place["current"], place["version"]) == (False, "000000000000")
    assert place["spans"] == [{"start": 0, "end": 26, "exact": "Ankara insists on its duty"}]
    assert place["quotes"] == []


def test_of_versions_as_near_the_newer_is_taken(own_store: Path) -> None:
    add_versions(own_store, "Ankara insists on its right")
    found = find(own_store, "Ankara insists on its duty")
    assert found["status"] == "approximate"
    assert [place["current"] for place in found["places"]] == [True]


def test_versions_past_those_looked_at_are_told(
    own_store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(locating, "_MOST_VERSIONS", 2)
    add_versions(own_store, "Purple elephants", "No.")
    found = find(own_store, "purple elephants")
    assert (found["status"], found["exact_is_complete"], found["near_is_complete"]) == (
        "absent",
        False,
        False,
    )


def test_more_places_than_are_told(gold_store: Path) -> None:
    found = find(gold_store, "the")
    assert (found["status"], len(found["places"])) == ("ambiguous", 20)
    assert (found["exact_is_complete"], found["near_is_complete"]) == (False, None)


def test_an_article_without_a_version_that_has_words_like_these(gold_store: Path) -> None:
    found = find(gold_store, "purple elephants")
    assert found == {
        "status": "absent",
        "places": [],
        "exact_is_complete": True,
        "near_is_complete": True,
    }


@pytest.mark.parametrize(
    ("exact", "holds"),
    [
        ("fueling the crisis in the Caucasus", ["all"]),
        ("accuses Ankara of fueling the crisis", ["part"]),
        ("in the Caucasus … support the Azerbaijani brothers", ["part", "part"]),
        ("Paris accuses", []),
        (TEXT[2000:3000], ["part", "part"]),
    ],
)
def test_the_quotes_of_a_place(gold_store: Path, exact: str, holds: list[str]) -> None:
    [place] = find(gold_store, exact)["places"]
    assert [quote["holds"] for quote in place["quotes"]] == holds


def test_a_quote_is_found_without_the_cue_in_its_middle(gold_store: Path) -> None:
    exact = "We cannot build a hospital in every valley, but we can keep the road open"
    article = article_id(gold_document("clinic").document)
    with reader(gold_store)() as session:
        found = locate_in_article(session, article, ask(exact))
    assert found["status"] == "unique"
    [place] = found["places"]
    assert [span["exact"] for span in place["spans"]] == [
        "We cannot build a hospital in every valley",
        "but we can keep the road open",
    ]
    [quote] = place["quotes"]
    assert (quote["speaker"], quote["holds"]) == ("joseph-kabaso", "all")
