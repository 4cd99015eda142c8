"""Cue recognition: in which frames a cue word attributes here, and with which words around it."""

from dataclasses import dataclass

from app.annotator.lexicon.speech import Form, Frame, Grammar

GROUP_LENGTH = 6  # auxiliaries and adverbs a verb may have before it


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue word at `at`, read in one of its frames; with its auxiliaries and adverbs, and with its
    particle, it reaches from token `first` to `end`.
    """

    first: int
    at: int
    end: int
    form: Form
    frame: Frame
    doubtful: bool = False  # as likely a noun: "member states"

    @property
    def span(self) -> tuple[int, int]:
        """The cue word and its particle, without auxiliaries and adverbs."""
        return self.at, self.end

    @property
    def is_participle(self) -> bool:
        """Whether it stands without helper, so that its source is further off: ", saying that"."""
        return self.form == "ing" and self.first == self.at


def recognise(
    words: list[str],
    at: int,
    floor: int,
    readings: tuple[tuple[Form, Frame], ...],
    grammar: Grammar,
) -> list[Cue]:
    """The cues that the word at `at` may be, by what stands before it and by its particle; none
    where it is a noun, a passive or an infinitive. `floor` is where its clause may begin.
    """
    if at > floor and words[at][0].isupper() and words[at].lower() in grammar.nouns:
        return []
    first = _group_start(words, at, floor, grammar)
    before = _before(words, first, floor)
    helper = _helper(words, first, at, grammar)
    following = words[at + 1] if at + 1 < len(words) else ""
    cues: list[Cue] = []
    for form, frame in readings:
        if frame.particles and following not in frame.particles:
            continue
        if _FITS[form](words[at], helper, before, grammar):
            end = at + 2 if frame.particles else at + 1
            doubtful = form != "noun" and helper == "" and _is_doubtful(words[at], before, grammar)
            cues.append(Cue(at if form == "noun" else first, at, end, form, frame, doubtful))
    return cues


def _is_doubtful(word: str, before: str, grammar: Grammar) -> bool:
    """Whether a form that may be a noun stands after a plain word, not a name or a pronoun."""
    return word in grammar.nouns and before.islower() and before not in grammar.subject_pronouns


def _before(words: list[str], first: int, floor: int) -> str:
    """The word before a verb's group; none where a closing mark stands there."""
    if first <= floor:
        return ""
    before = words[first - 1]
    closing = before in ("’", "'") and first - 2 >= floor and not words[first - 2][-1].isalnum()
    return "" if closing else before


def _group_start(words: list[str], at: int, floor: int, grammar: Grammar) -> int:
    """Where the verb's auxiliaries, adverbs and chain verbs ("went on to say") begin."""
    first = at
    stop = max(floor, at - GROUP_LENGTH)
    while first > stop and _belongs(words, first, at, stop, grammar):
        first -= 1
    while first < at and words[first][0].isupper() and grammar.is_adverb(words[first]):
        first += 1  # "However she said": the adverb belongs to the sentence
    return first


def _belongs(words: list[str], first: int, at: int, stop: int, grammar: Grammar) -> bool:
    """Whether the word before `first` belongs to the verb at `at`."""
    word = words[first - 1]
    if word in grammar.auxiliaries or word in grammar.be_forms or grammar.is_adverb(word):
        return True
    if word in grammar.chains:
        return first < at and words[first] in ("to", "on")
    if word == "on":
        return words[first] == "to" and first - 1 > stop and words[first - 2] in grammar.chains
    return word == "to" and first - 1 > stop and words[first - 2] in grammar.chains | {"on"}


def _helper(words: list[str], first: int, at: int, grammar: Grammar) -> str:
    """Which kind of verb helps this one: the last of its group that is no adverb."""
    for index in range(at - 1, first - 1, -1):
        word = words[index]
        if word in grammar.be_forms:
            return "be"
        if word in grammar.auxiliaries:
            return "have"
        if word == "to":
            return "to"
    return ""


def _fits_noun(_: str, __: str, before: str, ___: Grammar) -> bool:
    return before != ""


def _fits_base(word: str, helper: str, before: str, grammar: Grammar) -> bool:
    if helper in ("have", "to"):
        return True
    if helper or _needs_noun(before, grammar):
        return False
    return word not in grammar.nouns or (
        before in grammar.plurals or (before.endswith("s") and len(before) > 3)
    )


def _fits_third(word: str, helper: str, before: str, grammar: Grammar) -> bool:
    if helper or _needs_noun(before, grammar):
        return False
    return word not in grammar.nouns or not _counts(before, grammar)


def _fits_past(_: str, helper: str, before: str, grammar: Grammar) -> bool:
    return helper == "have" or (helper == "" and not _needs_noun(before, grammar))


def _fits_participle(_: str, helper: str, __: str, ___: Grammar) -> bool:
    return helper == "have"


def _fits_ing(_: str, helper: str, before: str, grammar: Grammar) -> bool:
    return helper == "be" or (helper == "" and not _needs_noun(before, grammar))


_FITS = {
    "noun": _fits_noun,
    "base": _fits_base,
    "third": _fits_third,
    "past": _fits_past,
    "participle": _fits_participle,
    "ing": _fits_ing,
}


def _needs_noun(before: str, grammar: Grammar) -> bool:
    """Whether a word before another says that it is no verb: "the report", "in reports"."""
    return (
        before in grammar.articles
        or before in grammar.possessives
        or before in grammar.prepositions
        or before in ("’", "'")
    )


def _counts(before: str, grammar: Grammar) -> bool:
    """Whether the word before counts a noun or points at it: "two calls"."""
    return before[:1].isdigit() or (
        before in grammar.determiners and before not in grammar.pointers
    )
