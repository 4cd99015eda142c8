"""The OpenAPI document as what it is for: a tutorial and a contract."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from pydantic import TypeAdapter

from app.main import create_app
from app.settings import Settings
from tests.conftest import MakeClient
from tests.examples import EXAMPLES, make_examples

OPENAPI: dict[str, Any] = create_app(Settings()).openapi()
OPERATIONS = {item["get"]["operationId"]: item["get"] for item in OPENAPI["paths"].values()}
PARAMETERS = [
    pytest.param(parameter, id=f"{name} {parameter['name']}")
    for name, operation in OPERATIONS.items()
    for parameter in operation.get("parameters", [])
]
FIELDS = [
    pytest.param(field, id=f"{name} {field_name}")
    for name, schema in OPENAPI["components"]["schemas"].items()
    for field_name, field in schema["properties"].items()
]
each_operation = pytest.mark.parametrize("operation", OPERATIONS.values(), ids=OPERATIONS)


def test_it_says_whose_it_is_and_under_which_licence() -> None:
    info = OPENAPI["info"]
    assert all(info[key] for key in ("title", "version", "summary", "description", "contact"))
    assert info["license"]["identifier"] == "Apache-2.0"
    assert OPENAPI["servers"][0]["url"] == "/"
    assert [tag["name"] for tag in OPENAPI["tags"] if tag["description"]] == [
        "quotes",
        "articles",
        "annotations",
        "actors",
        "locate",
        "root",
    ]


@each_operation
def test_every_operation_explains_itself(operation: dict[str, Any]) -> None:
    assert operation["summary"]
    assert operation["description"]
    assert set(operation["tags"]) <= {tag["name"] for tag in OPENAPI["tags"]}
    assert re.fullmatch("[a-z]+(_[a-z]+)*", operation["operationId"])
    assert all("example" in media for media in operation["responses"]["200"]["content"].values())


@each_operation
def test_every_error_is_declared_as_a_problem(operation: dict[str, Any]) -> None:
    errors = {status: answer for status, answer in operation["responses"].items() if status > "4"}
    assert "422" in errors
    for answer in errors.values():
        assert list(answer["content"]) == ["application/problem+json"]


@pytest.mark.parametrize("parameter", PARAMETERS)
def test_every_parameter_explains_itself_and_is_never_null(parameter: dict[str, Any]) -> None:
    assert parameter["description"]
    assert parameter["schema"]["examples"]
    assert "null" not in json.dumps(parameter)


@pytest.mark.parametrize("field", FIELDS)
def test_every_field_explains_itself(field: dict[str, Any]) -> None:
    assert "$ref" in field or field["examples"]
    assert "$ref" in field or field["description"]


@pytest.mark.parametrize(("name", "most"), [("limit", 100), ("n", 1_000_000_000)])
def test_numbers_tell_their_bounds(name: str, most: int) -> None:
    parameters = [p for operation in OPERATIONS.values() for p in operation.get("parameters", [])]
    schema = next(parameter["schema"] for parameter in parameters if parameter["name"] == name)
    assert (schema["type"], schema["minimum"], schema["maximum"]) == ("integer", 1, most)


def test_the_examples_are_what_is_answered(tmp_path: Path) -> None:
    assert json.loads(EXAMPLES.read_text("utf-8")) == make_examples(tmp_path / "examples.db")


@each_operation
def test_answers_are_what_their_shapes_say(operation: dict[str, Any]) -> None:
    """To the byte: the shapes are only described by their types, not made by them."""
    name = operation["operationId"]
    route = next(r for r in create_app(Settings()).routes if getattr(r, "operation_id", "") == name)
    shape = TypeAdapter(getattr(route, "response_model", None) or Any)
    answer = json.dumps(json.loads(EXAMPLES.read_text("utf-8"))[name])
    assert json.loads(shape.dump_json(shape.validate_json(answer, strict=True))) == json.loads(
        answer
    )


def test_the_document_is_served(client: TestClient) -> None:
    assert client.get("/openapi.json").json() == OPENAPI


def test_behind_a_prefix_the_server_is_there(make_client: MakeClient, gold_store: Path) -> None:
    client = make_client(gold_store, public_url="https://news.example/onrecord")
    assert client.get("/openapi.json").json()["servers"][0]["url"] == "/onrecord"
    assert "/onrecord/docs/assets/swagger-ui.css" in client.get("/docs").text
