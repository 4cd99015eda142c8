"""Which format a client wants: by suffix, or by Accept (RFC 9110, section 12.5.1)."""

from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from fastapi import Request
from fastapi.routing import APIRoute
from starlette.exceptions import HTTPException

from app.formats import FORMATS, Format

Formats = tuple[Format, ...]

ACCEPT_LENGTH = 4096  # characters; what is longer is no list that a client means
# One media type, one format: by what a route declares it is known what it can answer in.
_BY_MEDIA_TYPE = {format.declared: format for format in FORMATS.values()}


def offers(*names: str) -> dict[int | str, dict[str, Any]]:
    """What a route that minds Accept declares as its `responses`: the formats it has beside that of
    its response class, in the order in which they are preferred where a client does not care.
    """
    return {
        200: {"content": {FORMATS[name].declared: {} for name in names}},
        406: {"description": "None of the media types in Accept is to be had."},
    }


TABLES = offers("csv", "ndjson")  # of a list: whole and unpaged


def negotiate(request: Request) -> None:
    """Every route: the format to answer in (`chosen`), and the first `headers` of the answer, both
    kept in the request's state.

    Raises HTTPException: 404 where the suffix asks for another, 406 where Accept allows none.
    """
    offered = offered_by(request)
    suffix = getattr(request.state, "suffix", None)
    chosen = _by_suffix(suffix, offered) if suffix else _by_accept(request, offered)
    request.state.format = chosen
    request.state.headers = {}
    if len(offered) > 1 and not suffix:
        query = request.scope["query_string"].decode("latin-1")
        location = f"{address(request)}.{chosen.suffix}{'?' if query else ''}{query}"
        request.state.headers |= {"Vary": "Accept", "Content-Location": location}


def address(request: Request) -> str:
    """The path that was asked for, without its suffix, as a client has it."""
    return str(request.app.state.settings.base_path) + quote(request.scope["path"])


def chosen(request: Request) -> Format:
    """The format to answer in."""
    format: Format = request.state.format
    return format


def offered_by(request: Request) -> Formats:
    """The formats its route declares; the first is for whoever does not care."""
    formats: Formats = request.scope["route"].formats
    return formats


def formats_of(route: APIRoute) -> Formats:
    """The same of a route."""
    declared = route.responses.get(200, {}).get("content", {})
    media_types = [str(getattr(route.response_class, "media_type", None)), *declared]
    return tuple(dict.fromkeys(_BY_MEDIA_TYPE.get(each, FORMATS["json"]) for each in media_types))


def _by_suffix(suffix: str, offered: Formats) -> Format:
    for format in offered:
        if format.suffix == suffix:
            return format
    raise HTTPException(404)


def _by_accept(request: Request, offered: Formats) -> Format:
    accept = request.headers.get("accept", "*/*")
    if accept == "*/*" or 406 not in request.scope["route"].responses:
        return offered[0]
    wanted = [_parse(part) for part in accept[:ACCEPT_LENGTH].split(",")]
    best = max(offered, key=lambda one: _quality(one, wanted))
    if _quality(best, wanted) <= 0:
        types = ", ".join(format.media_type for format in offered)
        raise HTTPException(406, f"This is to be had as: {types}.")
    return best


def _parse(part: str) -> tuple[str, float]:
    """A media range and its weight; what is malformed weighs nothing."""
    media_range, *parameters = (piece.strip().lower() for piece in part.split(";"))
    weight = next((piece[2:] for piece in parameters if piece.startswith("q=")), "1")
    try:
        return media_range, float(weight)
    except ValueError:
        return media_range, 0.0


def _quality(format: Format, wanted: Sequence[tuple[str, float]]) -> float:
    """The weight of the most specific range that fits."""
    kind = format.media_type.partition(";")[0]
    for fitting in (kind, format.also, kind.partition("/")[0] + "/*", "*/*"):
        for media_range, weight in wanted:
            if media_range == fitting:
                return weight
    return 0.0
