"""Annotation beside spaCy's blank English pipeline, over the same text in the same run.

    python -m tests.benchmarks annotating

prints megabytes a second of one core and their ratio, medians of interleaved rounds. spaCy, where
it is installed, tokenizes, ends sentences and matches the lexicon's names of states (EntityRuler).
"""

import statistics
import time
from collections.abc import Callable, Iterator

from app.annotator.lexicon import load_lexicon
from app.annotator.pipeline import annotate
from app.text.splitting import build_plain_document
from tests.test_gold import ARTICLES, load_gold

ROUNDS = 7
TEXTS = [load_gold(article).document.text for article in ARTICLES] * 40


def onrecord() -> Callable[[], None]:
    lexicon = load_lexicon()

    def run() -> None:
        for text in TEXTS:
            annotate(build_plain_document(text), lexicon, "an-article")

    return run


def spacy_pipeline() -> Callable[[], None]:
    import spacy  # noqa: PLC0415  # a yardstick, installed by whoever wants it

    pipeline = spacy.blank("en")
    pipeline.add_pipe("sentencizer")
    names = [actor.name for actor in load_lexicon().names.actors.values()]
    ruler = pipeline.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": "ACTOR", "pattern": name} for name in names])

    def run() -> None:
        for text in TEXTS:
            pipeline(text)

    return run


def candidates() -> Iterator[tuple[str, Callable[[], None]]]:
    yield "onrecord", onrecord()
    try:
        yield "spacy blank + sentencizer + entity_ruler", spacy_pipeline()
    except ModuleNotFoundError:
        print("spaCy is not installed: no ratio")


def main(_arguments: list[str]) -> None:
    runs = dict(candidates())
    seconds: dict[str, list[float]] = {name: [] for name in runs}
    for _ in range(ROUNDS):
        for name, run in runs.items():
            started = time.process_time()
            run()
            seconds[name].append(time.process_time() - started)
    size = sum(len(text.encode()) for text in TEXTS) / 1e6
    rates = {name: size / statistics.median(times) for name, times in seconds.items()}
    for name, rate in rates.items():
        print(f"{name}: {rate:.2f} MB/s, {rate / rates['onrecord']:.2f} of onrecord")
