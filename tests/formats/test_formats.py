from app.formats import FORMATS
from app.formats.webannotation import ANNOTATION_CONTEXT


def test_media_types_by_suffix() -> None:
    assert {(format.suffix, format.media_type) for format in FORMATS.values()} == {
        ("json", "application/json"),
        ("jsonld", "application/ld+json"),
        ("jsonld", f'application/ld+json; profile="{ANNOTATION_CONTEXT}"'),
        ("csv", "text/csv; charset=utf-8; header=present"),
        ("ndjson", "application/x-ndjson"),
        ("txt", "text/plain; charset=utf-8"),
        ("html", "text/html; charset=utf-8"),
    }


def test_streamed_formats() -> None:
    assert [name for name, format in FORMATS.items() if format.streamed] == ["csv", "ndjson"]
