"""The words by which a seat of power acts for its state."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from app.annotator.lexicon.files import read_words


@dataclass(frozen=True, slots=True)
class Acts:
    """Folded words around a seat of power; verbs in all their forms.

    `verbs` are what states do, `objects` what is done to them, `moods` what they are, and
    `possessions` what they have; `helpers` stand between a subject and its verb; `relations` are
    nouns that a word of `relating` joins to a state.
    """

    verbs: frozenset[str]
    objects: frozenset[str]
    moods: frozenset[str]
    possessions: frozenset[str]
    helpers: frozenset[str]
    relations: frozenset[str]
    relating: frozenset[str]


def load_acts() -> Acts:
    """The words of acts.toml. Raises LexiconError where the file is not what it promises."""
    words = read_words("acts.toml")
    return Acts(
        verbs=frozenset(_inflect(words["verbs"])) | words["irregular"],
        objects=frozenset(_inflect(words["objects"])) | words["irregular_objects"],
        moods=words["moods"],
        possessions=words["possessions"],
        helpers=words["helpers"],
        relations=words["relations"],
        relating=words["relating"],
    )


def _inflect(verbs: Iterable[str]) -> Iterator[str]:
    """Regular forms of plain verbs."""
    for verb in verbs:
        stem = verb.removesuffix("e")
        yield from (verb, f"{verb}es" if verb.endswith(_HISSING) else f"{verb}s")
        yield from (f"{stem}ed", f"{stem}ing")


_HISSING = ("s", "x", "z", "ch", "sh")
