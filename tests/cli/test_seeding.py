import json
import multiprocessing
import os
import socket
import sqlite3
import subprocess
import sys
import termios
from contextlib import closing
from pathlib import Path
from threading import Thread

import pytest

from app.cli import make_parser, seeding
from app.cli.seeding import save_batch
from app.cli.serving import FOUNDING_ARTICLE
from app.errors import StoreError
from app.seeding import prepare, seed_article
from app.store.engine import SCHEMA, writer
from app.store.migrating import migrate
from app.text.reading import SourceText
from tests.cli.conftest import ARTICLE, Run, articles

GERMAN = (
    "Die Regierung in Berlin hat am Montag einen neuen Haushalt vorgestellt, der nach Angaben"
    " des Ministeriums ohne neue Schulden auskommt und im Herbst beraten wird.\n"
)


def test_seed_says_what_it_found_and_the_second_time_that_nothing_changed(run: Run) -> None:
    code, out, err = run("seed", FOUNDING_ARTICLE)
    assert (code, err) == (0, f"onrecord: created onrecord.db (schema {SCHEMA})\n")
    assert out.startswith("added fearing-the-turkish-role-france-wants-international-ff9f55 (")
    assert ": 12 paragraphs, " in out
    code, out, err = run("seed", FOUNDING_ARTICLE)
    assert (code, err) == (0, "")
    assert out.startswith("unchanged fearing-the-turkish-role-france-wants-international-ff9f55 (")
    assert len(articles()) == 1


def test_a_changed_text_of_an_article_is_told_by_its_changes(run: Run) -> None:
    run("seed", "-", stdin=ARTICLE.encode())
    [article] = articles()
    changed = ARTICLE.replace("Ben Ash said it was not", "Ben Ash said it was not yet over")
    code, out, err = run("seed", "-", "--article", article, stdin=changed.encode())
    assert (code, err) == (0, "")
    told = "version 2: 3 kept, 0 moved, 1 reworded, 0 lost, 0 new"
    assert out == f"updated {article} (-): {told}\n"
    out = run("seed", "-", "--article", article, stdin=ARTICLE.encode())[1]
    assert out == f"restored {article} (-): version 1\n"
    assert articles() == [article]


def test_an_unknown_article_is_one_line_and_stores_nothing(run: Run, folder: Path) -> None:
    code, out, err = run("seed", folder, "--article", "nowhere")
    assert (code, out) == (2, "")
    assert err.splitlines()[1:] == ["onrecord: There is no article 'nowhere'."]
    assert articles() == []


def test_a_text_of_another_article_is_one_line_and_does_not_stop_the_others(
    run: Run, folder: Path
) -> None:
    run("seed", folder)
    first, second = articles()
    (folder / "c.txt").write_text(f"c{ARTICLE}", encoding="utf-8")
    code, out, err = run("seed", folder, "--article", first)
    assert code == 2
    assert err == f"onrecord: b.txt: its text is already a version of {second}\n"
    assert [line.split()[0] for line in out.splitlines()] == ["unchanged", "updated"]


def test_a_text_that_another_took_meanwhile_is_refused(run: Run) -> None:
    """Only the saving can see it: between it and the preparing, others may seed."""
    migrate(store := Path("onrecord.db"))
    with writer(store)() as session:
        seeded = seed_article(session, SourceText("a.txt", f"a{ARTICLE}".encode()))
        late = prepare(session, SourceText("b.txt", ARTICLE.encode()), seeded.article)
        other = seed_article(session, SourceText("c.txt", ARTICLE.encode()))
        session.commit()
    [refused] = save_batch(writer(store), [late])
    assert str(refused) == f"b.txt: its text is already a version of {other.article}"


def test_one_of_each_is_said_in_the_singular(run: Run) -> None:
    assert ": 1 paragraph, " in run("seed", "-", stdin=b"It rained. Nobody said a word.")[1]


