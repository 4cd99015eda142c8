"""The versions of an article: each keeps its address."""

from fastapi import APIRouter
from fastapi.responses import PlainTextResponse

from app.api.deps import CharQuery, SessionDep, UnitQuery, VersionDep
from app.api.units import cut_text

router = APIRouter(prefix="/articles/{article}/versions/{v}", tags=["articles"])


@router.get("/text", response_class=PlainTextResponse, operation_id="get_version_text")
def get_version_text(
    session: SessionDep,
    version: VersionDep,
    char: CharQuery = None,
    unit: UnitQuery = "codepoint",
) -> str:
    """The text of one version, which never changes."""
    return cut_text(session, version["key"], char, unit)
