import pytest

from app.annotator.lexicon import load_lexicon, names
from app.annotator.lexicon.names import load_names, put_together
from app.annotator.lexicon.phrases import Row
from app.errors import LexiconError
from app.identity import slug

NAMES = load_lexicon().names


@pytest.mark.parametrize(
    ("id", "kind", "wikidata"),
    [
        pytest.param("gabon", "state", "Q1000", id="member"),
        pytest.param("palestine", "state", "Q219060", id="observer"),
        pytest.param("kosovo", "state", "Q1246", id="disputed"),
        pytest.param("czechoslovakia", "state", "Q33946", id="former"),
        pytest.param("united-nations", "organization", "Q1065", id="united-nations"),
        pytest.param("african-union", "organization", "Q7159", id="alliance"),
        pytest.param("chilean-presidency", "organization", None, id="institution"),
    ],
)
def test_an_actor_of_the_lexicon(id: str, kind: str, wikidata: str | None) -> None:
    actor = NAMES.actors[id]
    assert (actor.kind, actor.wikidata) == (kind, wikidata)


def test_every_id_is_the_slug_of_its_name() -> None:
    assert all(actor.id == slug(actor.name) for actor in NAMES.actors.values())


def test_there_are_all_states() -> None:
    assert sum(actor.kind == "state" for actor in NAMES.actors.values()) == 193 + 2 + 10 + 6


def test_no_wikidata_id_stands_twice() -> None:
    ids = [actor.wikidata for actor in NAMES.actors.values() if actor.wikidata]
    assert len(set(ids)) == len(ids)


def test_two_sections_with_one_id_are_refused() -> None:
    rows: dict[str, Row] = {"peru": {}, "chad": {}}
    with pytest.raises(LexiconError, match=r"^states\.toml says twice: chad, peru$"):
        put_together("states.toml", {"members": rows, "former": rows})


@pytest.mark.parametrize(
    ("states", "organizations", "name"),
    [
        pytest.param(2, 1, "states.toml", id="states"),
        pytest.param(1, 2, "organizations.toml", id="organizations"),
        pytest.param(1, 1, "states.toml and organizations.toml", id="both"),
    ],
)
def test_the_file_that_says_an_id_twice_is_named(
    states: int, organizations: int, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    row: Row = {"union": {"name": "Union"}}
    tables = {
        "states.toml": {f"section {number}": row for number in range(states)},
        "organizations.toml": {f"section {number}": row for number in range(organizations)},
    }
    monkeypatch.setattr(names, "read_table", tables.__getitem__)
    with pytest.raises(LexiconError, match=f"^{name} says twice: union$"):
        load_names()
