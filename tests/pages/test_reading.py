import re
from html import unescape
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.pages.reading import annotated_page, reading_page
from app.standoff import Actor, AnnotatedDocument, Mention, Quote, Span
from app.text.splitting import build_document
from tests.gold import gold_document
from tests.pages.reading import Element, read_page
from tests.test_gold import each_article

SITE: dict[str, Any] = {
    "base": "",
    "here": "/articles/x",
    "q": None,
    "formats": {"JSON": "/x.json"},
}
FRANCE = Actor("france", "state", "France")


def row(annotated: AnnotatedDocument, **known: object) -> dict[str, Any]:
    unknown = dict.fromkeys(("url", "published", "author", "language"))
    headline = annotated.document.headline
    counts = {
        name: len(getattr(annotated.document if name == "paragraphs" else annotated, name))
        for name in ("paragraphs", "mentions", "quotes")
    }
    headline_words = headline.of(annotated.document.text) if headline else None
    return {
        "article": "x",
        "version": "ff9f551b7f12",
        "number": 1,
        "current": 1,
        "annotator": annotated.annotator,
        "headline": headline_words,
        **unknown,
        **counts,
        **known,
    }


def page_of(annotated: AnnotatedDocument, speaker: str | None = None, **known: object) -> str:
    article = row(annotated, **known)
    return reading_page(article, annotated, *ids(annotated), speaker=speaker, **SITE)


def ids(annotated: AnnotatedDocument) -> tuple[list[str], list[str]]:
    mentions = [f"m{n}" for n in range(len(annotated.mentions))]
    return mentions, [f"q{n}" for n in range(len(annotated.quotes))]


def stripped(html: str) -> str:
    """The article's words with all tags stripped."""
    [article] = re.findall(r"<article[^>]*>(.*)</article>", html, re.DOTALL)
    return unescape(re.sub("<[^>]*>", "", article))


words = st.text(
    st.one_of(
        st.sampled_from("ab .<>&\"'“”\u202e\u2066\u2069\u200f\u0301😀غ法"),
        st.characters(exclude_categories=("Cs", "Cc")),
    ),
    min_size=1,
    max_size=40,
).filter(str.strip)


@st.composite
def documents(draw: st.DrawFn) -> AnnotatedDocument:
    blocks = [block.strip() for block in draw(st.lists(words, min_size=1, max_size=4))]
    document = build_document("\n\n".join(["a", *blocks]))
    ends = st.integers(0, len(document.text))
    spans = st.builds(lambda a, b: Span(min(a, b), max(a, b) + 1), ends, ends)
    mentions = st.builds(Mention, spans, st.just("france"), st.just("name"), st.just("test"))
    who = st.sampled_from([None, "france"])
    quotes = st.builds(
        Quote,
        st.sampled_from(["direct", "indirect", "mixed"]),
        st.lists(spans, min_size=1, max_size=2).map(tuple),
        st.one_of(st.none(), spans),
        st.one_of(st.none(), spans),
        who,
        who,
        st.just("test"),
    )
    found = (
        sorted(draw(st.lists(mentions, max_size=4)), key=lambda m: m.span),
        draw(st.lists(quotes, max_size=3)),
    )
    return AnnotatedDocument(document, (FRANCE,), tuple(found[0]), tuple(found[1]), "test")


@settings(deadline=None)
@given(documents(), st.sampled_from([None, "france", "nobody"]))
def test_with_all_tags_stripped_it_is_the_text(
    annotated: AnnotatedDocument, speaker: str | None
) -> None:
    for html in (page_of(annotated, speaker), annotated_page("<a>", annotated)):
        assert stripped(html) == annotated.document.text
        [article] = read_page(html).tagged("article")
        assert article.text == annotated.document.text


@each_article
def test_every_mention_and_quote_is_marked_where_it_is(article: str) -> None:
    annotated = gold_document(article)
    page = read_page(page_of(annotated))
    text = annotated.document.text
    for number, mention in enumerate(annotated.mentions):
        assert page.with_id(f"mention-m{number}").text == mention.span.of(text)
    for number, quote in enumerate(annotated.quotes):
        pieces = [
            element.text
            for element in page.classed("quote")
            if element.attributes.get("data-quote") == f"q{number}"
        ]
        assert pieces == [piece.of(text) for piece in quote.content]
        assert quote.kind in page.with_id(f"quote-q{number}").classes
    for paragraph in annotated.document.paragraphs:
        assert page.with_id(f"p-{paragraph.number}").text == paragraph.span.of(text)


def karabakh(speaker: str | None = None, **known: object) -> Element:
    return read_page(page_of(gold_document("karabakh"), speaker, **known))


def test_a_quote_tells_source_cue_kind_and_rule() -> None:
    [link] = karabakh().with_id("quote-q1").classed("by")
    assert link.attributes["aria-label"] == (
        "Direct quote of French presidency: "
        "source “The office of French President Emmanuel Macron”; cue “said”; rule gold"
    )
    assert link.attributes["href"] == "#quote-q1"


