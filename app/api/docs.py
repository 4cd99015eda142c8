"""The docs page and what it loads; all of it from packages, nothing from the network."""

from fastapi import APIRouter
from fastapi.responses import HTMLResponse
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles

from app import pages
from app.api.deps import BaseDep
from app.api.headers import PAGE_POLICY

router = APIRouter(include_in_schema=False)


@router.get("/docs", response_class=HTMLResponse)
async def get_docs(base: BaseDep) -> HTMLResponse:
    """The OpenAPI document as a page to read and to try."""
    page = pages.render("docs.html", base=base)
    return HTMLResponse(page, headers={"Content-Security-Policy": PAGE_POLICY})


MOUNTS = (
    Mount("/docs/assets", StaticFiles(packages=[("fastapi_swagger", "resources")])),
    Mount("/static", StaticFiles(directory=pages.STATIC)),
)
