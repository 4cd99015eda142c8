"""One connection, held to a clock and a measure.

uvicorn's protocol waits for ever for the rest of a request, and for a client to take its answer;
it takes headers of any size, and where connections run short it turns everybody away. This one
ends a connection that its client holds without using it: RFC 9112, section 9.5, leaves that to the
server, and RFC 9110, section 15.5.9, and RFC 6585, section 5, have the words for it.
"""

import asyncio
from collections.abc import Callable
from math import inf
from typing import Any

from starlette.responses import Response
from uvicorn._types import ASGI3Application, HTTPScope
from uvicorn.config import Config
from uvicorn.protocols.http.httptools_impl import (
    STATUS_LINE,
    HttpToolsProtocol,
    RequestResponseCycle,
)
from uvicorn.server import ServerState

from app.api.conditions import Whole, as_lines
from app.api.gate import BODY_BYTES, HEADER_BYTES, PATH_BYTES, QUERY_BYTES
from app.api.headers import add_defaults
from app.api.problems import problem
from app.settings import Settings

# What the gate takes at most, all together; here it counts while it comes in, framing and all.
REQUEST_BYTES = PATH_BYTES + QUERY_BYTES + HEADER_BYTES + BODY_BYTES
_PIECE_BYTES = 1024  # parsed at a time: as many short requests as that holds are in memory together
_LOOK_SECONDS = 1.0  # how often a connection is looked at; deadlines are kept to that
_LINGER_SECONDS = 1.0  # for a client to read why: to close on what it still sends would tear it up


def _nothing(_: HTTPScope) -> None:
    """Of an application that keeps no answers."""


