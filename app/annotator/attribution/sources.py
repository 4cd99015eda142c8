"""The source: the noun phrase before, or after, the words that attribute."""

from app.annotator.attribution.reading import POSSESSIVE, STOPS, Piece, Reading

PHRASE_LENGTH = 40  # tokens a source may have, apposition included
SUBJECT_REACH = 40  # tokens from the beginning of a unit to its first verb
_INSIDE = POSSESSIVE | frozenset({"$", "%", "-", ")", "/", "&"})
_OPEN_CLAUSE = frozenset({";", ":", "—", "–", "―", "--", "...", "…", "|", "•", "___", "("})
_BEFORE_PHRASE = frozenset({",", ";", ":", "—", "–", "―", ")", "--"})
_AFTER_PHRASE = frozenset({",", ".", ";"})
_HELD = frozenset({"of", "for", "from", "at", "with"})


def source_before(reading: Reading, floor: int, end: int) -> Piece | None:
    """The noun phrase that ends before token `end`, not reaching before `floor`, with its
    apposition; None where there is none.
    """
    end = _before_time(reading, floor, end)
    if end <= floor:
        return None
    if reading.words[end - 1] == ",":
        return _with_apposition(reading, floor, end)
    return _phrase_before(reading, floor, end)


def source_after(reading: Reading, start: int, end: int) -> Piece | None:
    """The noun phrase that begins at `start`, before `end`, with its apposition: “…,” said X, the
    mayor of Y.
    """
    if start >= end:
        return None
    if reading.words[start] in reading.grammar.personal_pronouns:
        return start, start + 1
    if not _begins_phrase(reading, start):
        return None
    stop = min(end, start + PHRASE_LENGTH)
    index = _phrase_end(reading, start, stop)
    if index + 1 < stop and reading.words[index] == "," and _is_apposition(reading, index + 1):
        close = _phrase_end(reading, index + 1, stop)
        if close >= end or reading.words[close] in _AFTER_PHRASE or close in reading.at_first:
            index = close
    return (start, index) if index > start else None


def main_subject(reading: Reading, first: int, end: int) -> Piece | None:
    """The subject of the clause that begins a unit: what stands before its first verb."""
    for index in range(first + 1, min(end, first + SUBJECT_REACH)):
        if reading.is_verb(index):
            source = source_before(reading, first, _before_adverbs(reading, first, index))
            if source is not None:
                return source
    return None


def _before_adverbs(reading: Reading, first: int, index: int) -> int:
    while index > first + 1 and reading.is_adverb(index - 1):
        index -= 1
    return index


def _before_time(reading: Reading, floor: int, end: int) -> int:
    """Without a day or date between a source and its verb: "Low this week said"."""
    words, times, stop = reading.words, reading.grammar.times, end
    while stop > floor and (words[stop - 1] in times or words[stop - 1].isdigit()):
        stop -= 1
    dated = any(word in times for word in words[stop:end])
    if dated and stop > floor and words[stop - 1] in ("on", "in", "earlier", "of"):
        stop -= 1
    return stop if dated and stop > floor else end


def _phrase_before(reading: Reading, floor: int, end: int) -> Piece | None:
    words, grammar = reading.words, reading.grammar
    last = words[end - 1]
    if last in grammar.subject_pronouns or last in grammar.relatives:
        return end - 1, end
    if not _heads(reading, end - 1):
        return None
    floor = max(floor, end - PHRASE_LENGTH)
    first = _bracket_start(words, floor, end - 1)
    while first > floor and _continues(reading, floor, first):
        first = _bracket_start(words, floor, first - 1)
    while first < end and _only_leads(reading, first):
        first += 1
    return (first, end) if first < end else None


def _bracket_start(words: list[str], floor: int, index: int) -> int:
    """The opening bracket where the token is a closing one, else the token itself."""
    if words[index] != ")":
        return index
    first = index
    while first > floor and words[first] != "(":
        first -= 1
    return first if words[first] == "(" else index


def _only_leads(reading: Reading, index: int) -> bool:
    word, grammar = reading.words[index], reading.grammar
    return word in grammar.prepositions or word in grammar.coordinators or reading.is_adverb(index)


def _heads(reading: Reading, index: int) -> bool:
    """Whether a noun phrase may end with this token."""
    word, grammar = reading.words[index], reading.grammar
    if index in reading.at_last or not (word[0].isalnum() or word == ")" or word in POSSESSIVE):
        return False
    return not (word in grammar.function_words or word in grammar.verbs)


