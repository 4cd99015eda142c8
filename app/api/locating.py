"""Whether, and where, words stand that somebody quotes."""

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query

from app.api.deps import ArticlePath, BaseDep, SessionDep, UnitQuery
from app.api.routing import Route
from app.api.units import in_unit
from app.comparing.asking import Asked, ask
from app.formats.located import Located, located, places
from app.formats.shapes import Unit
from app.store.engine import Session
from app.store.queries import locating
from app.store.queries.articles import get_article
from app.store.queries.paging import Row

router = APIRouter(route_class=Route, tags=["locate"])

_BESIDE: dict[str, Any] = {"min_length": 1, "max_length": 200, "pattern": r"^[^\x00]*$"}
ExactQuery = Annotated[
    str,
    Query(
        min_length=1,
        max_length=2000,
        pattern=r"^[^\x00]*$",
        description="The words, as they go round: quotation marks, case, accents, dashes and white "
        "space do not count, and … or [...] stand for words left out.",
        examples=['"We want the Minsk group to play its part ... the monitoring"'],
    ),
]
PrefixQuery = Annotated[
    str | None,
    Query(
        **_BESIDE,
        description="The words right before them: of several places those with it are taken.",
        examples=["accuses Ankara of"],
    ),
]
SuffixQuery = Annotated[
    str | None,
    Query(
        **_BESIDE,
        description="The words right behind them: of several places those with it are taken.",
        examples=["while Ankara insists"],
    ),
]


def _asked(exact: ExactQuery, prefix: PrefixQuery = None, suffix: SuffixQuery = None) -> Asked:
    return ask(exact, prefix or "", suffix or "")


AskedDep = Annotated[Asked, Depends(_asked)]


@router.get(
    "/articles/{article}/locate",
    response_model=Located,
    operation_id="locate_in_article",
)
def locate_in_article(
    session: SessionDep,
    article: ArticlePath,
    base: BaseDep,
    asked: AskedDep,
    unit: UnitQuery = "codepoint",
) -> Any:
    """Where these words stand in an article, or words nearly like them, and who said them.

    Its current version is looked at first. Where that does not have the very words, the versions
    before are, the newest first: `current` tells.
    """
    get_article(session, article)
    found = locating.locate_in_article(session, article, asked)
    return _answer(session, found, base, unit)


@router.get("/locate", response_model=Located, operation_id="locate_everywhere")
def locate_everywhere(
    session: SessionDep, base: BaseDep, asked: AskedDep, unit: UnitQuery = "codepoint"
) -> Any:
    """Where these words stand in all articles, or words nearly like them, and who said them.

    Current versions only.
    """
    return _answer(session, locating.locate_everywhere(session, asked), base, unit)


def _answer(session: Session, found: Row, base: str, unit: Unit) -> Located:
    return located(found, in_unit(session, unit, places(found, base)))
