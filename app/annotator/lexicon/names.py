"""All that the annotator knows of names: states, organizations, places, and classes of words."""

from collections.abc import Iterable
from dataclasses import dataclass

from app.annotator.lexicon.acts import Acts, load_acts
from app.annotator.lexicon.classes import load_classes
from app.annotator.lexicon.files import read_table, read_words
from app.annotator.lexicon.phrases import (
    Phrase,
    Phrases,
    Row,
    acronyms,
    index,
    institution_names,
    organization_names,
    place_names,
    state_names,
)
from app.annotator.lexicon.written import Written
from app.errors import LexiconError
from app.identity import slug
from app.standoff import Actor, ActorKind


@dataclass(frozen=True, slots=True)
class NameLexicon:
    """Actors by id (every state's institutions too), their names by first folded word, acronyms by
    their very letters.

    `demonyms` gives the adjective that makes a state's institutions, `institutions` their nouns,
    `offices` the noun for a holder's title; `classes` the bits of single folded words, `written`
    those of words as they are written, `acts` the words by which a seat of power acts.
    """

    actors: dict[str, Actor]
    phrases: Phrases
    acronyms: dict[str, Phrase]
    demonyms: dict[str, str]
    institutions: Phrases
    offices: dict[str, str]
    classes: dict[str, int]
    written: Written
    acts: Acts

    def institution_id(self, state: str, noun: str) -> str:
        """The id of the organization that a state's demonym and an institution's noun name."""
        return slug(f"{self.demonyms[state]} {noun}")


def load_names() -> NameLexicon:
    """The names of this program. Raises LexiconError where a file is not what it promises."""
    states = put_together("states.toml", read_table("states.toml"))
    organizations = put_together("organizations.toml", read_table("organizations.toml"))
    put_together("states.toml and organizations.toml", {"s": states, "o": organizations})
    phrases = index([*state_names(states), *organization_names(organizations), *place_names()])
    institutions = read_table("institutions.toml")
    demonyms = {state: row["demonyms"][0] for state, row in states.items() if "demonyms" in row}
    actors = {**_actors(states, "state"), **_actors(organizations, "organization")}
    short = dict([*acronyms(organizations, "organization"), *acronyms(states, "state")])
    classes = load_classes(phrases)
    return NameLexicon(
        actors={**_institutions(demonyms.values(), institutions["nouns"]), **actors},
        phrases=phrases,
        acronyms=short,
        demonyms=demonyms,
        institutions=index(institution_names(institutions["nouns"])),
        offices=institutions["offices"],
        classes=classes,
        written=Written(classes, short, read_words("names.toml")["acronyms"]),
        acts=load_acts(),
    )


def put_together(name: str, sections: dict[str, dict[str, Row]]) -> dict[str, Row]:
    """The actors of all sections by their id. Raises LexiconError where two have the same."""
    rows: dict[str, Row] = {}
    for section in sections.values():
        if twice := rows.keys() & section.keys():
            raise LexiconError(f"{name} says twice: {', '.join(sorted(twice))}")
        rows.update(section)
    return rows


def _actors(rows: dict[str, Row], kind: ActorKind) -> dict[str, Actor]:
    return {
        actor: Actor(actor, kind, row["name"], row.get("wikidata")) for actor, row in rows.items()
    }


def _institutions(demonyms: Iterable[str], nouns: Iterable[str]) -> dict[str, Actor]:
    """What every demonym makes of every institution's noun."""
    by_noun = {noun: slug(noun) for noun in nouns}
    found: dict[str, Actor] = {}
    for demonym in demonyms:
        people = slug(demonym)
        for noun, ending in by_noun.items():
            actor = f"{people}-{ending}"
            found[actor] = Actor(actor, "organization", f"{demonym} {noun}")
    return found
