import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from app.comparing.asking import ask
from app.identity import article_id
from app.store.engine import reader
from app.store.queries import locating
from app.store.queries.locating import locate_everywhere, locate_in_article
from app.store.queries.paging import Row
from tests.api.test_articles import KARABAKH
from tests.gold import gold_document
from tests.test_gold import each_article

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
                "INSERT INTO version (article, number, current, sha256, source_name, text)"
                " VALUES (?, ?, 0, ?, 'old', ?)",
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


def find_everywhere(store: Path, exact: str, **beside: str) -> Row:
    with reader(store)() as session:
        return locate_everywhere(session, ask(exact, **beside))


def where(found: Row) -> list[tuple[str, int]]:
    return [(place["article"], place["spans"][0]["start"]) for place in found["places"]]


def test_the_very_words_in_all_articles(gold_store: Path) -> None:
    found = find_everywhere(gold_store, "fueling the CRISIS … brothers")
    assert (found["status"], where(found)) == ("unique", [(KARABAKH, TEXT.index("fueling"))])
    assert (found["exact_is_complete"], found["near_is_complete"]) == (True, None)


def test_the_newest_article_comes_first_and_each_in_the_order_of_its_text(
    gold_store: Path,
) -> None:
    places = where(find_everywhere(gold_store, "told reporters"))
    with closing(sqlite3.connect(gold_store)) as connection, connection:
        texts = connection.execute(
            "SELECT slug, text FROM version JOIN article ON article.id = version.article"
            " ORDER BY version.id DESC"
        ).fetchall()
    assert len({slug for slug, _ in places}) > 1
    assert places == [
        (slug, found.start())
        for slug, text in texts
        for found in re.finditer("told reporters", text)
    ]


def test_prefix_and_suffix_choose_among_all_articles(gold_store: Path) -> None:
    assert find_everywhere(gold_store, "told reporters")["status"] == "ambiguous"
    found = find_everywhere(gold_store, "told reporters", prefix="French presidency official")
    assert (found["status"], found["places"][0]["article"]) == ("unique", KARABAKH)


def test_nearly_the_words_in_all_articles(gold_store: Path) -> None:
    found = find_everywhere(gold_store, "fueling a crisis in the Balkans")
    assert (found["status"], where(found)) == ("approximate", [(KARABAKH, TEXT.index("fueling"))])
    assert (found["exact_is_complete"], found["near_is_complete"]) == (True, True)


def test_the_nearest_comes_first(gold_store: Path) -> None:
    scores = [
        place["score"] for place in find_everywhere(gold_store, "people on mondays")["places"]
    ]
    assert scores == sorted(scores, reverse=True)


@pytest.mark.parametrize(
    ("exact", "complete"), [("…", True), ("purple elephants", True), ("和平 of elephants", False)]
)
def test_absent_everywhere(gold_store: Path, exact: str, complete: bool) -> None:
    assert find_everywhere(gold_store, exact) == {
        "status": "absent",
        "places": [],
        "exact_is_complete": complete,
        "near_is_complete": complete,
    }


def test_words_in_marks_are_looked_for_alone_in_all_articles(gold_store: Path) -> None:
    found = find_everywhere(gold_store, 'Elephants told us: "fueling the crisis in the Caucasus"')
    assert (found["status"], where(found)) == ("unique", [(KARABAKH, TEXT.index("fueling"))])
    assert found["exact_is_complete"]


def test_what_only_our_folding_finds_is_not_said_to_be_all(own_store: Path) -> None:
    """The index knows "straße", not "strasse"."""
    change_text(own_store, TEXT.replace("fueling", "straße"))
    found = find_everywhere(own_store, "strasse the crisis in the Caucasus")
    assert (found["status"], found["exact_is_complete"]) == ("unique", False)


def change_text(store: Path, text: str) -> None:
    """Another text of the article, in the store and its index; its spans stay as they were."""
    with closing(sqlite3.connect(store)) as connection, connection:
        connection.execute("UPDATE version SET text = ? WHERE id = 4", (text,))
        connection.execute("INSERT INTO search_article (search_article) VALUES ('rebuild')")


def test_only_current_versions_of_live_articles_are_looked_at(own_store: Path) -> None:
    with closing(sqlite3.connect(own_store)) as connection, connection:
        connection.execute("UPDATE version SET current = 0 WHERE id = 4")
    assert find_everywhere(own_store, "fueling the crisis in the Caucasus")["status"] == "absent"
    with closing(sqlite3.connect(own_store)) as connection, connection:
        connection.execute("UPDATE version SET current = 1 WHERE id = 4")
        connection.execute("UPDATE article SET withdrawn = 'wrong' WHERE slug = ?", (KARABAKH,))
    assert find_everywhere(own_store, "fueling the crisis in the Caucasus")["status"] == "absent"


def test_more_texts_than_are_looked_at(gold_store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(locating, "_MOST_TEXTS", 2)
    found = find_everywhere(gold_store, "told reporters")
    assert (len({article for article, _ in where(found)}), found["exact_is_complete"]) == (2, False)
    found = find_everywhere(gold_store, "people and elephants on the road")
    assert not found["near_is_complete"]


@each_article
def test_every_quote_is_located_in_the_store(gold_store: Path, article: str) -> None:
    document = gold_document(article)
    for quote in document.quotes:
        exact = " ".join(span.of(document.document.text) for span in quote.content)
        found = find_everywhere(gold_store, exact[:2000])
        assert found["status"] in ("unique", "ambiguous")
        assert article_id(document.document) in [place["article"] for place in found["places"]]
