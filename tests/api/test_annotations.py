"""The container as a client of the W3C Web Annotation Protocol reads it."""

from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from app.api import annotations
from app.api.methods import ALLOWED
from app.seeding import seed_article
from app.store.engine import writer
from app.store.migrating import migrate
from app.text.reading import SourceText
from tests.api.test_articles import KARABAKH, VERSION
from tests.conftest import MakeClient
from tests.formats.json_ld import expand_and_compact

CONTAINER = f"/articles/{KARABAKH}/annotations/"
HERE = "http://127.0.0.1:8000"
MEDIA_TYPE = 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"'
IRIS = "http://www.w3.org/ns/oa#PreferContainedIRIs"
DESCRIPTIONS = "http://www.w3.org/ns/oa#PreferContainedDescriptions"
MINIMAL = "http://www.w3.org/ns/ldp#PreferMinimalContainer"


@pytest.fixture
def paging(
    make_client: MakeClient, gold_store: Path, monkeypatch: pytest.MonkeyPatch
) -> TestClient:
    """A client of small pages, which no other client's cache may hold."""
    monkeypatch.setattr(annotations, "PAGE_SIZE", 4)
    return make_client(gold_store)


def read(client: TestClient, address: str, **headers: str) -> dict[str, Any]:
    answer = client.get(address.removeprefix(HERE), headers=headers)
    assert answer.status_code == 200
    assert answer.headers["content-type"] == MEDIA_TYPE
    body: dict[str, Any] = answer.json()
    assert expand_and_compact(body) == body
    return body


def pages(client: TestClient, address: str) -> list[dict[str, Any]]:
    found = [read(client, address)]
    while "next" in found[-1]:
        found.append(read(client, found[-1]["next"]))
    return found


def test_a_container_says_what_it_is(client: TestClient) -> None:
    answer = client.get(CONTAINER)
    assert answer.headers["content-type"] == MEDIA_TYPE
    assert answer.headers["allow"] == ALLOWED
    assert answer.headers["vary"] == "Accept, Prefer, Accept-Encoding"
    assert answer.headers["content-location"] == answer.json()["id"] == f"{HERE}{CONTAINER}"
    assert answer.headers["link"] == (
        '<http://www.w3.org/ns/ldp#BasicContainer>; rel="type", '
        '<http://www.w3.org/TR/annotation-protocol/>; rel="http://www.w3.org/ns/ldp#constrainedBy"'
    )
    assert answer.json()["type"] == ["BasicContainer", "AnnotationCollection"]
    assert answer.json()["total"] == 41


def test_pages_lead_through_every_mention_and_quote(paging: TestClient) -> None:
    client = paging
    collection = read(client, CONTAINER)
    [last, *_] = found = pages(client, f"{CONTAINER}?page=0")[::-1]
    assert collection["first"]["id"] == found[-1]["id"]
    assert collection["last"] == last["id"]
    assert [page["startIndex"] for page in reversed(found)] == list(range(0, 41, 4))
    items = [item["id"] for page in reversed(found) for item in page["items"]]
    known = [
        item["id"]
        for noun in ("mentions", "quotes")
        for item in client.get(f"/articles/{KARABAKH}/{noun}?limit=100").json()["items"]
    ]
    assert items == [f"{HERE}{CONTAINER}{id}" for id in known]
    assert [page.get("prev") for page in found] == [page["id"] for page in found[1:]] + [None]
    iris = pages(client, f"{CONTAINER}?page=0&iris=1")
    assert [item for page in iris for item in page["items"]] == items


def test_an_annotation_has_its_own_address(client: TestClient) -> None:
    for item in read(client, f"{CONTAINER}?page=0")["items"]:
        annotation = read(client, item["id"])
        assert annotation.pop("@context")
        assert annotation == item
    answer = client.get(item["id"].removeprefix(HERE))
    assert answer.headers["link"] == '<http://www.w3.org/ns/ldp#Resource>; rel="type"'
    assert answer.headers["allow"] == ALLOWED


def test_targets_select_words_of_a_text_that_is_there(client: TestClient) -> None:
    for item in read(client, f"{CONTAINER}?page=0")["items"]:
        targets = item["target"] if isinstance(item["target"], list) else [item["target"]]
        for target in targets:
            assert f"/versions/{VERSION}/text" in target["source"]
            text = client.get(target["source"].removeprefix(HERE)).text
            position, words = target["selector"]
            assert text[position["start"] : position["end"]] == words["exact"]


