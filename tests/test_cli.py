import io
import json
import os
import sqlite3
import subprocess
import sys
import termios
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from app.cli import FOUNDING_ARTICLE, main
from app.formats.annotated import to_json
from app.seeding import annotate_new, build
from app.store.engine import SCHEMA
from app.text.reading import SourceText

Run = Callable[..., tuple[int, str, str]]
ARTICLE = "A headline\n\nAda Weir said it was over.\n\nBen Ash said it was not.\n"
GERMAN = (
    "Die Regierung in Berlin hat am Montag einen neuen Haushalt vorgestellt, der nach Angaben"
    " des Ministeriums ohne neue Schulden auskommt und im Herbst beraten wird.\n"
)


@pytest.fixture
def run(capfdbinary: Any, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs a command with `stdin`: its exit code, what it printed and what it complained of."""

    def run_command(*arguments: object, stdin: bytes = b"") -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        code = main([str(argument) for argument in arguments])
        sys.stdout.flush()
        printed = capfdbinary.readouterr()
        return code, printed.out.decode(), printed.err.decode()

    return run_command


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    for name in ("a", "b"):
        (tmp_path / f"in/{name}.txt").write_text(f"{name}{ARTICLE}", encoding="utf-8")
    return tmp_path / "in"


def articles(store: str = "onrecord.db") -> list[str]:
    with closing(sqlite3.connect(store)) as connection, connection:
        return [slug for (slug,) in connection.execute("SELECT slug FROM article ORDER BY id")]


def test_seed_says_what_it_found_and_the_second_time_that_nothing_changed(run: Run) -> None:
    code, out, err = run("seed", FOUNDING_ARTICLE)
    assert (code, err) == (0, f"onrecord: created onrecord.db (schema {SCHEMA})\n")
    assert out.startswith("added fearing-the-turkish-role-france-wants-international-ff9f55 (")
    assert ": 12 paragraphs, " in out
    code, out, err = run("seed", FOUNDING_ARTICLE)
    assert (code, err) == (0, "")
    assert out.startswith("unchanged fearing-the-turkish-role-france-wants-international-ff9f55 (")
    assert len(articles()) == 1


def test_one_of_each_is_said_in_the_singular(run: Run) -> None:
    assert ": 1 paragraph, " in run("seed", "-", stdin=b"It rained. Nobody said a word.")[1]


def test_seed_takes_folders_and_standard_input(run: Run, folder: Path) -> None:
    code, out, _ = run("seed", folder, "-", "--store", "other.db", stdin=ARTICLE.encode())
    assert code == 0
    assert [line.split()[0] for line in out.splitlines()] == ["added"] * 3
    assert len(articles("other.db")) == 3


def test_a_text_in_another_language_is_kept_and_said_so(run: Run) -> None:
    out = run("seed", "-", stdin=GERMAN.encode())[1]
    assert out.endswith(": not English, kept without annotations\n")
    with closing(sqlite3.connect("onrecord.db")) as connection, connection:
        assert connection.execute("SELECT annotator FROM version").fetchall() == [(None,)]


def test_what_cannot_be_taken_does_not_stop_the_others(run: Run, folder: Path) -> None:
    (folder / "bad.txt").write_bytes(b"caf\xe9")
    (folder.parent / "none").mkdir()
    code, out, err = run("seed", folder, folder.parent / "none", "no-such-file", folder)
    assert code == 2
    assert len(out.splitlines()) == 4
    bad = f"onrecord: {folder}/bad.txt: not UTF-8: unexpected end of data at byte 3"
    assert err.splitlines()[1:] == [
        bad,
        f"onrecord: {folder.parent}/none: no text file in this folder (.text, .txt)",
        "onrecord: no-such-file: No such file or directory",
        bad,
    ]
    assert len(articles()) == 2


def test_many_give_the_same_as_one_by_one(run: Run, folder: Path) -> None:
    """Over several processes: the same ids, in the same order, errors in their place."""
    for number in range(20):
        (folder / f"{number:02}.txt").write_text(f"{number} {ARTICLE}", encoding="utf-8")
    (folder / "05.txt").write_bytes(b"\xff")
    (folder / "07.txt").write_text(f"6 {ARTICLE}", encoding="utf-8")
    together = run("seed", folder, "--store", "together.db")
    for source in sorted(folder.iterdir()):
        run("seed", source, "--store", "single.db")
    assert together[0] == 2
    assert together[1].count("unchanged") == 1
    assert articles("together.db") == articles("single.db")
    lines = "".join(json.dumps({"id": n, "text": f"{n} {ARTICLE}"}) + "\n" for n in range(40))
    printed = run("annotate", "--jsonl", stdin=lines.encode())[1]
    assert [json.loads(line)["id"] for line in printed.splitlines()] == list(range(40))


@pytest.mark.parametrize(
    ("source", "says"),
    [
        pytest.param(b"", "standard input: empty", id="empty"),
        pytest.param(b" \n\t\n", "standard input: empty", id="blank"),
        pytest.param(b"ab\0c", "standard input: not a text: a NUL at byte 2", id="nul"),
        pytest.param(b"...\n", "standard input: no words in it", id="no words"),
        pytest.param(b"Source link\n", "standard input: no words in it", id="furniture alone"),
        pytest.param(b"\x1f\x8b\x08\x00", "standard input: not a text: a NUL", id="gzip"),
        pytest.param("né".encode("latin-1"), "standard input: not UTF-8: ", id="latin-1"),
    ],
)
def test_bad_input_is_one_line_and_stores_nothing(run: Run, source: bytes, says: str) -> None:
    code, out, err = run("seed", "-", stdin=source)
    assert (code, out) == (2, "")
    assert err.splitlines()[-1].startswith(f"onrecord: {says}")
    assert articles() == []


def test_a_file_over_the_limit_names_the_setting(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ONRECORD_MAX_SOURCE_BYTES", "20")
    code, _, err = run("seed", folder / "a.txt")
    assert code == 2
    assert err.endswith("a.txt: larger than 20 bytes (ONRECORD_MAX_SOURCE_BYTES)\n")


def test_a_full_disk_is_one_line_and_loses_nothing(run: Run, folder: Path) -> None:
    run("seed", folder / "a.txt")
    with closing(sqlite3.connect("onrecord.db")) as connection, connection:
        connection.execute(
            "CREATE TRIGGER full BEFORE INSERT ON paragraph"
            " BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END"
        )
    code, out, err = run("seed", folder / "b.txt")
    assert (code, out) == (2, "")
    assert err == "onrecord: onrecord.db cannot be used: database or disk is full\n"
    assert len(articles()) == 1


def test_annotate_prints_the_document(run: Run, folder: Path) -> None:
    code, out, err = run("annotate", folder / "a.txt")
    assert (code, err) == (0, "")
    document = json.loads(out)
    assert document["headline"] == {"start": 0, "end": 11, "exact": "aA headline"}
    assert document == to_json(annotate_new(build(SourceText("a.txt", f"a{ARTICLE}"))))
    assert run("annotate", stdin=f"a{ARTICLE}".encode())[1] == out


def test_annotate_shows_a_page_with_every_rule_and_no_markup_of_the_text(run: Run) -> None:
    source = "Paris accuses Ankara of lying.\n\n<script>alert(1)</script> said Ada Weir.\n"
    code, out, err = run("annotate", "--html", stdin=source.encode())
    assert (code, err) == (0, "")
    assert "metonym of france by seat_acts" in out
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


def test_check_proves_a_store_and_finds_a_fault(run: Run) -> None:
    run("seed", FOUNDING_ARTICLE)
    code, out, err = run("check")
    assert (code, err) == (0, "")
    expected = f"onrecord.db: schema {SCHEMA}; rows: article 1, version 1, paragraph 12, "
    assert out.startswith(expected)
    assert out.endswith("; faults: 0\n")
    with closing(sqlite3.connect("onrecord.db")) as connection, connection:
        connection.execute('UPDATE paragraph SET "end" = "end" - 1 WHERE number = 12')
        connection.execute("UPDATE version SET headline = NULL, text = text || '.'")
    code, out, err = run("check")
    assert code == 1
    assert "its text is not the text of its SHA-256\n" in err
    assert out.endswith(f"; faults: {len(err.splitlines())}\n")


def test_check_of_no_store_is_bad_input(run: Run) -> None:
    code, out, err = run("check", "--store", "none.db")
    assert (code, out) == (2, "")
    assert err == "onrecord: none.db: No such file or directory\n"
    assert not Path("none.db").exists()


def test_migrate_creates_and_only_tells_when_asked(run: Run) -> None:
    assert run("migrate", "--check") == (1, "", "onrecord.db: No such file or directory\n")
    assert run("migrate") == (0, "", f"onrecord: created onrecord.db (schema {SCHEMA})\n")
    assert run("migrate") == (0, "", "")
    assert run("migrate", "--check") == (0, f"onrecord.db: schema {SCHEMA}\n", "")


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


def test_many_articles_on_a_terminal_show_progress(folder: Path, tmp_path: Path) -> None:
    for number in range(12):
        (folder / f"{number}.txt").write_text(f"{number} {ARTICLE}", encoding="utf-8")
    terminal, end = os.openpty()
    termios.tcsetwinsize(end, (24, 80))
    command = [sys.executable, "-m", "app", "seed", str(folder), "--store", str(tmp_path / "x.db")]
    root = Path(__file__).parents[1]
    done = subprocess.run(
        command, cwd=root, stdout=subprocess.PIPE, stderr=end, timeout=60, check=True
    )
    os.close(end)
    shown = os.read(terminal, 100_000).decode()
    os.close(terminal)
    assert len(done.stdout.splitlines()) == 14
    assert "14/14" in shown


def test_who_has_seen_enough_is_not_shown_a_traceback(folder: Path) -> None:
    root = Path(__file__).parents[1]
    lines = json.dumps({"id": 1, "text": ARTICLE}) + "\n"
    command = f"{sys.executable} -m app annotate --jsonl | head -c 1"
    done = subprocess.run(
        command, shell=True, cwd=root, input=(lines * 5000).encode(), capture_output=True,
        timeout=60, check=True,
    )  # fmt: skip
    assert done.stderr == b""


def test_interrupted_by_hand(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(_: object) -> bool:
        raise KeyboardInterrupt

    monkeypatch.setattr("app.cli.build", interrupt)
    assert run("annotate", stdin=b"Some words.")[0] == 130
