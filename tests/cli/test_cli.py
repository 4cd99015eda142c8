import signal
import sys
import tomllib
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from app.cli import main
from tests.cli.conftest import Run


@pytest.mark.parametrize(
    ("variable", "value", "says"),
    [
        ("ONRECORD_PORT", "70000", "ONRECORD_PORT: Input should be less than or equal to 65535"),
        ("ONRECORD_WORKERS", "many", "ONRECORD_WORKERS: Input should be a valid integer"),
        ("ONRECORD_PUBLIC_URL", "news", "ONRECORD_PUBLIC_URL: Input should be a valid URL"),
    ],
)
def test_a_wrong_setting_is_one_line(
    run: Run, monkeypatch: pytest.MonkeyPatch, variable: str, value: str, says: str
) -> None:
    monkeypatch.setenv(variable, value)
    code, out, err = run("serve")
    assert (code, out) == (2, "")
    assert err.startswith(f"onrecord: {says}")
    assert len(err.splitlines()) == 1


@pytest.mark.parametrize("arguments", [[], ["sing"], ["seed"], ["serve", "--sing"]])
def test_bad_usage_exits_with_2(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2


def test_interrupted_by_hand(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(_: object) -> bool:
        raise KeyboardInterrupt

    monkeypatch.setattr("app.cli.annotating.build", interrupt)
    assert run("annotate", stdin=b"Some words.")[0] == 130


def test_what_is_installed_is_the_same_program(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    project = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text("utf-8"))
    module, _, name = project["project"]["scripts"]["onrecord"].partition(":")
    way_in: Any = getattr(import_module(module), name)
    monkeypatch.setattr(sys, "argv", ["onrecord", "--version"])
    before = signal.getsignal(signal.SIGTERM)
    try:
        with pytest.raises(SystemExit) as ended:
            way_in()
    finally:
        signal.signal(signal.SIGTERM, before)
    assert ended.value.code == 0
    assert capsys.readouterr().out.startswith("onrecord ")
