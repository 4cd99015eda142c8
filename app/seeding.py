"""The one write story: from source text to the rows of an article."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from operator import itemgetter
from typing import Any, Literal

from app.annotator.lexicon import load_lexicon
from app.annotator.pipeline import annotate
from app.comparing.changes import Change
from app.errors import NotFoundError, SourceError
from app.identity import article_id, sha256
from app.standoff import AnnotatedDocument, Document
from app.store.engine import Session
from app.store.queries.changes import find_changes
from app.store.rows import Annotated, make_ahead
from app.store.saving import (
    Stored,
    find_article_at,
    find_digests,
    find_urls,
    find_version_of,
    is_stored,
    is_withdrawn,
    make_current,
    save_article,
    save_articles,
    save_version,
)
from app.text.cleaning import clean
from app.text.reading import SourceText
from app.text.splitting import build_document

_LONG = 200_000  # code points


def build(source_text: SourceText) -> Document:
    """The document in a source text. Raises SourceError where no words are left of it."""
    try:
        return build_document(clean(source_text.article))
    except ValueError as error:
        raise SourceError(source_text.name, str(error)) from None


def annotate_for(article: str | None, document: Document) -> AnnotatedDocument:
    """A document annotated as a version of this article, None for one that begins with it."""
    return annotate(document, load_lexicon(), article or article_id(document))


@dataclass(frozen=True, slots=True)
class Prepared:
    """A source text on its way into the store.

    `chosen` is the article it must become a version of, where the person seeding named one; `home`
    the one it is to be a version of, None for a new one. What is `stored` is not annotated.
    """

    source_text: SourceText
    document: Document
    chosen: str | None
    home: str | None
    stored: Stored | None
    annotated: Annotated | None = None

    @property
    def digest(self) -> str:
        """The SHA-256 of its text."""
        return sha256(self.document.text)


def prepare(session: Session, source_text: SourceText, chosen: str | None = None) -> Prepared:
    """Cleans and splits a source text, and looks for its article.

    Raises SourceError, and NotFoundError where there is no article `chosen`.
    """
    document = build(source_text)
    home, stored = _find_home(session, source_text, document, chosen)
    return Prepared(source_text, document, chosen, home, stored)


def _find_home(
    session: Session, source_text: SourceText, document: Document, chosen: str | None
) -> tuple[str | None, Stored | None]:
    """The article that was chosen or is known by its address, and the version with this text."""
    name, at = source_text.name, find_article_at(session, source_text.url)
    home, stored = chosen or at, find_version_of(session, document)
    if chosen and not is_stored(session, chosen):
        raise NotFoundError("article", chosen)
    if home and is_withdrawn(session, home):
        raise SourceError(name, f"its article {home} is withdrawn")
    if at and at != home:
        raise SourceError(name, f"its address is that of {at}")
    if home and stored and stored.article != home:
        raise SourceError(name, f"its text is already a version of {stored.article}")
    return home, stored


def annotate_prepared(prepared: Prepared) -> Prepared:
    """The long part of seeding; needs no store, so any process can do it.

    It makes the rows as well, so that whoever stores them only stores; not those of a long text,
    which take many times its memory.
    """
    if prepared.stored is not None:
        return prepared
    article = prepared.home or article_id(prepared.document)
    annotated = annotate_for(article, prepared.document)
    short = len(prepared.document.text) <= _LONG
    return replace(prepared, annotated=make_ahead(annotated, article) if short else annotated)


@dataclass(frozen=True, slots=True)
class Seeded:
    """What became of a source text.

    added      a new article; `annotated` is what was found in it
    updated    a new version of its article; `changes` are those from the version before
    restored   an older version of its article is the current one again
    unchanged  nothing: it was there, or its article is `withdrawn` and stays so
    """

    outcome: Literal["added", "updated", "restored", "unchanged"]
    article: str
    number: int
    annotated: Annotated | None = None
    changes: Sequence[Change] = ()
    withdrawn: bool = False


def save(session: Session, prepared: Prepared) -> Seeded:
    """Stores what was prepared and annotated. Raises SourceError and NotFoundError as `prepare`.

    One source text is one transaction, and whoever opened the session commits it.
    """
    source_text, document = prepared.source_text, prepared.document
    home, stored = _find_home(session, source_text, document, prepared.chosen)  # things change
    if stored is not None:
        return _keep(session, stored, again=home is not None and not stored.current)
    annotated = prepared.annotated if home == prepared.home else None
    annotated = annotated or annotate_for(home, document)
    if home is None:
        article = save_article(session, annotated, source_text)
        return Seeded("added", article, 1, annotated)
    version = save_version(session, home, annotated, source_text)
    changes = find_changes(session, version.id)
    return Seeded("updated", home, version.number, annotated, changes)


def save_all(
    session: Session, batch: Sequence[Prepared | SourceError]
) -> list[Seeded | SourceError]:
    """As `save` for each, but new articles in bulk; an error is a result like another.

    The whole batch is one transaction, and whoever opened the session commits it.
    """
    results: list[Seeded | SourceError] = []
    for new, group in groupby(_told_apart(session, batch), itemgetter(0)):
        prepared = [each for _, each in group]
        if new:
            results += _save_new(session, prepared)
        else:
            results += [_save_or_say_why(session, each) for each in prepared]
    return results


def _told_apart(
    session: Session, batch: Sequence[Prepared | SourceError]
) -> Iterator[tuple[bool, Any]]:
    """Each with whether it is plainly a new article: its text and its address nobody has, not even
    one before it, and no article was chosen for it.
    """
    ready = [each for each in batch if isinstance(each, Prepared)]
    texts = find_digests(session, (each.digest for each in ready))
    urls = find_urls(session, (each.source_text.url for each in ready if each.source_text.url))
    for each in batch:
        if isinstance(each, SourceError):
            yield False, each
            continue
        digest, url = each.digest, each.source_text.url
        known = digest in texts or url in urls or each.chosen is not None
        yield not known and each.annotated is not None, each
        texts.add(digest)
        urls |= {url} if url else set()


def _save_new(session: Session, prepared: Sequence[Prepared]) -> list[Seeded]:
    annotated = [each.annotated for each in prepared if each.annotated]
    texts = list(zip(annotated, (each.source_text for each in prepared), strict=True))
    articles = save_articles(session, texts)
    return [
        Seeded("added", article, 1, found)
        for article, found in zip(articles, annotated, strict=True)
    ]


def _save_or_say_why(session: Session, prepared: Prepared | SourceError) -> Seeded | SourceError:
    if isinstance(prepared, SourceError):
        return prepared
    try:
        return save(session, prepared)
    except SourceError as error:  # what came before it in this very command may stand in its way
        return error


def _keep(session: Session, stored: Stored, *, again: bool) -> Seeded:
    if again:
        make_current(session, stored.id)
    return Seeded(
        "restored" if again else "unchanged",
        stored.article,
        stored.number,
        withdrawn=stored.withdrawn,
    )


def seed_article(session: Session, source_text: SourceText, chosen: str | None = None) -> Seeded:
    """The whole story for one source text. Raises SourceError and NotFoundError as `prepare`."""
    return save(session, annotate_prepared(prepare(session, source_text, chosen)))
