import pytest

from app.pages.voices import COLOURS, find_voices
from app.standoff import Actor, AnnotatedDocument, Document, Paragraph, Quote, Span
from tests.gold import gold_document
from tests.test_gold import each_article

TEXT = "one two. three four five. A source said six. a source said seven. eight."
FRANCE = Actor("france", "state", "France")


def said(words: str, source: str | None = None, **who: str) -> Quote:
    start = TEXT.index(words)
    content = (Span(start, start + len(words)),)
    at = TEXT.index(source) if source else 0
    named = Span(at, at + len(source)) if source else None
    return Quote("direct", content, None, named, who.get("speaker"), who.get("behalf"), "test")


def document(*quotes: Quote) -> AnnotatedDocument:
    whole = Document(TEXT, None, (Paragraph(1, Span(0, len(TEXT))),))
    return AnnotatedDocument(whole, (FRANCE,), (), quotes, "test")


def test_voices_stand_in_the_order_of_their_first_quote() -> None:
    voices = find_voices(
        document(
            said("one two", speaker="france"),
            said("six", "A source"),
            said("three four five", speaker="france"),
            said("seven", "a source"),
        )
    )
    assert [(v.number, v.name, v.quotes, v.words) for v in voices] == [
        (1, "France", (0, 2), 5),
        (2, "A source", (1, 3), 2),
    ]
    assert [v.share for v in voices] == [pytest.approx(5 / 7), pytest.approx(2 / 7)]


def test_whom_an_unnamed_source_speaks_for_tells_it_from_others() -> None:
    voices = find_voices(
        document(said("six", "A source"), said("seven", "A source", behalf="france"))
    )
    assert [(v.name, v.behalf) for v in voices] == [("A source", None), ("A source", FRANCE)]


def test_a_quote_without_a_source_has_a_voice_too() -> None:
    [voice] = find_voices(document(said("eight")))
    assert (voice.name, voice.actor, voice.share) == ("nobody named", None, 1.0)


def test_colours_come_round() -> None:
    words = TEXT.replace(".", "").split()
    voices = find_voices(document(*(said(word, word) for word in words[: COLOURS + 1])))
    assert [voice.colour for voice in voices] == [*range(1, COLOURS + 1), 1]


@each_article
def test_every_quote_has_one_voice_and_shares_are_whole(article: str) -> None:
    annotated = gold_document(article)
    voices = find_voices(annotated)
    places = sorted(place for voice in voices for place in voice.quotes)
    assert places == list(range(len(annotated.quotes)))
    assert sum(voice.share for voice in voices) == pytest.approx(1)
