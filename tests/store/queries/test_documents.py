from pathlib import Path

from app.identity import article_id
from app.store.engine import reader
from app.store.queries.articles import get_article
from app.store.queries.documents import get_document
from app.store.queries.mentions import list_mentions
from app.store.queries.paging import Page
from app.store.queries.quotes import QuoteFilters, list_quotes_of
from tests.gold import gold_document
from tests.test_gold import each_article


@each_article
def test_a_stored_document_is_the_one_that_was_stored(gold_store: Path, article: str) -> None:
    annotated = gold_document(article)
    with reader(gold_store)() as session:
        version = get_article(session, article_id(annotated.document))["key"]
        found = get_document(session, version)
        mentions = list_mentions(session, Page(100), version).rows
        quotes = list_quotes_of(session, Page(100), version, QuoteFilters()).rows
    assert found.annotated == annotated
    assert found.mention_ids == tuple(row["id"] for row in mentions)
    assert found.quote_ids == tuple(row["id"] for row in quotes)
