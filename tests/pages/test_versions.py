"""The page of a version, made of two texts that were annotated by hand."""

import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.comparing.changes import Anchors, compare
from app.pages.versions import WholeVersion, version_page
from app.standoff import Actor, AnnotatedDocument, Quote, Span
from app.store.queries.changes import to_anchors
from app.store.rows import Rows, to_rows
from app.text.splitting import build_document
from tests.pages.reading import Element, read_page
from tests.pages.test_reading import SITE, row, words

ADA = Actor("ada", "person", "Ada")
VERSIONS = ["aaaaaaaaaaaa", "bbbbbbbbbbbb", "cccccccccccc"]
TEXT = (
    "A day\n\nIt rained.\n\nAda said “we go home now”.\n\nBo said “no, we stay here”.\n\nIt ended."
)


def annotate(text: str, *quotes: Quote) -> AnnotatedDocument:
    return AnnotatedDocument(build_document(text), (ADA,), (), quotes, "test")


def said(text: str, words: str, speaker: str | None = "ada", kind: str = "direct") -> Quote:
    start = text.index(words)
    content = (Span(start, start + len(words)),)
    return Quote(kind, content, None, None, speaker, None, "test")  # type: ignore[arg-type]


def page_of(
    before: AnnotatedDocument | None, after: AnnotatedDocument, versions: int = 2, current: int = 1
) -> Element:
    number = 1 if before is None else 2
    rows, rows_after = (to_rows(each, "x", 7) if each else None for each in (before, after))
    assert rows_after
    page = version_page(
        _whole(after, rows_after, number=number, current=current),
        _whole(before, rows, number=1) if before and rows else None,
        compare(
            to_anchors(before.document, rows) if before and rows else Anchors(),
            to_anchors(after.document, rows_after),
        ),
        versions=VERSIONS[:versions],
        **SITE,
    )
    return read_page(page)


def _whole(annotated: AnnotatedDocument, rows: Rows, **known: int) -> WholeVersion:
    version = VERSIONS[known["number"] - 1]
    known_row = row(annotated, version=version, **known)
    return WholeVersion(known_row, annotated, [each[2] for each in rows.quote])


def told(element: Element) -> str:
    return " ".join(element.text.split())


def blocks(page: Element) -> list[str]:
    """The labels of what is shown of the text, a line each."""
    shown = page.all(lambda element: {"pair", "run"} & set(element.classes))
    return [
        " | ".join(told(each) for each in (element.classed("label") or element.tagged("summary")))
        for element in shown
    ]


def marked(element: Element) -> list[tuple[str, str]]:
    found = element.all(lambda each: each.tag in ("ins", "del"))
    return [(each.tag, each.text) for each in found]


@pytest.mark.parametrize(
    ("after", "shown"),
    [
        pytest.param(TEXT, ["Headline to paragraph 4, word for word"], id="nothing"),
        pytest.param(
            TEXT.replace("rained", "snowed all day"),
            [
                "Headline, word for word",
                "Version 1, paragraph 1: lost | Not in version 2",
                "Not in version 1 | Version 2, paragraph 1: new",
                "Paragraphs 2 to 4, word for word",
            ],
            id="another paragraph in its stead",
        ),
        pytest.param(
            TEXT.replace("\n\nIt rained.", "\n\nNew.\n\nIt rained."),
            [
                "Headline, word for word",
                "Not in version 1 | Version 2, paragraph 1: new",
                "Paragraphs 2 to 5, word for word; before: paragraphs 1 to 4",
            ],
            id="one more",
        ),
        pytest.param(
            TEXT.replace("\n\nIt ended.", ""),
            [
                "Headline to paragraph 3, word for word",
                "Version 1, paragraph 4: lost | Not in version 2",
            ],
            id="one less, at the end",
        ),
        pytest.param(
            TEXT.replace("A day", "A long day").replace("now", "soon"),
            [
                "Version 1, headline | Version 2, headline: reworded",
                "Paragraph 1, word for word",
                "Version 1, paragraph 2 | Version 2, paragraph 2: reworded",
                "Paragraphs 3 to 4, word for word",
            ],
            id="other words",
        ),
        pytest.param(
            TEXT.removeprefix("A day\n\n"),
            ["Version 1, headline: lost | Not in version 2", "Paragraphs 1 to 4, word for word"],
            id="no headline",
        ),
        pytest.param(
            "A day\n\nIt ended.\n\n" + TEXT.split("\n\n", 1)[1].removesuffix("\n\nIt ended."),
            [
                "Headline, word for word",
                "Paragraph 1, word for word; before: paragraph 4",
                "Paragraphs 2 to 4, word for word; before: paragraphs 1 to 3",
            ],
            id="another order",
        ),
    ],
)  # fmt: skip
def test_paragraphs_stand_beside_what_they_were(after: str, shown: list[str]) -> None:
    assert blocks(page_of(annotate(TEXT), annotate(after))) == shown


