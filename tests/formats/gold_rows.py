"""All that the store knows of a gold article, as the queries give it."""

from dataclasses import dataclass
from pathlib import Path

from app.formats.webannotation import AnnotatedText
from app.store.engine import reader
from app.store.queries import actors, articles, mentions, quotes
from app.store.queries.paging import Page, Row
from app.store.queries.quotes import QuoteFilters
from tests.formats.json_ld import BASE_URL

ALL = Page(limit=1_000)


@dataclass(frozen=True)
class GoldRows:
    article: Row
    text: str
    actors: dict[str, Row]
    mentions: list[Row]
    quotes: list[Row]

    @property
    def annotated_text(self) -> AnnotatedText:
        return AnnotatedText(BASE_URL, self.text, self.article["annotator"], self.actors)


def gold_rows(store: Path) -> list[GoldRows]:
    """The rows of every gold article."""
    with reader(store)() as session:
        return [
            GoldRows(
                article=article,
                text=articles.get_text(session, article["key"]),
                actors={
                    row["id"]: row
                    for row in actors.list_actors_of(session, ALL, article["key"]).rows
                },
                mentions=mentions.list_mentions(session, ALL, article["key"]).rows,
                quotes=quotes.list_quotes_of(session, ALL, article["key"], QuoteFilters()).rows,
            )
            for article in articles.list_articles(session, ALL).rows
        ]
