"""The web application, wired."""

import gc

from fastapi import FastAPI

from app.api import actors, annotations, articles, docs, locating, quotes, root, versions
from app.api.caching import Caching
from app.api.compressing import compressed
from app.api.contract import describe
from app.api.gate import Gate
from app.api.headers import Headers
from app.api.logbook import Logbook
from app.api.methods import Methods
from app.api.problems import handle_problems
from app.api.suffixes import Suffixes
from app.settings import Settings, load_settings
from app.store.engine import Generation, reader

# Matching is linear: the hot ones first.
NOUNS = (
    quotes,
    articles,
    versions,
    annotations,
    locating,
    actors,
    root,
    docs,
)


def create_app(settings: Settings | None = None) -> FastAPI:
    """The application over the store of the settings, which it never creates or migrates.

    Without settings, those of the environment. Raises SettingError.
    """
    settings = settings or load_settings()
    app = FastAPI(
        docs_url=None,  # FastAPI's own page loads from elsewhere
        redoc_url=None,
        routes=[*(route for noun in NOUNS for route in noun.router.routes), *docs.MOUNTS],
        redirect_slashes=False,  # a redirect would copy the Host header
        telemetry={"tracing": False, "metrics": False, "logs": False},  # asking costs each request
    )
    app.state.settings = settings
    app.state.read = reader(settings.store, settings.query_seconds)
    handle_problems(app)
    describe(app, settings.base_path)
    # Around the framework's own layers, so that even its answer to what nobody foresaw goes through
    # these; the outermost stands first.
    app.state.generation = Generation(settings.store)
    layers = Caching(
        Headers(Gate(compressed(Suffixes(Methods(app.build_middleware_stack(), app.routes))))),
        app.state.generation,
        settings.cache_bytes,
    )
    if settings.log == "json":
        app.middleware_stack = Logbook(layers)
    else:
        app.middleware_stack = layers
        app.state.at_once = layers.at_once  # past all layers, so not where one notes each request
    return app


def create_lasting_app() -> FastAPI:
    """The application of a process, which keeps it to its end: the garbage collector need not look
    through it again and again, while nobody is answered.
    """
    app = create_app()
    gc.collect()
    gc.freeze()
    return app
