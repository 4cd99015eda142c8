"""Source texts that no newspaper prints: each kind as a file, and what must become of it."""

import gzip
import os
import socket
import sqlite3
import zipfile
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from tests.test_gold import load_gold

# Words enough for what follows to be taken for English: else nothing is looked for in it.
_SENTENCE = "It was the end of it, and “that was that,” said Ada Weir. "
PROSE = f"The talks are over\n\n{_SENTENCE * 14}\n\n"
_BYTES = len(PROSE.encode())
Write = Callable[[Path, int], None]  # at this path, of about so many bytes where size matters


@dataclass(frozen=True)
class Kind:
    """`refused` is a pattern of the reason; None where it must be stored; "" leaves it open."""

    write: Write
    refused: str | None = None
    name: str = "{}.txt"  # of the file


def raw(content: bytes, *, alone: bool = False) -> Write:
    """These bytes, after words of English or alone."""
    return lambda path, _: _put(path, content if alone else PROSE.encode() + content)


def much(unit: str, share: float = 0.9, end: str = "") -> Write:
    """Words of English, and then the same again and again until so much of the limit is reached."""

    def write(path: Path, limit: int) -> None:
        room = int(limit * share) - _BYTES - len(end.encode())
        _put(path, f"{PROSE}{unit * (room // len(unit.encode()))}{end}".encode())

    return write


def plain(words: str) -> Write:
    return raw(words.encode())


def _put(path: Path, content: bytes) -> None:
    path.write_bytes(content)


