"""Forms: the different names of a text, each with what its places say about it."""

from array import array
from collections.abc import MutableSequence
from dataclasses import dataclass

from app.annotator.actors.evidence import Evidence, weigh_place, weigh_shape
from app.annotator.mentions import Candidate, Reading


@dataclass(slots=True)
class Form:
    """One name as written (case apart), where it stands, and what it seems to name."""

    key: str
    words: list[str]
    sort: str
    uses: MutableSequence[int]
    evidence: Evidence


def gather(reading: Reading, candidates: list[Candidate]) -> dict[str, Form]:
    """The forms of all candidates that the lexicon does not resolve, in order."""
    forms: dict[str, Form] = {}
    for number, candidate in enumerate(candidates):
        if candidate.sort == "actor" or candidate.sort == "variant":
            continue
        key = form_key(reading, candidate)
        form = forms.get(key)
        if form is None:
            words = reading.words[candidate.first : candidate.end]
            form = forms[key] = Form(key, words, candidate.sort, array("I"), Evidence())
            weigh_shape(reading, candidate, form.evidence)
        form.uses.append(number)
        if candidate.sort == "name":
            weigh_place(reading, candidate, form.evidence)
        else:
            form.sort = "organization"
    return forms


def form_key(reading: Reading, candidate: Candidate) -> str:
    """The folded words of a candidate; two candidates of one key are one form."""
    folds, words = reading.folds, reading.words
    if candidate.end - candidate.first == 1:
        return folds[words[candidate.first]]
    return " ".join([folds[word] for word in words[candidate.first : candidate.end]])