def test_a_quote_of_an_unnamed_source_tells_whom_it_speaks_for() -> None:
    [link] = karabakh().with_id("quote-q2").classed("by")
    assert "for French presidency\n" in (link.attributes["data-note"] or "")


def test_voices_stand_beside_the_text_with_their_shares() -> None:
    voices = karabakh().classed("voice")
    told = [" ".join(voice.classed("who")[0].text.split()) for voice in voices]
    assert told == [
        "1 French presidency organization",
        "2 a French presidency official unnamed, for French presidency",
        "3 A source unnamed",
        "4 France state",
        "5 Turkey state",
    ]
    assert voices[0].tagged("summary")[0].text == "2 quotes, 52 % of the quoted words"
    assert voices[0].classed("part")[0].attributes["width"] == "52.1"
    assert ["unnamed" in voice.classes for voice in voices] == [False, True, True, False, False]


@pytest.mark.parametrize(
    ("speaker", "marked", "told"),
    [
        ("france", ["q4"], "1 quote of France is marked. Mark all quotes"),
        ("french-presidency", ["q0", "q1"],
         "2 quotes of French presidency are marked. Mark all quotes"),
        ("armenia", [], "Nothing in this article is said by Armenia. Mark all quotes"),
        ("<nobody>", [], "Nothing in this article is said by <nobody>. Mark all quotes"),
    ],
)  # fmt: skip
def test_a_speaker_marks_only_their_quotes(speaker: str, marked: list[str], told: str) -> None:
    page = karabakh(speaker)
    assert [e.attributes["data-quote"] for e in page.with_id("text").classed("quote")] == marked
    assert " ".join(page.classed("chosen")[0].text.split()) == told
    current = page.all(lambda element: "aria-current" in element.attributes)
    assert [e.attributes["href"] for e in current] == [f"?speaker={speaker}"] * bool(marked)
    assert len(page.classed("voice")) == 5


def test_names_are_told_with_where_they_stand() -> None:
    names = karabakh().with_id("names").tagged("li")
    places = {item.tagged("a")[0].text: [a.text for a in item.classed("place")] for item in names}
    assert places["France"][:3] == ["headline", "1", "2"]


def test_what_is_known_of_the_article_is_told() -> None:
    about = karabakh(
        url="https://news.example/a",
        published="2020-11-20T10:00:00Z",
        author="A. <b>",
        language="fr",
    ).classed("about")[0]
    assert " ".join(about.text.split()).startswith(
        "A. <b> · 20 November 2020 · as published · 12 para"
    )


def test_what_was_not_found_is_not_led_to() -> None:
    annotated = AnnotatedDocument(build_document("Un\n\nDeux."), (), (), (), None)
    about = read_page(page_of(annotated)).classed("about")[0]
    assert " ".join(about.text.split()) == "1 paragraph"


def test_of_several_versions_it_is_told_which_this_is() -> None:
    annotated = gold_document("karabakh")
    page = reading_page(row(annotated, number=2), annotated, *ids(annotated), versions=3, **SITE)
    told = [a for a in read_page(page).classed("about")[0].tagged("a") if "version" in a.text]
    assert [(a.text, a.attributes["href"]) for a in told] == [
        ("version 2 of 3", "/articles/x/versions/ff9f551b7f12")
    ]


def test_an_address_that_no_browser_should_open_is_no_link() -> None:
    assert "as published" not in karabakh(url="javascript:alert(1)").text


@pytest.mark.parametrize(
    ("language", "annotator", "said"),
    [("fr", "x", "fr"), (None, "x", "en"), (None, None, "")],
    ids=["declared", "read as English", "not known"],
)
def test_the_text_says_its_language(language: str | None, annotator: str | None, said: str) -> None:
    annotated = AnnotatedDocument(build_document("Un\n\nDeux."), (), (), (), annotator)
    page = read_page(page_of(annotated, language=language))
    assert page.with_id("text").attributes["lang"] == said
    told = "not in a language" if annotator is None else "Nobody is quoted"
    assert told in page.with_id("voices").text


def test_a_text_without_a_headline_has_a_heading_all_the_same() -> None:
    annotated = AnnotatedDocument(build_document("Only this."), (), (), (), "x")
    page = read_page(page_of(annotated))
    assert [h1.text for h1 in page.tagged("h1")] == ["An article without a headline"]
    assert page.tagged("title")[0].text == "An article without a headline · Onrecord"
    assert page.with_id("text").text == "Only this."


def test_no_link_is_in_a_link() -> None:
    text = "Ada of Paris said no to it."
    document = build_document(text)
    mentions = (
        Mention(Span(0, 12), "france", "name", "test"),
        Mention(Span(7, 12), "france", "name", "test"),
        Mention(Span(18, 23), "france", "name", "test"),
    )
    quote = Quote("direct", (Span(21, 26),), None, None, "france", None, "test")
    annotated = AnnotatedDocument(document, (FRANCE,), mentions, (quote,), "test")
    page = read_page(page_of(annotated))
    assert [(e.tag, e.text) for e in page.with_id("text").classed("mention")] == [
        ("a", "Ada of Paris"),
        ("span", "Paris"),
        ("span", "no to"),
    ]