def test_words_that_differ_are_marked_on_their_side() -> None:
    page = page_of(annotate(TEXT), annotate(TEXT.replace("go home", "will go")))
    [pair] = page.classed("pair")
    assert [marked(side) for side in pair.classed("side")] == [
        [("del", " home")],
        [("ins", "will ")],
    ]


texts = st.lists(words.map(str.strip), min_size=1, max_size=5)


@settings(deadline=None)
@given(texts, texts, st.randoms())
def test_both_texts_are_there_to_the_character(
    before: list[str], more: list[str], chance: random.Random
) -> None:
    mixed = chance.sample([*before, *more], k=len(before))
    first, second = (annotate("\n\n".join(["a", *each])) for each in (before, mixed))
    assert sides(page_of(first, second)) == (sorted(block_words(first)), block_words(second))
    alone = page_of(None, second)
    shown = [*alone.tagged("h1"), *alone.classed("words")]
    assert [each.text for each in shown] == block_words(second)


def block_words(annotated: AnnotatedDocument) -> list[str]:
    document = annotated.document
    return [span.of(document.text) for span in document.blocks()]


def sides(page: Element) -> tuple[list[str], list[str]]:
    """The paragraphs of the one text, sorted, and those of the other as they stand."""
    before: list[str] = []
    after: list[str] = []
    for element in page.all(lambda element: {"pair", "run"} & set(element.classes)):
        first, last = element.classed("side") or [element, element]
        before += [each.text for each in first.classed("words")]
        after += [each.text for each in last.classed("words")]
    return sorted(before), after


OTHER = TEXT.replace("go home now", "go home soon").replace("It rained", "It rained all day long")


def quotes(page: Element) -> dict[str, list[str]]:
    """What is told of quotes, by the headings over them."""
    [section] = page.all(lambda element: element.attributes.get("aria-labelledby") == "quotes")
    heads = section.all(lambda element: element.tag in ("h3", "summary"))
    return {
        told(head).partition(":")[0]: [told(figure) for figure in figures.tagged("figure")]
        for head, figures in zip(heads, section.classed("quotes"), strict=True)
    }


def test_it_is_told_what_became_of_each_quote() -> None:
    before = annotate(
        TEXT,
        said(TEXT, "It rained."),
        said(TEXT, "we go home now"),
        said(TEXT, "no, we stay here", None),
        said(TEXT, "A day"),
    )
    after = annotate(
        OTHER,
        said(OTHER, "we go home soon"),
        said(OTHER, "no, we stay here", kind="mixed"),
        said(OTHER, "Bo said"),
        said(OTHER, "A day"),
    )
    page = page_of(before, after)
    assert quotes(page) == {
        "Reworded": ["we go home nowsoon Ada · direct · as it was · as it is"],
        "Lost": ["It rained. Ada · direct · cite"],
        "New": ["Bo said Ada · direct · cite"],
        "Moved": [
            "no, we stay here Ada · mixed · speaker before: none · kind before: direct · cite"
        ],
        "Kept": ["A day Ada · direct · cite"],
    }
    [reworded] = page.all(lambda e: e.tag == "figure" and "reworded" in e.classes)
    assert marked(reworded) == [("del", "now"), ("ins", "soon")]
    links = [a.attributes["href"] or "" for a in reworded.tagged("a")]
    assert links[0] == "/actors/ada"
    assert f"quote-{links[2].removeprefix('/quotes/')}" == reworded.attributes["id"]
    assert links[1] != links[2]


