import json

import pytest
from lxml.html import document_fromstring

from app.text.reading.declared import Declared

HERE = "https://a.example/b/c"


def declared(head: str, body: str = "", address: str | None = HERE) -> Declared:
    html = f"<html><head>{head}</head><body>{body}</body></html>"
    return Declared(document_fromstring(html), address)


def json_ld(*nodes: object) -> str:
    return "".join(
        f'<script type="application/ld+json">{json.dumps(node)}</script>' for node in nodes
    )


def news(**fields: object) -> str:
    return json_ld({"@type": "NewsArticle", **fields})


TITLE = "<title>It rained – Post</title>"


@pytest.mark.parametrize(
    ("head", "body", "headline"),
    [
        pytest.param("", "<h1>It rained</h1>", None, id="nothing declared"),
        pytest.param("<title>It rained</title>", "", "It rained", id="title"),
        pytest.param("<title> \n </title>", "", None, id="blank title"),
        pytest.param(TITLE, "<h1>It  rained</h1>", "It rained", id="the heading begins the title"),
        pytest.param(TITLE, "<h1>Post</h1>", "It rained – Post", id="a heading that does not"),
        pytest.param(TITLE, "<h1></h1><h1>It</h1><h1>IT RAINED</h1>", "IT RAINED", id="headings"),
        pytest.param(
            f'{TITLE}<meta property="og:site_name" content="Post">', "", "It rained", id="site"
        ),
        pytest.param(
            f'{TITLE}<meta property="og:title" content="Rain all day">', "", "Rain all day", id="og"
        ),
        pytest.param(TITLE + news(headline="Rain &amp; wind"), "", "Rain & wind", id="JSON-LD"),
        pytest.param(
            TITLE + news(headline="It rained all"),
            "<h1>It rained all day</h1>",
            "It rained all day",
            id="JSON-LD cut short",
        ),
        pytest.param(
            TITLE + news(headline="A") + news(headline="B"),
            "",
            "It rained – Post",
            id="two articles",
        ),
        pytest.param(TITLE + news(headline=7), "", "It rained – Post", id="no text"),
        pytest.param(
            f'{TITLE}<meta property="og:site_name" content="The Post"><meta '
            'property="og:site_name" content="Post">',
            "",
            "It rained",
            id="two names of a site",
        ),
        pytest.param(
            """<script type="application/ld+json">{"@type": "Article", "headline": "It
            rained"}</script>""",
            "",
            "It rained",
            id="JSON-LD with a line end in a string",
        ),
    ],
)
def test_headline(head: str, body: str, headline: str | None) -> None:
    assert declared(head, body).headline() == headline


def canonical(address: str) -> str:
    return f'<link rel="Canonical" href="{address}">'


@pytest.mark.parametrize(
    ("head", "url"),
    [
        pytest.param("", HERE, id="where it was found"),
        pytest.param(canonical("https://a.example/d#e"), "https://a.example/d", id="canonical"),
        pytest.param(canonical("/d?e"), "https://a.example/d?e", id="relative"),
        pytest.param(canonical("https://www.a.example/d"), "https://www.a.example/d", id="www"),
        pytest.param(canonical("https://evil.example/d"), HERE, id="of another host"),
        pytest.param(canonical("https://a.example/"), HERE, id="of the whole site"),
        pytest.param(canonical("https://a.example/?p=1"), "https://a.example/?p=1", id="query"),
        pytest.param(canonical("file:///etc/passwd"), HERE, id="no address"),
        pytest.param(canonical("/d") + canonical("/e"), HERE, id="two"),
        pytest.param("<link rel=canonical>", HERE, id="nowhere"),
        pytest.param("</head><body><a rel=canonical href=/d>d</a>", HERE, id="a link in the text"),
        pytest.param(
            '<meta property="og:url" content="https://a.example/f">', "https://a.example/f", id="og"
        ),
        pytest.param(news(url="https://a.example/g"), "https://a.example/g", id="JSON-LD"),
        pytest.param(
            news(mainEntityOfPage={"@id": "https://a.example/g"}), "https://a.example/g", id="page"
        ),
    ],
)
def test_url(head: str, url: str) -> None:
    assert declared(head).url() == url


