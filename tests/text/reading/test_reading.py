import io
import os
from pathlib import Path

import pytest

from app.errors import SourceError
from app.text.reading import Bounds, SourceText, find_sources, read_source_text

LIMIT = 1000
BOUNDS = Bounds(LIMIT, 20)
NOTHING = io.BytesIO()


def refused(source: str | Path) -> str:
    with pytest.raises(SourceError) as caught:
        read_source_text(str(source), BOUNDS, NOTHING)
    assert caught.value.name in (str(source), repr(str(source)))
    return caught.value.reason


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_bytes("Ré\r\nsumé".encode())
    return path


def test_reads_a_file_verbatim(file: Path) -> None:
    assert read_source_text(str(file), BOUNDS, NOTHING) == SourceText(
        "article.txt", "Ré\r\nsumé".encode()
    )


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Über “uns”.txt", "Über “uns”.txt"),
        ("a\nb\x1b[1m.txt", r"a\nb\x1b[1m.txt"),
        (os.fsdecode(b"a\xff.txt"), r"a\udcff.txt"),
        (os.fsdecode(b"a\xff.html"), r"a\udcff.html"),
    ],
)
def test_a_name_of_any_bytes_is_told_in_one_line(tmp_path: Path, name: str, told: str) -> None:
    file = tmp_path / name
    file.write_text("<p>It rained on the harbour town for the third day, and nobody was there.</p>")
    assert read_source_text(str(file), BOUNDS, NOTHING).name == told


def test_reads_standard_input() -> None:
    found = read_source_text("-", BOUNDS, io.BytesIO(b"It rained."))
    assert found == SourceText("standard input", b"It rained.")


def test_standard_input_is_bounded_while_it_is_read() -> None:
    with Path("/dev/zero").open("rb") as endless, pytest.raises(SourceError, match="larger than"):
        read_source_text("-", BOUNDS, endless)


def test_standard_input_that_cannot_be_read() -> None:
    with (
        Path("/proc/self/mem").open("rb") as broken,
        pytest.raises(SourceError, match=r"^standard input: Input/output error$"),
    ):
        read_source_text("-", BOUNDS, broken)


def test_standard_input_that_is_no_text() -> None:
    with pytest.raises(SourceError, match=r"^standard input: not a text: a NUL at byte 2$"):
        read_source_text("-", BOUNDS, io.BytesIO(b"ab\0"))


def test_a_byte_order_mark_stays_in_the_source_text(file: Path) -> None:
    file.write_bytes(b"\xef\xbb\xbfWord")
    assert read_source_text(str(file), BOUNDS, NOTHING).article == "\ufeffWord"


def test_html_is_told_by_the_name_and_never_by_how_a_text_begins(tmp_path: Path) -> None:
    page = b"<html><body><article><p>It rained on the quay, and nobody said a word.</p></article>"
    for name in ("a.html", "a.htm", "a.HTM", "a.txt", "a"):
        path = tmp_path / name
        path.write_bytes(page)
        found = read_source_text(str(path), BOUNDS, NOTHING)
        assert (found.name, found.utf_8) == (name, page)
        html = "." in name and "txt" not in name
        assert found.article.strip() == (page.decode()[24:-14] if html else page.decode())
    assert read_source_text("-", BOUNDS, io.BytesIO(page)).words is None


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        pytest.param(b"", "empty", id="empty"),
        pytest.param(b" \t\r\n", "empty", id="blank"),
        pytest.param(b"\xef\xbb\xbf\n", "empty", id="only a byte order mark"),
        pytest.param(b"ab\0c", "not a text: a NUL at byte 2", id="NUL"),
        pytest.param(b"\xffa\0", "not a text: a NUL at byte 2", id="NUL before all else"),
        pytest.param("Rain".encode("utf-16"), "not a text: a NUL at byte 3", id="UTF-16"),
        pytest.param(
            "Ré sumé".encode("latin-1"),
            "not UTF-8: invalid continuation byte at byte 1",
            id="Latin-1",
        ),
        pytest.param(
            "Ré é".encode()[:-1], "not UTF-8: unexpected end of data at byte 4", id="truncated"
        ),
        pytest.param(
            b"ab\xed\xa0\x80", "not UTF-8: invalid continuation byte at byte 2", id="a surrogate"
        ),
        pytest.param(b"\x1f\x8b\x08", "not UTF-8: invalid start byte at byte 1", id="gzip"),
        pytest.param(b"a" * 1001, "larger than 1000 bytes (ONRECORD_MAX_SOURCE_BYTES)", id="large"),
    ],
)
def test_bytes_refused(file: Path, raw: bytes, reason: str) -> None:
    file.write_bytes(raw)
    assert refused(file) == reason


