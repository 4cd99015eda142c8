import json
import subprocess
import sys
from pathlib import Path

import pytest

from app.formats.annotated import to_json
from app.seeding import annotate_for, build
from app.text.reading import SourceText
from tests.cli.conftest import ARTICLE, Run


def test_annotate_prints_the_document(run: Run, folder: Path) -> None:
    code, out, err = run("annotate", folder / "a.txt")
    assert (code, err) == (0, "")
    document = json.loads(out)
    assert document["headline"] == {"start": 0, "end": 11, "exact": "aA headline"}
    assert document == to_json(
        annotate_for(None, build(SourceText("a.txt", f"a{ARTICLE}".encode())))
    )
    assert run("annotate", stdin=f"a{ARTICLE}".encode())[1] == out


def test_annotate_shows_a_page_with_every_rule_and_no_markup_of_the_text(run: Run) -> None:
    source = "Paris accuses Ankara of lying.\n\n<script>alert(1)</script> said Ada Weir.\n"
    code, out, err = run("annotate", "--html", stdin=source.encode())
    assert (code, err) == (0, "")
    assert "metonym of France (state), rule seat_acts" in out
    assert "<script>" not in out
    assert "&lt;script&gt;" in out


def test_annotate_lines_takes_each_text_as_it_is(run: Run) -> None:
    text = "A headline\n\n  Ada said “e\u0301”. \r\n"
    lines = json.dumps({"id": 7, "text": text, "other": []}) + "\n"
    code, out, err = run("annotate", "--jsonl", stdin=lines.encode())
    assert (code, err) == (0, "")
    document = json.loads(out)
    assert (document["id"], document["text"], document["headline"]) == (7, text, None)
    assert [p["exact"] for p in document["paragraphs"]] == [
        "A headline",
        "  Ada said “e\u0301”. \r",
    ]


@pytest.mark.parametrize(
    "line",
    ["", "{", "[]", "7", '{"id": 1}', '{"text": "a"}', '{"id": 1, "text": 7}', "[" * 100_000,
     '{"id": 1, "text": "\\ud800"}'],
)  # fmt: skip
def test_a_bad_line_is_named_and_does_not_stop_the_others(run: Run, line: str) -> None:
    good = '{"id": "good", "text": ""}'
    code, out, err = run("annotate", "--jsonl", stdin=f"{line}\n{good}\n".encode())
    assert code == 2
    assert err.startswith("onrecord: line 1: not ")
    assert len(err.splitlines()) == 1
    assert json.loads(out)["id"] == "good"


def test_who_has_seen_enough_is_not_shown_a_traceback(folder: Path) -> None:
    root = Path(__file__).parents[2]
    lines = json.dumps({"id": 1, "text": ARTICLE}) + "\n"
    command = f"{sys.executable} -m app annotate --jsonl | head -c 1"
    done = subprocess.run(
        command, shell=True, cwd=root, input=(lines * 5000).encode(), capture_output=True,
        timeout=60, check=True,
    )  # fmt: skip
    assert done.stderr == b""
