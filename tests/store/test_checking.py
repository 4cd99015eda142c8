import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from app.store.checking import count_rows, find_faults
from app.store.engine import reader


def faults(store: Path) -> list[str]:
    with reader(store)() as session:
        return list(find_faults(session))


def test_a_sound_store_has_no_fault(gold_store: Path) -> None:
    assert faults(gold_store) == []


def test_rows_are_counted(gold_store: Path) -> None:
    with reader(gold_store)() as session:
        counts = count_rows(session)
    assert (counts["article"], counts["version"]) == (6, 6)
    assert all(counts.values())


@pytest.mark.parametrize(
    ("damage", "says"),
    [
        pytest.param(
            "UPDATE mention SET exact = replace(exact, substr(exact, 1, 1), '#')",
            "a mention row does not say what the text says",
            id="other words",
        ),
        pytest.param(
            'UPDATE quote_span SET start = start + 1, "end" = "end" + 1',
            "a quote_span row does not say",
            id="a moved span",
        ),
        pytest.param(
            "UPDATE quote SET words_hash = 'x'", "a quote row does not say", id="another hash"
        ),
        pytest.param(
            "UPDATE mention SET public_id = public_id || 'x'", "a mention row", id="another id"
        ),
        pytest.param(
            "UPDATE version SET headline = NULL, text = '#' || substr(text, 2)",
            "its text is not the text of its SHA-256",
            id="another text",
        ),
        pytest.param(
            "UPDATE version SET headline = NULL; DELETE FROM paragraph",
            "is in no block",
            id="no paragraph",
        ),
        pytest.param(
            "UPDATE version SET number = 2 WHERE id = 1", "not numbered from 1", id="no version 1"
        ),
        pytest.param(
            "UPDATE version SET current = 0 WHERE id = 1",
            "not one of its versions is current",
            id="none current",
        ),
        pytest.param(
            "INSERT INTO article (slug) VALUES ('bare')", "article bare: not", id="no version"
        ),
        pytest.param(
            "DELETE FROM actor WHERE slug = 'france'", "foreign_key_check: mention", id="no actor"
        ),
        pytest.param(
            "UPDATE actor SET version = 1 WHERE slug = 'oman'",
            "actor oman: the version that it is known by does not name it",
            id="known by another article",
        ),
        pytest.param(
            "DELETE FROM current_version", "current_version: row 1 is missing", id="in no list"
        ),
        pytest.param(
            "DROP TRIGGER article_withdrawn; UPDATE article SET withdrawn = 'It is wrong.'",
            "current_version: row 1 is left over",
            id="a withdrawn article in a list",
        ),
        pytest.param(
            "INSERT INTO search_article (search_article) VALUES ('delete-all')",
            "search_article: row 1 is missing",
            id="a text not searched",
        ),
        pytest.param(
            "INSERT INTO search_quote (rowid, content) VALUES (9, 'x')",
            "search_quote: row 9 is left over",
            id="a quote searched that is none",
        ),
        pytest.param(
            "UPDATE search_actor SET name = 'Nobody' WHERE rowid = 1",
            "search_actor: row 1 is not found by its words",
            id="a name searched that is another",
        ),
    ],
)
def test_damage_is_found(own_store: Path, damage: str, says: str) -> None:
    with closing(sqlite3.connect(own_store)) as connection, connection:
        connection.executescript(damage)
    assert any(says in fault for fault in faults(own_store))
