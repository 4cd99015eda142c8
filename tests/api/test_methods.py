import pytest
from fastapi.testclient import TestClient


@pytest.mark.parametrize("address", ["/", "/quotes", "/quotes/x", "/articles/x/paragraphs/1"])
def test_options_tells_what_is_answered(client: TestClient, address: str) -> None:
    answer = client.options(address)
    assert (answer.status_code, answer.content) == (204, b"")
    assert answer.headers["allow"] == "GET, HEAD, OPTIONS"


def test_a_browser_that_asks_for_a_page_elsewhere_is_allowed_to_read(client: TestClient) -> None:
    asked = {
        "Origin": "https://elsewhere.example",
        "Access-Control-Request-Method": "GET",
        "Access-Control-Request-Headers": "if-none-match,prefer",
    }
    answer = client.options("/quotes", headers=asked)
    assert answer.status_code == 204
    assert answer.headers["access-control-allow-origin"] == "*"
    assert answer.headers["access-control-allow-methods"] == "GET, HEAD, OPTIONS"
    assert answer.headers["access-control-allow-headers"] == "*"
    assert "access-control-allow-credentials" not in answer.headers


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "TRACE", "BREW"])
def test_other_methods_are_refused_where_there_is_something(
    client: TestClient, method: str
) -> None:
    answer = client.request(method, "/quotes", content=b"secret")
    assert answer.status_code == 405
    assert answer.headers["allow"] == "GET, HEAD, OPTIONS"
    assert "secret" not in answer.text
    assert client.request(method, "/nowhere").status_code == 404


def test_a_trailing_slash_is_no_redirect(client: TestClient) -> None:
    answer = client.get("/quotes/", headers={"Host": "evil.example"}, follow_redirects=False)
    assert answer.status_code == 404
    assert "evil" not in str(answer.headers) + answer.text
