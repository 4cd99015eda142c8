"""The names that stand in the lexicon, found in a text by their first word."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Literal

from app.annotator.lexicon.files import read_words
from app.annotator.tokens import split_words
from app.standoff import MentionKind

Sort = Literal["state", "organization", "capital", "seat", "demonym", "place", "institution"]
Row = dict[str, Any]
Name = tuple[str, Sort, MentionKind, str]


@dataclass(frozen=True, slots=True)
class Phrase:
    """What a name of the lexicon means.

    `actor` is the id of the actor it names (of its state, for a capital, a seat or a demonym), an
    institution's noun as it stands in names, or empty for a place. `kind` is the kind of mention
    it makes, where it makes one.
    """

    sort: Sort
    kind: MentionKind
    actor: str


# By first folded word: the lengths of what follows it, the longest first, and what that means.
Phrases = dict[str, tuple[tuple[int, ...], dict[tuple[str, ...], Phrase]]]


def fold(word: str) -> str:
    """A word as the lexicon compares it: in small letters, with one form of the apostrophe."""
    return word.lower().replace("’", "'")


def index(names: Iterable[Name]) -> Phrases:
    """Names by their first folded word; of two alike the first holds."""
    by_first: dict[str, dict[tuple[str, ...], Phrase]] = defaultdict(dict)
    for name, sort, kind, actor in names:
        first, *tail = map(fold, split_words(name))
        by_first[first].setdefault(tuple(tail), Phrase(sort, kind, actor))
    return {
        first: (tuple(sorted({len(tail) for tail in tails}, reverse=True)), tails)
        for first, tails in by_first.items()
    }


def state_names(states: dict[str, Row]) -> Iterator[Name]:
    """What stands for a state, or for its people; a demonym also with a plural s."""
    for state, row in states.items():
        for name in (row["name"], *row.get("also", ())):
            yield name, "state", "name", state
        for capital in row.get("capitals", ()):
            yield capital, "capital", "metonym", state
        for seat in row.get("seats", ()):
            yield seat, "seat", "metonym", state
        for demonym in row.get("demonyms", ()):
            yield demonym, "demonym", "description", state
            yield f"{demonym}s", "demonym", "description", state


def organization_names(organizations: dict[str, Row]) -> Iterator[Name]:
    """The names of organizations, without their acronyms."""
    for organization, row in organizations.items():
        for name in (row["name"], *row.get("also", ())):
            yield name, "organization", "name", organization


def place_names() -> Iterator[Name]:
    """The names of places that are no states."""
    for names in read_words("places.toml").values():
        for name in sorted(names):
            yield name, "place", "description", ""


def institution_names(nouns: dict[str, list[str]]) -> Iterator[Name]:
    """The nouns that a demonym makes organizations of, and their other forms."""
    for noun, others in nouns.items():
        for form in (noun, *others):
            yield form, "institution", "name", noun


def acronyms(rows: dict[str, Row], sort: Sort) -> Iterator[tuple[str, Phrase]]:
    """The acronyms of actors: one word each, matched with its case."""
    for actor, row in rows.items():
        for acronym in row.get("short", ()):
            yield acronym, Phrase(sort, "short_name", actor)