@pytest.mark.parametrize(
    ("wanted", "first", "query"),
    [
        pytest.param([], dict, "", id="nothing"),
        pytest.param([DESCRIPTIONS], dict, "", id="descriptions"),
        pytest.param([IRIS], str, "?iris=1", id="IRIs"),
        pytest.param([MINIMAL], None, "", id="nothing contained"),
        pytest.param([MINIMAL, IRIS], None, "?iris=1", id="nothing here, IRIs on the pages"),
        pytest.param([IRIS, MINIMAL], None, "?iris=1", id="the other way round"),
        pytest.param(["http://x.example/y", IRIS], str, "?iris=1", id="one of two known"),
        pytest.param([DESCRIPTIONS, IRIS], dict, "", id="the first of two that exclude each other"),
    ],
)
def test_what_a_container_contains_as_preferred(
    client: TestClient, wanted: list[str], first: type | None, query: str
) -> None:
    prefer = f'return=representation; include="{" ".join(wanted)}"'
    answer = client.get(CONTAINER, headers={"Prefer": prefer} if wanted else {})
    body = answer.json()
    assert answer.headers["content-location"] == body["id"] == f"{HERE}{CONTAINER}{query}"
    page = f"{body['id']}{'&' if query else '?'}page=0"
    if first is None:
        assert body["first"] == page
    else:
        assert body["first"]["id"] == page
        assert isinstance(body["first"]["items"][0], first)
    applied = answer.headers.get("preference-applied")
    assert applied == ("return=representation" if wanted else None)


@pytest.mark.parametrize("include", ["", "http://x.example/y", "PreferContainedIRIs"])
def test_what_is_not_known_is_not_applied(client: TestClient, include: str) -> None:
    prefer = f'return=representation; include="{include}"'
    answer = client.get(CONTAINER, headers={"Prefer": prefer})
    assert "preference-applied" not in answer.headers
    assert answer.content == client.get(CONTAINER).content


@pytest.mark.parametrize(
    ("accept", "status"),
    [
        (MEDIA_TYPE, 200),
        ("application/ld+json", 200),
        ("application/json", 200),
        ("application/*", 200),
        ("text/turtle, */*;q=0.1", 200),
        ("text/turtle", 406),
        ("application/ld+json;q=0", 406),
    ],
)
@pytest.mark.parametrize("query", ["", "?page=0", "?iris=1"])
def test_json_ld_is_the_one_format(
    client: TestClient, accept: str, status: int, query: str
) -> None:
    answer = client.get(f"{CONTAINER}{query}", headers={"Accept": accept})
    assert answer.status_code == status
    if status == 200:
        assert answer.headers["content-type"] == MEDIA_TYPE
    else:
        assert "application/ld+json" in answer.json()["detail"]


def test_the_address_of_a_rendering_gives_it(client: TestClient) -> None:
    assert isinstance(read(client, f"{CONTAINER}?iris=1")["first"]["items"][0], str)


def test_iris_begin_with_the_public_url(make_client: MakeClient, gold_store: Any) -> None:
    client = make_client(gold_store, public_url="https://news.example/onrecord/")
    body = client.get(CONTAINER).json()
    assert body["id"] == f"https://news.example/onrecord{CONTAINER}"
    assert client.get(CONTAINER).headers["content-location"] == body["id"]


@pytest.mark.parametrize("address", [f"{CONTAINER}?page=1", f"{CONTAINER}nothing", CONTAINER[:-1],
                                     "/articles/nowhere/annotations/"])  # fmt: skip
def test_nothing_there(client: TestClient, address: str) -> None:
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("query", ["page=-1", "page=x", "page=1_0", "iris=2", "iris=", "page="])
def test_malformed(client: TestClient, query: str) -> None:
    assert client.get(f"{CONTAINER}?{query}").status_code == 422


def test_an_article_without_annotations(make_client: MakeClient, tmp_path: Path) -> None:
    store = tmp_path / "rain.db"
    migrate(store)
    with writer(store)() as session:
        seeded = seed_article(session, SourceText("rain.txt", b"It rained."))
        session.commit()
    client = make_client(store)
    body = read(client, f"/articles/{seeded.article}/annotations/")
    assert (body["total"], "first" in body) == (0, False)
    assert client.get(f"/articles/{seeded.article}/annotations/?page=0").status_code == 404
