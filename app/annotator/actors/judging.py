"""Judging: what kind of actor a form names, by the evidence for it in the whole text."""

from collections.abc import Container

from app.annotator.actors.forms import Form
from app.annotator.lexicon.classes import COMMON, FAMILY, GIVEN, PARTICLE
from app.annotator.mentions import Candidate

_PERSON = 2  # points that make a name a person's
_ORGANIZATION = 3
_SURE = 3  # points of a person whose everyday word of a surname is then telling, too

Classes = dict[str, int]


def is_everyday(word: str, classes: Classes) -> bool:
    """Whether a folded word is an English word of everyday use; no common name is."""
    return bool(classes.get(word, 0) & COMMON)


def is_surname(form: Form, classes: Classes) -> bool:
    """Whether a name has but one word beside its particles: "van der Linden"."""
    return sum(not classes.get(part, 0) & PARTICLE for part in form.key.split(" ")) < 2


def is_full_name(form: Form, forms: Container[str], classes: Classes) -> bool:
    """Whether words in a row are a person's name.

    One whose first or last word comes up again alone is more likely so.
    """
    evidence, parts = form.evidence, form.key.split(" ")
    again = any(part in forms and not is_everyday(part, classes) for part in (parts[0], parts[-1]))
    person = evidence.person + again
    return person >= _PERSON and person >= evidence.organization and person > evidence.place


def is_organization(form: Form, classes: Classes) -> bool:
    """Whether a name without a head is an organization's; an everyday word alone never is."""
    evidence = form.evidence
    if len(form.words) == 1 and classes.get(form.key, 0) & COMMON:
        return False
    against = max(evidence.person, evidence.place)
    return evidence.organization >= _ORGANIZATION and evidence.organization > against


def is_one_name(form: Form, candidates: list[Candidate], classes: Classes) -> bool:
    """Whether a word that no full name in the text explains is a person's only name.

    What is met at the beginning of sentences alone may be any word.
    """
    evidence = form.evidence
    if len(form.words) > 1 or evidence.person < max(_PERSON, evidence.organization, evidence.place):
        return False
    uses = [candidates[use] for use in form.uses]
    known = evidence.person > _SURE or classes.get(form.key, 0) & (GIVEN | FAMILY)
    return bool(known) or any(use.title or not use.opens for use in uses)


def telling_parts(
    form: Form, parts: list[str], vocabulary: Container[str], classes: Classes
) -> list[str]:
    """The parts of a person's name by which the person may be named alone: no acronym, and no
    everyday word unless the person is certain.
    """
    sure = form.evidence.person >= _SURE
    return [
        part
        for part in parts
        if (sure or not is_everyday(part, classes))
        and (part.upper() not in vocabulary or part.capitalize() in vocabulary)
    ]
