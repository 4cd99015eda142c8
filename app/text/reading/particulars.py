"""What is said of an article beside its words: address, date, author, language.

One form for each, whoever says it: the page itself, or the person who seeds it. Each function gives
that form, or raises ValueError with a sentence.
"""

import re
from datetime import date, datetime
from urllib.parse import quote, urlsplit, urlunsplit

_SCHEMES = {"http": 80, "https": 443}  # and their ports
_UNRESERVED = "/%:@!$&'()*+,;=~-._?"  # RFC 3986: what a path or a query holds as it is
_DATE = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_DATE_TIME = re.compile(
    r"(\d{4}-\d\d-\d\d)[Tt ]((?:[01]\d|2[0-3]):\d\d(?::\d\d)?)(?:[.,]\d+)?"
    r" ?([Zz]|[+-]\d\d(?::?\d\d)?)?",
    re.ASCII,
)
_HOST = re.compile(r"[a-z0-9._-]+")
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f]")
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")


def is_address(source: str) -> bool:
    """Whether a source is an address and no file."""
    return source.lower().startswith(("http://", "https://"))


def address(said: str) -> str:
    """An address without its fragment, in the one spelling that makes equal ones equal."""
    parts = urlsplit(said.strip())
    if parts.scheme not in _SCHEMES or not parts.hostname or parts.username is not None:
        raise ValueError(f"not an http or https address without a name and a password: {said!r}")
    host = f"[{parts.hostname}]" if ":" in parts.hostname else _ascii(parts.hostname)
    port = "" if parts.port in (None, _SCHEMES[parts.scheme]) else f":{parts.port}"
    path, query = (quote(part, safe=_UNRESERVED) for part in (parts.path or "/", parts.query))
    return urlunsplit((parts.scheme, host + port, path, query, ""))


def _ascii(host: str) -> str:
    try:
        name = host.encode("idna").decode()
    except UnicodeError:
        name = ""
    if not _HOST.fullmatch(name):
        raise ValueError(f"not the name of a host: {host!r}")
    return name


def published(said: str) -> str:
    """A date, or a date and time to the second with the offset it was said with: ISO 8601.

    The offset is kept and nothing is converted: the first ten characters are the date that readers
    of the article saw, and that `since` and `until` count by.
    """
    said = said.strip()
    try:
        if _DATE.fullmatch(said):
            return date.fromisoformat(said).isoformat()
        if found := _DATE_TIME.fullmatch(said):
            day, time, offset = found.groups(default="")
            return datetime.fromisoformat(f"{day}T{time}{offset.upper()}").isoformat()
    except ValueError:
        pass
    raise ValueError(f"not a date or a date and time of ISO 8601 (2026-05-04): {said!r}")


def author(said: str) -> str:
    """A name, or several: anything in one line."""
    name = " ".join(said.split())
    if _CONTROL.search(name) or not any(char.isalnum() for char in name):
        raise ValueError(f"not a name: {said!r}")
    return name


def language(said: str) -> str:
    """A language tag of RFC 5646, as it was written."""
    tag = said.strip().replace("_", "-")
    if not _LANGUAGE.fullmatch(tag):
        raise ValueError(f"not a language tag of RFC 5646 (en, pt-BR): {said!r}")
    return tag
