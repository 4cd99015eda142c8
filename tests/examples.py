"""The answers of the founding article that the OpenAPI document shows.

`python -m tests.examples` writes app/api/examples.json anew.
"""

import json
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Any

from fastapi.testclient import TestClient
from httpx2 import Response

from app.cli.serving import FOUNDING_ARTICLE
from app.main import create_app
from app.seeding import seed_article
from app.settings import Settings
from app.store.engine import writer
from app.store.migrating import migrate
from app.text.reading import SourceText

EXAMPLES = Path(__file__).parents[1] / "app" / "api" / "examples.json"
ARTICLE = "/articles/fearing-the-turkish-role-france-wants-international-ff9f55"
ADDRESSES = {
    "get_root": "/",
    "get_health": "/health",
    "get_readiness": "/ready",
    "list_articles": "/articles",
    "get_article": ARTICLE,
    "get_text": f"{ARTICLE}/text",
    "get_version_text": f"{ARTICLE}/versions/ff9f551b7f12/text?char=0,100",
    "list_versions": f"{ARTICLE}/versions",
    "get_version": f"{ARTICLE}/versions/ff9f551b7f12",
    "list_version_paragraphs": f"{ARTICLE}/versions/ff9f551b7f12/paragraphs?limit=2",
    "list_version_mentions": f"{ARTICLE}/versions/ff9f551b7f12/mentions?limit=2",
    "list_version_quotes": f"{ARTICLE}/versions/ff9f551b7f12/quotes?speaker=france",
    "list_paragraphs": f"{ARTICLE}/paragraphs?limit=2",
    "get_paragraph": f"{ARTICLE}/paragraphs/10",
    "list_article_actors": f"{ARTICLE}/actors?limit=2",
    "list_article_mentions": f"{ARTICLE}/mentions?actor=turkey&kind=metonym&limit=2",
    "list_article_quotes": f"{ARTICLE}/quotes?limit=2",
    "locate_in_article": f"{ARTICLE}/locate?exact=%22We+want+the+Minsk+group+to+play+its+part"
    "+...+the+monitoring%22",
    "list_annotations": f"{ARTICLE}/annotations/?iris=1",
    "locate_everywhere": "/locate?exact=Paris+accuses+Ankara+of+%22fueling+the+crisis%22",
    "list_actors": "/actors?kind=state&limit=2",
    "get_actor": "/actors/france",
    "list_quotes": "/quotes?speaker=france&q=fuel*",
}
STREAMED = (
    "list_articles",
    "list_article_mentions",
    "list_article_quotes",
    "list_version_mentions",
    "list_version_quotes",
    "list_actors",
    "list_quotes",
)


REPEATING = SourceText(
    "repeating.txt",
    b'Paris repeats its charge\n\nParis accuses Ankara of "fueling the crisis in the Caucasus,"'
    b" and expects an answer.\n",
)


def edited(source_text: SourceText) -> SourceText:
    text = source_text.article.replace("the Turkish role", "Turkey’s role")
    text = text.replace("fueling the crisis in the", "stoking the crisis in the South")
    return replace(source_text, utf_8=text.encode())


def make_examples(store: Path) -> dict[str, Any]:
    """What a server with the founding article alone answers at each operation.

    It has a second version, which is not current and says what a change looks like; and for one
    answer there is another article, which repeats a quote.
    """
    migrate(store)
    source_text = SourceText(FOUNDING_ARTICLE.name, FOUNDING_ARTICLE.read_bytes())
    with writer(store)() as session:
        article = seed_article(session, source_text).article
        seed_article(session, edited(source_text), article)
        seed_article(session, source_text, article)
        session.commit()
    with TestClient(create_app(Settings(store=store))) as client:
        answers = {name: client.get(address) for name, address in ADDRESSES.items()}
        for name in STREAMED:
            address, _, query = ADDRESSES[name].partition("?")
            for suffix in (".csv", ".ndjson"):
                answers[name + suffix] = client.get(f"{address}{suffix}?{query}")
        quote = answers["list_quotes"].json()["items"][0]["links"]["self"]
        with writer(store)() as session:
            seed_article(session, REPEATING)
            session.commit()
        answers["get_quote"] = client.get(quote)
        answers["get_quote.jsonld"] = client.get(f"{quote}.jsonld")
        answers["get_article.jsonld"] = client.get(f"{ARTICLE}.jsonld")
        annotation = quote.replace("/quotes/", f"{ARTICLE}/annotations/")
        answers["get_annotation"] = client.get(annotation)
        newest = answers["list_versions"].json()["items"][0]["links"]
        answers["list_version_changes"] = client.get(f"{newest['changes']}?kind=reworded")
    return {name: _body(answer) for name, answer in answers.items()}


def _body(answer: Response) -> Any:
    media_type = answer.headers["content-type"].partition(";")[0]
    return answer.json() if media_type.endswith(("/json", "+json")) else answer.text


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        examples = make_examples(Path(folder) / "examples.db")
    text = json.dumps(examples, ensure_ascii=False, indent=1)
    EXAMPLES.write_text(text + "\n", encoding="utf-8")
