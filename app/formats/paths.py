"""Addresses of resources, as links have them."""

from functools import lru_cache
from urllib.parse import quote, urlencode


def path(base: str, *parts: str) -> str:
    """The address of a resource: a path of its parts below the path `base`."""
    return "/".join((base, *map(segment, parts)))


def query(**filters: object) -> str:
    """The filters that are not None as the end of an address, with its question mark."""
    given = {name: value for name, value in filters.items() if value is not None}
    return f"?{urlencode(given)}" if given else ""


@lru_cache(maxsize=10_000)
def segment(part: str) -> str:
    """A part as it stands in an address: the same ids come again and again, several times in one
    answer.
    """
    return quote(part, safe="")
