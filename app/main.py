"""The web application, wired."""

from fastapi import Depends, FastAPI

from app import __version__
from app.api import actors, articles, quotes, root
from app.api.deps import refuse_unknown_parameters
from app.api.methods import Methods
from app.api.problems import handle_problems
from app.settings import Settings, load_settings
from app.store.engine import reader


def create_app(settings: Settings | None = None) -> FastAPI:
    """The application over the store of the settings, which it never creates or migrates.

    Without settings, those of the environment. Raises SettingError.
    """
    settings = settings or load_settings()
    app = FastAPI(
        title="Onrecord",
        version=__version__,
        dependencies=[Depends(refuse_unknown_parameters)],
        redirect_slashes=False,  # a redirect would copy the Host header
    )
    app.state.settings = settings
    app.state.read = reader(settings.store)
    for noun in (quotes, articles, actors, root):  # matching is linear: what is asked most first
        app.include_router(noun.router)
    app.add_middleware(Methods, routes=app.routes)
    handle_problems(app)
    return app
