"""A quote's page: the quote in its place, with its citation."""

from collections.abc import Sequence

from app.pages import Row, render
from app.pages.marking import language_of, mark_text
from app.standoff import AnnotatedDocument


def quote_page(
    article: Row,
    annotated: AnnotatedDocument,
    mention_ids: Sequence[str],
    quote_ids: Sequence[str],
    *,
    quote: str,
    repeated_in: Sequence[tuple[str, Row]],
    total: int,
    total_is_exact: bool,
    **site: object,
) -> str:
    """The page of the quote with this id, of a row of queries.articles and its whole document.

    Ids stand in the order of the document's mentions and quotes. `repeated_in` has the first of
    `total` quotes with the same words, by id, each with its article. `site` is what every page
    knows.
    """
    place = quote_ids.index(quote)
    found = annotated.quotes[place]
    shown = mark_text(annotated, mention_ids, quote_ids, [place])
    spans = [span for span in (*found.content, found.cue, found.source) if span]
    document = annotated.document
    blocks = [
        block
        for block, span in zip(shown.blocks, document.blocks(), strict=True)
        if any(span.contains(each) for each in spans)
    ]
    return render(
        "quote.html",
        article=article,
        quote=shown.quotes[place],
        pieces=[piece.of(document.text) for piece in found.content],
        start=found.content[0].start,
        end=found.content[-1].end,
        blocks=blocks,
        repeated_in=repeated_in,
        total=total,
        total_is_exact=total_is_exact,
        language=language_of(annotated, article["language"]),
        **site,
    )
