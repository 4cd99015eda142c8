from app.formats.annotated import to_json
from app.standoff import Actor, AnnotatedDocument, Document, Mention, Paragraph, Quote, Span

TEXT = "Talks\n\n“No,” Bo said."
PARAGRAPH = Span(7, 21)
QUOTE = Quote("direct", (Span(7, 12),), Span(16, 20), Span(13, 15), "bo", None, "by_hand")
BARE = Quote("direct", (Span(7, 12),), None, None, None, None, "by_hand")


def annotated(headline: Span | None, *quotes: Quote) -> AnnotatedDocument:
    return AnnotatedDocument(
        document=Document(TEXT, headline, (Paragraph(1, PARAGRAPH),)),
        actors=(Actor("bo", "person", "Bo"),),
        mentions=(Mention(Span(13, 15), "bo", "name", "by_hand"),),
        quotes=quotes,
        annotator="by hand",
    )


def test_everything_found_with_its_words() -> None:
    assert to_json(annotated(Span(0, 5), QUOTE)) == {
        "headline": {"start": 0, "end": 5, "exact": "Talks"},
        "text": TEXT,
        "annotator": "by hand",
        "paragraphs": [{"number": 1, "start": 7, "end": 21, "exact": "“No,” Bo said."}],
        "actors": [{"id": "bo", "name": "Bo", "kind": "person", "wikidata": None}],
        "mentions": [
            {
                "start": 13,
                "end": 15,
                "exact": "Bo",
                "actor": "bo",
                "kind": "name",
                "rule": "by_hand",
            }
        ],
        "quotes": [
            {
                "kind": "direct",
                "content": [{"start": 7, "end": 12, "exact": "“No,”"}],
                "cue": {"start": 16, "end": 20, "exact": "said"},
                "source": {"start": 13, "end": 15, "exact": "Bo"},
                "speaker": "bo",
                "on_behalf_of": None,
                "rule": "by_hand",
            }
        ],
    }


def test_what_is_not_there_is_null() -> None:
    said = to_json(annotated(None, BARE))
    assert said["headline"] is None
    assert (said["quotes"][0]["cue"], said["quotes"][0]["source"]) == (None, None)
