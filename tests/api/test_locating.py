import pytest
from fastapi.testclient import TestClient

from app.identity import article_id
from tests.api.test_articles import KARABAKH, spans_in
from tests.gold import gold_document
from tests.test_gold import each_article

IN_ARTICLE = f"/articles/{KARABAKH}/locate"
both_addresses = pytest.mark.parametrize("address", [IN_ARTICLE, "/locate"])


@both_addresses
def test_a_quote_as_it_goes_round(client: TestClient, address: str) -> None:
    exact = '"We want the Minsk group to play its part ... the monitoring"'
    body = client.get(address, params={"exact": exact}).json()
    assert body["status"] == "approximate"
    [place] = body["places"]
    assert [span["exact"] for span in place["spans"]] == [
        "We want the Minsk group to play its role",
        "the monitoring",
    ]
    assert [part for part in place["parts"] if part["differs"]] == [
        {
            "asked": "part",
            "found": {"start": 1620, "end": 1624, "exact": "role"},
            "differs": True,
        }
    ]
    [quote] = place["quotes"]
    assert (quote["speaker"], quote["on_behalf_of"]) == (None, "french-presidency")
    assert quote["source"]["exact"] == "a French presidency official"
    assert all(client.get(link).status_code == 200 for link in place["links"].values())
    alone = client.get(quote["links"]["self"]).json()
    assert alone == {name: quote.get(name, alone["repeated_in"]) for name in alone}


@pytest.mark.parametrize(
    ("query", "status", "places"),
    [
        ({"exact": "minsk group"}, "ambiguous", 3),
        ({"exact": "minsk group", "suffix": "which oversees"}, "unique", 1),
        ({"exact": "minsk group", "prefix": "critic of the"}, "unique", 1),
        ({"exact": "minsk group", "prefix": "the", "suffix": "to play"}, "unique", 1),
        ({"exact": "!"}, "absent", 0),
        ({"exact": "purple elephants"}, "absent", 0),
    ],
)
def test_statuses(client: TestClient, query: dict[str, str], status: str, places: int) -> None:
    body = client.get(IN_ARTICLE, params=query).json()
    assert (body["status"], len(body["places"])) == (status, places)


@each_article
def test_every_quote_of_an_article_is_located_there(client: TestClient, article: str) -> None:
    id = article_id(gold_document(article).document)
    text = client.get(f"/articles/{id}/text").text
    for quote in client.get(f"/articles/{id}/quotes?limit=100").json()["items"]:
        said = " ".join(piece["exact"] for piece in quote["content"])
        body = client.get(f"/articles/{id}/locate", params={"exact": said[:2000]}).json()
        assert body["status"] in ("unique", "ambiguous")
        for place in body["places"]:
            for span in spans_in(place):
                assert text[span["start"] : span["end"]] == span["exact"]
        assert quote["id"] in [found["id"] for found in body["places"][0]["quotes"]]


@both_addresses
@pytest.mark.parametrize(
    "query", ["", "exact=", f"exact={'x' * 2001}", "exact=x&prefix=", f"exact=x&suffix={'x' * 201}"]
)
def test_what_is_no_question(client: TestClient, address: str, query: str) -> None:
    assert client.get(f"{address}?{query}").status_code == 422


@both_addresses
@pytest.mark.parametrize(
    "exact",
    ['"' * 2000, "“" * 2000, "…" * 2000, ". " * 1000, "a" * 2000, "a " * 1000, "the " * 500,
     "a…" * 1000, "NEAR(", "a AND b OR *", "x:y", "(((((", "'; DROP TABLE quote --", "^$\\",
     "(a+)+$", "\u0301" * 2000, "😀", "\ufffd", "%", "\n\t"],
)  # fmt: skip
def test_nothing_typed_is_an_error(client: TestClient, address: str, exact: str) -> None:
    query = {"exact": exact, "prefix": exact[:200], "suffix": exact[:200]}
    assert client.get(address, params=query).status_code == 200
