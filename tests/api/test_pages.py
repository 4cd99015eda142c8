from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from app.api.headers import PAGE_POLICY
from tests.api.test_articles import KARABAKH, VERSION
from tests.conftest import MakeClient
from tests.pages.reading import read_page

BROWSER = {"Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"}
PAGES = [
    "/",
    f"/articles/{KARABAKH}",
    f"/articles/{KARABAKH}/versions/{VERSION}",
    "/quotes/bdc385ee50d1de84",
    "/actors/france",
    "/actors/french-presidency",
]
each_page = pytest.mark.parametrize("address", PAGES)


@each_page
def test_a_browser_gets_the_page_at_the_bare_address(client: TestClient, address: str) -> None:
    answer = client.get(address, headers=BROWSER)
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert answer.headers["content-security-policy"] == PAGE_POLICY
    assert answer.headers["content-location"] == f"{address}.html"
    assert answer.headers["vary"] == "Accept, Accept-Encoding"
    assert client.get(f"{address}.html").status_code == 200


@each_page
@pytest.mark.parametrize("accept", ["*/*", "application/json", "application/*"])
def test_a_program_gets_json(client: TestClient, address: str, accept: str) -> None:
    answer = client.get(address, headers={"Accept": accept})
    assert answer.headers["content-type"] == "application/json"


@each_page
def test_a_page_is_properly_nested_and_links_to_its_other_formats(
    client: TestClient, address: str
) -> None:
    page = read_page(client.get(f"{address}.html").text)
    for link in page.classed("formats")[0].tagged("a"):
        assert client.get(link.attributes["href"] or "").status_code == 200


@each_page
def test_every_link_leads_somewhere(client: TestClient, address: str) -> None:
    page = read_page(client.get(f"{address}.html").text)
    ids = {element.attributes.get("id") for element in page.all(lambda element: True)}
    for href in {link.attributes["href"] or "" for link in page.tagged("a")}:
        if href.startswith("https://www.wikidata.org/wiki/"):
            continue
        if href.startswith("#"):
            assert href[1:] in ids
        else:
            there = address + href if href.startswith("?") else href
            assert client.get(there, headers=BROWSER).status_code == 200, href


def test_links_begin_with_the_path_of_the_public_address(
    make_client: MakeClient, gold_store: Path
) -> None:
    client = make_client(gold_store, public_url="https://news.example/on%20record")
    for address in PAGES:
        page = read_page(client.get(f"{address}.html").text)
        links = {link.attributes["href"] or "" for link in page.tagged("a") + page.tagged("link")}
        inside = [link for link in links if not link.startswith(("#", "?", "https://"))]
        assert [link for link in inside if not link.startswith("/on%20record/")] == []


def test_a_speaker_narrows_the_page_and_the_link_of_the_json(client: TestClient) -> None:
    address = f"/articles/{KARABAKH}"
    page = read_page(client.get(f"{address}.html?speaker=france").text)
    assert len(page.with_id("text").classed("quote")) == 1
    body = client.get(f"{address}?speaker=france").json()
    assert body["links"]["quotes"] == f"{address}/quotes?speaker=france"
    assert len(client.get(body["links"]["quotes"]).json()["items"]) == 1


def test_a_search_narrows_the_front_page_and_the_link_of_its_json(client: TestClient) -> None:
    page = read_page(client.get("/.html?q=karabakh&limit=1").text)
    assert page.tagged("mark")[0].text == "Karabakh"
    links = client.get("/?q=k%26b&limit=1").json()["links"]
    assert links["articles"] == "/articles?q=k%26b&limit=1"


def test_a_page_of_an_actor_narrows_the_link_of_its_json(client: TestClient) -> None:
    body = client.get("/actors/french-presidency?limit=1").json()
    assert body["links"]["quotes"] == "/quotes?speaker=french-presidency&limit=1"
    assert client.get(body["links"]["quotes"]).json()["total"] == 2
    assert client.get(body["links"]["articles"]).json()["total"] == 1


def test_the_quotes_of_an_actor_are_paged_to_their_end(client: TestClient) -> None:
    address: str | None = "/actors/french-presidency.html?limit=1"
    seen: list[str] = []
    while address:
        page = read_page(client.get(address).text)
        seen.append(page.tagged("blockquote")[0].text)
        pager = [link for foot in page.classed("pager") for link in foot.tagged("a")]
        address = pager[0].attributes["href"] if pager else None
    assert len(set(seen)) == 2
    assert "Said for it by unnamed sources" in page.text


def test_a_quote_is_cited_by_its_public_address(make_client: MakeClient, gold_store: Path) -> None:
    client = make_client(gold_store, public_url="https://news.example/onrecord")
    page = read_page(client.get("/quotes/bdc385ee50d1de84.html").text)
    cited = page.classed("citation")[0].text
    assert cited.endswith(" https://news.example/onrecord/quotes/bdc385ee50d1de84")


def test_the_front_page_is_paged_to_its_end(client: TestClient) -> None:
    address: str | None = "/.html?limit=4"
    seen: list[str] = []
    while address:
        page = read_page(client.get(address).text)
        seen += [item.tagged("h2")[0].text for item in page.classed("articles")[0].tagged("li")]
        pager = [link for foot in page.classed("pager") for link in foot.tagged("a")]
        address = pager[0].attributes["href"] if pager else None
    assert len(seen) == 6


def test_a_page_of_a_store_that_is_gone_is_a_problem(
    make_client: MakeClient, tmp_path: Path
) -> None:
    answer = make_client(tmp_path / "none.db").get("/.html")
    assert (answer.status_code, answer.headers["content-type"]) == (503, "application/problem+json")
