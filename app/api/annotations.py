"""W3C Web Annotation Protocol (2017), for reading: an article's annotations as a container."""

from typing import Annotated, Any, Literal

from fastapi import APIRouter, Header, Query, Response
from fastapi.responses import JSONResponse
from pydantic import Field

from app.api.deps import (
    AnnotationPath,
    ArticlePath,
    BaseUrlDep,
    PlainNumber,
    SessionDep,
)
from app.api.methods import ALLOWED
from app.api.negotiation import offers
from app.api.preferring import included
from app.api.routing import Route
from app.errors import NotFoundError
from app.formats import FORMATS, webannotation
from app.formats.webannotation import AnnotatedText, Container, Json
from app.store.engine import Session
from app.store.queries.actors import get_actors_of
from app.store.queries.annotations import get_annotated, list_annotated
from app.store.queries.articles import get_article, get_text, get_version
from app.store.queries.paging import Row

PAGE_SIZE = 100

_MEDIA_TYPE = FORMATS["webannotation"].media_type
_LDP, _OA = "http://www.w3.org/ns/ldp#", "http://www.w3.org/ns/oa#"
_MINIMAL = f"{_LDP}PreferMinimalContainer"
_IRIS = f"{_OA}PreferContainedIRIs"
_DESCRIPTIONS = f"{_OA}PreferContainedDescriptions"
# Protocol, sections 3.1, 4.1 and 4.3: what these resources are, and which rules they keep.
_OF_RESOURCE = {"Link": f'<{_LDP}Resource>; rel="type"', "Allow": ALLOWED, "Vary": "Accept"}
_OF_CONTAINER = {
    "Link": f'<{_LDP}BasicContainer>; rel="type",'
    f' <http://www.w3.org/TR/annotation-protocol/>; rel="{_LDP}constrainedBy"',
    "Allow": ALLOWED,
    "Vary": "Accept, Prefer",
}


class _AnnotationResponse(JSONResponse):
    media_type = _MEDIA_TYPE


def _object(description: str) -> dict[int | str, dict[str, Any]]:
    schema = {"type": "object", "description": description}
    return {**offers(), 200: {"content": {_MEDIA_TYPE: {"schema": schema}}}}


router = APIRouter(
    route_class=Route,
    prefix="/articles/{article}/annotations",
    tags=["annotations"],
    default_response_class=_AnnotationResponse,
)

PageQuery = Annotated[
    int | None,
    Field(ge=0, le=1_000_000_000),
    PlainNumber,
    Query(description="A page of the container, from 0; without it the container.", examples=[0]),
]
IrisQuery = Annotated[
    Literal["0", "1"],
    Query(description="1 for the IRIs of annotations, 0 for all of each.", examples=["0"]),
]
PreferHeader = Annotated[
    str | None,
    Header(
        description="What a container shows of its annotations (Protocol, section 4.2).",
        examples=[f'return=representation;include="{_OA}PreferContainedIRIs"'],
    ),
]


@router.get(
    "/",
    operation_id="list_annotations",
    responses=_object("An AnnotationCollection, or one AnnotationPage of it."),
)
def list_annotations(
    session: SessionDep,
    article: ArticlePath,
    base_url: BaseUrlDep,
    page: PageQuery = None,
    iris: IrisQuery = "0",
    prefer: PreferHeader = None,
) -> Response:
    """Every mention and every quote of an article as W3C Web Annotations: a container to page
    through.
    """
    row = get_article(session, article)
    if page is not None:
        container = _container(base_url, row, iris=iris == "1")
        content = webannotation.outermost(_page(session, row, container, page))
        return _AnnotationResponse(content, headers=_OF_RESOURCE)
    wanted = [iri for iri in included(prefer or "") if iri in (_MINIMAL, _IRIS, _DESCRIPTIONS)]
    of_address = _IRIS if iris == "1" else _DESCRIPTIONS
    contained = next((iri for iri in wanted if iri != _MINIMAL), of_address)
    container = _container(base_url, row, iris=contained == _IRIS)
    minimal = _MINIMAL in wanted or not container.total
    first = None if minimal else _page(session, row, container, 0)
    headers = {**_OF_CONTAINER, "Content-Location": container.id}
    if wanted:  # without its parameters: RFC 7240, section 3
        headers["Preference-Applied"] = "return=representation"
    return _AnnotationResponse(webannotation.collection(container, first), headers=headers)


@router.get(
    "/{id}", operation_id="get_annotation", responses=_object("An Annotation."), name="annotation"
)
def get_annotation(
    session: SessionDep, article: ArticlePath, base_url: BaseUrlDep, id: AnnotationPath
) -> Response:
    """One mention or quote as a W3C Web Annotation, as the newest version has it that has it."""
    row = get_annotated(session, article, id)
    about = _about(session, get_version(session, article, row["version"]), base_url)
    shape = webannotation.mention if "actor" in row else webannotation.quote
    annotation = webannotation.outermost(shape(row, about))
    return _AnnotationResponse(annotation, headers=_OF_RESOURCE)


def _container(base_url: str, article: Row, *, iris: bool) -> Container:
    return Container(
        base_url=base_url,
        article=article["article"],
        label=article["headline"] or article["article"],
        total=article["mentions"] + article["quotes"],
        page_size=PAGE_SIZE,
        iris=iris,
    )


def _page(session: Session, article: Row, container: Container, number: int) -> Json:
    if number * PAGE_SIZE >= container.total:
        raise NotFoundError("page", str(number))
    rows = list_annotated(session, article, number * PAGE_SIZE, PAGE_SIZE)
    if container.iris:
        iris = [
            webannotation.annotation_iri(container.base_url, container.article, row["id"])
            for row in (*rows[0], *rows[1])
        ]
        return webannotation.page(container, number, iris)
    about = _about(session, article, container.base_url)
    mentions = [webannotation.mention(row, about) for row in rows[0]]
    quotes = [webannotation.quote(row, about) for row in rows[1]]
    return webannotation.page(container, number, mentions + quotes)


def _about(session: Session, version: Row, base_url: str) -> AnnotatedText:
    key = version["key"]
    actors = get_actors_of(session, key)
    return AnnotatedText(base_url, get_text(session, key), version["annotator"], actors)