def _nested(path: Path, limit: int) -> None:
    deep = min(40_000, limit // 20)
    _put(path, f"{PROSE}{'“‘' * (deep // 2)}over{'’”' * (deep // 2)} said Ada Weir.".encode())


def _goes_on(path: Path, limit: int) -> None:
    """A quotation over many paragraphs, as papers set them: closed only at its very end."""
    paragraph = "“It was over when they came, and nobody had said so before.\n\n"
    many = int(limit * 0.9) // len(paragraph.encode())
    _put(path, f"{PROSE}{paragraph * many}“It was over,” said Ada Weir.".encode())


def _combining(path: Path, _: int) -> None:
    _put(path, f"{PROSE}It was o{'́' * 10_000}ver.".encode())


def _encoded(codec: str) -> bytes:
    return PROSE.encode(codec)


def _zipped(path: Path, _: int) -> None:
    with zipfile.ZipFile(buffer := BytesIO(), "w") as archive:
        archive.writestr("a.txt", PROSE)
    _put(path, buffer.getvalue())


def _database(path: Path, _: int) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE a (b)")


def _link(to: str) -> Write:
    return lambda path, _: path.symlink_to(to)


def _socket(path: Path, _: int) -> None:
    with socket.socket(socket.AF_UNIX) as bound:
        bound.bind(os.path.relpath(path))


def _device(path: Path, _: int) -> None:
    """Zeros without end; where no device may be made, a name for one."""
    try:
        os.mknod(path, 0o600 | 0o020000, os.makedev(1, 5))
    except PermissionError:
        path.symlink_to("/dev/zero")


def _page(path: Path, _: int) -> None:
    _put(path, load_gold("bridge").document.text.encode() + path.name.encode("utf-8", "replace"))


STORED = {
    # more of something than anybody writes
    "one line of words": much("it was said to be over and "),
    "paragraphs": much("Ada Weir said it was over. It was not.\n\n"),
    "one word": much("a"),
    "opening marks": much("“"),
    "closing marks": much("”"),
    "straight marks": much('"'),
    "single marks": much("’"),
    "straight single marks": much("'"),
    "marks of other languages": much("«„‹"),
    "marks of two kinds": much("“‘"),
    "marks out of order": much("”“’‘"),
    "marks nested 40,000 deep": _nested,
    "unclosed quotations": much("“It was over, said Ada\n\n"),
    "a quotation that goes on": _goes_on,
    "quotation after quotation": much("“No,” said Ada Weir. "),
    "brackets": much("(["),
    "cue words": much("said "),
    "cue after cue": much("Ada Weir said, "),
    "attribution in attribution": much("He said that she said that "),
    "capitals": much("Ada "),
    "names": much("Ada Weir. Weir. Ben Ash and Cleo Dee. "),
    "initials": much("A. B. C. "),
    "titles": much("President "),
    "acronyms": much("World Ant Union (WAU) "),
    "seats of power": much("Paris, Ankara and Moscow "),
    "apostrophes and hyphens": much("it's-o'clock-"),
    "spaces": much(" ", end="over"),
    "spaces of other kinds": much("\u00a0\u2003\u3000\t", end="over"),
    "line feeds": much("\n", end="over"),
    "words on lines": much("a\n"),
    "paragraphs of a letter": much("a\n\n"),
    "full stops": much(". "),
    "dashes": much("—–-"),
    "numbers": much("1,234.5 million "),
    "combining marks": much("\u0301"),
    "10,000 marks on a letter": _combining,
    "what NFC makes three of": much("\U0001d160"),
    "emoji": much("👩‍👩‍👧‍👦🏳️‍🌈"),
    "zero-width characters": much("\u200b\u200d\ufeff"),
    "control characters": much("\x01\x02\x1b[31m\x7f\x85"),
    # what means something to somebody else
    "bidirectional controls": plain("It was \u202egnihton\u202c, \u2066said\u2069 Ada Weir."),
    "homoglyphs": plain("Аdа Wеіr said it was over. Ada Weir said it was not."),
    "noncharacters": plain("It was \ufffe\uffff\U0010ffff\ue000 over, said Ada Weir."),
    "a byte order mark": raw(b"\xef\xbb\xbf" + PROSE.encode() + b"One", alone=True),
    "CRLF": raw(PROSE.replace("\n", "\r\n").encode() + b"Two", alone=True),
    "CR": raw(PROSE.replace("\n", "\r").encode() + b"Three", alone=True),
    "NEL, LS, PS, VT, FF": plain("One\u0085two\u2028three\u2029four\x0bfive\x0csix"),
    "HTML": plain("<script>alert(1)</script><img src=x onerror=alert(1)>&lt;&#0;</body>"),
    "SQL": plain("'; DROP TABLE article; -- said \"Ada\" OR 1=1 UNION SELECT 1"),
    "templates": plain("{{7*7}} {% include '/etc/passwd' %} ${jndi:ldap://a} %(a)s %s {0}"),
    "words of FTS5": plain('NEAR(a b, 5) AND OR NOT * ^a "b" c:d -e'),
    "formulas": plain('=cmd|\' /C calc\'!A0\n\n@SUM(1+1)\n\n+1\n\n-1,"a\n\nb",c'),
    "JSON": plain('{"a": [NaN, 1e999, "\\ud800"], "__proto__": {}}'),
    "addresses": plain("https://a.example/?q=<b>#c javascript:alert(1) file:///etc/passwd"),
    "French": raw("Le ministre a dit lundi que tout était fini.".encode(), alone=True),
    "Chinese": raw("部長週一表示：「會談已經結束。」".encode() * 9, alone=True),
    "Arabic": raw("قال الوزير يوم الاثنين إن المحادثات انتهت.".encode() * 9, alone=True),
    "all scripts at once": plain("Ада said «да» 「はい」 “نعم” हाँ 네 ναι"),
    "one letter": raw(b"a", alone=True),
    "no letter": raw("“!?” … 123".encode(), alone=True),
    "a headline without an end": much("over ", share=0.5),
}  # fmt: skip
REFUSED = {
    "larger than the limit": (much("Ada said no. ", share=1.1), "larger than"),
    "a word twice the limit": (much("a", share=2), "larger than"),
    "empty": (raw(b"", alone=True), "empty"),
    "white space": (raw(b" \t\r\n" * 99, alone=True), "empty"),
    "nothing but a byte order mark": (raw(b"\xef\xbb\xbf", alone=True), "empty"),
    "nothing but control characters": (raw(b"\x01\x02\x03", alone=True), "."),
    "NUL": (raw(b"a\0b"), f"a NUL at byte {_BYTES + 1}$"),
    "a byte that is not UTF-8": (raw(b"a\xffb"), f"not UTF-8: .* at byte {_BYTES + 1}$"),
    "UTF-8 cut off": (raw("“".encode()[:2]), f"not UTF-8: .* at byte {_BYTES}$"),
    "UTF-8 longer than need be": (raw(b"\xc0\xaf"), f"not UTF-8: .* at byte {_BYTES}$"),
    "surrogates": (raw(b"\xed\xa0\x80\xed\xb0\x80"), f"not UTF-8: .* at byte {_BYTES}$"),
    "beyond Unicode": (raw(b"\xf4\x90\x80\x80"), f"not UTF-8: .* at byte {_BYTES}$"),
    "Latin-1": (raw(b"\xabIt is over\xbb, said Ada Weir."), f"not UTF-8: .* at byte {_BYTES}$"),
    "UTF-16": (raw(_encoded("utf-16"), alone=True), "a NUL at byte"),
    "UTF-16 without a mark": (raw(_encoded("utf-16-be"), alone=True), "a NUL at byte 0"),
    "UTF-32": (raw(_encoded("utf-32"), alone=True), "a NUL at byte"),
    "gzip": (raw(gzip.compress(PROSE.encode()), alone=True), "not"),
    "zip": (_zipped, "not"),
    "a SQLite file": (_database, "a NUL at byte 15"),
    "a program": (raw(b"\x7fELF\x02\x01\x01" + bytes(9), alone=True), "a NUL at byte"),
    "a picture": (raw(b"\x89PNG\r\n\x1a\n" + bytes(range(256)), alone=True), "a NUL at byte"),
    "PDF": (raw(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", alone=True), "not UTF-8"),
    "noise": (raw(bytes(range(255, 0, -1)) * 9, alone=True), "not UTF-8"),
    "a link": (_link("../good.txt"), "symbolic links are not followed"),
    "a link to nowhere": (_link("nowhere"), "symbolic links are not followed"),
    "a link to itself": (_link("a link to itself.txt"), "symbolic links are not followed"),
    "a link to zeros without end": (_link("/dev/zero"), "symbolic links are not followed"),
    "a device": (_device, "not a regular file|symbolic links"),
    "a pipe that nobody writes to": (lambda path, _: os.mkfifo(path), "not a regular file"),
    "a socket": (_socket, "No such device"),
    "an empty folder": (lambda path, _: path.mkdir(), "no text or HTML file"),
    "missing": (lambda *_: None, "No such file"),
}  # fmt: skip
NAMED = {
    "a line feed in its name": "a\nb {}.txt",
    "a name that is not UTF-8": "a\udcffb {}.txt",
    "a name of HTML": "<script>alert(1)<%2fscript> {}.txt",
    "a name that leads away": "..%2f..%2fetc%2fpasswd {}.txt",
    "a name like a flag": "--store={}.txt",
    "a name without end": "a" * 240 + "{:.0}.txt",
}
KINDS = {
    **{name: Kind(write) for name, write in STORED.items()},
    **{name: Kind(write, refused) for name, (write, refused) in REFUSED.items()},
    **{name: Kind(_page, name=file) for name, file in NAMED.items()},
}
