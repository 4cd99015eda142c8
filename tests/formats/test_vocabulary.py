from typing import get_args

from app.formats.vocabulary import ACTOR_TYPES, wikidata_iri
from app.standoff import ActorKind


def test_every_kind_of_actor_has_a_type() -> None:
    assert set(ACTOR_TYPES) == set(get_args(ActorKind))


def test_a_wikidata_id_names_the_thing() -> None:
    assert wikidata_iri("Q142") == "http://www.wikidata.org/entity/Q142"
