from hypothesis import given
from hypothesis import strategies as st

from app import identity
from app.standoff import Actor, AnnotatedDocument, Document, Mention, Paragraph, Quote, Span
from app.store.rows import from_rows, make_ahead, quote_key, to_rows
from tests.gold import gold_document
from tests.test_gold import each_article

BLOCK = "Ada said no. "


@st.composite
def annotated_documents(draw: st.DrawFn) -> AnnotatedDocument:
    """Documents with equal and unequal blocks, and annotations anywhere inside a block."""
    blocks = draw(st.lists(st.sampled_from([BLOCK, "Ben.", "“é” 😀"]), min_size=1, max_size=5))
    starts = [sum(len(block) + 2 for block in blocks[:index]) for index in range(len(blocks))]
    spans = [Span(start, start + len(block)) for start, block in zip(starts, blocks, strict=True)]
    headline = spans.pop(0) if len(spans) > 1 and draw(st.booleans()) else None
    paragraphs = tuple(Paragraph(number, span) for number, span in enumerate(spans, start=1))
    document = Document("\n\n".join(blocks), headline, paragraphs)
    actors = (Actor("ada", "person", "Ada"), Actor("france", "state", "France", "Q142"))
    inside = st.sampled_from(list(document.blocks())).flatmap(_inside)
    mentions = draw(st.lists(inside, max_size=8))
    quotes = draw(st.lists(_quotes(inside), max_size=6))
    return AnnotatedDocument(
        document,
        actors,
        tuple(Mention(span, "ada", "name", "r") for span in sorted(mentions)),
        tuple(quotes),
        draw(st.sampled_from(["onrecord 1", None])),
    )


def _inside(block: Span) -> st.SearchStrategy[Span]:
    ends = st.tuples(st.integers(block.start, block.end), st.integers(block.start, block.end))
    return ends.filter(lambda pair: pair[0] < pair[1]).map(lambda pair: Span(*pair))


def _quotes(inside: st.SearchStrategy[Span]) -> st.SearchStrategy[Quote]:
    return st.builds(
        Quote,
        kind=st.sampled_from(["direct", "indirect", "mixed"]),
        content=st.lists(inside, min_size=1, max_size=3).map(tuple),
        cue=st.none() | inside,
        source=st.none() | inside,
        speaker=st.sampled_from([None, "ada"]),
        on_behalf_of=st.sampled_from([None, "france"]),
        rule=st.just("r"),
    )


def there_and_back(annotated: AnnotatedDocument) -> AnnotatedDocument:
    text, headline = annotated.document.text, annotated.document.headline
    rows = to_rows(annotated, "an-article", 3)
    return from_rows(text, headline.of(text) if headline else None, annotated.annotator, rows)


@given(annotated_documents())
def test_rows_give_back_what_they_were_made_of(annotated: AnnotatedDocument) -> None:
    assert there_and_back(annotated) == annotated


@given(annotated_documents(), st.integers(1, 2**31))
def test_rows_made_ahead_are_those_of_any_version(
    annotated: AnnotatedDocument, version: int
) -> None:
    ahead = make_ahead(annotated, "an-article")
    assert to_rows(ahead, "an-article", version) == to_rows(annotated, "an-article", version)
    assert (ahead.document, ahead.annotator) == (annotated.document, annotated.annotator)
    for name in ("actors", "mentions", "quotes"):
        assert len(getattr(ahead, name)) == len(getattr(annotated, name))


@given(annotated_documents())
def test_ids_within_a_version_differ(annotated: AnnotatedDocument) -> None:
    rows = to_rows(annotated, "an-article", 3)
    for ids in ([row[2] for row in rows.mention], [row[2] for row in rows.quote]):
        assert len(ids) == len(set(ids))


@given(annotated_documents())
def test_rows_say_the_words_of_their_spans(annotated: AnnotatedDocument) -> None:
    text = annotated.document.text
    rows = to_rows(annotated, "an-article", 3)
    places = [row[-3:] for row in rows.mention] + [row[-3:] for row in rows.quote_span]
    for start, end, exact in places:
        assert text[start:end] == exact


@each_article
def test_gold_survives_its_rows(article: str) -> None:
    assert there_and_back(gold_document(article)) == gold_document(article)


def test_quote_ids_survive_words_added_above() -> None:
    annotated = gold_document("karabakh")
    old = to_rows(annotated, "an-article", 1).quote
    longer = AnnotatedDocument(
        Document("Added.\n\n" + annotated.document.text, None, ()),
        annotated.actors,
        (),
        tuple(_moved(quote, 8) for quote in annotated.quotes),
        "another annotator",
    )
    assert [row[2] for row in to_rows(longer, "an-article", 2).quote] == [row[2] for row in old]


def _moved(quote: Quote, by: int) -> Quote:
    content = tuple(Span(span.start + by, span.end + by) for span in quote.content)
    return Quote("direct", content, None, None, None, None, "another_rule")


def test_mentions_know_their_paragraph_and_the_headline_is_none() -> None:
    rows = to_rows(gold_document("karabakh"), "an-article", 1)
    assert [(row[4], row[9]) for row in rows.mention][:3] == [
        (None, "France"),
        (1, "French presidency"),
        (1, "Paris"),
    ]


def test_quote_keys_run_from_the_newest_version_as_its_text_runs() -> None:
    keys = [quote_key(version, position) for version in (2, 1) for position in (0, 1, 2)]
    assert keys == sorted(keys, reverse=True)


def test_what_says_the_same_in_one_version_is_numbered_for_its_ids() -> None:
    spans = [Span(0, 3), Span(4, 7), Span(8, 11)]
    document = Document("Ada Ada Ada", None, (Paragraph(1, Span(0, 11)),))
    annotated = AnnotatedDocument(
        document,
        (Actor("ada", "person", "Ada"),),
        tuple(Mention(span, "ada", "name", "r") for span in spans),
        tuple(Quote("direct", (span,), None, None, None, None, "r") for span in spans),
        None,
    )
    rows = to_rows(annotated, "an-article", 3)
    digest = identity.sha256(document.text)
    assert [row[2] for row in rows.mention] == [
        identity.mention_id("an-article", "ada", digest, ordinal) for ordinal in range(3)
    ]
    assert [row[2] for row in rows.quote] == [
        identity.quote_id("an-article", ("Ada",), ordinal) for ordinal in range(3)
    ]
    assert {row[7] for row in rows.quote} == {identity.words_hash(("Ada",))}


@given(annotated_documents())
def test_rows_know_their_version_and_mentions_their_paragraph(annotated: AnnotatedDocument) -> None:
    rows = to_rows(annotated, "an-article", 3)
    versions = [row[0] for row in rows.paragraph] + [row[0] for row in rows.mention]
    assert {*versions, *(row[1] for row in rows.quote)} == {3}
    blocks = {number: Span(start, end) for _, number, start, end in rows.paragraph}
    for row in rows.mention:
        block = annotated.document.headline if row[4] is None else blocks[row[4]]
        assert block
        assert block.contains(Span(row[7], row[8]))
