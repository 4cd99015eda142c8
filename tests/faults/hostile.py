"""Requests that no client of good will sends, as the bytes that go over the wire."""

import random
from collections.abc import Iterator

HOST = b"Host: localhost\r\n"
CLOSE = b"Connection: close\r\n"


def get(target: str | bytes, headers: bytes = HOST, method: bytes = b"GET") -> bytes:
    """A request whose answer ends the connection."""
    raw = target.encode("latin-1") if isinstance(target, str) else target
    return method + b" " + raw + b" HTTP/1.1\r\n" + headers + CLOSE + b"\r\n"


def framed(fields: bytes, rest: bytes = b"") -> bytes:
    return b"GET /health HTTP/1.1\r\n" + HOST + fields + b"\r\n" + rest


SECOND = get("/health")

# No HTTP at all, or HTTP that two readers could take for different requests (RFC 9112, section 11).
# Each is answered once at most.
MALFORMED = {
    "junk": b"\x00\x01\x02 junk\r\n\r\n",
    "words": b"hello there\r\n\r\n",
    "TLS hello": bytes.fromhex("16030100c8010000c40303") + bytes(190),
    "HTTP/2 preface": b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    "SSH": b"SSH-2.0-OpenSSH_9.2\r\n\r\n",
    "HTTP/9.9": b"GET /health HTTP/9.9\r\n" + HOST + b"\r\n",
    "no version": b"GET /health\r\n" + HOST + b"\r\n",
    "lower case": get("/health", method=b"get"),
    "unknown method": get("/health", method=b"BREW"),
    "CONNECT": get("localhost:80", method=b"CONNECT"),
    "no slash": get("health"),
    "bare LF": b"GET /health HTTP/1.1\nHost: localhost\n\n",
    "one bare LF": framed(b"A: b\nC: d\r\n"),
    "bare CR": framed(b"A: b\rC: d\r\n"),
    "folded line": framed(b"A: b\r\n c\r\n"),
    "space before the colon": framed(b"A : b\r\n"),
    "no colon": framed(b"A\r\n"),
    "no name": framed(b": a\r\n"),
    "NUL in a header": framed(b"A: b\x00c\r\n"),
    "NUL in a name": framed(b"A\x00: b\r\n"),
    "control character in the path": get("/\x01"),
    "NUL in the path": get("/\x00"),
    "bytes in the path": get(b"/\xff"),
    "bytes in the query": get(b"/quotes?q=\xff"),
    "CL and TE": framed(
        b"Content-Length: 5\r\nTransfer-Encoding: chunked\r\n", b"0\r\n\r\n" + SECOND
    ),
    "TE and CL": framed(
        b"Transfer-Encoding: chunked\r\nContent-Length: 5\r\n", b"0\r\n\r\n" + SECOND
    ),
    "two lengths": framed(b"Content-Length: 0\r\nContent-Length: 70\r\n", SECOND),
    "one length twice": framed(b"Content-Length: 5\r\nContent-Length: 5\r\n", b"hello" + SECOND),
    "lengths in a list": framed(b"Content-Length: 5, 5\r\n", b"hello" + SECOND),
    "a length below 0": framed(b"Content-Length: -1\r\n", SECOND),
    "a length with a plus": framed(b"Content-Length: +5\r\n", b"hello" + SECOND),
    "a length in hexadecimal": framed(b"Content-Length: 0x5\r\n", b"hello" + SECOND),
    "a length beyond 64 bits": framed(b"Content-Length: 99999999999999999999\r\n", SECOND),
    "TE identity": framed(b"Transfer-Encoding: identity\r\n", SECOND),
    "TE unknown": framed(b"Transfer-Encoding: xchunked\r\n", b"0\r\n\r\n" + SECOND),
    "TE chunked, then more": framed(
        b"Transfer-Encoding: chunked, identity\r\n", b"0\r\n\r\n" + SECOND
    ),
    "TE twice": framed(
        b"Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n", b"0\r\n\r\n" + SECOND
    ),
    "TE after a tab": framed(b"Transfer-Encoding:\x0bchunked\r\n", b"0\r\n\r\n" + SECOND),
    "a chunk size in words": framed(b"Transfer-Encoding: chunked\r\n", b"zz\r\n" + SECOND),
    "a chunk size beyond 64 bits": framed(
        b"Transfer-Encoding: chunked\r\n", b"fffffffffffffffff\r\n" + SECOND
    ),
    "no Host": get("/health", b""),
    "two Hosts": get("/health", HOST + HOST),
    "an empty Host": get("/health", b"Host:\r\n"),
    "a Host that is none": get("/health", b"Host: a b/\r\n"),
}

