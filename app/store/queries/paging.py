"""One page of a list: filters, a cursor that is a key and not a count, and a bounded total."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlmodel import Session

Row = dict[str, Any]
COUNTED = 1_000  # rows; past that a total is only "at least", because counting is linear


@dataclass(frozen=True, slots=True)
class Page:
    """Which part of a list is wanted: at most `limit` items behind the one with key `cursor`."""

    limit: int
    cursor: int | None = None


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
    name for its parameter. The order is ascending, or descending where `newest_first`.
    """

    columns: str
    tables: str
    conditions: Mapping[str, str]
    key: str
    newest_first: bool = False


def fetch_page(session: Session, select: Select, filters: Mapping[str, Any], page: Page) -> Found:
    """The page of a list whose items fit every filter; one whose value is None fits everything."""
    parameters = {name: value for name, value in filters.items() if value is not None}
    conditions = [select.conditions[name] for name in parameters]
    total = _count(session, select, conditions, parameters)
    rows = _rows(session, select, conditions, parameters, page)
    more = len(rows) > page.limit
    return Found(
        rows=rows[: page.limit],
        total=min(total, COUNTED),
        total_is_exact=total <= COUNTED,
        next=rows[page.limit - 1]["key"] if more else None,
    )


def _rows(
    session: Session, select: Select, conditions: list[str], parameters: dict[str, Any], page: Page
) -> list[Row]:
    behind, order = ("<", "DESC") if select.newest_first else (">", "ASC")
    if page.cursor is not None:
        conditions = [*conditions, f"{select.key} {behind} :cursor"]
    statement = (
        f"SELECT {select.columns} FROM {select.tables} {_where(conditions)}"
        f" ORDER BY {select.key} {order} LIMIT :limit"
    )
    parameters = {**parameters, "cursor": page.cursor, "limit": page.limit + 1}
    return fetch_all(session, statement, parameters)


def _count(
    session: Session, select: Select, conditions: list[str], parameters: dict[str, Any]
) -> int:
    counted = f"SELECT 1 FROM {select.tables} {_where(conditions)} LIMIT {COUNTED + 1}"
    return int(fetch_all(session, f"SELECT count(*) AS n FROM ({counted})", parameters)[0]["n"])


def _where(conditions: list[str]) -> str:
    return f"WHERE {' AND '.join(conditions)}" if conditions else ""


def fetch_all(session: Session, statement: str, parameters: Mapping[str, Any]) -> list[Row]:
    """Every row of a statement, by column name."""
    result = session.connection().exec_driver_sql(statement, dict(parameters))
    names = tuple(result.keys())
    return [dict(zip(names, row, strict=True)) for row in result]
