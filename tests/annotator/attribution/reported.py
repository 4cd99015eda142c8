"""A marked sentence and the quotes found in it.

Actors are marked by kind and id, `{person.low:Ms Low}`; a name ending in `_desc` is a description.
"""

from app.annotator.attribution import find_quotes
from app.annotator.lexicon import load_lexicon
from app.annotator.tokens import tokenize
from app.standoff import Actor, ActorKind, Mention, Quote, Span
from app.text.splitting import build_plain_document
from tests.marked import marked

KINDS: dict[str, ActorKind] = {
    "person": "person",
    "organization": "organization",
    "state": "state",
}


def quotes_in(
    words: str,
) -> tuple[str, dict[str, list[Span]], tuple[Quote, ...], tuple[Mention, ...]]:
    """The text, its marks, and the quotes and mentions found with the marked actors."""
    text, spans = marked(words)
    actors: dict[str, Actor] = {}
    mentions: list[Mention] = []
    for name, places in spans.items():
        kind, _, actor = name.partition(".")
        if kind not in KINDS:
            continue
        described = actor.endswith("_desc")
        actor = actor.removesuffix("_desc")
        actors[actor] = Actor(actor, KINDS[kind], actor)
        mentions += [
            Mention(place, actor, "description" if described else "name", "hand")
            for place in places
        ]
    mentions.sort(key=lambda mention: mention.span)
    document = build_plain_document(text)
    lexicon = load_lexicon()
    quotes, found = find_quotes(
        document, tokenize(document, lexicon), tuple(actors.values()), tuple(mentions), lexicon
    )
    return text, spans, quotes, found


def parts(words: str) -> tuple[list[str], list[str]]:
    """The parts of the quotes found, and those that the marks source, cue and content say."""
    text, spans, quotes, _ = quotes_in(words)
    # A source that two quotes share stands once.
    found = sorted(
        {
            (place, role)
            for quote in quotes
            for role, places in (
                ("source", [quote.source]),
                ("cue", [quote.cue]),
                ("content", list(quote.content)),
            )
            for place in places
            if place is not None
        }
    )
    wanted = sorted(
        (place, role) for role in ("source", "cue", "content") for place in spans.get(role, [])
    )
    return (
        [f"{role}: {place.of(text)}" for place, role in found],
        [f"{role}: {place.of(text)}" for place, role in wanted],
    )