@pytest.mark.parametrize(
    ("head", "url"),
    [
        pytest.param(canonical("https://b.example/d"), "https://b.example/d", id="whole"),
        pytest.param(canonical("/d"), None, id="relative"),
        pytest.param(canonical("https://b.example"), None, id="of the whole site"),
        pytest.param("<link rel=canonical>", None, id="nowhere"),
    ],
)
def test_url_of_a_file(head: str, url: str | None) -> None:
    assert declared(head, address=None).url() == url


def meta(name: str, content: str, attribute: str = "name") -> str:
    return f'<meta {attribute}="{name}" content="{content}">'


@pytest.mark.parametrize(
    ("head", "body", "published"),
    [
        pytest.param("", "<p>4 May 2026</p><time datetime=2026-05-04>", None, id="not declared"),
        pytest.param(news(datePublished="2026-05-04"), "", "2026-05-04", id="JSON-LD"),
        pytest.param(
            json_ld([{"@type": ["Thing", "schema:Report"], "datePublished": "2026-05-04"}]),
            "",
            "2026-05-04",
            id="JSON-LD, a list",
        ),
        pytest.param(
            json_ld({"@type": "Event", "datePublished": "2026-05-04"}), "", None, id="no article"
        ),
        pytest.param(news(dateModified="2026-05-04"), "", None, id="modified"),
        pytest.param(
            news(datePublished="yesterday") + meta("date", "2026-05-04"),
            "",
            "2026-05-04",
            id="no date, then one",
        ),
        pytest.param(
            news(datePublished="2026-05-04") + news(datePublished="2026-05-05"),
            "",
            None,
            id="two articles",
        ),
        pytest.param(
            news(datePublished="2026-05-04") * 2, "", "2026-05-04", id="one article twice"
        ),
        pytest.param(
            meta("article:published_time", "2026-05-04T10:00Z", "property"),
            "",
            "2026-05-04T10:00:00+00:00",
            id="property",
        ),
        pytest.param(meta("DC.Date.Issued", "2026-05-04"), "", "2026-05-04", id="Dublin Core"),
        pytest.param(
            meta("datePublished", "2026-05-04", "itemprop"), "", "2026-05-04", id="microdata, meta"
        ),
        pytest.param(
            "",
            "<time itemprop=datePublished datetime=2026-05-04>4 May",
            "2026-05-04",
            id="microdata",
        ),
        pytest.param(
            "",
            "<b itemprop=datePublished content=2026-05-04>4 May</b>",
            "2026-05-04",
            id="microdata, content",
        ),
        pytest.param(
            meta("date", "yesterday") + meta("date", "2026-05-04"),
            "",
            "2026-05-04",
            id="no date, then one of the same name",
        ),
        pytest.param(
            "<script>let it</script>" + news(datePublished="2026-05-04"),
            "",
            "2026-05-04",
            id="a script before",
        ),
        pytest.param(
            '<script type="application/ld+json">{</script>' + news(datePublished="2026-05-04"),
            "",
            "2026-05-04",
            id="broken JSON-LD before",
        ),
        pytest.param(
            "",
            """<p type="application/ld+json">{"@type": "Article", "datePublished": "2026-05-04"}""",
            None,
            id="JSON-LD in no script",
        ),
        pytest.param(
            json_ld({"@type": "BlogPosting", "datePublished": "2026-05-04"}),
            "",
            "2026-05-04",
            id="BlogPosting",
        ),
        pytest.param(
            "", "<time class='entry-date published' datetime=2026-05-04>", "2026-05-04", id="hAtom"
        ),
        pytest.param(
            "", "<time class=dt-published datetime=2026-05-04>", "2026-05-04", id="h-entry"
        ),
        pytest.param("", "<time class=unpublished datetime=2026-05-04>", None, id="another class"),
        pytest.param(
            "",
            "<time class=published datetime=2026-05-04></time>"
            "<time class=published datetime=2026-05-05>",
            None,
            id="two times",
        ),
    ],
)
def test_published(head: str, body: str, published: str | None) -> None:
    assert declared(head, body).published() == published


