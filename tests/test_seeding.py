"""What seeding a text does, by what is stored already and what the person seeding says."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from app.comparing.changes import count
from app.errors import NotFoundError, SourceError
from app.seeding import Seeded, annotate_prepared, prepare, save, save_all, seed_article
from app.store.checking import count_rows, find_faults
from app.store.correcting import withdraw
from app.store.engine import Session, writer
from app.store.migrating import migrate
from app.store.queries.articles import get_article
from app.store.queries.paging import fetch_all
from app.store.rows import RowsAhead
from app.text.reading import SourceText

TEXT = "A headline\n\nAda Weir said “it is over”.\n\nBen Ash said “it is not”.\n"
EDITED = TEXT.replace("A headline\n\n", "A headline\n\nIt rained in Kenya.\n\n")
OTHER = "Another headline\n\nCleo Dunn said it rained.\n"
TABLES = ("article", "version", "paragraph", "actor", "mention", "quote", "quote_span")
PUBLISHED = SourceText("a.txt", TEXT.encode(), url="https://news.example/1")


def source(text: str, name: str = "a.txt", url: str | None = None) -> SourceText:
    return SourceText(name, text.encode(), url=url)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    migrate(tmp_path / "new.db")
    with writer(tmp_path / "new.db")() as session:
        yield session
        assert list(find_faults(session)) == []


def test_a_changed_text_is_a_new_version_of_the_article_that_was_chosen(session: Session) -> None:
    first = seed_article(session, source(TEXT))
    second = seed_article(session, source(EDITED), first.article)
    assert (first.outcome, first.number) == ("added", 1)
    assert (second.outcome, second.number) == ("updated", 2)
    assert second.article == first.article
    quotes = [change for change in second.changes if change.of == "quote"]
    assert count(quotes) == {"kept": 0, "moved": 2, "reworded": 0, "lost": 0, "new": 0}
    assert all(c.before and c.after and c.before.id == c.after.id for c in quotes)
    assert get_article(session, first.article)["number"] == 2


def test_ids_of_a_new_version_are_those_of_its_article(session: Session) -> None:
    """`onrecord check` makes every id anew, from the article's: an actor of one name has it too."""
    first = seed_article(session, source("Nobody listened\n\nPresident Pelletier said no.\n"))
    seed_article(
        session, source("Nobody came\n\nPresident Pelletier said no again.\n"), first.article
    )
    assert count_rows(session)["actor"] == 1


def test_a_changed_text_from_a_known_address_is_a_new_version(session: Session) -> None:
    first = seed_article(session, PUBLISHED)
    second = seed_article(session, replace(PUBLISHED, utf_8=EDITED.encode()))
    assert (second.outcome, second.article, second.number) == ("updated", first.article, 2)


def test_without_either_a_changed_text_is_a_new_article(session: Session) -> None:
    seed_article(session, PUBLISHED)
    assert seed_article(session, source(EDITED)).outcome == "added"


@pytest.mark.parametrize("chosen", [True, False])
def test_an_older_text_is_current_again(session: Session, chosen: bool) -> None:
    first = seed_article(session, PUBLISHED)
    seed_article(session, source(EDITED), first.article)
    before = count_rows(session)
    again = (
        seed_article(session, source(TEXT), first.article)
        if chosen
        else seed_article(session, PUBLISHED)
    )
    assert (again.outcome, again.article, again.number) == ("restored", first.article, 1)
    assert get_article(session, first.article)["number"] == 1
    assert count_rows(session) == before


def test_without_either_a_text_already_stored_changes_nothing(session: Session) -> None:
    first = seed_article(session, source(TEXT))
    seed_article(session, source(EDITED), first.article)
    again = seed_article(session, source(TEXT))
    assert (again.outcome, again.article, again.number) == ("unchanged", first.article, 1)
    assert get_article(session, first.article)["number"] == 2


def test_the_current_text_changes_nothing(session: Session) -> None:
    first = seed_article(session, source(TEXT))
    assert seed_article(session, source(TEXT), first.article).outcome == "unchanged"


def test_a_text_of_another_article_is_refused(session: Session) -> None:
    first = seed_article(session, PUBLISHED)
    other = seed_article(session, source(OTHER))
    says = f"a.txt: its text is already a version of {other.article}"
    with pytest.raises(SourceError, match=says):
        seed_article(session, source(OTHER), first.article)
    with pytest.raises(SourceError, match=says):
        seed_article(session, replace(PUBLISHED, utf_8=OTHER.encode()))


