"""Candidates: spans that may name an actor, found in one pass and resolved later."""

from dataclasses import dataclass
from typing import Literal

from app.standoff import MentionKind

CandidateSort = Literal["actor", "organization", "variant", "name"]


@dataclass(frozen=True, slots=True)
class Candidate:
    """Tokens `[first, end)` that name something.

    sort     actor: one of the lexicon, by its id; organization: the words say that it is one;
             variant: an organization if the text has it elsewhere in capitals, else nothing;
             name: a person, an organization or something else, as the rest of the text tells.
    title    the classes of the title before it, 0 for none
    opens    whether it begins its sentence, where a capital says little
    """

    first: int
    end: int
    sort: CandidateSort
    rule: str
    actor: str = ""
    kind: MentionKind = "name"
    title: int = 0
    opens: bool = False
