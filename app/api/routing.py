"""The class of every route: a signature as FastAPI reads it, answered in one go.

FastAPI itself validates what is not given too, awaits each dependency, and changes to a thread for
the function and once more for its answer: most of what an answer costs that is not in memory. Here
what is given is validated, and dependencies, function and answer share one change of thread. The
signatures, and the OpenAPI document that is made of them, stay FastAPI's.
"""

from asyncio import get_running_loop
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from inspect import iscoroutinefunction, isgeneratorfunction
from typing import Any

from fastapi import Request, Response
from fastapi.datastructures import DefaultPlaceholder
from fastapi.dependencies.models import Dependant
from fastapi.exceptions import RequestValidationError
from fastapi.routing import APIRoute
from pydantic_core import to_json

from app.api.negotiation import formats_of, negotiate
from app.store.engine import READERS

# A change of thread and back by the framework's own library takes half as long again.
_THREADS = ThreadPoolExecutor(READERS, "answering")

Values = dict[str, Any]
Fields = dict[str, Any]  # FastAPI's own, which are no part of its interface
Errors = list[dict[str, Any]]


class Route(APIRoute):
    """Answers GET. Its dependencies wait for nothing: plain functions, and generators around the
    answer, each called once for a request. A function that is no `async def` has a thread.
    """

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """What answers a request; raises RequestValidationError, HTTPException."""
        self.formats = formats_of(self)
        parameters, function = _Parameters(self.dependant), _Function(self.dependant)
        waits = iscoroutinefunction(self.endpoint)

        def respond(answer: Any, asked: _Asked) -> Response:
            if isinstance(answer, Response):
                return answer
            headers = asked.request.state.headers
            if not isinstance(self.response_class, DefaultPlaceholder):
                return self.response_class(answer, headers=headers)
            return Response(to_json(answer), headers=headers, media_type="application/json")

        def in_thread(asked: _Asked) -> Response:
            with asked:
                return respond(function(asked), asked)

        async def handle(request: Request) -> Response:
            asked = _Asked(request, parameters.read(request))
            negotiate(request)
            if not waits:
                return await get_running_loop().run_in_executor(_THREADS, in_thread, asked)
            with asked:
                return respond(await function(asked), asked)

        return handle


class _Asked(ExitStack):
    """One request, its parameters, and what functions have made of them; ends what they began."""

    def __init__(self, request: Request, given: Values) -> None:
        super().__init__()
        self.request = request
        self.given = given
        self.solved: dict[Callable[..., Any], Any] = {}


class _Function:
    """A function of a signature: the route's own, or one that it depends on."""

    def __init__(self, dependant: Dependant) -> None:
        call: Any = dependant.call
        self.declared: Callable[..., Any] = call
        self._opens = isgeneratorfunction(call)
        self._call: Callable[..., Any] = contextmanager(call) if self._opens else call
        fields = (*dependant.path_params, *dependant.query_params, *dependant.header_params)
        self._parameters = [(field.name, field.alias) for field in fields]
        self._needed = [(needed.name, _Function(needed)) for needed in dependant.dependencies]
        self._request = dependant.request_param_name

    def __call__(self, asked: _Asked) -> Any:
        """Its result for a request."""
        arguments = {name: asked.given[alias] for name, alias in self._parameters}
        for name, needed in self._needed:
            if needed.declared not in asked.solved:
                asked.solved[needed.declared] = needed(asked)
            if name is not None:
                arguments[name] = asked.solved[needed.declared]
        if self._request is not None:
            arguments[self._request] = asked.request
        result = self._call(**arguments)
        return asked.enter_context(result) if self._opens else result


class _Parameters:
    """The parameters of a signature, those of its dependencies included."""

    def __init__(self, dependant: Dependant) -> None:
        self._in: dict[str, Fields] = {"path": {}, "query": {}, "header": {}}
        self._collect(dependant)
        self._defaults = {
            name: field.get_default()
            for fields in self._in.values()
            for name, field in fields.items()
            if not field.field_info.is_required()
        }

    def _collect(self, dependant: Dependant) -> None:
        for within, fields in self._in.items():
            fields |= {field.alias: field for field in getattr(dependant, f"{within}_params")}
        for needed in dependant.dependencies:
            self._collect(needed)

    def read(self, request: Request) -> Values:
        """Their values by the names in the address. Raises RequestValidationError.

        A parameter that is not known, or given twice, is an error and not ignored: whoever
        misspells a filter would otherwise take everything for what they asked for.
        """
        query = request.query_params
        errors = self._unknown(query.multi_items())
        values = dict(self._defaults)
        given = {"path": request.path_params, "query": query, "header": request.headers}
        for within, fields in self._in.items():
            self._validate(within, fields, given[within], values, errors)
        if errors:
            raise RequestValidationError(errors)
        return values

    def _unknown(self, query: list[tuple[str, str]]) -> Errors:
        known, names = self._in["query"], [name for name, _ in query]
        return [
            {
                "loc": ("query", name),
                "msg": "given twice" if name in known else "unknown parameter",
            }
            for name in dict.fromkeys(names)
            if name not in known or names.count(name) > 1
        ]

    def _validate(
        self, within: str, fields: Fields, given: Any, values: Values, errors: Errors
    ) -> None:
        for name, field in fields.items():
            if name in given:
                value, faults = field.validate(given[name], {}, loc=(within, name))
                values[name] = value
                errors += faults
            elif name not in values:
                errors.append({"loc": (within, name), "msg": "Field required"})