def test_an_address_of_another_article_is_refused(session: Session) -> None:
    first = seed_article(session, PUBLISHED)
    other = seed_article(session, source(OTHER))
    with pytest.raises(SourceError, match=f"a.txt: its address is that of {first.article}"):
        seed_article(session, replace(PUBLISHED, utf_8=EDITED.encode()), other.article)


def test_an_unknown_article_is_refused(session: Session) -> None:
    with pytest.raises(NotFoundError, match="There is no article 'nowhere'"):
        seed_article(session, source(TEXT), "nowhere")


def test_a_withdrawn_article_gets_no_new_version(session: Session) -> None:
    first = seed_article(session, PUBLISHED)
    withdraw(session, first.article, "It is wrong.")
    for attempt in (
        (source(EDITED), first.article),
        (replace(PUBLISHED, utf_8=EDITED.encode()), None),
    ):
        with pytest.raises(SourceError, match=f"its article {first.article} is withdrawn"):
            seed_article(session, *attempt)
    assert seed_article(session, source(TEXT)).withdrawn


def test_what_became_known_meanwhile_counts(session: Session) -> None:
    """Prepared as a new article; then its address is known, and its text annotated for that one."""
    late = annotate_prepared(prepare(session, replace(PUBLISHED, utf_8=EDITED.encode())))
    first = seed_article(session, PUBLISHED)
    assert late.annotated
    seeded = save(session, late)
    assert (seeded.outcome, seeded.article) == ("updated", first.article)


def test_what_was_stored_meanwhile_is_not_stored_twice(session: Session) -> None:
    late = annotate_prepared(prepare(session, source(TEXT)))
    seed_article(session, source(TEXT))
    assert save(session, late).outcome == "unchanged"
    assert annotate_prepared(prepare(session, source(TEXT))).annotated is None


@pytest.mark.parametrize(("times", "ahead"), [(1, True), (4_000, False)])
def test_the_rows_of_a_long_text_are_made_as_they_are_stored(
    session: Session, times: int, ahead: bool
) -> None:
    """They take many times its memory; those of others are there, and are the same."""
    text = f"A headline\n\nAda Weir said “it is over”.\n\n{'It rained all of that long day. ' * 10}"
    ready = annotate_prepared(prepare(session, source(text + "\n\nIt rained." * times * 5)))
    assert isinstance(ready.annotated, RowsAhead) is ahead
    seeded = save(session, ready)
    assert seeded.annotated
    counts = count_rows(session)
    found = (seeded.annotated.actors, seeded.annotated.mentions, seeded.annotated.quotes)
    assert [len(each) for each in found] == [counts[of] for of in ("actor", "mention", "quote")]


def test_a_batch_stores_what_one_by_one_would(tmp_path: Path) -> None:
    """New articles, the same text twice, an address twice, an error, a chosen article."""
    texts = [source(TEXT), source(OTHER, url="https://a.example/1"), source(TEXT, "again.txt")]
    texts += [source(EDITED, url="https://a.example/1"), source("Sunny.", "sunny.txt")]
    stored = []
    for together in (True, False):
        migrate(store := tmp_path / f"{together}.db")
        with writer(store)() as session:
            ready = [annotate_prepared(prepare(session, text)) for text in texts]
            if together:
                bad = SourceError("bad.txt", "bad")
                done = save_all(session, [*ready[:2], bad, *ready[2:]])
                assert done.pop(2) is bad
            else:
                done = [save(session, each) for each in ready]
            rows = [fetch_all(session, f"SELECT * FROM {table}", {}) for table in TABLES]
            assert list(find_faults(session)) == []
        stored.append((done, rows))
    assert stored[0] == stored[1]
    outcomes = [getattr(each, "outcome", None) for each in stored[0][0]]
    assert outcomes == ["added", "added", "unchanged", "updated", "added"]


def test_what_cannot_be_saved_does_not_stop_the_batch(session: Session) -> None:
    seeded = seed_article(session, source(TEXT))
    late = annotate_prepared(prepare(session, source(OTHER), seeded.article))
    seed_article(session, source(OTHER))
    new = annotate_prepared(prepare(session, source(EDITED)))
    refused, added = save_all(session, [late, new])
    assert isinstance(refused, SourceError)
    assert isinstance(added, Seeded)
    assert save_all(session, []) == []