# More of something than anybody means. Each is refused, or closed.
OVERSIZED = {
    "a path of 60 KB": get("/" + "a" * 60_000),
    "a path of 1 MB": get("/" + "a" * 1_000_000),
    "a query of 60 KB": get("/quotes?q=" + "a" * 60_000),
    "a query of 1 MB": get("/quotes?q=" + "a" * 1_000_000),
    "10,000 parameters": get("/quotes?" + "&".join(f"p{n}" for n in range(10_000))),
    "a header of 8 MB": get("/health", HOST + b"A: " + b"a" * 8_000_000 + b"\r\n"),
    "a header of 8 MB, no end": get("/health", HOST + b"A: " + b"a" * 8_000_000)[:-4],
    "a name of 1 MB": get("/health", HOST + b"a" * 1_000_000 + b": a\r\n"),
    "100,000 headers": get("/health", HOST + b"A: b\r\n" * 100_000),
    "a body of 100 MB, told": framed(b"Content-Length: 100000000\r\n", b"a" * 1_000_000),
    "a body of 100 MB, in chunks": framed(
        b"Transfer-Encoding: chunked\r\n", (b"186a0\r\n" + b"a" * 100_000 + b"\r\n") * 1000
    ),
    "a chunk's extension of 8 MB": framed(
        b"Transfer-Encoding: chunked\r\n", b"1;" + b"a" * 8_000_000 + b"\r\na\r\n0\r\n\r\n"
    ),
    "a trailer of 8 MB": framed(
        b"Transfer-Encoding: chunked\r\n", b"0\r\nA: " + b"a" * 8_000_000 + b"\r\n\r\n"
    ),
}  # fmt: skip

