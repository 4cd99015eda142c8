"""Lines of a stream, put together: each chunk sent costs far more than the lines in it."""

from collections.abc import Iterable, Iterator

CHUNK = 65_536  # bytes; also about all that a stream ever holds in memory


def in_chunks(lines: Iterable[bytes], size: int = CHUNK) -> Iterator[bytes]:
    """The same bytes in the same order, in pieces that end with a line and have at least `size`
    bytes, the last one aside. Never an empty piece.
    """
    chunk = bytearray()
    for line in lines:
        chunk += line
        if len(chunk) >= size:
            yield bytes(chunk)
            chunk.clear()
    if chunk:
        yield bytes(chunk)
