"""The front page: the articles, or those that a search finds."""

from collections.abc import Mapping, Sequence

from app.pages import Row, render


def home_page(
    articles: Sequence[Row],
    openings: Mapping[int, str],
    total: int,
    total_is_exact: bool,
    *,
    q: str | None,
    following: str | None,
    **site: object,
) -> str:
    """The page of rows of queries.articles, with how each begins by its key.

    `q` is what was searched for, each row then has its excerpt; `following` is the next page.
    """
    return render(
        "home.html",
        articles=articles,
        openings=openings,
        total=total,
        total_is_exact=total_is_exact,
        q=q,
        following=following,
        **site,
    )