# What stands for a value; many mean something to SQL, FTS5, Python, a template or a shell.
WORDS = (
    "", "%", "%zz", "%4", "%ff", "%c3", "%c0%af", "%ed%a0%80", "%f4%90%80%80", "%00", "a%00b",
    "%0d%0aSet-Cookie:a=b", "%01", "%7f", "%25%30%30", "%2e%2e%2f%2e%2e%2fetc%2fpasswd", "..%5c..",
    "../../etc/passwd", "%2f", "//evil.example", "%e2%80%ae", "%f0%9f%98%80", "%ef%bf%be", "%cc%81",
    "-1", "0", "1e400", "NaN", "Infinity", "1_0", "%2b1", "0x10", "9223372036854775807",
    "9223372036854775808", "-9223372036854775809", "1" * 400, "1" * 5000, "%d9%a1", "true", "null",
    "%27", "%22", "%22%22%22", "*", "%28%28%28%28", "NEAR(", "AND", "OR%20NOT", "x:y", "a-b",
    "it%27s", "%5e", "a%20b%20" * 500, "%22a" * 300, "a*%20" * 300, "%27;DROP%20TABLE%20quote--",
    "1%20OR%201=1", "%27%20UNION%20SELECT%20sql%20FROM%20sqlite_master--", "%25", "_%25_%25" * 99,
    "%7b%7b7*7%7d%7d", "$%7bjndi:ldap://x%7d", "%3cscript%3ealert(1)%3c/script%3e", "%60id%60",
    "%5b%5d", "%7b%22a%22:%22%5cud800%22%7d", "a" * 401, "a" * 9000, "()%20%7b%20:;%7d;",
)  # fmt: skip
_ARTICLE = "fearing-the-turkish-role-france-wants-international-ff9f55"
PATHS = (
    "/", "/{}", "/quotes/{}", "/actors/{}", "/articles/{}", "/articles/{}/text", "/quotes.{}",
    "/articles/{}/paragraphs/1", "/static/{}", "/docs/assets/{}", "/docs/{}", "/openapi.json/{}",
    *(f"/articles/{_ARTICLE}/{noun}/{{}}" for noun in ("paragraphs", "annotations", "versions")),
    *(
        f"/{noun}?{name}={{}}"
        for noun in ("quotes", "articles", "actors", "quotes.csv", "locate", "nowhere")
        for name in ("q", "limit", "cursor", "kind", "speaker", "actor", "since", "sort", "exact")
    ),
    *(f"/articles/{_ARTICLE}/{noun}?overlaps={{}}" for noun in ("mentions", "quotes")),
    f"/articles/{_ARTICLE}/text?char={{}}",
    "/quotes?{}=1", "/quotes?{}", "/health?{}", "/ready?{}",
)  # fmt: skip
HEADERS = (
    "Accept: {}", "Accept: */*;q={}", "Accept-Encoding: {}", "If-None-Match: {}", "Range: bytes={}",
    "Origin: {}", "X-Forwarded-For: {}", "X-Forwarded-Host: {}", "X-Request-ID: {}", "Cookie: {}",
    "Prefer: {}", "If-Modified-Since: {}", "Authorization: {}", "Content-Type: {}", "Expect: {}",
    "Accept-Language: {}", "Upgrade: {}\r\nConnection: upgrade", "TE: {}", "Forwarded: {}",
)  # fmt: skip
VALUES = (
    "", "*", "," * 4000, ";" * 4000, '"' * 4000, "W/" * 2000, '"a",' * 900, "a/b;q=" + "9" * 4000,
    "*/*;" * 1000, "0-,0-,0-" * 400, "-1", "NaN", "'", "<script>", "../..", "{{7*7}}",
    "gzip;q=1e999", "\xff\xfe", "gzip," * 800, "identity;q=0, *;q=0", "h2c", "websocket",
    "100-continue", "a\tb",
)  # fmt: skip
METHODS = (b"HEAD", b"POST", b"PUT", b"PATCH", b"DELETE", b"OPTIONS", b"TRACE", b"PROPFIND")


def worded() -> Iterator[bytes]:
    """Every hostile word wherever an address takes one, by GET and by other methods."""
    for n, path in enumerate(PATHS):
        for m, word in enumerate(WORDS):
            yield get(path.format(word))
            yield get(path.format(word), method=METHODS[(n + m) % len(METHODS)])


def headed() -> Iterator[bytes]:
    for path in ("/quotes", "/quotes?q=war", "/health", "/nowhere"):
        for header in HEADERS:
            for value in VALUES:
                yield get(path, HOST + header.format(value).encode("latin-1") + b"\r\n")


def mutated(many: int, seed: int = 9) -> Iterator[bytes]:
    """A good request with a few of its bytes changed, left out, doubled or put elsewhere."""
    dice = random.Random(seed)
    good = get("/quotes?q=supervis*&limit=5", HOST + b"Accept: text/csv\r\nContent-Length: 0\r\n")
    for _ in range(many):
        request = good
        for _ in range(dice.randint(1, 4)):
            start = dice.randrange(len(request))
            end = start + dice.randint(1, 9)
            before, piece, after = request[:start], request[start:end], request[end:]
            changed = dice.randbytes(len(piece))
            request = dice.choice((
                before + changed + after,
                before + after,
                before + piece * dice.randint(2, 50) + after,
                piece + before + after,
            ))  # fmt: skip
        yield request + b"\r\n\r\n"  # complete, whatever became of its end
