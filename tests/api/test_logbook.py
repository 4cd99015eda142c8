import json
import logging
import re
from pathlib import Path
from typing import Any

import httpx
import pytest
from fastapi.testclient import TestClient

from app.api.logbook import JsonLines
from app.main import create_app
from app.settings import Settings
from tests.conftest import MakeClient
from tests.served import served

MADE = re.compile("[0-9a-f]{16}")


@pytest.fixture
def logging_client(make_client: MakeClient, gold_store: Path) -> TestClient:
    return make_client(gold_store, log="json")


@pytest.fixture
def lines(caplog: pytest.LogCaptureFixture) -> Any:
    """What is logged from now on, as lines of JSON that are read again."""
    caplog.set_level(logging.INFO, "onrecord")
    caplog.handler.setFormatter(JsonLines())
    return lambda: [json.loads(line) for line in caplog.text.splitlines()]


def test_a_request_is_one_line_without_what_was_typed(
    logging_client: TestClient, lines: Any
) -> None:
    answer = logging_client.get("/quotes?q=secret&limit=1", headers={"X-Request-ID": "a-1"})
    [line] = lines()
    assert 0 < line.pop("ms") < 10_000
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+00:00", line.pop("time"))
    assert line == {
        "level": "info",
        "request": "a-1",
        "message": "answered",
        "method": "GET",
        "path": "/quotes",
        "status": 200,
        "bytes": len(answer.content),
    }


@pytest.mark.parametrize("given", ["1", "a" * 64, "0b3c-~._!#$%&'*+^`|"])
def test_an_id_is_taken_over(logging_client: TestClient, given: str) -> None:
    answer = logging_client.get("/health", headers={"X-Request-ID": given})
    assert answer.headers.get_list("x-request-id") == [given]


@pytest.mark.parametrize(
    "given",
    [
        pytest.param([], id="none"),
        pytest.param([""], id="empty"),
        pytest.param(["a" * 65], id="long"),
        pytest.param(["a b"], id="a space"),
        pytest.param(['a", "level": "x'], id="JSON"),
        pytest.param(["a", "b"], id="two"),
        pytest.param(["\xe9".encode("latin-1")], id="not ASCII"),
    ],
)
def test_another_id_is_made_where_none_can_be_taken(
    logging_client: TestClient, lines: Any, given: list[Any]
) -> None:
    answer = logging_client.get("/health", headers=[("X-Request-ID", id) for id in given])
    [made] = answer.headers.get_list("x-request-id")
    assert MADE.fullmatch(made)
    assert lines()[0]["request"] == made


def test_ids_differ(logging_client: TestClient) -> None:
    made = {logging_client.get("/health").headers["x-request-id"] for _ in range(20)}
    assert len(made) == 20


@pytest.mark.parametrize(
    ("path", "status"), [("/nowhere", 404), ("/quotes?limit=x", 422), ("/%ff", 400)]
)
def test_every_answer_has_one(logging_client: TestClient, path: str, status: int) -> None:
    answer = logging_client.get(path)
    assert (answer.status_code, len(answer.headers["x-request-id"])) == (status, 16)


def test_a_very_long_path_is_cut(logging_client: TestClient, lines: Any) -> None:
    logging_client.get("/" + "a" * 2000)
    assert len(lines()[-1]["path"]) == 1000


def test_what_goes_wrong_is_logged_under_the_id_of_its_request(
    make_client: MakeClient, tmp_path: Path, lines: Any
) -> None:
    client = make_client(tmp_path / "none.db", log="json")
    id = client.get("/ready").headers["x-request-id"]
    problem, request = lines()
    assert (problem["level"], problem["request"]) == ("error", id)
    assert problem["message"].endswith("none.db: No such file or directory")
    assert (request["status"], request["request"]) == (503, id)


def test_what_nobody_foresaw_is_logged_on_one_line_too(gold_store: Path, lines: Any) -> None:
    app = create_app(Settings(store=gold_store, log="json"))

    @app.get("/broken")
    def broken() -> None:
        try:
            int("no number")
        except ValueError:
            logging.getLogger("onrecord").exception("it broke")
            raise

    answer = TestClient(app, raise_server_exceptions=False).get("/broken")
    told, request = lines()
    assert answer.status_code == request["status"] == 500
    assert told["request"] == request["request"] == answer.headers["x-request-id"]
    assert told["trace"].startswith("Traceback (most recent call last):\n")


def test_by_default_there_is_none_of_it(client: TestClient, lines: Any) -> None:
    assert "x-request-id" not in client.get("/health", headers={"X-Request-ID": "a"}).headers
    assert lines() == []


def test_that_the_application_starts_is_no_request(gold_store: Path, lines: Any) -> None:
    with TestClient(create_app(Settings(store=gold_store, log="json"))) as client:
        client.get("/health")
    assert [line["path"] for line in lines()] == ["/health"]


def test_a_server_logs_lines_of_json_only(gold_store: Path, tmp_path: Path) -> None:
    log = tmp_path / "log"
    with (
        served(tmp_path, "--log", "json", "--read-only", log=log, store=gold_store) as (_, url),
        httpx.Client(base_url=url, timeout=20) as client,
    ):
        ids = [client.get(path).headers["x-request-id"] for path in ("/quotes?q=x", "/nowhere")]
    told = [json.loads(line) for line in log.read_text().splitlines()]
    assert [line["request"] for line in told] == ids
    assert [(line["path"], line["status"]) for line in told] == [
        ("/quotes", 200),
        ("/nowhere", 404),
    ]
