"""The README against the code: commands, addresses, settings."""

import argparse
import re
from pathlib import Path
from typing import Any

import pytest

from app.cli import make_parser
from app.settings import PREFIX, Settings
from tests.api.test_contract import OPENAPI

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")


def section(title: str) -> str:
    return README.split(f"\n## {title}\n")[1].split("\n## ")[0]


def rows(title: str) -> list[list[str]]:
    lines = [line for line in section(title).splitlines() if line.startswith("| `")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def commands() -> dict[str, argparse.ArgumentParser]:
    found: Any = next(
        a for a in make_parser()._actions if isinstance(a, argparse._SubParsersAction)
    )
    return dict(found.choices)


def test_every_command_is_told() -> None:
    told = [re.findall(r"onrecord (\w+)", row[0])[0] for row in rows("Commands")]
    assert told == list(commands())


@pytest.mark.parametrize("name", commands())
def test_every_flag_is_told_and_every_command_has_help(name: str) -> None:
    [row] = [row for row in rows("Commands") if f"onrecord {name}" in row[0]]
    parser = commands()[name]
    assert parser.description
    flags = {flag for action in parser._actions for flag in action.option_strings}
    told = set(re.findall(r"--[a-z-]+", " ".join(row)))
    assert told <= flags
    assert flags - told <= {"-h", "--help", "--store"}


def test_every_address_is_told_with_its_filters() -> None:
    told = {row[0].strip("`"): set(re.findall(r"`(\w+)`", row[2])) for row in rows("Addresses")}
    paging = {"limit", "cursor"}
    real = {
        path: {p["name"] for p in item["get"].get("parameters", []) if p["in"] == "query"} - paging
        for path, item in OPENAPI["paths"].items()
    }
    assert told == real


def test_every_setting_is_told_with_its_default() -> None:
    told = {row[0].strip("`"): (row[1].strip("`"), row[2]) for row in rows("Settings")}
    assert told == {
        PREFIX + name.upper(): (
            "" if field.default is None else str(field.default),
            field.description,
        )
        for name, field in Settings.model_fields.items()
    }


@pytest.mark.parametrize("link", re.findall(r"\]\((?!http)([^)#]+)\)", README))
def test_every_link_leads_somewhere(link: str) -> None:
    assert (ROOT / link).exists()
