"""A store that breaks under a running server, or before it starts: no answer but the truth."""

import json
import re
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import httpx

from app.store.engine import SCHEMA
from tests.benchmarks.generating import fill
from tests.faults.commands import onrecord
from tests.faults.contents import contents
from tests.faults.figures import Figure, exactly, none, told
from tests.faults.servers import Server, server
from tests.faults.stores import KINDS

ARTICLES = 60
_AGAIN = 3  # times that each address is asked: the second answer might come from memory
# What the 503 of each says, and the one line of a start that is refused.
NAMED = {
    "missing": "No such file",
    "0 bytes": "is not a store",
    "junk": "is not a store",
    "truncated": "is not a store: database disk image is malformed",
    "corrupt page": "is not a store: database disk image is malformed",
    "hot journal": "was interrupted",
    "older schema": f"schema 1, older than this program's {SCHEMA}",
    "newer schema": f"schema 99, newer than this program's {SCHEMA}",
}
# Of each start: what is said in its one line, and whether it serves then.
AT_START = {
    "missing": ("created .*", True),
    "0 bytes": ("created .*", True),
    "junk": (NAMED["junk"], False),
    "truncated": (NAMED["truncated"], False),
    "corrupt page": ("", True),
    "hot journal": ("", True),
    "older schema": (f"migrated .* from schema 1 to {SCHEMA}", True),
    "newer schema": (NAMED["newer schema"], False),
}


@dataclass(frozen=True)
class Fault:
    kind: str
    in_place: bool  # the very file that is open, or another that takes its place

    def __str__(self) -> str:
        return f"{self.kind}, {'in place' if self.in_place else 'replaced'}"


# A file that is gone has no other in its place; and no open store gives up its log.
FAULTS = [Fault(kind, True) for kind in KINDS if kind != "hot journal"]
FAULTS += [Fault(kind, False) for kind in KINDS if kind != "missing"]
KEPT = ("hot journal", "older schema")  # what is in them is what was there before
Answers = dict[str, tuple[int, str]]


def addresses(running: Server) -> list[str]:
    """Of every noun one, or a few."""
    lines = httpx.get(f"{running.url}/quotes.ndjson", timeout=60).text.splitlines()
    quote = json.loads(lines[0])
    article = quote["article"]
    of_it = ("", ".html", "/text", "/paragraphs", "/mentions", "/quotes.csv", "/annotations/")
    return [
        "/articles", "/articles.ndjson", "/actors", "/quotes", "/locate?exact=talks",
        f"/quotes/{quote['id']}", *(f"/articles/{article}{part}" for part in of_it), "/ready",
    ]  # fmt: skip


def ask(running: Server, asked: list[str]) -> Answers:
    """What is cut off has status 0. The number of the state of the store is left out."""
    answers = dict.fromkeys(asked, (0, ""))
    with httpx.Client(base_url=running.url, timeout=60) as client:
        for address in asked:
            with suppress(httpx.RemoteProtocolError):
                answer = client.get(address)
                body = re.sub(r'"generation":\d+', "", answer.text)
                answers[address] = answer.status_code, body
    return answers


def untrue(kind: str, answers: Answers, whole: Answers) -> Iterator[str]:
    """Answers that are neither the fault named nor, where a page is damaged, what is still true."""
    for address, (status, said) in answers.items():
        with suppress(ValueError):
            if status == 503 and re.search(NAMED[kind], json.loads(said)["detail"]):
                continue
        still_true = whole[address] == (status, said) or status == 0
        if kind != "corrupt page" or not still_true:
            yield f"{kind}: {address}: {status} {said[:200]}"


def put_in_place(store: Path, other: Path) -> None:
    """As docs/operating.md says: what belongs to the old file goes first."""
    for suffix in ("-journal", "-wal", "-shm"):
        Path(f"{store}{suffix}").unlink(missing_ok=True)
    Path(shutil.copy(other, store.with_name("other.db"))).replace(store)


def break_under(running: Server, store: Path, good: Path, fault: Fault) -> Iterator[Figure]:
    asked = addresses(running)
    whole = ask(running, asked)
    if not fault.in_place:
        put_in_place(store, good)
    KINDS[fault.kind](store)
    left = store.read_bytes() if store.exists() else None
    answers = [ask(running, asked) for _ in range(_AGAIN)]
    found = [told for each in answers for told in untrue(fault.kind, each, whole)]
    yield none(f"{fault}: wrong answers of {_AGAIN * len(asked)}", found)
    refused = sum(status == 503 for status, _ in answers[-1].values())
    yield told(f"{fault}: answered 503", f"{refused} of {len(asked)}")
    now = store.read_bytes() if store.exists() else None
    put_in_place(store, good)
    back = ask(running, asked)
    wrong = [address for address in asked if back[address] != whole[address]]
    wrong += [] if now == left else ["made again, or changed"]
    yield none(f"{fault}: left alone, and as before when the good file is back; not so", wrong)


def start_on(folder: Path, good: Path, kind: str) -> Iterator[Figure]:
    """What becomes of a server that is started on it."""
    folder.mkdir()
    store = Path(shutil.copy(good, folder / "onrecord.db"))
    KINDS[kind](store)
    line, serves = AT_START[kind]
    if serves:
        with server(folder, "--empty") as running:
            answers = ask(running, ["/health"])
        kept = kind not in KEPT or contents(store) == contents(good)
        good_start = answers["/health"][0] == 200 and kept
        said = running.log.read_text()
    else:
        done = onrecord(folder, "serve", "--port", "0")
        good_start, said = done.refused, done.err
    told_so = re.fullmatch(f"onrecord: .*{line}.*\n" if line else "", said)
    yield none(f"{kind} at start: not as it should be", [] if good_start and told_so else [said])


def run(
    faults: Sequence[Fault] = FAULTS, at_start: Sequence[str] = tuple(KINDS)
) -> Iterator[Figure]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        good = folder / "good.db"
        fill(good, range(ARTICLES))
        store = Path(shutil.copy(good, folder / "onrecord.db"))
        with server(folder) as running:
            for fault in faults:
                yield from break_under(running, store, good, fault)
            yield exactly("tracebacks in its log", 0, running.log.read_text().count("Traceback"))
        for kind in at_start:
            yield from start_on(folder / kind, good, kind)
