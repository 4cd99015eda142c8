"""Finding the quotes of a document: unit by unit, outermost attributions only."""

from app.annotator.attribution.after import content_after_cue, noun_cue
from app.annotator.attribution.before import according_to, content_before_cue, inverted_cue
from app.annotator.attribution.cast import gather
from app.annotator.attribution.colons import speaker_label, without_cue
from app.annotator.attribution.drafts import Draft, to_quote
from app.annotator.attribution.floating import go_on
from app.annotator.attribution.openings import content_after
from app.annotator.attribution.reading import Piece, Reading, read
from app.annotator.attribution.sources import main_subject, source_before
from app.annotator.attribution.speakers import voice_of
from app.annotator.attribution.units import Unit, find_units
from app.annotator.cues import Cue, recognise
from app.annotator.lexicon import Lexicon
from app.annotator.marks import find_quotations
from app.annotator.tokens import Tokens
from app.standoff import Actor, Document, Mention, Quote

_AROUND = frozenset({"content_before_cue", "inverted_cue", "according_to"})
_JOINING = frozenset({"and", "but", "or", ","})


def find_quotes(
    document: Document,
    tokens: Tokens,
    actors: tuple[Actor, ...],
    mentions: tuple[Mention, ...],
    lexicon: Lexicon,
) -> tuple[tuple[Quote, ...], tuple[Mention, ...]]:
    """The quotes of a document in the order of the text, and the mentions by pronoun that
    resolving their sources found.
    """
    quotations = find_quotations(document, tokens)
    reading = read(tokens, quotations, lexicon.speech)
    drafts: list[Draft] = []
    for unit in find_units(reading, quotations):
        found = _attribute(reading, unit)
        if not found and not go_on(unit, drafts):
            draft = without_cue(reading, unit)
            found = [] if draft is None else [draft]
        drafts += found
    cast = gather(document, tokens, quotations, actors, mentions, reading.grammar)
    quotes: list[Quote] = []
    for draft in drafts:
        quotes.append(to_quote(reading, draft, voice_of(reading, cast, draft.source)))
        cast.heard(quotes[-1])
    return tuple(quotes), tuple(cast.found)


def _attribute(reading: Reading, unit: Unit) -> list[Draft]:
    """The quotes of a unit. An attribution at its end has all before it as content; else its cues
    are read from the left, and what is content is not read again.
    """
    whole = speaker_label(reading, unit) or _at_the_end(reading, unit)
    drafts: list[Draft] = [] if whole is None else [whole]
    floor = unit.first if whole is None else whole.end()
    for hit in unit.hits:
        if hit < floor:
            continue
        draft = _at_hit(reading, unit, hit, floor, drafts[-1] if drafts else None)
        if draft is not None:
            drafts.append(draft)
            floor = max(floor, draft.end())
    return drafts


def _at_the_end(reading: Reading, unit: Unit) -> Draft | None:
    """The quote of an attribution that ends its unit, unless the first one there has its content
    before it too: “…,” said X, and “…,” said Y.
    """
    for hit in reversed(unit.hits[-2:]):
        draft = _at_hit(reading, unit, hit, unit.first, None)
        if draft is None or draft.rule not in _AROUND:
            continue
        if hit == unit.hits[0]:
            return draft
        first = _at_hit(reading, unit, unit.hits[0], unit.first, None)
        return draft if first is None or first.rule not in _AROUND or first == draft else None
    return None


def _at_hit(
    reading: Reading, unit: Unit, hit: int, floor: int, before: Draft | None
) -> Draft | None:
    word = reading.words[hit]
    if word in ("according", "According"):
        return according_to(reading, unit, hit, floor)
    frames = reading.speech.cues[word]
    for cue in recognise(reading.words, hit, floor, frames, reading.grammar):
        draft = _in_frame(reading, unit, cue, floor, before)
        if draft is not None:
            return draft
    return None


def _in_frame(
    reading: Reading, unit: Unit, cue: Cue, floor: int, before: Draft | None
) -> Draft | None:
    if cue.form == "noun":
        return noun_cue(reading, unit, cue, floor)
    source = _source(reading, unit, cue, floor, before)
    content = content_after(reading, cue, unit.end)
    if cue.doubtful and (content is None or content.opening not in ("that", "quotation")):
        return None
    draft = None
    if cue.frame.before and not cue.is_participle:
        draft = inverted_cue(reading, unit, cue, floor) or content_before_cue(
            reading, unit, cue, source, content, floor
        )
    return draft or content_after_cue(reading, unit, cue, source, content)


def _source(
    reading: Reading, unit: Unit, cue: Cue, floor: int, before: Draft | None
) -> Piece | None:
    """The source of a cue: before it, or for a second verb or a participle the subject's."""
    joined = cue.first == floor or reading.words[cue.first - 1] in _JOINING
    if not (joined or cue.is_participle):
        return source_before(reading, floor, cue.first)
    if cue.first > floor and reading.words[cue.first - 1] == "," and not cue.is_participle:
        source = source_before(reading, floor, cue.first)
        if source is not None:
            return source
    if before is not None and before.source is not None:
        return before.source
    return main_subject(reading, unit.first, cue.first)
