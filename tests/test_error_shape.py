"""Every error of every route is application/problem+json (RFC 9457)."""

import json
import re
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from httpx2 import Response

from app.main import create_app
from app.settings import Settings
from app.store.correcting import withdraw
from app.store.engine import writer
from tests.api.test_articles import KARABAKH, VERSION
from tests.conftest import MakeClient
from tests.faults.stores import make_slow

OPENAPI: dict[str, Any] = create_app(Settings()).openapi()
PATHS = sorted(OPENAPI["paths"])
each_path = pytest.mark.parametrize("path", PATHS)


def assert_problem(answer: Response, status: int) -> dict[str, Any]:
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    body: dict[str, Any] = answer.json()
    assert body["status"] == status
    assert body["type"] == "about:blank"
    assert isinstance(body["title"], str)
    assert isinstance(body["detail"], str)
    return body


def filled(path: str) -> str:
    return path.replace("{n}", "1").replace("{", "no-such-").replace("}", "")


def real(path: str) -> str:
    return filled(path).replace("no-such-article", KARABAKH).replace("no-such-v", VERSION)


def query_parameters(path: str) -> Iterator[dict[str, Any]]:
    for parameter in OPENAPI["paths"][path]["get"].get("parameters", []):
        if parameter["in"] == "query":
            yield parameter


def required(path: str) -> dict[str, str]:
    """What must be asked with: what is malformed is told before any id is looked up."""
    return {each["name"]: "words" for each in query_parameters(path) if each["required"]}


@each_path
def test_an_unknown_parameter(client: TestClient, path: str) -> None:
    body = assert_problem(
        client.get(filled(path), params={**required(path), "speeker": "france"}), 422
    )
    assert body["errors"] == [
        {"in": "query", "parameter": "speeker", "detail": "unknown parameter"}
    ]


@each_path
def test_a_parameter_given_twice(client: TestClient, path: str) -> None:
    for parameter in query_parameters(path):
        name = parameter["name"]
        assert_problem(client.get(f"{real(path)}?{name}=1&{name}=1"), 422)


@each_path
def test_a_parameter_with_a_nul(client: TestClient, path: str) -> None:
    for parameter in query_parameters(path):
        assert_problem(client.get(f"{real(path)}?{parameter['name']}=a%00b"), 400)


# What fits one parameter or another, and what fits none.
ODD = ("", "0", "1", "-1", "+1", "1.0", "101", "9" * 20, "1,2", "2,1", ",1", "2020-02-30",
       "2020-13-01", "true", "True", "newest", "0" * 16, "☃", "x" * 401, "x" * 2001)  # fmt: skip
PARAMETERS = {
    json.dumps([parameter["name"], parameter["schema"]]): (path, parameter)
    for path in PATHS
    for parameter in query_parameters(path)
}


def fits(schema: dict[str, Any], value: str) -> bool:
    """Whether a parameter with this schema says that it takes a value."""
    if "enum" in schema:
        return value in schema["enum"]
    if schema["type"] == "integer":
        digits = value.isascii() and value.isdigit()
        return digits and schema["minimum"] <= int(value) <= schema["maximum"]
    if schema["type"] == "boolean":
        return value in ("true", "false")
    length = schema.get("minLength", 0) <= len(value) <= schema.get("maxLength", len(value))
    return length and re.search(schema["pattern"], value) is not None


@pytest.mark.parametrize(
    ("path", "parameter"),
    [pytest.param(path, each, id=f"{path} {each['name']}") for path, each in PARAMETERS.values()],
)
def test_a_parameter_takes_what_it_says_and_nothing_else(
    client: TestClient, path: str, parameter: dict[str, Any]
) -> None:
    name = parameter["name"]
    required = {"exact": "words"} if path.endswith("/locate") else {}
    for value in ODD:
        answer = client.get(real(path), params=required | {name: value})
        if fits(parameter["schema"], value):
            assert answer.status_code in (200, 404), (name, value)
        else:
            body = assert_problem(answer, 422)
            assert [error["parameter"] for error in body["errors"]] == [name]


@each_path
def test_a_media_type_that_is_not_to_be_had(client: TestClient, path: str) -> None:
    answer = client.get(real(path), headers={"Accept": "image/png"})
    declared = "406" in OPENAPI["paths"][path]["get"]["responses"]
    assert (answer.status_code == 406) == declared
    if declared:
        assert_problem(answer, 406)


