import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from app.errors import NotFoundError, WithdrawnError
from app.seeding import seed_article
from app.store import compacting, correcting
from app.store.checking import find_faults
from app.store.engine import Session, reader, writer
from app.store.migrating import migrate
from app.store.queries.actors import get_actor, list_actors
from app.store.queries.articles import count_articles, get_article, list_articles
from app.store.queries.paging import Page
from app.store.queries.quotes import QuoteFilters, get_quote, list_quotes, list_quotes_of
from app.store.saving import is_empty
from app.text.reading import SourceText

WHY = "The quotes were made up."
PAGE = Page(100)
# Words that no other article has, in each kind of place: headline, text, quote, name.
RARE = ("Quibblefork", "zwyxomel", "vexillographer", "Brzezinkowa", "Qwertzuiop")
TEXT = f"""{RARE[0]} Opens in Oslo

“The {RARE[1]} has come to {RARE[2]},” Xanthippe {RARE[3]} said. Emmanuel Macron was there.

Ms. {RARE[3]} accused the {RARE[4]} Council of “{RARE[1]} again.” France was not named.
"""


@pytest.fixture
def wrong(own_store: Path) -> str:
    """An article between others that has rare words, and an actor of its own."""
    with writer(own_store)() as session:
        article = seed_article(session, SourceText("wrong.txt", TEXT.encode())).article
        session.commit()
    other = TEXT
    for word in RARE:
        other = other.replace(word, "Word")
    with writer(own_store)() as session:
        seed_article(session, SourceText("later.txt", other.replace("Oslo", "Bergen").encode()))
        session.commit()
    return article


def change(store: Path, correction: object, *arguments: str) -> None:
    assert callable(correction)
    with writer(store)() as session:
        correction(session, *arguments)
        session.commit()


def everything(session: Session) -> Iterator[object]:
    """What every list and search shows."""
    for q in (None, *RARE, "word", "macron"):
        yield [row["article"] for row in list_articles(session, PAGE, q=q).rows]
        yield [row["id"] for row in list_quotes(session, PAGE, QuoteFilters(), q=q).rows]
        yield [row["id"] for row in list_actors(session, PAGE, q=q).rows]
    yield count_articles(session)


def shown(store: Path) -> list[object]:
    with reader(store)() as session:
        assert list(find_faults(session)) == []
        return list(everything(session))


@pytest.fixture
def quote(own_store: Path, wrong: str) -> str:
    with reader(own_store)() as session:
        key = get_article(session, wrong)["key"]
        return str(list_quotes_of(session, PAGE, key, QuoteFilters()).rows[0]["id"])


def test_a_withdrawn_article_is_gone_from_everywhere_and_says_why(
    own_store: Path, wrong: str, quote: str
) -> None:
    with reader(own_store)() as session:
        assert get_actor(session, "xanthippe-brzezinkowa")["kind"] == "person"
    change(own_store, correcting.withdraw, wrong, WHY)
    with reader(own_store)() as session:
        assert not list_articles(session, PAGE, q=RARE[0]).rows
        assert not list_quotes(session, PAGE, QuoteFilters(), q=RARE[1]).rows
        assert not list_actors(session, PAGE, q=RARE[3]).rows
        assert count_articles(session) == 7
        with pytest.raises(NotFoundError):
            get_actor(session, "xanthippe-brzezinkowa")
        with pytest.raises(WithdrawnError, match=f"The article '{wrong}' was withdrawn: {WHY}"):
            get_article(session, wrong)
        with pytest.raises(WithdrawnError, match=f"The quote '{quote}' was withdrawn: {WHY}"):
            get_quote(session, quote)
        assert get_actor(session, "emmanuel-macron")


def test_restored_it_is_where_it_was(own_store: Path, wrong: str, quote: str) -> None:
    before = shown(own_store)
    change(own_store, correcting.withdraw, wrong, WHY)
    assert shown(own_store) != before
    change(own_store, correcting.restore, wrong)
    assert shown(own_store) == before
    with reader(own_store)() as session:
        assert get_quote(session, quote)["article"] == wrong


def test_a_withdrawn_article_can_be_given_another_reason(own_store: Path, wrong: str) -> None:
    for why in ("Wrong.", WHY):
        change(own_store, correcting.withdraw, wrong, why)
    with reader(own_store)() as session, pytest.raises(WithdrawnError, match=WHY):
        get_article(session, wrong)


def bytes_of(store: Path) -> dict[str, bytes]:
    """All that is in the files of a store."""
    return {path.name: path.read_bytes().lower() for path in store.parent.glob(f"{store.name}*")}


def where_found(store: Path, word: str) -> list[str]:
    """In which files a word stands; the search index cuts beginnings off that words share."""
    return [name for name, found in bytes_of(store).items() if word[2:].lower().encode() in found]


@pytest.mark.parametrize("withdrawn_first", [False, True])
def test_an_erased_article_leaves_no_trace_of_its_words(
    own_store: Path, wrong: str, withdrawn_first: bool
) -> None:
    before = shown(own_store)
    assert all(where_found(own_store, word) for word in RARE)
    if withdrawn_first:
        change(own_store, correcting.withdraw, wrong, "wrong")
    change(own_store, correcting.erase, wrong)
    compacting.clean(own_store)
    assert [where_found(own_store, word) for word in RARE] == [[]] * len(RARE)
    after = shown(own_store)
    assert [len(str(a)) < len(str(b)) for a, b in zip(after, before, strict=True)].count(True) > 5
    with reader(own_store)() as session:
        with pytest.raises(NotFoundError):
            get_article(session, wrong)
        with pytest.raises(NotFoundError):
            get_actor(session, "xanthippe-brzezinkowa")


def rows(store: Path) -> set[str]:
    """Every row of ours, in SQL."""
    with closing(sqlite3.connect(store)) as connection:
        return {
            line
            for line in connection.iterdump()
            if line.startswith("INSERT INTO") and "search_" not in line
        }


def test_no_other_article_is_touched(own_store: Path) -> None:
    """Nor the order of anything: what is left is what was there before it came."""
    before = rows(own_store)
    with writer(own_store)() as session:
        article = seed_article(session, SourceText("wrong.txt", TEXT.encode())).article
        session.commit()
    change(own_store, correcting.erase, article)
    compacting.clean(own_store)
    assert {row for row in rows(own_store) ^ before if "sqlite_sequence" not in row} == set()


def test_its_text_may_be_seeded_again(own_store: Path, wrong: str) -> None:
    change(own_store, correcting.erase, wrong)
    with writer(own_store)() as session:
        again = seed_article(session, SourceText("wrong.txt", TEXT.encode()))
        session.commit()
    assert (again.outcome, again.article) == ("added", wrong)
    compacting.clean(own_store)
    assert shown(own_store)[-1] == 8


def test_a_store_whose_only_article_was_erased_is_not_new(tmp_path: Path) -> None:
    """Else the founding article would come back by itself."""
    migrate(tmp_path / "new.db")
    with writer(tmp_path / "new.db")() as session:
        article = seed_article(session, SourceText("wrong.txt", TEXT.encode())).article
        correcting.erase(session, article)
        assert not is_empty(session)


@pytest.mark.parametrize(
    ("correction", "arguments"),
    [(correcting.withdraw, ("why",)), (correcting.restore, ()), (correcting.erase, ())],
)
def test_what_is_not_there_cannot_be_corrected(
    own_store: Path, correction: object, arguments: tuple[str, ...]
) -> None:
    with pytest.raises(NotFoundError, match="There is no article 'none'"):
        change(own_store, correction, "none", *arguments)
