from pathlib import Path

import pytest

from app.formats.schemaorg import Json, news_article, quotation
from app.standoff import Span
from tests.formats.gold_rows import gold_rows
from tests.formats.json_ld import BASE_URL, expand, expand_and_compact, leaves
from tests.formats.rows import Row, actor_row, quote_row

TEXT = "Talks fail\n\n“No,” Bo said, “not, ever.”"
NO_QUOTES: list[Row] = []
NOBODY: dict[str, Row] = {}
CONTENT = Span(12, 17), Span(27, 39)


def article_row(**known: str) -> Row:
    columns = ("headline", "url", "published", "author", "language")
    return {"article": "talks-fail", "version": "v"} | dict.fromkeys(columns) | known


def test_an_article_of_which_nothing_is_known() -> None:
    assert news_article(article_row(), "Words.", NOBODY, NO_QUOTES, BASE_URL) == {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "@id": f"{BASE_URL}/articles/talks-fail",
        "version": "v",
        "articleBody": "Words.",
    }


@pytest.mark.parametrize(
    ("column", "name", "value"),
    [
        pytest.param("url", "url", "https://news.example/1", id="url"),
        pytest.param("published", "datePublished", "2026-05-04", id="published"),
        pytest.param("author", "author", "Our correspondent", id="author"),
        pytest.param("language", "inLanguage", "en", id="language"),
    ],
)
def test_what_is_known_of_an_article(column: str, name: str, value: str) -> None:
    row = article_row(**{column: value})
    said = news_article(row, "Words.", NOBODY, NO_QUOTES, BASE_URL)
    assert said[name] == value
    assert news_article(article_row(), "Words.", NOBODY, NO_QUOTES, BASE_URL) == {
        key: known for key, known in said.items() if key != name
    }
    assert expand_and_compact(said) == said


def test_an_article_with_all_its_parts() -> None:
    actors = {"bo": actor_row("bo", "person"), "france": actor_row("france", "state", "Q142")}
    quote = quote_row(TEXT, *CONTENT, speaker="bo")
    said = news_article(article_row(headline="Talks fail"), TEXT, actors, [quote], BASE_URL)
    bo = {"@id": f"{BASE_URL}/actors/bo", "@type": "Person", "name": "Bo"}
    assert said["headline"] == "Talks fail"
    assert said["articleBody"] == "“No,” Bo said, “not, ever.”"
    assert said["mentions"] == [
        bo,
        {
            "@id": f"{BASE_URL}/actors/france",
            "@type": ["Country", "Organization"],
            "name": "France",
            "sameAs": "http://www.wikidata.org/entity/Q142",
        },
    ]
    assert said["hasPart"] == [
        {
            "@type": "Quotation",
            "@id": f"{BASE_URL}/quotes/{quote['id']}",
            "text": "“No,” […] “not, ever.”",
            "spokenByCharacter": bo,
        }
    ]


@pytest.mark.parametrize(
    ("speaker", "spoken_by"),
    [
        pytest.param(None, {}, id="nobody named"),
        pytest.param(
            "minsk-group",
            {
                "spokenByCharacter": {
                    "@id": f"{BASE_URL}/actors/minsk-group",
                    "@type": "Organization",
                    "name": "Minsk-Group",
                }
            },
            id="an organization",
        ),
        pytest.param(
            "é", {"spokenByCharacter": {"@id": f"{BASE_URL}/actors/%C3%A9"}}, id="only its id known"
        ),
    ],
)
def test_a_quotation_names_whoever_spoke(speaker: str | None, spoken_by: Json) -> None:
    row = quote_row(TEXT, CONTENT[0], speaker=speaker, on_behalf_of="france")
    actors = {"minsk-group": actor_row("minsk-group", "organization")}
    assert quotation(row, actors, BASE_URL) == {
        "@context": "https://schema.org",
        "@type": "Quotation",
        "@id": f"{BASE_URL}/quotes/{row['id']}",
        "text": "“No,”",
        **spoken_by,
        "isPartOf": {"@type": "NewsArticle", "@id": f"{BASE_URL}/articles/a"},
    }


def test_expansion_drops_nothing(gold_store: Path) -> None:
    for gold in gold_rows(gold_store):
        said = news_article(gold.article, gold.text, gold.actors, gold.quotes, BASE_URL)
        documents = [said, *(quotation(row, gold.actors, BASE_URL) for row in gold.quotes)]
        for document in documents:
            assert expand_and_compact(document) == document
            assert None not in leaves(document)
            types = {"NewsArticle", "Quotation", "Person", "Organization", "Country"}
            assert leaves(document) - types <= leaves(expand(document))
