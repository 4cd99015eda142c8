"""The ids of actors outside the lexicon: from their names alone, whatever else is stored."""

from app.annotator.lexicon.names import NameLexicon
from app.identity import slug

_PERSON = "-person"
_ORGANIZATION = "-organization"


def person_id(name: str, article: str, names: NameLexicon) -> str:
    """The id of a person: one word alone is nobody's beyond the article.

    What the lexicon calls something else gets an ending, and what already has it another one.
    """
    whole = slug(name)
    if "-" not in whole:
        return f"{whole}-{article}"
    plain = whole
    while plain.endswith(_PERSON):
        plain = plain.removesuffix(_PERSON)
    taken = plain in names.actors or plain.endswith(_ORGANIZATION)
    return whole + _PERSON if taken else whole


def organization_id(name: str) -> str:
    """The id of an organization: it always says that it is one."""
    whole = slug(name)
    return whole if whole.endswith(_ORGANIZATION) else whole + _ORGANIZATION
