"""An article of three versions, the second of which is current again."""

from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from app.cli.serving import FOUNDING_ARTICLE
from app.seeding import seed_article
from app.store.engine import writer
from app.store.migrating import migrate
from app.text.reading import SourceText
from tests.api.test_articles import all_items, spans_in
from tests.api.test_pages import BROWSER
from tests.conftest import MakeClient
from tests.pages.reading import read_page

TEXT = FOUNDING_ARTICLE.read_text("utf-8")
# One paragraph added on top, one quote reworded, one removed, the headline changed.
EDITED = (
    TEXT.replace("Fearing the Turkish role", "Fearing Turkey’s role 😀")
    .replace("\n\nThe French presidency", "\n\nIt snowed 😀 in Kenya.\n\nThe French presidency")
    .replace("play its role in determining (status) the", "play its full role in the")
)
REMOVED = "A source said that Paris was pressing"
THIRD = "\n".join(line for line in EDITED.splitlines() if not line.startswith(REMOVED))


@pytest.fixture(scope="module")
def client(make_client: MakeClient, tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    store: Path = tmp_path_factory.mktemp("versions") / "versions.db"
    migrate(store)
    with writer(store)() as session:
        article = seed_article(session, SourceText("a.txt", TEXT.encode())).article
        for text in (EDITED, THIRD, EDITED):
            seed_article(session, SourceText("a.txt", text.encode()), article)
        session.commit()
    return make_client(store)


@pytest.fixture
def article(client: TestClient) -> str:
    return str(client.get("/articles").json()["items"][0]["links"]["self"])


@pytest.fixture
def versions(client: TestClient, article: str) -> list[dict[str, Any]]:
    """In the order of their numbers."""
    return list(reversed(all_items(client, f"{article}/versions?limit=2")))


def test_versions_are_listed_newest_first(client: TestClient, article: str) -> None:
    items = all_items(client, f"{article}/versions")
    assert [(item["number"], item["current"]) for item in items] == [
        (3, False),
        (2, True),
        (1, False),
    ]
    assert client.get("/articles/nowhere/versions").status_code == 404


def test_an_article_links_to_its_versions_and_shows_the_current_one(
    client: TestClient, article: str, versions: list[dict[str, Any]]
) -> None:
    body = client.get(article).json()
    assert body["version"] == versions[1]["id"]
    assert body["links"]["versions"] == f"{article}/versions"
    assert body["links"]["version"] == versions[1]["links"]["self"]


@pytest.mark.parametrize("n", [0, 1, 2])
def test_a_version_is_whole_under_its_own_address(
    client: TestClient, versions: list[dict[str, Any]], n: int
) -> None:
    version = versions[n]
    assert client.get(version["links"]["self"]).json() == version
    assert version["id"] == version["version"]
    assert all(client.get(address).status_code == 200 for address in version["links"].values())
    text = client.get(version["links"]["text"]).text
    for part in ("paragraphs", "mentions", "quotes"):
        items = all_items(client, f"{version['links'][part]}?limit=100")
        assert len(items) == version[part]
        assert {item["version"] for item in items} == {version["id"]}
        assert all(text[span["start"] : span["end"]] == span["exact"] for span in spans_in(items))


def test_the_current_version_is_what_the_article_shows(
    client: TestClient, article: str, versions: list[dict[str, Any]]
) -> None:
    links = versions[1]["links"]
    assert client.get(links["text"]).text == client.get(f"{article}/text").text
    for part in ("paragraphs", "mentions", "quotes"):
        assert all_items(client, links[part]) == all_items(client, f"{article}/{part}")


@pytest.mark.parametrize("part", ["", "/text", "/paragraphs", "/mentions", "/quotes", "/changes"])
def test_a_version_that_is_not_there(client: TestClient, article: str, part: str) -> None:
    answer = client.get(f"{article}/versions/0123456789ab{part}")
    assert answer.status_code == 404
    assert answer.json()["detail"] == "There is no version '0123456789ab'."


def test_versions_are_filtered_and_exported_as_articles_are(
    client: TestClient, versions: list[dict[str, Any]]
) -> None:
    links = versions[0]["links"]
    assert len(all_items(client, f"{links['quotes']}?speaker=france")) == 1
    assert len(all_items(client, f"{links['mentions']}?actor=turkey&kind=metonym")) == 4
    assert len(all_items(client, f"{links['mentions']}?overlaps=0,80")) == 1
    lines = client.get(f"{links['mentions']}.ndjson").text.splitlines()
    assert len(lines) == versions[0]["mentions"]
    assert client.get(f"{links['text']}?char=0,7").text == "Fearing"


def test_what_became_of_a_version(client: TestClient, versions: list[dict[str, Any]]) -> None:
    items = all_items(client, f"{versions[1]['links']['changes']}?limit=100")
    reworded = [item for item in items if item["kind"] == "reworded"]
    assert [item["of"] for item in reworded] == ["headline", "paragraph", "quote"]
    for item in items:
        assert (item["version"], item["predecessor"]) == (versions[1]["id"], versions[0]["id"])
        assert not item["before"] or item["before"]["version"] == item["predecessor"]
        assert not item["after"] or item["after"]["version"] == item["version"]
    quote = reworded[-1]
    assert quote["before"]["on_behalf_of"] == quote["after"]["on_behalf_of"] == "french-presidency"
    assert quote["before"]["id"] != quote["after"]["id"]
    assert (quote["score"], quote["differs"]) == (90.9, ["content"])
    marked = [(piece["side"], piece["text"]) for piece in quote["difference"]]
    assert [each for each in marked if each[0] != "both"] == [
        ("after", "full "),
        ("before", " determining (status)"),
    ]


def test_changes_are_counted(client: TestClient, versions: list[dict[str, Any]]) -> None:
    address = versions[2]["links"]["changes"]
    body = client.get(f"{address}?kind=lost").json()
    assert body["counts"]["quote"] == {"kept": 3, "moved": 2, "reworded": 0, "lost": 1, "new": 0}
    assert [item["of"] for item in body["items"]] == ["paragraph", "quote", "mention", "mention"]
    assert body["total"] == 4
    for of, counts in body["counts"].items():
        for kind, number in counts.items():
            narrowed = client.get(f"{address}?of={of}&kind={kind}&limit=1").json()
            assert (narrowed["total"], narrowed["total_is_exact"]) == (number, True)


def test_in_the_first_version_all_is_new(
    client: TestClient, versions: list[dict[str, Any]]
) -> None:
    items = all_items(client, f"{versions[0]['links']['changes']}?limit=7")
    assert {(item["kind"], item["predecessor"], item["before"]) for item in items} == {
        ("new", None, None)
    }


def test_each_side_counts_units_of_its_own_text(
    client: TestClient, versions: list[dict[str, Any]]
) -> None:
    texts = {
        version["id"]: client.get(version["links"]["text"]).text.encode("utf-16-le")
        for version in versions
    }
    items = all_items(client, f"{versions[1]['links']['changes']}?limit=100&unit=utf16")
    sides = [side for item in items for side in (item["before"], item["after"]) if side]
    assert {side["version"] for side in sides} == {version["id"] for version in versions[:2]}
    for side in sides:
        for span in spans_in(side):
            cut = texts[side["version"]][2 * span["start"] : 2 * span["end"]]
            assert cut.decode("utf-16-le") == span["exact"]


def test_a_quote_is_answered_from_the_newest_version_that_has_it(
    client: TestClient, versions: list[dict[str, Any]]
) -> None:
    [lost] = client.get(f"{versions[2]['links']['changes']}?of=quote&kind=lost").json()["items"]
    answer = client.get(lost["before"]["links"]["self"]).json()
    assert answer["version"] == versions[1]["id"]
    kept = client.get(f"{versions[2]['links']['changes']}?of=quote&kind=kept").json()["items"][0]
    assert client.get(kept["after"]["links"]["self"]).json()["version"] == versions[2]["id"]


def test_lists_across_articles_show_current_versions_only(
    client: TestClient, versions: list[dict[str, Any]]
) -> None:
    for address in ("/articles", "/quotes"):
        assert {item["version"] for item in all_items(client, address)} == {versions[1]["id"]}


def links_of(client: TestClient, address: str) -> set[str]:
    """Where a page leads within the site; each of its links leads somewhere."""
    page = read_page(client.get(f"{address}.html").text)
    ids = {element.attributes.get("id") for element in page.all(lambda element: True)}
    links = {link.attributes["href"] or "" for link in page.tagged("a")}
    assert {link for link in links if link.startswith("#")} <= {f"#{id}" for id in ids}
    inside = {link for link in links if link.startswith("/")}
    assert {client.get(link, headers=BROWSER).status_code for link in inside} == {200}
    return inside


@pytest.mark.parametrize(("n", "neighbours"), [(0, [1]), (1, [0, 2]), (2, [1])])
def test_a_versions_page_leads_to_its_neighbours_its_article_and_its_changes(
    client: TestClient,
    article: str,
    versions: list[dict[str, Any]],
    n: int,
    neighbours: list[int],
) -> None:
    found = links_of(client, versions[n]["links"]["self"])
    pages = [version["links"]["self"] for version in versions]
    assert [place for place, page in enumerate(pages) if page in found] == neighbours
    assert article in found
    assert (versions[n]["links"]["changes"] in found) == (n > 0)


def test_a_versions_page_tells_what_the_json_tells(
    client: TestClient, versions: list[dict[str, Any]]
) -> None:
    links = versions[2]["links"]
    page = read_page(client.get(f"{links['self']}.html").text)
    rows = {
        line.tagged("th")[0].text: [int(cell.text) for cell in line.tagged("td")]
        for line in page.tagged("tbody")[0].tagged("tr")
    }
    counts = client.get(links["changes"]).json()["counts"]
    told = {"headline": "headline", "paragraphs": "paragraph", "quotes": "quote"}
    assert {told.get(name, "mention"): dict(zip(counts["quote"], row, strict=True))
            for name, row in rows.items()} == counts  # fmt: skip


def test_a_reading_page_leads_to_its_version_where_there_are_several(
    client: TestClient, article: str, versions: list[dict[str, Any]]
) -> None:
    page = read_page(client.get(f"{article}.html").text)
    [link] = [a for a in page.classed("about")[0].tagged("a") if "version" in a.text]
    assert (link.text, link.attributes["href"]) == (
        "version 2 of 3",
        versions[1]["links"]["self"],
    )


def test_the_page_of_a_quote_leads_to_where_it_stands(
    client: TestClient, article: str, versions: list[dict[str, Any]]
) -> None:
    changes = client.get(f"{versions[1]['links']['changes']}?of=quote&kind=reworded").json()
    lost = changes["items"][0]["before"]["id"]
    changes = client.get(f"{versions[2]['links']['changes']}?of=quote&kind=lost").json()
    current = changes["items"][0]["before"]["id"]
    for quote, there in ((lost, versions[0]["links"]["self"]), (current, article)):
        assert f"{there}#quote-{quote}" in links_of(client, f"/quotes/{quote}")
        assert read_page(client.get(f"{there}.html").text).with_id(f"quote-{quote}")
