"""The reading page: an article as a reader would want it, with who says what visible at a glance.

Nothing but the text's own words stands inside its `<article>`: with all tags stripped they are the
text, to the character. Whatever is told about them is in attributes there, which style shows.
"""

from collections.abc import Sequence

from app.pages import STATIC, Row, render
from app.pages.marking import language_of, mark_text
from app.standoff import AnnotatedDocument


def reading_page(
    article: Row,
    annotated: AnnotatedDocument,
    mention_ids: Sequence[str],
    quote_ids: Sequence[str],
    *,
    speaker: str | None = None,
    versions: int = 1,
    **site: object,
) -> str:
    """The page of a row of queries.articles. With `speaker`, only what that actor said is marked;
    `versions` is how many the article has.

    Ids stand in the order of the document's mentions and quotes. `site` is what every page knows.
    """
    only = {n for n, quote in enumerate(annotated.quotes) if speaker in (None, quote.speaker)}
    return render(
        "reading.html",
        article=article,
        shown=mark_text(annotated, mention_ids, quote_ids, only),
        marked=len(only),
        language=language_of(annotated, article["language"]),
        speaker=speaker,
        versions=versions,
        chosen=next((actor.name for actor in annotated.actors if actor.id == speaker), speaker),
        **site,
    )


def annotated_page(name: str, annotated: AnnotatedDocument) -> str:
    """A page that stands alone in a file: a text that is in no store, what was found in it, and by
    which rules. `name` is that of its source text.
    """
    return render(
        "annotated.html",
        name=name,
        style=(STATIC / "onrecord.css").read_text("utf-8"),
        shown=mark_text(annotated, _count(annotated.mentions), _count(annotated.quotes)),
        language=language_of(annotated),
    )


def _count(found: Sequence[object]) -> list[str]:
    """Ids for what has none, because it is in no store."""
    return [str(number) for number in range(1, len(found) + 1)]
