"""The lexicon of speech: cue words with their frames, and the closed classes of grammar."""

from collections import defaultdict
from dataclasses import dataclass, fields
from typing import Any, Literal

from app.annotator.lexicon.files import read_table, read_words
from app.errors import LexiconError

Form = Literal["base", "third", "past", "participle", "ing", "noun"]
_TAKES = frozenset({"that", "clause", "noun", "infinitive", "quotation"})
_LOWER = frozenset({"verbs", "auxiliaries", "be_forms", "chains"})  # May and Will are names
_VOWELS = frozenset("aeiou")


@dataclass(frozen=True, slots=True)
class Frame:
    """What a cue word takes as content, and where: see the head of cues.toml."""

    takes: frozenset[str]
    particles: frozenset[str] = frozenset()
    before: bool = False
    addressee: bool = False


@dataclass(frozen=True, slots=True)
class Grammar:
    """Closed classes of words, each word also with a capital first letter: see grammar.toml."""

    articles: frozenset[str]
    determiners: frozenset[str]
    predeterminers: frozenset[str]
    pointers: frozenset[str]
    possessives: frozenset[str]
    subject_pronouns: frozenset[str]
    personal_pronouns: frozenset[str]
    object_pronouns: frozenset[str]
    relatives: frozenset[str]
    prepositions: frozenset[str]
    be_forms: frozenset[str]
    auxiliaries: frozenset[str]
    coordinators: frozenset[str]
    subordinators: frozenset[str]
    openers: frozenset[str]
    turns: frozenset[str]
    leaving: frozenset[str]
    adverbs: frozenset[str]
    no_adverbs: frozenset[str]
    times: frozenset[str]
    days: frozenset[str]
    clause_prepositions: frozenset[str]
    chains: frozenset[str]
    verbs: frozenset[str]
    nouns: frozenset[str]
    plurals: frozenset[str]
    media: frozenset[str]
    officials: frozenset[str]
    spokespeople: frozenset[str]
    he_titles: frozenset[str]
    she_titles: frozenset[str]
    function_words: frozenset[str]  # what no noun phrase ends with
    clause_words: frozenset[str]  # what no noun phrase runs over

    def is_adverb(self, word: str) -> bool:
        """Whether a word is an adverb, by the list or by its ending."""
        if word in self.adverbs:
            return True
        return word.endswith("ly") and word.islower() and word not in self.no_adverbs


@dataclass(frozen=True, slots=True)
class SpeechLexicon:
    """Every form of every cue word with the frames it may head, and the grammar."""

    cues: dict[str, tuple[tuple[Form, Frame], ...]]
    grammar: Grammar


def load_speech() -> SpeechLexicon:
    """The lexicon of speech. Raises LexiconError where a file is not what it promises."""
    table = read_table("cues.toml")
    irregular = table.get("irregular", {})
    cues: dict[str, list[tuple[Form, Frame]]] = defaultdict(list)
    for entry in table["verb"]:
        for verb in entry["words"]:
            for form, word in _forms(verb, irregular):
                cues[word].append((form, _frame(verb, entry)))
    for entry in table["noun"]:
        for noun in entry["words"]:
            for word in (noun, noun + "s"):
                cues[word].append(("noun", _frame(noun, entry)))
    for word in list(cues):
        cues[word].sort(key=lambda reading: not reading[1].particles)
        cues[word.capitalize()] = cues[word]
    return SpeechLexicon({word: tuple(frames) for word, frames in cues.items()}, _grammar())


def _frame(word: str, entry: dict[str, Any]) -> Frame:
    takes = frozenset(entry["takes"])
    if not takes <= _TAKES:
        raise LexiconError(f"cues.toml: {word} takes what nothing takes: {sorted(takes - _TAKES)}")
    return Frame(
        takes,
        frozenset(entry.get("particle", ())),
        entry.get("before", False),
        entry.get("addressee", False),
    )


def _forms(verb: str, irregular: dict[str, list[str]]) -> list[tuple[Form, str]]:
    third, past, participle, ing = irregular.get(verb) or _regular(verb)
    forms: list[tuple[Form, str]] = [("base", verb), ("third", third), ("past", past), ("ing", ing)]
    return forms if participle == past else [*forms, ("participle", participle)]


def _regular(verb: str) -> tuple[str, str, str, str]:
    """The regular forms; verbs that double their last letter stand under [irregular]."""
    if verb.endswith("e"):
        return verb + "s", verb + "d", verb + "d", verb[:-1] + "ing"
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        return verb[:-1] + "ies", verb[:-1] + "ied", verb[:-1] + "ied", verb + "ing"
    third = verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "z")) else "s")
    return third, verb + "ed", verb + "ed", verb + "ing"


def _grammar() -> Grammar:
    lists = read_words("grammar.toml")
    names = {field.name for field in fields(Grammar)} - {"function_words", "clause_words"}
    if set(lists) != names:
        raise LexiconError(f"grammar.toml must have these lists: {', '.join(sorted(names))}")
    both = {
        name: words if name in _LOWER else words | {w[0].upper() + w[1:] for w in words}
        for name, words in lists.items()
    }
    pronouns = both["object_pronouns"] - both["possessives"]
    clause_words = both["subordinators"] | both["coordinators"] | both["relatives"] | pronouns
    return Grammar(
        **both,
        function_words=both["prepositions"]
        | both["coordinators"]
        | both["subordinators"]
        | pronouns,
        clause_words=clause_words | both["subject_pronouns"],
    )
