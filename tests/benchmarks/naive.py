"""The application that the tutorials of FastAPI and SQLModel lead to, over the same store.

Objects of the ORM, a query for each thing that hangs on one, a response model, the framework's
threads. `ONRECORD_STORE` says where the store is.
"""

import os
from collections.abc import Iterator
from typing import Annotated

from fastapi import Depends, FastAPI
from pydantic import BaseModel
from sqlmodel import Session, col, create_engine, desc, func, select

from app.store.tables import Article, Mention, Paragraph, Quote, QuoteSpan, Version

engine = create_engine(f"sqlite:///{os.environ['ONRECORD_STORE']}")
app = FastAPI()


class Span(BaseModel):
    start: int
    end: int
    exact: str


class ArticleOut(BaseModel):
    id: str
    version: str
    headline: str | None
    paragraphs: int
    mentions: int
    quotes: int


class QuoteOut(BaseModel):
    id: str
    article: str
    kind: str
    speaker: str | None
    content: list[Span]
    cue: list[Span]
    source: list[Span]


def get_session() -> Iterator[Session]:
    with Session(engine) as session:
        yield session


SessionDep = Annotated[Session, Depends(get_session)]


def _article(session: Session, version: Version) -> ArticleOut:
    counts = [
        session.exec(
            select(func.count()).select_from(table).where(table.version == version.id)
        ).one()
        for table in (Paragraph, Mention, Quote)
    ]
    return ArticleOut(
        id=session.get_one(Article, version.article).slug,
        version=version.sha256[:12],
        headline=version.headline,
        paragraphs=counts[0],
        mentions=counts[1],
        quotes=counts[2],
    )


def _quote(session: Session, quote: Quote) -> QuoteOut:
    version = session.get_one(Version, quote.version)
    spans = session.exec(select(QuoteSpan).where(QuoteSpan.quote == quote.id)).all()
    parts = {
        role: [Span(start=s.start, end=s.end, exact=s.exact) for s in spans if s.role == role]
        for role in ("content", "cue", "source")
    }
    return QuoteOut(
        id=quote.public_id,
        article=session.get_one(Article, version.article).slug,
        kind=quote.kind,
        speaker=quote.speaker,
        **parts,
    )


@app.get("/articles", response_model=list[ArticleOut])
def list_articles(session: SessionDep) -> list[ArticleOut]:
    newest = select(Version).where(Version.current == 1).order_by(desc(col(Version.id))).limit(20)
    return [_article(session, version) for version in session.exec(newest).all()]


@app.get("/articles/{slug}", response_model=ArticleOut)
def get_article(session: SessionDep, slug: str) -> ArticleOut:
    article = session.exec(select(Article).where(Article.slug == slug)).one()
    version = select(Version).where(Version.article == article.id, Version.current == 1)
    return _article(session, session.exec(version).one())


@app.get("/quotes", response_model=list[QuoteOut])
def list_quotes(
    session: SessionDep, speaker: str | None = None, q: str | None = None
) -> list[QuoteOut]:
    wanted = select(Quote).order_by(desc(col(Quote.id))).limit(20)
    if speaker is not None:
        wanted = wanted.where(Quote.speaker == speaker)
    if q is not None:
        said = select(QuoteSpan.quote).where(col(QuoteSpan.exact).contains(q))
        wanted = wanted.where(col(Quote.id).in_(said))
    return [_quote(session, quote) for quote in session.exec(wanted).all()]