def test_the_limit_itself_is_allowed(file: Path) -> None:
    file.write_bytes(b"a" * LIMIT)
    assert len(read_source_text(str(file), BOUNDS, NOTHING).utf_8) == LIMIT


def test_missing(tmp_path: Path) -> None:
    assert refused(tmp_path / "none.txt") == "No such file or directory"


def test_a_name_too_long(tmp_path: Path) -> None:
    assert refused(tmp_path / ("a" * 300)) == "File name too long"


def test_a_name_with_nul() -> None:
    assert refused("a\0b") == "no file has a NUL in its name"


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    assert refused(tmp_path) == "not a regular file"


def test_a_link_is_not_followed(tmp_path: Path, file: Path) -> None:
    link = tmp_path / "link.txt"
    link.symlink_to(file)
    assert refused(link).endswith("(symbolic links are not followed)")


def test_a_fifo_is_not_waited_for(tmp_path: Path) -> None:
    fifo = tmp_path / "fifo.txt"
    os.mkfifo(fifo)
    assert refused(fifo) == "not a regular file"


def test_a_device_is_not_read() -> None:
    assert refused("/dev/zero") == "not a regular file"


def test_a_file_that_cannot_be_read() -> None:
    assert refused("/proc/self/mem") == "Input/output error"


@pytest.mark.parametrize(
    "source",
    [
        pytest.param("-", id="standard input"),
        pytest.param("none.txt", id="missing"),
        pytest.param("", id="no name"),
        pytest.param("a" * 300, id="a name too long"),
        pytest.param("a\0b", id="a name with NUL"),
        pytest.param("/dev/zero", id="device"),
        pytest.param("https://a.example/", id="address"),
    ],
)
def test_what_is_no_folder_stands_for_itself(source: str) -> None:
    assert list(find_sources(source)) == [source]


def test_a_folder_stands_for_its_text_and_html_files_in_order(tmp_path: Path) -> None:
    inside = ["b.txt", "a/z.TXT", "a/c.text", "a/d.html", "b.Htm"]
    beside = ["b.xhtml", "b.pdf", ".hidden.txt", ".git/x.txt", "a/.b/y.txt"]
    for name in inside + beside:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    (tmp_path / "folder.txt").mkdir()
    assert list(find_sources(str(tmp_path))) == [
        str(tmp_path / name) for name in ("a/c.text", "a/d.html", "a/z.TXT", "b.Htm", "b.txt")
    ]


def test_a_folder_below_a_hidden_one_is_read(tmp_path: Path) -> None:
    folder = tmp_path / ".cache" / "articles"
    folder.mkdir(parents=True)
    (folder / "a.txt").touch()
    assert list(find_sources(str(folder))) == [str(folder / "a.txt")]


def test_a_folder_without_texts(tmp_path: Path) -> None:
    with pytest.raises(SourceError) as caught:
        list(find_sources(str(tmp_path)))
    assert caught.value.name == str(tmp_path)
    told = "no text or HTML file in this folder (.htm, .html, .text, .txt)"
    assert caught.value.reason == told
