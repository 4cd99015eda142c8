from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from app.formats.chunks import in_chunks

lines = st.lists(st.binary(max_size=9).map(lambda line: line + b"\n"))


@given(lines, st.integers(1, 20))
def test_chunks_are_the_same_bytes_in_whole_lines(lines: list[bytes], size: int) -> None:
    chunks = list(in_chunks(lines, size))
    assert b"".join(chunks) == b"".join(lines)
    assert all(chunk.endswith(b"\n") for chunk in chunks)
    assert all(len(chunk) >= size for chunk in chunks[:-1])


def test_no_line_is_read_before_it_is_wanted() -> None:
    def endless() -> Iterator[bytes]:
        while True:
            yield b"12345\n"

    assert next(in_chunks(endless(), size=10)) == b"12345\n12345\n"
