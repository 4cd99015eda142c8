"""Content codings: zstd, br and gzip, for what is large enough and text."""

from starlette.types import ASGIApp
from starlette_compress import CompressMiddleware, add_compress_type


def compressed(app: ASGIApp) -> ASGIApp:
    """The application in whatever coding `Accept-Encoding` allows; streams are coded as they go."""
    return CompressMiddleware(app)


# Beside those the library knows; it keeps one list for all applications of a process.
for _media_type in ("text/csv", "application/x-ndjson"):
    add_compress_type(_media_type)