def _continues(reading: Reading, floor: int, first: int) -> bool:
    """Whether the token before `first` belongs to the phrase that begins there."""
    words, grammar = reading.words, reading.grammar
    word = words[first - 1]
    if first - 1 in reading.at_last:
        return False
    if word in grammar.prepositions:
        return first - 1 > floor and _attaches(reading, first - 1)
    if word in ("and", "or", "&"):
        return first - 2 >= floor and _joins_phrases(reading, floor, first)
    if word == ".":
        return first - 1 > floor and reading.touches(first - 2)
    if words[first] in grammar.determiners or words[first] in grammar.possessives:
        return word in grammar.predeterminers
    return _qualifies(reading, first)


def _qualifies(reading: Reading, first: int) -> bool:
    """Whether the plain word before `first` is a part of its noun phrase."""
    words, grammar = reading.words, reading.grammar
    word = words[first - 1]
    if not (word[0].isalnum() or word in _INSIDE) or reading.is_adverb(first - 1):
        return False
    if word in grammar.clause_words or word in grammar.verbs:
        return False
    if words[first][0].isupper():  # "in a statement Low said": two phrases, as after "Asked"
        return not (word in grammar.media or (word.endswith("ed") and word.islower()))
    return True


def _attaches(reading: Reading, index: int) -> bool:
    """Whether the preposition at `index` hangs on a noun before it."""
    word = reading.words[index - 1]
    if word in reading.grammar.times or word.endswith(("ing", "ed")):
        return False
    return _heads(reading, index - 1) and not reading.is_adverb(index - 1)


def _joins_phrases(reading: Reading, floor: int, first: int) -> bool:
    """Whether "and" before `first` joins two phrases, not two clauses: no verb before it."""
    for index in range(first - 2, max(floor, first - 12) - 1, -1):
        if reading.is_verb(index):
            return False
        if reading.words[index] == ",":
            return True
    return True


def _with_apposition(reading: Reading, floor: int, end: int) -> Piece | None:
    """A phrase that ends with an apposition or an inserted clause: "X, the mayor of Y,"."""
    words = reading.words
    stop = max(floor, end - PHRASE_LENGTH)
    best: Piece | None = None
    for index in range(end - 2, stop, -1):
        word = words[index]
        if word in _OPEN_CLAUSE or word in STOPS - {"."} or index in reading.at_last:
            break
        if word != ",":
            continue
        phrase = _phrase_before(reading, stop, index)
        if phrase is None or not _stands_free(reading, stop, phrase[0]):
            if best is not None:
                break
        else:
            best = (phrase[0], end - 1)
    return best


def _stands_free(reading: Reading, stop: int, first: int) -> bool:
    """Whether a phrase begins its clause."""
    if first <= stop or first - 1 in reading.at_last:
        return True
    before, grammar = reading.words[first - 1], reading.grammar
    return (
        before in _BEFORE_PHRASE
        or before in grammar.coordinators
        or before in grammar.subordinators
    )


def _begins_phrase(reading: Reading, index: int) -> bool:
    word, grammar = reading.words[index], reading.grammar
    if word[0].isupper():
        return True
    return word[0].isalnum() and word not in grammar.function_words and word not in grammar.verbs


def _phrase_end(reading: Reading, index: int, stop: int) -> int:
    while index < stop and not _ends_phrase(reading, index, stop):
        index += 1
    return index


def _ends_phrase(reading: Reading, index: int, stop: int) -> bool:
    word, grammar = reading.words[index], reading.grammar
    if index in reading.at_first:
        return True
    if word in grammar.prepositions:
        return word not in _HELD
    if word == ".":
        return not (index + 1 < stop and _abbreviates(reading, index))
    if not (word[0].isalnum() or word in _INSIDE or word == "("):
        return True
    if word in grammar.clause_words or word in grammar.verbs:
        return True
    return (word in grammar.times or reading.is_adverb(index)) and not _leads(reading, index - 1)


def _leads(reading: Reading, index: int) -> bool:
    """Whether a token cannot end a noun phrase, whatever follows: "the late mayor"."""
    word, grammar = reading.words[index], reading.grammar
    return word in POSSESSIVE or word in grammar.determiners or word in grammar.possessives


def _abbreviates(reading: Reading, index: int) -> bool:
    """Whether a full stop inside a unit belongs to a word: "Mr. Low"."""
    words = reading.words
    return words[index + 1][0].isupper() and index > 0 and reading.touches(index - 1)


def _is_apposition(reading: Reading, index: int) -> bool:
    word, grammar = reading.words[index], reading.grammar
    if not word[0].islower() or word.endswith("ing") or word in reading.speech.cues:
        return False
    clause = word in grammar.subject_pronouns or word == "whose"
    return _begins_phrase(reading, index) and not clause
