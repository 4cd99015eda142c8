"""What a route asks for in its signature: the store, a page, ids, filters.

None of them asks the store anything: what is malformed is told before anything is looked up.
"""

from collections.abc import Iterator
from typing import Annotated, Any, Literal

from fastapi import Depends, Path, Query, Request
from pydantic import BeforeValidator, Field

from app.comparing.changes import Changed, ChangeKind
from app.formats.shapes import Unit
from app.standoff import ActorKind, MentionKind, QuoteKind
from app.store.engine import Session, Sessions
from app.store.queries.paging import Page


def _session(request: Request) -> Iterator[Session]:
    with request.app.state.read() as session:  # waits for nothing before it is asked something
        yield session


# It ends with the route: whoever reads the answer slowly holds no transaction open.
SessionDep = Annotated[Session, Depends(_session)]


def _sessions(request: Request) -> Sessions:
    """For a route that only sometimes needs the store: it opens a session where it does."""
    sessions: Sessions = request.app.state.read
    return sessions


SessionsDep = Annotated[Sessions, Depends(_sessions)]


def _plain_number(value: object) -> object:
    """Digits and nothing else: pydantic would take "+1", "1_0", "1.0" and " 1" for numbers too."""
    if isinstance(value, str) and not (value.isascii() and value.isdigit()):
        raise ValueError("must be a number in digits")
    return value


def _plain_boolean(value: object) -> object:
    """The two words of JSON: pydantic would take "on", "1" and "y" too."""
    if isinstance(value, str) and value not in ("true", "false"):
        raise ValueError("must be true or false")
    return value


PlainNumber = BeforeValidator(_plain_number)
PlainBoolean = BeforeValidator(_plain_boolean)

# What any id fits: ids are words of any script, so a pattern could not say much more. Without NUL,
# which SQLite would take for the end.
_ID: dict[str, Any] = {"min_length": 1, "max_length": 400, "pattern": r"^[^\x00]*$"}
_ARTICLE = "fearing-the-turkish-role-france-wants-international-ff9f55"


def _id_path(what: str, example: str) -> Any:
    return Path(**_ID, description=f"The id of {what}.", examples=[example])


def _id_query(what: str, example: str) -> Any:
    return Query(**_ID, description=f"Only {what}, by its id.", examples=[example])


ArticlePath = Annotated[str, _id_path("the article", _ARTICLE)]
ActorPath = Annotated[str, _id_path("the actor", "france")]
QuotePath = Annotated[str, _id_path("the quote", "26582b207e695695")]
VersionPath = Annotated[str, _id_path("the version", "ff9f551b7f12")]
AnnotationPath = Annotated[str, _id_path("the mention or the quote", "26582b207e695695")]
ArticleQuery = Annotated[str | None, _id_query("those of this article", _ARTICLE)]
ActorQuery = Annotated[str | None, _id_query("those that name this actor", "turkey")]
SpeakerQuery = Annotated[str | None, _id_query("those of this speaker, an actor", "france")]
OnBehalfOfQuery = Annotated[
    str | None, _id_query("those said for this actor by an unnamed source", "french-presidency")
]
ActorKindQuery = Annotated[
    ActorKind | None, Query(description="Only actors of this kind.", examples=["state"])
]
MentionKindQuery = Annotated[
    MentionKind | None, Query(description="Only mentions of this kind.", examples=["metonym"])
]
QuoteKindQuery = Annotated[
    QuoteKind | None, Query(description="Only quotes of this kind.", examples=["direct"])
]
ChangedQuery = Annotated[
    Changed | None, Query(description="Only what became of these.", examples=["quote"])
]
ChangeKindQuery = Annotated[
    ChangeKind | None, Query(description="Only changes of this kind.", examples=["reworded"])
]
AttributedQuery = Annotated[
    bool | None,
    PlainBoolean,
    Query(description="Only quotes with a speaker, or only those without.", examples=[True]),
]
SearchQuery = Annotated[
    str | None,
    Query(
        min_length=1,
        max_length=400,
        pattern=r"^[^\x00]*$",
        description='Only those with all these words: words, "phrases", beginnings*; '
        "case and accents do not count.",
        examples=["supervis*"],
    ),
]
SortQuery = Annotated[
    Literal["newest", "relevance"],
    Query(
        description="`relevance` takes the newest 1,000 that `q` finds, the best first; without "
        "`q` nothing is more relevant than another.",
        examples=["relevance"],
    ),
]


def _date_query(which: str, example: str) -> Any:
    return Query(
        pattern=r"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$",
        description=f"Only those published {which}, a date; those without a date are left out.",
        examples=[example],
    )


SinceQuery = Annotated[str | None, _date_query("on this day or later", "2020-10-01")]
UntilQuery = Annotated[str | None, _date_query("on this day or before", "2020-10-31")]
UnitQuery = Annotated[
    Unit,
    Query(
        description="What offsets count, those given and those answered: code points, or UTF-16 "
        "code units as JavaScript and Java do.",
        examples=["codepoint"],
    ),
]


def _span_query(what: str, example: str) -> Any:
    return Query(
        pattern="^[0-9]{1,9},[0-9]{1,9}$",
        description=f"{what}: start and end, the end exclusive. Where start is not before end, or "
        "both are beyond the text, that is nothing.",
        examples=[example],
    )


OverlapsQuery = Annotated[
    str | None, _span_query("Only those that share a character with this span", "2083,2144")
]
CharQuery = Annotated[str | None, _span_query("Only this span of the text (RFC 5147)", "0,100")]
NumberPath = Annotated[
    int,
    Field(ge=1, le=1_000_000_000),
    PlainNumber,
    Path(description="The paragraph's number, from 1.", examples=[10]),
]

_CURSOR = Query(
    pattern="^[0-7][0-9a-f]{15}$",
    description="Where the page begins: taken from `next` of the page before.",
    examples=["0000000000000014"],
)


def _page(
    limit: Annotated[
        int,
        Field(ge=1, le=100),
        PlainNumber,
        Query(description="How many items a page has at most.", examples=[20]),
    ] = 20,
    cursor: Annotated[str | None, _CURSOR] = None,
) -> Page:
    return Page(limit, None if cursor is None else int(cursor, 16))


PageDep = Annotated[Page, Depends(_page)]


def _base_url(request: Request) -> str:
    return str(request.app.state.settings.base_url)


BaseUrlDep = Annotated[str, Depends(_base_url)]


def _base(request: Request) -> str:
    return str(request.app.state.settings.base_path)


BaseDep = Annotated[str, Depends(_base)]
