"""Persons: who is named in full, and whom a part of a name means."""

from collections import defaultdict
from dataclasses import dataclass, field

from app.annotator.lexicon.classes import FEMALE, MALE
from app.standoff import Actor

_NEAREST = 8  # persons of one name that are told apart; keeps a text of one name repeated linear


@dataclass(slots=True, eq=False)
class Person:
    """A person and the parts of the fullest name met, in small letters."""

    actor: Actor
    parts: list[str]
    gender: int = 0
    seen: int = -1
    titles: set[str] = field(default_factory=set)


class Persons:
    """The persons of a text, found by any part of their names."""

    def __init__(self) -> None:
        self._by_part: dict[str, list[Person]] = defaultdict(list)

    def find(self, parts: list[str]) -> Person | None:
        """The person met before under this name, or a fuller or a shorter form of it."""
        for part in {parts[0], parts[-1]}:
            for person in reversed(self._by_part.get(part, [])[-_NEAREST:]):
                if _is_same(person.parts, parts):
                    return person
        return None

    def add(self, person: Person, parts: list[str], telling: list[str]) -> None:
        """Takes up a person, or another form of the name of one taken up.

        `telling` are the parts by which the person may be found.
        """
        for part in telling:
            if person not in self._by_part[part][-_NEAREST:]:
                self._by_part[part].append(person)
        if len(parts) > len(person.parts):
            person.parts = parts

    def named(self, part: str, title: int, title_word: str = "") -> Person | None:
        """Whom one word means: by the last part of the name first, then by the title, by its
        gender, then whoever was named last; None where nobody bears it.
        """
        bearers = self._by_part.get(part, [])[-_NEAREST:]
        if not bearers:
            return None
        gender = title & (FEMALE | MALE)
        return max(
            bearers,
            key=lambda person: (
                part in (person.parts[-1], person.parts[0]),
                title_word in person.titles,
                not gender or not person.gender or bool(gender & person.gender),
                person.seen,
            ),
        )


def name_parts(words: list[str]) -> list[str]:
    """The parts of a name to compare: hyphens part, dots and case do not count."""
    joined = " ".join(words).lower().replace("-", " ").replace(".", " ").replace("’", "'")
    return joined.split()


def _is_same(known: list[str], parts: list[str]) -> bool:
    """Whether one name is the other with words left out, its first or last word kept."""
    short, long = sorted((known, parts), key=len)
    if short[-1] != long[-1] and short[0] != long[0]:
        return False
    return all(any(_agree(part, other) for other in long) for part in short)


def _agree(part: str, other: str) -> bool:
    """The same word, or one the initial of the other."""
    if len(part) == 1 or len(other) == 1:
        return part[0] == other[0]
    return part == other
