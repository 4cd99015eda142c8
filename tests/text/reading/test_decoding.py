import pytest

from app.errors import SourceError
from app.text.reading.decoding import decode_html, decode_text


def meta(charset: str) -> bytes:
    return f'<html><head><meta charset="{charset}">'.encode()


@pytest.mark.parametrize(
    ("raw", "charset", "text"),
    [
        pytest.param(b"caf\xc3\xa9", None, "café", id="UTF-8 where nobody says anything"),
        pytest.param(meta("latin-1") + b"\xe9", None, "é", id="meta"),
        pytest.param(
            b"<meta http-equiv=Content-Type content='text/html; CHARSET=iso-8859-2'>\xb1",
            None,
            "ą",
            id="meta, the old way",
        ),
        pytest.param(meta("utf-8") + b"\xe9", "latin1", "é", id="the header above meta"),
        pytest.param(b"\xef\xbb\xbf\xc3\xa9", "latin1", "\ufeffé", id="the mark above the header"),
        pytest.param("\ufeffé".encode("utf-16-le"), "utf-8", "é", id="UTF-16, little-endian"),
        pytest.param("\ufeffé".encode("utf-16-be"), None, "é", id="UTF-16, big-endian"),
        pytest.param(meta("UTF-16LE") + "é".encode(), None, "é", id="UTF-16 that cannot be"),
        pytest.param(b"\x93a\x94", "iso-8859-1", "“a”", id="Latin-1 is read as Windows-1252"),
        pytest.param(b"\x93a\x94", "US-ASCII", "“a”", id="ASCII too"),
        pytest.param("あ".encode("cp932"), "Shift_JIS", "あ", id="Shift JIS"),
        pytest.param("中".encode("gb18030"), "gb2312", "中", id="GB 2312"),
        pytest.param("й".encode("koi8-r"), "KOI8-R", "й", id="KOI8-R"),
        pytest.param(b" " * 1024 + meta("latin1") + "é".encode(), None, "é", id="meta too late"),
    ],
)
def test_charset_of_html(raw: bytes, charset: str | None, text: str) -> None:
    assert decode_html("a", raw, charset).endswith(text)


@pytest.mark.parametrize(
    ("raw", "charset", "reason"),
    [
        pytest.param(
            b"caf\xe9!", None, "not UTF-8: invalid continuation byte at byte 3", id="UTF-8"
        ),
        pytest.param(
            meta("windows-1252") + b"\x81",
            None,
            "not CP1252: character maps to <undefined> at byte 41",
            id="meta",
        ),
        pytest.param(
            b"\x81\x20",
            "shift_jis",
            "not CP932: illegal multibyte sequence at byte 0",
            id="Shift JIS",
        ),
        pytest.param(
            b"\xff\xfe\x00\xd8", None, "not UTF-16: unexpected end of data at byte 2", id="UTF-16"
        ),
        pytest.param(
            "Ré".encode(),
            "windows-1252",
            "declared to be CP1252, but its bytes are UTF-8",
            id="UTF-8 called another",
        ),
        pytest.param(
            "Ré".encode(),
            "koi8-r",
            "declared to be KOI8-R, but its bytes are UTF-8",
            id="and another",
        ),
        pytest.param(
            b"a", "klingon", "declared to be in an unknown charset: 'klingon'", id="unknown"
        ),
        pytest.param(b"a", "zip", "declared to be in an unknown charset: 'zip'", id="no charset"),
        pytest.param(
            b"a",
            "unicode_escape",
            "declared to be in an unknown charset: 'unicode_escape'",
            id="of Python",
        ),
        pytest.param(
            b"a", "a\0b", r"declared to be in an unknown charset: 'a\x00b'", id="NUL in its name"
        ),
        pytest.param(
            meta("utf-7") + b"+AGEA-",
            None,
            "declared to be in an unknown charset: 'utf-7'",
            id="UTF-7",
        ),
        pytest.param(b"a\0b", None, "not a text: a NUL at byte 1", id="NUL"),
        pytest.param(b"\0b", None, "not a text: a NUL at byte 0", id="NUL at once"),
        pytest.param(
            "\ufeffa\0b\0".encode("utf-16-le"),
            None,
            "not a text: a NUL at character 1",
            id="NUL in UTF-16",
        ),
        pytest.param(b" \n", None, "empty", id="blank"),
    ],
)
def test_html_refused(raw: bytes, charset: str | None, reason: str) -> None:
    with pytest.raises(SourceError) as caught:
        decode_html("a", raw, charset)
    assert (caught.value.name, caught.value.reason) == ("a", reason)


def test_text_is_what_whoever_sent_it_called_it_or_utf_8() -> None:
    assert decode_text("a", b"caf\xe9", "latin-1") == "café"
    assert decode_text("a", "café".encode()) == "café"
    assert decode_text("a", meta("latin-1")) == meta("latin-1").decode()
    assert decode_text("a", b"X") == "X"


def test_who_is_refused_is_named() -> None:
    with pytest.raises(SourceError, match=r"^a: declared"):
        decode_text("a", b"b", "klingon")