def test_seed_takes_folders_and_standard_input(run: Run, folder: Path) -> None:
    code, out, _ = run("seed", folder, "-", "--store", "other.db", stdin=ARTICLE.encode())
    assert code == 0
    assert [line.split()[0] for line in out.splitlines()] == ["added"] * 3
    assert len(articles("other.db")) == 3


def test_a_text_in_another_language_is_kept_and_said_so(run: Run) -> None:
    out = run("seed", "-", stdin=GERMAN.encode())[1]
    assert out.endswith(": kept without annotations: not English, or over 100,000 words\n")
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
        f"onrecord: {folder.parent}/none: no text or HTML file in this folder"
        " (.htm, .html, .text, .txt)",
        "onrecord: no-such-file: No such file or directory",
        bad,
    ]
    assert len(articles()) == 2


def test_a_store_that_fails_leaves_no_process_behind(run: Run, folder: Path) -> None:
    for number in range(20):
        (folder / f"{number:02}.txt").write_text(f"{number} {ARTICLE}", encoding="utf-8")
    run("migrate")
    with closing(sqlite3.connect("onrecord.db")) as connection, connection:
        connection.execute(
            "CREATE TRIGGER full BEFORE INSERT ON article BEGIN SELECT RAISE(FAIL, 'full'); END"
        )
    chosen = make_parser().parse_args(["seed", str(folder)])
    with pytest.raises(StoreError, match="full") as caught:  # which holds all that was under way
        seeding.seed(chosen)
    assert multiprocessing.active_children() == []
    assert caught.tb


def test_a_file_of_any_name_is_one_line(run: Run, folder: Path) -> None:
    (folder / "a\nb\udcff.txt").write_text("Two\n\nWords.")
    (folder / "bad\n\udcff.txt").write_bytes(b"caf\xe9")
    code, out, err = run("seed", folder)
    assert code == 2
    assert f"({folder}/a\\nb\\udcff.txt)" in out.splitlines()[0]
    assert err.splitlines()[-1].startswith(f"onrecord: {folder}/bad\\n\\udcff.txt: not UTF-8")


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


def test_many_articles_on_a_terminal_show_progress(folder: Path, tmp_path: Path) -> None:
    for number in range(12):
        (folder / f"{number}.txt").write_text(f"{number} {ARTICLE}", encoding="utf-8")
    terminal, end = os.openpty()
    termios.tcsetwinsize(end, (24, 80))
    command = [sys.executable, "-m", "app", "seed", str(folder), "--store", str(tmp_path / "x.db")]
    root = Path(__file__).parents[2]
    done = subprocess.run(
        command, cwd=root, stdout=subprocess.PIPE, stderr=end, timeout=60, check=True
    )
    os.close(end)
    shown = os.read(terminal, 100_000).decode()
    os.close(terminal)
    assert len(done.stdout.splitlines()) == 14
    assert "14/14" in shown


PAGES = Path(__file__).parents[1] / "data" / "pages"


def test_html_files_in_folders_with_what_they_declare(run: Run) -> None:
    code, out, _ = run("seed", PAGES)
    assert code == 0
    assert [line.split(" (")[0][:-7] for line in out.splitlines()] == [
        "added tram-drivers-call-off-friday-strike",
        "added salt-flats-reopen-to-walkers",
        "added library-keeps-its-night-hours-after-vote",
    ]
    assert told("article.url, published, author, language, source_name") == [
        (None, None, None, "en", "comments.html"),
        ("https://estuary.example/nature/salt-flats", "2026-03-02", "Inês Carvalho; Tom Reedy",
         "en", "jsonld.html"),
        ("https://millstreet.example/2026/05/library-keeps-its-night-hours/",
         "2026-05-04T21:30:00+01:00", "Nora Whitlock", "en-GB", "wordpress.html"),
    ]  # fmt: skip
    [(html,)] = told("source_text.text", "source_name = 'jsonld.html'")
    assert html == (PAGES / "jsonld.html").read_text("utf-8")
    assert run("seed", PAGES)[1].count("unchanged") == 3


