from pathlib import Path

import pytest

from app.text.cleaning import clean
from app.text.reading.extracting import NO_ARTICLE, read_page
from app.text.reading.source_texts import Page
from app.text.splitting import build_document

PAGES = Path(__file__).parents[2] / "data" / "pages"
SENTENCE = "It rained on the harbour town for the third day, and nobody said a word of the ferry."


def read(name: str, address: str | None = None) -> Page:
    return read_page((PAGES / f"{name}.html").read_text("utf-8"), address)


def text_of(page: Page) -> str:
    return build_document(clean(page.words)).text


def test_a_page_of_wordpress() -> None:
    page = read("wordpress")
    assert (page.url, page.published, page.author, page.language) == (
        "https://millstreet.example/2026/05/library-keeps-its-night-hours/",
        "2026-05-04T21:30:00+01:00",
        "Nora Whitlock",
        "en-GB",
    )
    assert text_of(page).split("\n\n") == [
        "Library keeps its night hours after vote",
        "The library on Mill Street will stay open until midnight, the town council decided on"
        " Monday after three hours of debate and two recounts.",
        "“Nobody here reads less because the lamps are on,” said Councillor Edwin Marsh, who had"
        " brought the motion. He thanked the Friends of the Library for their petition.",
        "What it costs",
        "The treasurer, Olive Tanner, said the lamps and the guard would cost 41,000 pounds a year"
        " & that the sum was “less than one roundabout”.",
        "Lamps and heating: 17,000 pounds",
        "The guard: 24,000 pounds",
        "We asked for a door that opens, and we got one.",
        "Friends of the Library",
        "The night hours begin again on 1 June.",
    ]


def test_a_page_with_json_ld() -> None:
    page = read("jsonld")
    assert (page.url, page.published, page.author, page.language) == (
        "https://estuary.example/nature/salt-flats",
        "2026-03-02",
        "Inês Carvalho; Tom Reedy",
        "en",
    )
    assert text_of(page).split("\n\n") == [
        "Salt flats reopen to walkers",
        "After two winters behind a fence, the salt flats south of the estuary are open again, the"
        " wardens announced on Monday.",
        "“The birds have moved to the outer banks, and the path no longer crosses their nests,” the"
        " head warden, Paula Quist, told the Estuary Times.",
        "Walkers are asked to keep to the planks. Quist said that “a footprint in the crust lasts"
        " ten years”.",
        "Winter Nests",
        "2024 112",
        "2025 298",
        "The fence will be taken down before Easter.",
    ]


def test_a_page_with_comments_and_related_links() -> None:
    """Its date stands in prose, its author is the address of a page: neither is taken."""
    page = read("comments", "https://tramwatch.example/x?utm=1")
    assert (page.url, page.published, page.author, page.language) == (
        "https://tramwatch.example/city/tram-strike-off",
        None,
        None,
        "en",
    )
    assert text_of(page).split("\n\n") == [
        "Tram drivers call off Friday strike",
        "The drivers of the city’s trams will work on Friday after all, their union said late on"
        " Wednesday.",
        "“We have a paper with a date on it, and that is what we wanted,” said Boris Lind, who"
        " speaks for the drivers.",
        "The city would not say what the paper promises. “Talks are talks,” a spokesman said.",
        "He would not be named.",
    ]


@pytest.mark.parametrize(
    ("body", "words"),
    [
        pytest.param(
            "<article><h1>Flash</h1><p>“It is over,” Ada Weir said.</p></article>",
            "Flash\n\n“It is over,” Ada Weir said.",
            id="however short",
        ),
        pytest.param(
            f"<article><p>{SENTENCE}</p><p>*A* _b_ [c](d) | &lt;e&gt; &amp;amp; \\f # 1. - `g`</p>",
            f"{SENTENCE}\n\n*A* _b_ [c](d) | <e> &amp; \\f # 1. - `g`",
            id="signs that are none of Markdown",
        ),
        pytest.param(
            f"<article><p>{SENTENCE}</p><p>Amen.</p><p>{SENTENCE}</p><p>Amen.</p></article>",
            f"{SENTENCE}\n\nAmen.\n\n{SENTENCE}\n\nAmen.",
            id="what is said twice",
        ),
        pytest.param(
            "<article><p>a\u200db c\u00add e\u202ef g\u00a0 h, and what else nobody sees there"
            " at all.</p></article>",
            "a\u200db c\u00add e\u202ef g h, and what else nobody sees there at all.",
            id="signs that are not seen stay, but white space is one space",
        ),
        pytest.param(
            f"<article><p>{SENTENCE}</p><p><b>Ada</b> <i>We</i>ir<br>said <q>no <q>and</q>"
            " <b>no</b></q>, and <q></q>.</p></article>",
            f"{SENTENCE}\n\nAda Weir\nsaid “no “and” no”, and “”.",
            id="inline elements and quotations",
        ),
        pytest.param(
            f"<div class=content>{SENTENCE}<br><br>{SENTENCE} 2<br>\n<br/>{SENTENCE} 3</div>",
            f"{SENTENCE}\n\n{SENTENCE} 2\n\n{SENTENCE} 3",
            id="line breaks for paragraphs",
        ),
        pytest.param(
            f'<script type="application/ld+json">{{"@type": "Article", "headline": "A rainy day"}}'
            f"</script><article><p>{SENTENCE}</p></article>",
            f"A rainy day\n\n{SENTENCE}",
            id="a headline that is only declared",
        ),
    ],
)
def test_words(body: str, words: str) -> None:
    page = read_page(f"<html><body>{body}</body></html>", None)
    assert text_of(page) == words


def test_what_a_page_says_of_its_bytes_no_longer_counts() -> None:
    """It was true of them before they were decoded."""
    html = '<?xml version="1.0" encoding="latin-1"?><html><head><meta charset="utf-7"></head>'
    page = read_page(f"{html}<body><article><p>“Ré” {SENTENCE}</p></article></body></html>", None)
    assert text_of(page) == f"“Ré” {SENTENCE}"


@pytest.mark.parametrize(
    "html",
    [
        pytest.param(" ", id="nothing"),
        pytest.param("<!-- -->", id="a comment"),
        pytest.param("<html><body></body></html>", id="an empty page"),
        pytest.param("<html><body><article><p>…</p></article></body></html>", id="no words"),
        pytest.param(
            "<body><nav><ul><li><a href=/a>World</a><li><a href=/b>Sport</a></ul></nav>", id="links"
        ),
        pytest.param(
            "<body><div id=root></div><noscript>This page needs JavaScript.</noscript>",
            id="a script",
        ),
        pytest.param("It rained.", id="no HTML"),
    ],
)
def test_no_article(html: str) -> None:
    with pytest.raises(ValueError, match=f"^{NO_ARTICLE}$"):
        read_page(html, None)


def test_what_the_parser_leaves_out_is_not_left_out_silently() -> None:
    html = f"<article><p>{SENTENCE}</p>{'<div>' * 100_000}<p>{SENTENCE}</p></article>"
    with pytest.raises(ValueError, match=r"^its elements are nested too deeply$"):
        read_page(html, None)