class GuardedProtocol(HttpToolsProtocol):
    """uvicorn's protocol with a deadline on the client, a bound on a request and on connections.

    A request, idle or not, and each 64 KiB of an answer have `client_seconds`. Every refusal is
    one problem+json answer, unless one is under way: then that one is finished, and the last.
    """

    # Python finds the attributes of an object with more than thirty much more slowly, and uvicorn's
    # has most of them: these do not count.
    __slots__ = (
        "_at_once", "_clock", "_ended", "_reading_since", "_received", "_settings", "_under_way",
        "_unread", "_writing_since",
    )  # fmt: skip

    def __init__(
        self,
        config: Config,
        server_state: ServerState,
        app_state: dict[str, Any],
        _loop: asyncio.AbstractEventLoop | None = None,
        *,
        settings: Settings,
    ) -> None:
        super().__init__(config, server_state, app_state, _loop)
        self._settings = settings
        state = getattr(config.loaded_app, "state", None)
        self._at_once: Callable[[HTTPScope], Whole | None] = getattr(state, "at_once", _nothing)
        self._ended = False  # what still comes in is not read
        self._unread = b""  # came in, and is not parsed yet
        self._received = 0  # bytes of a request that is not complete
        self._reading_since = inf  # the client is waited for: to send the rest of a request
        self._writing_since = inf  # … or to take some of an answer
        self._under_way: RequestResponseCycle | None = None  # or answered, and no other begun
        self._clock: asyncio.TimerHandle
        self.url = b""  # uvicorn's, which has none before a request begins

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as uvicorn's
        """Begins the clock, and makes room where there is too little."""
        super().connection_made(transport)
        self._reading_since = self.loop.time()
        self._clock = self.loop.call_later(_LOOK_SECONDS, self._look)
        if len(self.connections) > self._settings.max_connections:
            self._make_room()

    def connection_lost(self, exc: Exception | None) -> None:
        """Stops the clock, and the answer under way: uvicorn tells the last of what was asked
        together that nobody listens, and the first one would write on.
        """
        self._clock.cancel()
        if self._under_way is not None:
            self._under_way.disconnected = True
            self._under_way.message_event.set()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Takes what comes in, and no more before that is read."""
        if not self._ended:
            self._unread += data
            self._read()

    def on_response_complete(self) -> None:
        """It is the turn of what was sent together with the request."""
        super().on_response_complete()
        if self._unread and not self.transport.is_closing():
            self._read()

    def _read(self) -> None:
        """Parses what came in, by pieces, until a request waits for another's answer: uvicorn would
        parse all that a client can send, and a request takes a hundred times the memory of its
        bytes. Counts before it parses: a header is not known before its end.
        """
        while self._unread and not self.pipeline:
            piece, self._unread = self._unread[:_PIECE_BYTES], self._unread[_PIECE_BYTES:]
            if self._reading_since == inf:
                self._reading_since = self.loop.time()
            self._received += len(piece)
            super().data_received(piece)
            if self._received > REQUEST_BYTES and not self._ended:
                status = 413 if self._is_in_body() else 431
                self._end(problem(status, f"The request is larger than {REQUEST_BYTES} bytes."))
        if self._unread:
            self.flow.pause_reading()

    def on_message_complete(self) -> None:
        """The request is there: it is the server's turn."""
        self._reading_since = inf
        self._received = 0
        super().on_message_complete()

    def _start_asgi_task(self, cycle: RequestResponseCycle, app: ASGI3Application) -> None:
        """Waits until all that is there to be read is read: what is asked then of the store holds
        for every request among it (caching.Kept.now).
        """
        self._under_way = cycle
        self.loop.call_soon(self._answer, cycle, app)

    def _answer(self, cycle: RequestResponseCycle, app: ASGI3Application) -> None:
        """Sends what is in memory at once; a task and two messages would cost as much again. The
        body is not copied: whoever does not take it would keep a copy of his own.
        """
        may = cycle.keep_alive and not cycle.disconnected and not self.flow.write_paused
        whole = self._at_once(cycle.scope) if may else None
        if whole is None:
            super()._start_asgi_task(cycle, app)
            return
        status, lines, body = whole
        defaults = as_lines(self.server_state.default_headers)
        head = b"".join((STATUS_LINE[status], defaults, lines, b"\r\n"))
        self.transport.writelines((head, body))
        cycle.response_started = cycle.response_complete = True
        cycle.on_response()

    def pause_writing(self) -> None:
        """The client does not take its answer as fast as it is made."""
        self._writing_since = self.loop.time()
        super().pause_writing()

    def resume_writing(self) -> None:
        """It has taken most of what waited for it."""
        self._writing_since = inf
        super().resume_writing()

    def send_400_response(self, msg: str) -> None:  # noqa: ARG002  # uvicorn's name for it
        """The parser gave up; uvicorn would write into an answer that is under way."""
        if len(self.url) > PATH_BYTES + QUERY_BYTES:
            self._end(problem(414, f"The address is longer than {PATH_BYTES + QUERY_BYTES} bytes."))
        else:
            self._end(problem(400, "The request is malformed (RFC 9112)."))

    def _unsupported_upgrade_warning(self) -> None:
        """No other protocol is spoken: the request is answered in this one, and is the last."""
        self._end(problem(400, "What follows an upgrade is not read."))

    def _look(self) -> None:
        self._clock = self.loop.call_later(_LOOK_SECONDS, self._look)
        now = self.loop.time()
        late = now - self._settings.client_seconds
        if self.transport.is_closing():  # when all is written, and it may never be
            self._writing_since = min(self._writing_since, now)
        elif self._is_answering():
            self._reading_since = max(self._reading_since, now)  # nobody waits for the client
        elif self._reading_since < late and self._received == 0:
            self.transport.close()
        elif self._reading_since < late:
            self._end(problem(408, "The rest of the request did not come in time."))
        if self._writing_since < late:
            self.transport.abort()

    def _is_in_body(self) -> bool:
        """A request is handed on when its headers are there; what is read now belongs to it."""
        begun = self.cycle is not None and self.cycle.scope is self.scope
        return begun and self._reading_since < inf

    def _is_answering(self) -> bool:
        return self.cycle is not None and not self.cycle.response_complete

    def _is_waiting(self) -> bool:
        return not (self._is_answering() or self.transport.is_closing())

    def _make_room(self) -> None:
        """Closes what has been waited for longest, so that idle connections keep nobody out."""
        others = [each for each in self.connections if isinstance(each, GuardedProtocol)]
        waiting = [each for each in others if each is not self and each._is_waiting()]
        if waiting:
            min(waiting, key=lambda each: each._reading_since).transport.abort()
        else:
            self._end(problem(503, "Every connection is in use.", headers={"Retry-After": "1"}))

    def _end(self, why: Response) -> None:
        """Reads no more. Says why, where that is no second answer to a request."""
        self._ended, self._unread = True, b""
        if self._is_in_body() and not self.cycle.response_started and not self.pipeline:
            self.cycle.disconnected = True  # whatever it would have been answered
            self.cycle.message_event.set()
        elif self._is_answering():
            self.cycle.keep_alive = False  # the answer under way is the last
            return
        if not (self._is_in_body() and self.cycle.response_complete):
            self._say(why)
        self.transport.write_eof()
        self._clock.cancel()
        self._clock = self.loop.call_later(_LINGER_SECONDS, self.transport.abort)

    def _say(self, answer: Response) -> None:
        answer.headers["Connection"] = "close"
        add_defaults(answer.headers)
        lines = as_lines((*self.server_state.default_headers, *answer.raw_headers))
        status = STATUS_LINE[answer.status_code]
        self.transport.write(b"".join((status, lines, b"\r\n", bytes(answer.body))))
