"""One page of a list: filters, a cursor that is a key and not a count, and a bounded total."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from app.store.engine import Session

Row = dict[str, Any]
COUNTED = 1_000  # rows; past that a total is only "at least", because counting is linear


@dataclass(frozen=True, slots=True)
class Page:
    """Which part of a list is wanted: at most `limit` items behind the one with key `cursor`."""

    limit: int
    cursor: int | None = None


ALL = Page(limit=1 << 31)  # of what one text holds: no list of it has so many


@dataclass(frozen=True, slots=True)
class Found:
    """A page of rows; `next` is the cursor of the page behind it, None on the last."""

    rows: list[Row]
    total: int
    total_is_exact: bool
    next: int | None


@dataclass(frozen=True, slots=True)
class Select:
    """A list as SQL: what to read from where, and the integer `key` that orders it.

    `columns` must name the key `key`; `conditions` says what each filter means, with the filter's
    name for its parameter. The order is ascending, or descending where `newest_first`. `details`
    are joins that only the columns need, one row for each: counting does without them. `rank` is
    what a search is ranked by, the best first.

    SQLite has no statistics of the store and picks its way by rules of thumb. So tables are joined
    by CROSS JOIN, which it leaves in the order they stand in.
    """

    columns: str
    tables: str
    conditions: Mapping[str, str]
    key: str
    newest_first: bool = False
    details: str = ""
    rank: str = ""


def fetch_page(session: Session, select: Select, filters: Mapping[str, Any], page: Page) -> Found:
    """The page of a list whose items fit every filter; one whose value is None fits everything."""
    given = _given(filters)
    rows = _rows(session, select, given, page)
    following = rows[page.limit - 1]["key"] if len(rows) > page.limit else None
    return _found(session, select, given, page, rows, following)


def _rows(session: Session, select: Select, given: Mapping[str, Any], page: Page) -> list[Row]:
    behind, order = ("<", "DESC") if select.newest_first else (">", "ASC")
    conditions = _conditions(select, given)
    if page.cursor is not None:
        conditions.append(f"{select.key} {behind} :cursor")
    statement = (
        f"SELECT {select.columns} FROM {select.tables} {select.details} {_where(conditions)}"
        f" ORDER BY {select.key} {order} LIMIT :limit"
    )
    parameters = _parameters(given) | {"cursor": page.cursor, "limit": page.limit + 1}
    return fetch_all(session, statement, parameters)


def fetch_ranked(session: Session, select: Select, filters: Mapping[str, Any], page: Page) -> Found:
    """As fetch_page, but only the newest COUNTED items that fit, ordered by `select.rank`.

    The list has an end, so its cursor is how many items come before. `q` must be among the filters.
    """
    given, offset = _given(filters), page.cursor or 0
    candidates = (
        f"SELECT {select.key} AS id, {select.rank} AS rank FROM {select.tables}"
        f" {_where(_conditions(select, given))} ORDER BY {select.key} DESC LIMIT {COUNTED}"
    )
    # The columns are read for one page only; they may mark words, which needs the match again.
    statement = (
        f"SELECT {select.columns} FROM (SELECT * FROM ({candidates})"
        " ORDER BY rank, id DESC LIMIT :limit OFFSET :offset) ranked"
        f" CROSS JOIN {select.tables} {select.details}"
        f" WHERE {select.key} = ranked.id AND {select.conditions['q']}"
        " ORDER BY ranked.rank, ranked.id DESC"
    )
    parameters = _parameters(given) | {"limit": page.limit + 1, "offset": offset}
    rows = fetch_all(session, statement, parameters)
    following = offset + page.limit if len(rows) > page.limit else None
    return _found(session, select, given, page, rows, following)


def _found(
    session: Session,
    select: Select,
    given: Mapping[str, Any],
    page: Page,
    rows: list[Row],
    following: int | None,
) -> Found:
    """What a page is with its total; where the page is the whole list, nothing is left to count."""
    whole = page.cursor is None and following is None
    total = len(rows) if whole else _count(session, select, given)
    return Found(rows[: page.limit], min(total, COUNTED), total <= COUNTED, following)


def _count(session: Session, select: Select, given: Mapping[str, Any]) -> int:
    where = _where(_conditions(select, given))
    # In the order of the pages, or SQLite may take an index that begins with what does not fit;
    # but words lead to what has them, and soonest in their own order.
    order = f"ORDER BY {select.key} DESC" if select.newest_first and not select.rank else ""
    counted = f"SELECT 1 FROM {select.tables} {where} {order} LIMIT {COUNTED + 1}"
    statement = f"SELECT count(*) AS n FROM ({counted})"
    return int(fetch_all(session, statement, _parameters(given))[0]["n"])


def _conditions(select: Select, given: Mapping[str, Any]) -> list[str]:
    return [select.conditions[name] for name in given]


def _given(filters: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in filters.items() if value is not None}


def _parameters(given: Mapping[str, Any]) -> dict[str, Any]:
    """What conditions call by name; of a pair, its `_start` and its `_end`."""
    parameters: dict[str, Any] = {}
    for name, value in given.items():
        if isinstance(value, tuple):
            parameters |= {f"{name}_start": value[0], f"{name}_end": value[1]}
        else:
            parameters[name] = value
    return parameters


def overlap(span: str) -> str:
    """The condition that a row of the table `span` shares a code point with what `overlaps` says.

    A pair that is no span (its start not before its end) shares none with any.
    """
    return (
        f'{span}.start < :overlaps_end AND {span}."end" > :overlaps_start'
        " AND :overlaps_start < :overlaps_end"
    )


def _where(conditions: list[str]) -> str:
    return f"WHERE {' AND '.join(conditions)}" if conditions else ""


def fetch_all(session: Session, statement: str, parameters: Mapping[str, Any]) -> list[Row]:
    """Every row of a statement, by column name."""
    cursor = session.execute(statement, parameters)
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
