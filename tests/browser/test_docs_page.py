"""The docs page in a real browser; skipped where there is none (.ci/run brings one)."""

import pytest

from tests.api.test_contract import OPERATIONS
from tests.test_serving import Serve, serve  # noqa: F401  # a fixture

pytest.importorskip("playwright")
from playwright import sync_api  # only where there is one


def test_every_operation_opens_and_can_be_tried_without_a_network(
    browser: sync_api.Browser,
    serve: Serve,  # noqa: F811  # the fixture itself
) -> None:
    _, client = serve()
    base = str(client.base_url)
    page = browser.new_page()
    said: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{base}/docs")
    page.wait_for_selector(".opblock")
    operations = page.locator(".opblock-summary-control")
    for index in range(operations.count()):
        operations.nth(index).click()
    assert page.locator(".opblock.is-open").count() == len(OPERATIONS)
    health = page.locator("#operations-root-get_health")
    health.locator("button.execute").click()
    health.locator(".live-responses-table .response-col_status", has_text="200").wait_for()
    assert said == []
    assert {url.startswith((base, "data:")) for url in asked} == {True}


def test_behind_a_path_prefix(
    browser: sync_api.Browser,
    serve: Serve,  # noqa: F811  # the fixture itself
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("ONRECORD_PUBLIC_URL", "https://news.example/onrecord")
    _, client = serve()
    base = str(client.base_url)
    page = browser.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))

    def strip_prefix(route: sync_api.Route) -> None:
        """What a proxy does that serves us below a path of its own."""
        url = route.request.url.replace(f"{base}/onrecord", base)
        route.fulfill(response=route.fetch(url=url))

    page.route(f"{base}/onrecord/**", strip_prefix)
    page.goto(f"{base}/onrecord/docs")
    page.wait_for_selector(".opblock")
    health = page.locator("#operations-root-get_health")
    health.locator(".opblock-summary-control").click()
    health.locator("button.execute").click()
    health.locator(".live-responses-table .response-col_status", has_text="200").wait_for()
    assert "/onrecord/health" in health.locator(".request-url").inner_text()
    assert said == []
