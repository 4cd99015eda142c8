"""Locating in a large store beside a trivial query, in the same run.

    python -m tests.benchmarks.locating STORE [ARTICLES]

fills STORE with made-up articles where it is not there, and prints milliseconds of processor time
and how many times those of getting an article by its id, medians of interleaved rounds.
"""

import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

from app.comparing.asking import ask
from app.comparing.normalizing import fold
from app.store.engine import Session, reader
from app.store.queries.articles import count_articles, get_article, get_text
from app.store.queries.locating import locate_everywhere
from tests.benchmarks.generating import COMMONEST, fill

ROUNDS = 15
TRIVIAL = "an article by its id"


def asked_of(text: str) -> dict[str, str]:
    """What fact-checkers ask, and what tries the search most; the text is one of the store."""
    quote = text[text.index("“") + 1 : text.index("”")]
    words = quote.split()
    altered = " ".join(["elephants", *words[1:9], "...", *words[11:]])
    body = fold(text)
    return {
        "a quote": quote,
        "a quote with its name and cue": f'The minister told us: "{quote}"',
        "a quote, one word wrong, some left out": altered,
        "2,000 characters": text[-2_000:],
        "2,000 characters, many words wrong": text[-2_000:].replace(" of ", " from "),
        "the commonest word": COMMONEST,
        "two common words": "of the",
        "common words that stand nowhere in a row": "the of and to in is that was he it",
        "300 of the commonest words": "the of to and a in that is was for " * 30,
        "300 words of a text in another order": " ".join(sorted(body.folded)[:300])[:2_000],
        "one word": body.folded[150],
        "a word of no text": "xyzzy",
        "2,000 quotation marks": '"' * 2_000,
        "1,000 letters and ellipses": "a…" * 1_000,
    }


def runs(store: Path) -> dict[str, Callable[[Session], object]]:
    """What is timed, by its name."""
    with reader(store)() as session:
        middle = count_articles(session) // 2
        questions = asked_of(get_text(session, middle))
        statement = "SELECT slug FROM article WHERE id = ?"
        (slug,) = session.execute(statement, (middle,)).fetchone()
    located = {
        name: lambda session, exact=exact: locate_everywhere(session, ask(exact))
        for name, exact in questions.items()
    }
    return {TRIVIAL: lambda session: get_article(session, slug), **located}


def main(store: Path, articles: int) -> None:
    if not store.exists():
        fill(store, range(articles))
    read, timed = reader(store), runs(store)
    seconds: dict[str, list[float]] = {name: [] for name in timed}
    for _ in range(ROUNDS):
        for name, run in timed.items():
            with read() as session:
                started = time.process_time()
                run(session)
                seconds[name].append(time.process_time() - started)
    medians = {name: statistics.median(times) for name, times in seconds.items()}
    for name, median in medians.items():
        print(f"{median * 1e3:8.2f} ms {median / medians[TRIVIAL]:7.1f} times  {name}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 20_000)