def told(columns: str, where: str = "true") -> list[tuple[str | None, ...]]:
    tables = "version JOIN article ON article.id = article JOIN source_text ON version = version.id"
    statement = f"SELECT {columns} FROM {tables} WHERE {where}"
    with closing(sqlite3.connect("onrecord.db")) as connection, connection:
        return connection.execute(statement).fetchall()


def test_what_the_person_seeding_says_stands_above_what_the_page_declares(run: Run) -> None:
    flags = {"url": "HTTPS://a.example", "published": "2020-02-03T10:00Z", "author": "Ada  Weir",
             "language": "en_US"}  # fmt: skip
    given = [word for name, said in flags.items() for word in (f"--{name}", said)]
    assert run("seed", PAGES / "jsonld.html", *given)[0] == 0
    assert run("seed", PAGES / "wordpress.html", "--author", "Ada Weir")[0] == 0
    assert told("article.url, published, author, language") == [
        ("https://a.example/", "2020-02-03T10:00:00+00:00", "Ada Weir", "en-US"),
        ("https://millstreet.example/2026/05/library-keeps-its-night-hours/",
         "2026-05-04T21:30:00+01:00", "Ada Weir", "en-GB"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("flags", "says"),
    [
        pytest.param(["--url", "a.example"], "--url: not an http or https address", id="url"),
        pytest.param(["--published", "4 May"], "--published: not a date", id="published"),
        pytest.param(["--author", " "], "--author: not a name", id="author"),
        pytest.param(["--language", "English!"], "--language: not a language tag", id="language"),
        pytest.param(["-", "--author", "Ada"], "--author: said of one source, not of 2", id="two"),
    ],
)
def test_flags_that_cannot_be_taken_are_one_line_and_store_nothing(
    run: Run, flags: list[str], says: str
) -> None:
    code, out, err = run("seed", "-", *flags, stdin=ARTICLE.encode())
    assert (code, out) == (2, "")
    assert err.startswith(f"onrecord: {says}")
    assert err.count("\n") == 1
    assert not Path("onrecord.db").exists()


def test_an_address_in_a_private_network_is_asked_only_where_that_is_allowed(run: Run) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        address = f"http://127.0.0.1:{listener.getsockname()[1]}/a"
        code, out, err = run("seed", address)
        assert (code, out) == (2, "")
        assert err.splitlines()[-1] == (
            f"onrecord: {address}: 127.0.0.1 is at 127.0.0.1, no public address"
            " (see --allow-private)"
        )
        Thread(target=answer_once, args=(listener,)).start()
        code, out, err = run("seed", address, "--allow-private")
        assert (code, err) == (0, "")
        assert out.startswith("added a-headline-")
        assert told("article.url, source_name") == [(address, address)]


def answer_once(listener: socket.socket) -> None:
    asking, _ = listener.accept()
    with asking:
        asking.recv(65536)
        head = "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nConnection: close\r\n\r\n"
        asking.sendall((head + ARTICLE).encode())


@pytest.mark.parametrize(("together", "moment"), [(3, 60.0), (500, 0.0), (500, 60.0)])
def test_batches_of_any_size_store_the_same(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch, together: int, moment: float
) -> None:
    for number in range(6):
        (folder / f"{number}.txt").write_text(f"{number % 4} {ARTICLE}", encoding="utf-8")
    monkeypatch.setattr(seeding, "TOGETHER", together)
    monkeypatch.setattr(seeding, "MOMENT", moment)
    code, out, _ = run("seed", folder)
    outcomes = [line.split()[0] for line in out.splitlines()]
    assert (code, outcomes) == (0, ["added"] * 4 + ["unchanged"] * 2 + ["added"] * 2)
    assert len(articles()) == 6
    assert run("check")[0] == 0
