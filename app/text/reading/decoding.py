"""From bytes to a source text, strictly: what does not decode is an error with its byte."""

import codecs
import re

from app.errors import SourceError

_UTF_8 = "utf-8"
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, _UTF_8),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_META_WITHIN = 1024  # bytes; HTML Standard, "prescan a byte stream to determine its encoding"
_META = re.compile(rb"<meta[^>]*?\bcharset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
# WHATWG Encoding Standard: a page that says the one is read as the other, which holds more.
_READ_AS = {
    "ascii": "cp1252", "iso8859-1": "cp1252", "iso8859-9": "cp1254", "iso8859-11": "cp874",
    "tis-620": "cp874", "gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932",
    "euc_kr": "cp949", "big5": "big5hkscs",
}  # fmt: skip
# The encodings of that standard, by Python's names: what else Python decodes is not for pages.
_KNOWN = frozenset({
    _UTF_8, "utf-16", "cp866", "koi8-r", "koi8-u", "mac-roman", "mac-cyrillic", "gb18030",
    "big5hkscs", "euc_jp", "iso2022_jp", "cp932", "cp949", "cp874",
    *(f"iso8859-{part}" for part in (2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 15, 16)),
    *(f"cp125{page}" for page in range(9)),
})  # fmt: skip


def decode_text(name: str, raw: bytes, charset: str | None = None) -> str:
    """The text in the bytes of a text file: UTF-8, or what whoever sent it called it.

    Without NUL, and not blank; a byte order mark stays. Raises SourceError.
    """
    return _decode(name, raw, _known(name, charset))


def decode_html(name: str, raw: bytes, charset: str | None = None) -> str:
    """The text in the bytes of an HTML page. Raises SourceError.

    Its encoding is what the first of these says: a byte order mark, the header of the answer it
    came with (`charset`), its own `meta`. Where nobody says anything it is UTF-8.
    """
    for mark, codec in _BYTE_ORDER_MARKS:
        if raw.startswith(mark):
            return _decode(name, raw, codec)
    if charset is None and (found := _META.search(raw[:_META_WITHIN])):
        # A page that can be read up to here as ASCII is not UTF-16, whatever it says.
        charset = found[1].decode()
        charset = _UTF_8 if charset.lower().startswith("utf-16") else charset
    return _decode(name, raw, _known(name, charset))


def _known(name: str, charset: str | None) -> str:
    try:
        codec = codecs.lookup(charset or _UTF_8).name
    except (LookupError, ValueError):
        codec = ""
    codec = _READ_AS.get(codec, codec)
    if codec not in _KNOWN:
        raise SourceError(name, f"declared to be in an unknown charset: {charset!r}")
    return codec


def _decode(name: str, raw: bytes, codec: str) -> str:
    if codec != "utf-16" and (nul := raw.find(b"\0")) >= 0:
        raise SourceError(name, f"not a text: a NUL at byte {nul}")
    try:
        text = raw.decode(codec)
    except UnicodeDecodeError as error:
        raise SourceError(
            name, f"not {codec.upper()}: {error.reason} at byte {error.start}"
        ) from None
    if codec != _UTF_8 and not raw.isascii() and _is_utf_8(raw):
        # Almost every byte means something in such a charset: it would be read, and read wrongly.
        raise SourceError(name, f"declared to be {codec.upper()}, but its bytes are UTF-8")
    if "\0" in text:
        raise SourceError(name, f"not a text: a NUL at character {text.index(chr(0))}")
    if not text.strip("\ufeff \t\r\n"):
        raise SourceError(name, "empty")
    return text


def _is_utf_8(raw: bytes) -> bool:
    try:
        raw.decode()
    except UnicodeDecodeError:
        return False
    return True
