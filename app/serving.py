"""Running the web application: one socket, one or more processes."""

import asyncio
import os
import resource
import signal
import socket
import sys
from functools import partial

import uvicorn
from uvicorn.config import LOGGING_CONFIG
from uvicorn.supervisors import Multiprocess

from app.api import logbook
from app.errors import SettingError
from app.protocol import GuardedProtocol
from app.settings import PREFIX, Settings

_OTHER_FILES = 256  # that a process opens beside its connections: the store's, most of all
_UNSENT_BYTES = 131072  # the kernel would keep megabytes for a client that takes no answer
_KNOCK_SECONDS = 0.1  # for a request that was sent before SIGTERM to be read
_FINISH_SECONDS = 8  # for requests under way at SIGTERM: whoever sent it kills after ten


def listen(settings: Settings) -> socket.socket:
    """The socket to serve on, and leave to hold as many connections as are to be.

    Raises SettingError where they cannot be had: a port in use, too few files allowed.
    """
    _allow_files(settings.max_connections + _OTHER_FILES)
    try:
        listener = socket.create_server(
            (settings.host, settings.port),
            family=socket.AF_INET6 if ":" in settings.host else socket.AF_INET,
            backlog=2048,
        )
        listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NOTSENT_LOWAT, _UNSENT_BYTES)
    except OSError as error:
        reason = os.strerror(error.errno) if error.errno and error.errno > 0 else error
        raise SettingError(f"cannot listen on {settings.host}:{settings.port}: {reason}") from None
    return listener


def _allow_files(wanted: int) -> None:
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if resource.RLIM_INFINITY != hard < wanted:
        variable = f"{PREFIX}MAX_CONNECTIONS"
        raise SettingError(f"{variable}: {wanted} open files are needed, {hard} allowed here")
    resource.setrlimit(resource.RLIMIT_NOFILE, (max(soft, wanted), hard))


class Server(uvicorn.Server):
    """uvicorn's closes the door on whoever has knocked but is not let in yet; this one does not."""

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Looks at the door once more, and then does what uvicorn does."""
        await asyncio.sleep(_KNOCK_SECONDS)
        await super().shutdown(sockets)


def run(settings: Settings, listener: socket.socket) -> None:
    """Serves until SIGTERM or SIGINT.

    The application is named and not passed, because every worker makes its own; it reads the
    settings where they are handed on, in the environment. A server that is told to end has done all
    that was asked of it, so SIGTERM ends it with exit code 0.
    """
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    for name, value in settings.model_dump(mode="json", exclude_none=True).items():
        os.environ[PREFIX + name.upper()] = str(value)
    config = uvicorn.Config(
        "app.main:create_lasting_app",
        factory=True,
        workers=settings.workers,
        loop="uvloop",
        http=partial(GuardedProtocol, settings=settings),  # type: ignore[arg-type]  # called only
        ws="none",
        lifespan="off",
        log_config=logbook.CONFIG if settings.log == "json" else LOGGING_CONFIG,
        access_log=False,  # costs more than the answers
        log_level="error",  # a warning a malformed request: anybody could fill a disk with them
        proxy_headers=False,
        server_header=False,
        timeout_graceful_shutdown=_FINISH_SECONDS,
    )
    if settings.workers > 1:
        Multiprocess(config, sockets=[listener]).run()
    else:
        Server(config).run(sockets=[listener])
