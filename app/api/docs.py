"""The docs page and what it loads; all of it from packages, nothing from the network."""

import mimetypes
from pathlib import Path

from fastapi import APIRouter
from fastapi.responses import HTMLResponse, Response
from starlette.routing import Mount
from starlette.staticfiles import PathLike, StaticFiles

from app import pages
from app.api.deps import BaseDep
from app.api.headers import PAGE_POLICY
from app.api.routing import Route

router = APIRouter(route_class=Route, include_in_schema=False)


@router.get("/docs", response_class=HTMLResponse)
async def get_docs(base: BaseDep) -> HTMLResponse:
    """The OpenAPI document as a page to read and to try."""
    page = pages.render("docs.html", base=base, q=None)
    return HTMLResponse(page, headers={"Content-Security-Policy": PAGE_POLICY})


class Files(StaticFiles):
    """Files of a package, each answered whole: what goes for every answer goes for them."""

    def file_response(self, full_path: PathLike, *_: object, **__: object) -> Response:
        """The file, to be kept for an hour: it changes only with the program."""
        media_type = mimetypes.guess_type(full_path)[0]
        headers = {"Cache-Control": "public, max-age=3600"}
        return Response(Path(full_path).read_bytes(), media_type=media_type, headers=headers)


MOUNTS = (
    Mount("/docs/assets", Files(packages=[("fastapi_swagger", "resources")])),
    Mount("/static", Files(directory=pages.STATIC)),
)
