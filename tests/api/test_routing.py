"""What a route makes of its signature, told by an application of a few lines."""

import threading
from collections.abc import Iterator
from typing import Annotated, Any

import pytest
from fastapi import APIRouter, Depends, FastAPI, Header, Query
from fastapi.testclient import TestClient

from app.api.problems import handle_problems
from app.api.routing import Route
from app.settings import Settings

happened: list[str] = []


def _opened() -> Iterator[str]:
    happened.append("begun")
    try:
        yield "open"
    finally:
        happened.append("ended")


Opened = Annotated[str, Depends(_opened)]


def _beside(opened: Opened) -> str:
    return f"beside {opened}"


router = APIRouter(route_class=Route)


@router.get("/both")
def get_both(beside: Annotated[str, Depends(_beside)], opened: Opened) -> Any:
    return [beside, opened]


@router.get("/broken")
def get_broken(opened: Opened) -> Any:
    raise LookupError(opened)


@router.get("/thread")
def get_thread() -> Any:
    return threading.current_thread().name


@router.get("/loop")
async def get_loop(opened: Opened) -> Any:
    return [opened, threading.current_thread().name]


@router.get("/given/{n}")
def get_given(
    n: int,
    must: str,
    word: Annotated[str, Query(max_length=3)] = "no",
    accept_language: Annotated[str | None, Header()] = None,
) -> Any:
    return [n, must, word, accept_language]


@pytest.fixture
def client() -> Iterator[TestClient]:
    happened.clear()
    app = FastAPI(routes=list(router.routes))
    app.state.settings = Settings()
    handle_problems(app)
    with TestClient(app, raise_server_exceptions=False) as client:
        yield client


def test_what_two_functions_need_is_made_once_and_ended(client: TestClient) -> None:
    assert client.get("/both").json() == ["beside open", "open"]
    assert happened == ["begun", "ended"]


def test_what_was_begun_is_ended_where_the_function_breaks(client: TestClient) -> None:
    assert client.get("/broken").status_code == 500
    assert happened == ["begun", "ended"]


def test_only_what_waits_by_itself_stays_in_the_loop(client: TestClient) -> None:
    assert client.get("/thread").json().startswith("answering")
    opened, thread = client.get("/loop").json()
    assert (opened, thread.startswith("answering")) == ("open", False)
    assert happened == ["begun", "ended"]


def test_what_is_given_is_validated_and_what_is_not_has_its_default(client: TestClient) -> None:
    headers = {"Accept-Language": "sw"}
    assert client.get("/given/7?must=a", headers=headers).json() == [7, "a", "no", "sw"]
    assert client.get("/given/7?must=a&word=yes").json() == [7, "a", "yes", None]


def test_all_that_is_wrong_is_told_at_once(client: TestClient) -> None:
    answer = client.get("/given/x?word=longer&wrod=1&wrod=2&word=no")
    assert answer.status_code == 422
    assert [(error["in"], error["parameter"]) for error in answer.json()["errors"]] == [
        ("query", "word"),
        ("query", "wrod"),
        ("path", "n"),
        ("query", "must"),
    ]