@each_path
def test_another_method(client: TestClient, path: str) -> None:
    answer = client.post(real(path), content=b"words")
    assert_problem(answer, 405)
    assert answer.headers["allow"] == "GET, HEAD, OPTIONS"


@each_path
def test_an_unknown_id(client: TestClient, path: str) -> None:
    if "{" in path:
        assert_problem(client.get(filled(path), params=required(path)), 404)


@pytest.fixture(scope="module")
def withdrawing_client(
    make_client: MakeClient, gold_store: Path, tmp_path_factory: pytest.TempPathFactory
) -> TestClient:
    """Asks over a store whose article was withdrawn."""
    store = Path(shutil.copy(gold_store, tmp_path_factory.mktemp("withdrawn") / "own.db"))
    with writer(store)() as session:
        withdraw(session, KARABAKH, "It is wrong.")
        session.commit()
    return make_client(store)


@each_path
def test_a_withdrawn_article(client: TestClient, withdrawing_client: TestClient, path: str) -> None:
    quote = client.get("/quotes?speaker=france").json()["items"][0]["id"]
    address = real(path).replace("no-such-quote", quote)
    answer = withdrawing_client.get(address, params=required(path))
    declared = OPENAPI["paths"][path]["get"]["responses"]
    assert (answer.status_code == 410) == ("410" in declared)
    assert ("410" in declared) == ("{article}" in path or "{quote}" in path)
    if answer.status_code == 410:
        assert assert_problem(answer, 410)["detail"].endswith("was withdrawn: It is wrong.")


@each_path
def test_a_store_that_is_gone(make_client: MakeClient, tmp_path: Path, path: str) -> None:
    answer = make_client(tmp_path / "none.db").get(filled(path), params=required(path))
    if path in ("/", "/health"):
        assert answer.status_code == 200
    else:
        assert_problem(answer, 503)


def test_a_store_that_breaks_under_way(make_client: MakeClient, own_store: Path) -> None:
    client = make_client(own_store)
    with closing(sqlite3.connect(own_store)) as connection, connection:
        connection.execute("DROP TABLE quote_span")
    assert_problem(client.get("/quotes"), 503)
    assert client.get("/actors").status_code == 200


def test_what_takes_too_long_to_find(make_client: MakeClient, own_store: Path) -> None:
    make_slow(own_store)
    answer = make_client(own_store, query_seconds=1).get("/quotes")
    assert "takes too long" in assert_problem(answer, 503)["detail"]
    assert answer.headers["retry-after"] == "5"


@pytest.mark.parametrize("path", ["/nowhere", "/articles/x/nowhere", "/quotes/"])
def test_nothing_there(client: TestClient, path: str) -> None:
    assert_problem(client.get(path), 404)


@pytest.mark.parametrize(
    "query",
    ["limit=0", "limit=-1", "limit=101", "limit=+5", "limit=1_0", "limit=5.0", "limit=%205",
     "limit=", "limit=9223372036854775808", "cursor=", "cursor=x", "cursor=8000000000000000",
     "cursor=-000000000000001", "kind=spoken", "attributed=1", "attributed=yes", "attributed=True",
     "speaker=", "speaker=" + "x" * 401, "sort=newst", "unit=bytes", "unit="],
)  # fmt: skip
def test_malformed_parameters(client: TestClient, query: str) -> None:
    name = query.partition("=")[0]
    body = assert_problem(client.get(f"/quotes?{query}"), 422)
    assert [error["parameter"] for error in body["errors"]] == [name]


@pytest.mark.parametrize("query", ["cursor=7fffffffffffffff", "cursor=0000000000000000"])
def test_a_cursor_that_points_nowhere(client: TestClient, query: str) -> None:
    assert client.get(f"/actors?{query}").status_code == 200


@pytest.mark.parametrize("speaker", ["'; DROP TABLE quote --", "%F0%9F%98%80"])
def test_odd_ids_are_only_unknown(client: TestClient, speaker: str) -> None:
    assert client.get(f"/quotes?speaker={speaker}").json()["items"] == []
    assert_problem(client.get(f"/quotes/{speaker}"), 404)


def test_what_nobody_foresaw_is_told_without_its_words(gold_store: Path) -> None:
    app: FastAPI = create_app(Settings(store=gold_store))

    @app.get("/broken")
    def broken() -> None:
        raise RuntimeError("secret")

    answer = TestClient(app, raise_server_exceptions=False).get("/broken")
    assert_problem(answer, 500)
    assert "secret" not in answer.text
