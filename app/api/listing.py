"""How every list is answered: a page as JSON, or all of it as a stream."""

from collections.abc import Callable, Iterator
from typing import Annotated, Any
from urllib.parse import urlencode

from fastapi import Depends, Request
from fastapi.responses import StreamingResponse

from app.api.deps import PageDep, SessionDep
from app.api.negotiation import address, chosen
from app.api.units import in_unit
from app.formats.jsonlines import to_ndjson
from app.formats.shapes import Shape, Unit
from app.formats.spreadsheet import Columns, to_csv
from app.store.engine import Session, Sessions
from app.store.queries.paging import Found, Page, Row

_PAGE_OF_STREAM = Page(limit=500)

Fetch = Callable[[Session, Page], Found]
ToShape = Callable[[Row, str], Shape]
Listing = Callable[..., Any]


def _listing(request: Request, session: SessionDep, page: PageDep) -> Listing:
    base, format = request.app.state.settings.base_path, chosen(request)

    def answer(
        fetch: Fetch, shape: ToShape, columns: Columns | None = None, unit: Unit = "codepoint"
    ) -> Any:
        if columns is not None and format.streamed:
            items = _stream(request.app.state.read, fetch, shape, base, unit)
            body = to_csv(columns, items) if format.suffix == "csv" else to_ndjson(items)
            headers = request.state.headers
            return StreamingResponse(body, media_type=format.media_type, headers=headers)
        found = fetch(session, page)
        following = None if found.next is None else next_page(request, found.next)
        if following:
            request.state.headers["Link"] = f'<{following}>; rel="next"'
        return {
            "items": in_unit(session, unit, (shape(row, base) for row in found.rows)),
            "total": found.total,
            "total_is_exact": found.total_is_exact,
            "next": following,
        }

    return answer


ListingDep = Annotated[Listing, Depends(_listing)]


def _stream(read: Sessions, fetch: Fetch, shape: ToShape, base: str, unit: Unit) -> Iterator[Shape]:
    """Every item, a page a transaction: a slow client holds none open."""
    page: Page | None = _PAGE_OF_STREAM
    while page is not None:
        with read() as session:
            found = fetch(session, page)
            items = in_unit(session, unit, (shape(row, base) for row in found.rows))
        yield from items
        page = None if found.next is None else Page(_PAGE_OF_STREAM.limit, found.next)


def next_page(request: Request, cursor: int) -> str:
    """The same address, suffix and all, with another cursor."""
    suffix = f".{request.state.suffix}" if hasattr(request.state, "suffix") else ""
    parameters = dict(request.query_params) | {"cursor": f"{cursor:016x}"}
    return f"{address(request)}{suffix}?{urlencode(parameters)}"