ADA = {"@type": "Person", "@id": "#ada", "name": "Ada Weir"}


@pytest.mark.parametrize(
    ("head", "body", "author"),
    [
        pytest.param("", "<p class=byline>By Ada Weir</p>", None, id="not declared"),
        pytest.param(news(author="Ada Weir"), "", "Ada Weir", id="JSON-LD"),
        pytest.param(news(author=ADA), "", "Ada Weir", id="JSON-LD, a person"),
        pytest.param(
            news(author=[ADA, "Ben &amp; Ash", ADA]), "", "Ada Weir; Ben & Ash", id="several"
        ),
        pytest.param(
            json_ld({"@graph": [ADA, {"@type": "Article", "author": {"@id": "#ada"}}, 7]}),
            "",
            "Ada Weir",
            id="by reference",
        ),
        pytest.param(news(author={"@id": "#nobody"}), "", None, id="by reference to nobody"),
        pytest.param(news(author=[None, 7, {"name": 7}]), "", None, id="no names"),
        pytest.param(meta("author", "Ada Weir"), "", "Ada Weir", id="meta"),
        pytest.param(meta("author", "Ada Weir", "itemprop"), "", "Ada Weir", id="meta, microdata"),
        pytest.param("", "<p property=author content='Ada Weir'>", None, id="no meta"),
        pytest.param(
            meta("citation_author", "Ada Weir") + meta("citation_author", "Ben Ash"),
            "",
            "Ada Weir; Ben Ash",
            id="meta, several",
        ),
        pytest.param(
            meta("article:author", "https://social.example/ada", "property"),
            "",
            None,
            id="an address",
        ),
        pytest.param(
            "", "<span itemprop=author><b>Ada</b> Weir</span>", "Ada Weir", id="microdata"
        ),
        pytest.param("", "<a rel='author nofollow' href=/ada>Ada Weir</a>", "Ada Weir", id="rel"),
        pytest.param(
            "", "<a rel=author>Ada Weir</a><a rel=author>Ben Ash</a>", None, id="rel, several"
        ),
        pytest.param("<link rel=author href=/humans.txt>", "", None, id="rel without words"),
    ],
)
def test_author(head: str, body: str, author: str | None) -> None:
    assert declared(head, body).author() == author


@pytest.mark.parametrize(
    ("head", "language"),
    [
        pytest.param("", None, id="not declared"),
        pytest.param(news(inLanguage="en-GB"), "en-GB", id="JSON-LD"),
        pytest.param(meta("Content-Language", "de", "http-equiv"), "de", id="http-equiv"),
        pytest.param(meta("og:locale", "pt_BR", "property"), "pt-BR", id="og"),
        pytest.param(meta("Content-Language", "de, en", "http-equiv"), None, id="two of them"),
    ],
)
def test_language(head: str, language: str | None) -> None:
    assert declared(head).language() == language


def test_language_of_the_whole_page() -> None:
    page = document_fromstring(f"<html lang=fr><head>{news(inLanguage='en')}</head><body>")
    assert Declared(page, None).language() == "fr"


@pytest.mark.parametrize(
    "told",
    ["", "{", "7", "null", "[7, null]", '{"@graph": 7}', '{"@graph": null}', "[" * 100_000,
     '{"@type": "Article", "datePublished": ' + "9" * 5000 + "}"],
)  # fmt: skip
def test_broken_json_ld_says_nothing(told: str) -> None:
    page = declared(f'<script type="application/ld+json">{told}</script>')
    assert (page.headline(), page.url(), page.published(), page.author()) == (
        None,
        HERE,
        None,
        None,
    )
