import pytest

from app.formats import shapes
from app.standoff import Span
from tests.formats.rows import Row, actor_row, mention_row, quote_row

TEXT = "“No,” Bo said, “not, ever.”"
PIECES = Span(0, 5), Span(15, 27)


def article_row(headline: str | None) -> Row:
    nothing = dict.fromkeys(("url", "published", "author", "language", "annotator"))
    counts = {"paragraphs": 3, "mentions": 2, "quotes": 1}
    return {"key": 1, "article": "é", "version": "v", "headline": headline, **nothing, **counts}


@pytest.mark.parametrize(
    ("headline", "span"),
    [
        pytest.param("Talks", {"start": 0, "end": 5, "exact": "Talks"}, id="a headline"),
        pytest.param(None, None, id="none"),
    ],
)
def test_an_article(headline: str | None, span: dict[str, object] | None) -> None:
    article = shapes.article(article_row(headline), "/base")
    assert article["headline"] == span
    assert article["id"] == article["article"] == "é"
    assert article["links"]["quotes"] == "/base/articles/%C3%A9/quotes"


def test_a_paragraph() -> None:
    row = {"key": 1, "article": "a", "version": "v", "number": 1, "start": 0, "end": 2}
    paragraph = shapes.paragraph({**row, "exact": "No"}, "")
    assert (paragraph["number"], paragraph["exact"]) == (1, "No")


def test_an_actor() -> None:
    actor = shapes.actor(actor_row("france", "state", "Q142"), "/base")
    assert (actor["kind"], actor["wikidata"]) == ("state", "Q142")
    assert actor["links"] == {
        "self": "/base/actors/france",
        "articles": "/base/articles?actor=france",
        "quotes": "/base/quotes?speaker=france",
    }


def test_a_mention() -> None:
    mention = shapes.mention(mention_row(TEXT, Span(6, 8), "bo"), "")
    assert (mention["actor"], mention["start"], mention["end"], mention["exact"]) == (
        "bo",
        6,
        8,
        "Bo",
    )


def test_a_quote_with_all_its_spans() -> None:
    row = quote_row(TEXT, *PIECES, cue=Span(9, 13), source=Span(6, 8))
    quote = shapes.quote(row, "/base")
    assert quote["cue"] == {"start": 9, "end": 13, "exact": "said"}
    assert quote["source"] == {"start": 6, "end": 8, "exact": "Bo"}
    assert [piece["start"] for piece in quote["content"]] == [0, 15]
    assert quote["links"]["self"] == f"/base/quotes/{row['id']}"
    assert shapes.joined_content(quote) == "“No,” […] “not, ever.”"


def test_a_quote_of_content_alone() -> None:
    quote = shapes.quote(quote_row(TEXT, PIECES[0]), "")
    assert (quote["cue"], quote["source"], quote["speaker"]) == (None, None, None)
    assert shapes.joined_content(quote) == "“No,”"
