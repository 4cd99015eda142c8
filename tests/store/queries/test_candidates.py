from pathlib import Path

import pytest

from app.comparing.asking import ask
from app.store.engine import reader
from app.store.queries import candidates
from app.store.queries.candidates import (
    Candidates,
    Counted,
    count_words,
    find_with_rare_words,
    find_with_words,
)

NEWEST = 6


def counted(store: Path, exact: str) -> Counted:
    with reader(store)() as session:
        return count_words(session, ask(exact).readings[0])


def with_words(store: Path, exact: str) -> Candidates:
    with reader(store)() as session:
        return find_with_words(session, count_words(session, ask(exact).readings[0]))


def with_rare_words(store: Path, exact: str) -> Candidates:
    with reader(store)() as session:
        return find_with_rare_words(session, count_words(session, ask(exact).readings[0]))


def test_the_rarest_words_come_first(gold_store: Path) -> None:
    found = counted(gold_store, "the Minsk water of … elephants")
    assert [(word.piece.folded[word.place], word.texts) for word in found.words[:2]] == [
        ("elephants", 0),
        ("minsk", 1),
    ]
    assert (found.indexed, found.all, found.newest) == (True, True, NEWEST)


def test_only_the_longest_words_are_counted(
    gold_store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(candidates, "_COUNTED", 2)
    found = counted(gold_store, "the Minsk water of it")
    assert {word.piece.folded[word.place] for word in found.words} == {"minsk", "water"}
    assert not found.all


@pytest.mark.parametrize("exact", ["和平", "$ %", "the 和平"])
def test_words_that_the_index_does_not_know(gold_store: Path, exact: str) -> None:
    assert not counted(gold_store, exact).indexed
    assert not with_words(gold_store, exact).complete
    assert not with_rare_words(gold_store, exact).complete


def test_signs_are_passed_over(gold_store: Path) -> None:
    assert counted(gold_store, "$5 Minsk").indexed


@pytest.mark.parametrize(
    ("exact", "versions"),
    [
        pytest.param("“THE — crisis, in the Caucasus”", [4], id="in a row, marks aside"),
        pytest.param("crisis Caucasus", [], id="not in a row"),
        pytest.param("elephants in the Caucasus", [], id="a word that is nowhere"),
        pytest.param("in every valley, but we can keep", [2], id="over the cue of a quote"),
        pytest.param("crisis in the … brothers to liberate", [4], id="in pieces"),
        pytest.param('NEAR("crisis", x) OR *', [], id="no operators"),
    ],
)
def test_texts_with_words(gold_store: Path, exact: str, versions: list[int]) -> None:
    assert with_words(gold_store, exact) == Candidates(versions, complete=True)


def test_common_words_are_searched_in_the_newest_texts(
    gold_store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    everywhere = with_words(gold_store, "of the")
    assert everywhere.versions == sorted(everywhere.versions, reverse=True)
    assert (len(everywhere.versions) > 2, everywhere.complete) == (True, True)
    monkeypatch.setattr(candidates, "_WALKED", 3)
    newest = with_words(gold_store, "of the")
    assert newest.versions == [v for v in everywhere.versions if v > NEWEST - 3]
    assert not newest.complete
    monkeypatch.setattr(candidates, "_WALKED", NEWEST)
    assert with_words(gold_store, "of the") == everywhere


def test_a_whole_quote_of_common_words_is_found_however_old_it_is(
    gold_store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(candidates, "_WALKED", 1)
    said = "'Ferries don't carry forty-tonne lorries,' 'They carry tourists.'"
    assert with_words(gold_store, said).versions == [1]


def test_more_texts_than_are_taken(gold_store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(candidates, "_MOST", 2)
    assert with_words(gold_store, "the") == Candidates([6, 5], complete=False)
    found = with_rare_words(gold_store, "the")
    assert (len(found.versions), found.complete) == (2, False)


def test_texts_with_rare_words_come_first(gold_store: Path) -> None:
    found = with_rare_words(gold_store, "the elephants said that the Minsk crisis was over")
    assert found.versions[0] == 4
    assert set(found.versions) == set(range(1, NEWEST + 1))
    assert found.complete


def test_words_side_by_side_count_more(gold_store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    apart = with_rare_words(gold_store, "of water for the road").versions
    assert with_rare_words(gold_store, "the road for of water").versions != apart
    monkeypatch.setattr(candidates, "_WALKED", 1)  # all are common: the newest are searched
    assert set(with_rare_words(gold_store, "of the water").versions) <= set(range(1, NEWEST + 1))


@pytest.mark.parametrize("limit", ["_LISTED", "_LOOKED_UP"])
def test_words_that_are_not_looked_up_everywhere_are_told(
    gold_store: Path, monkeypatch: pytest.MonkeyPatch, limit: str
) -> None:
    monkeypatch.setattr(candidates, limit, 2)
    assert not with_rare_words(gold_store, "the government of water").complete


def test_no_word_that_is_anywhere_has_no_text(gold_store: Path) -> None:
    assert with_rare_words(gold_store, "purple elephants") == Candidates([], complete=True)