def test_the_pieces_of_what_is_said_stand_apart() -> None:
    quote = said(TEXT, "we go")
    apart = replace(quote, content=(*quote.content, *said(TEXT, "stay here").content))
    page = page_of(annotate(TEXT), annotate(TEXT, apart))
    assert page.tagged("blockquote")[0].text == "we go […] stay here"


def test_an_unnamed_source_is_told_as_such() -> None:
    page = page_of(annotate(TEXT), annotate(TEXT, said(TEXT, "A day", None)))
    assert quotes(page) == {"New": ["A day nobody named, unnamed · direct · cite"]}


def test_many_quotes_that_stayed_are_folded() -> None:
    for many in (12, 13):
        each_said = [f"w{n}, " for n in range(many)]
        text = f"A day\n\n{''.join(each_said)}and so on."
        annotated = annotate(text, *(said(text, each) for each in each_said))
        [folded] = [
            each for each in page_of(annotated, annotated).tagged("details") if not each.classes
        ]
        assert ("open" in folded.attributes) == (many == 12)


def test_all_changes_are_counted() -> None:
    page = page_of(annotate(TEXT, said(TEXT, "A day")), annotate(OTHER))
    body = page.tagged("tbody")[0].tagged("tr")
    lines = [[cell.text for cell in line.all(lambda e: e.tag in ("th", "td"))] for line in body]
    assert [head.text for head in page.tagged("thead")[0].tagged("th")] == [
        "kept",
        "moved",
        "reworded",
        "lost",
        "new",
    ]
    assert lines == [
        ["headline", "1", "0", "0", "0", "0"],
        ["paragraphs", "0", "2", "2", "0", "0"],
        ["quotes", "0", "0", "0", "1", "0"],
        ["mentions", "0", "0", "0", "0", "0"],
    ]


def test_of_the_first_version_the_text_and_the_quotes_are_shown_and_nothing_is_compared() -> None:
    page = page_of(None, annotate(TEXT, said(TEXT, "we go home now")))
    assert marked(page) == []
    assert page.tagged("table") == []
    assert "nothing stood before it" in told(page)
    assert [told(h2) for h2 in page.tagged("h2")] == ["The text", "The quotes"]
    assert [told(figure) for figure in page.tagged("figure")] == [
        "we go home now Ada · direct · cite"
    ]


@pytest.mark.parametrize(
    ("versions", "links"),
    [(2, ["aaaaaaaaaaaa"]), (3, ["aaaaaaaaaaaa", "cccccccccccc"])],
    ids=["the last", "one in between"],
)
def test_it_leads_to_its_neighbours(versions: int, links: list[str]) -> None:
    [neighbours] = page_of(annotate(TEXT), annotate(OTHER), versions).classed("versions")
    assert [a.attributes["href"] for a in neighbours.tagged("a")] == [
        f"/articles/x/versions/{each}" for each in links
    ]


def test_an_only_version_has_no_neighbours() -> None:
    assert page_of(None, annotate(TEXT), versions=1).classed("versions") == []


@pytest.mark.parametrize(
    ("current", "about"),
    [(1, "Version 2 of 2, the current one · the article"),
     (0, "Version 2 of 2 · the article as it is now")],
)  # fmt: skip
def test_it_says_whether_it_is_current(current: int, about: str) -> None:
    page = page_of(annotate(TEXT), annotate(OTHER), current=current)
    assert told(page.classed("about")[0]) == about


def test_without_a_headline_it_has_a_heading_all_the_same() -> None:
    page = page_of(annotate("Only this."), annotate("Only that."))
    assert page.tagged("h1")[0].text == "An article without a headline"
    assert blocks(page) == ["Version 1, paragraph 1 | Version 2, paragraph 1: reworded"]


@pytest.mark.parametrize(
    ("annotator", "told_of"),
    [(None, "not in a language that is read"), ("test", "Nobody is quoted here.")],
)
def test_where_no_quotes_are_it_is_told_why(annotator: str | None, told_of: str) -> None:
    before, after = (replace(annotate(text), annotator=annotator) for text in (TEXT, OTHER))
    page = page_of(before, after)
    assert told_of in told(page)
    language = "en" if annotator else ""
    assert {each.attributes["lang"] for each in page.classed("words")} == {language}
