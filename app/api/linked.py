"""Answers as linked data of schema.org, where a route's chosen format is that."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Request, Response
from fastapi.responses import JSONResponse

from app.api.negotiation import chosen
from app.formats import FORMATS, schemaorg
from app.store.engine import Session
from app.store.queries import actors, articles, quotes
from app.store.queries.paging import Row

_FORMAT = FORMATS["schemaorg"]


@dataclass(frozen=True, slots=True)
class Linked:
    """Whether linked data is `wanted`, and how to answer with it."""

    wanted: bool
    base_url: str
    headers: dict[str, str]

    def article(self, session: Session, article: Row) -> Response:
        """A row of queries.articles, with its text, actors and quotes."""
        key = article["key"]
        return self._answer(
            schemaorg.news_article(
                article,
                articles.get_text(session, key),
                actors.get_actors_of(session, key),
                quotes.list_all_quotes_of(session, key),
                self.base_url,
            )
        )

    def quote(self, session: Session, quote: Row) -> Response:
        """A row of queries.quotes."""
        speaker = quote["speaker"]
        known = {speaker: actors.get_actor(session, speaker)} if speaker else {}
        return self._answer(schemaorg.quotation(quote, known, self.base_url))

    def _answer(self, node: schemaorg.Json) -> Response:
        return JSONResponse(node, headers=self.headers, media_type=_FORMAT.media_type)


def _linked(request: Request) -> Linked:
    base_url = request.app.state.settings.base_url
    return Linked(chosen(request) is _FORMAT, base_url, request.state.headers)


LinkedDep = Annotated[Linked, Depends(_linked)]
