"""What single words say about a name they stand in: one bit a class, so a look-up tells all."""

from collections import defaultdict
from collections.abc import Iterable

from app.annotator.lexicon.files import read_words

CAPITAL = 1 << 0  # begins a name as it is written here, in this text
UPPER = 1 << 1  # capitals only, as written here
PHRASE = 1 << 2  # begins a name of the lexicon
FUNCTION = 1 << 3  # begins sentences, never a name
CALENDAR = 1 << 4
COMMON = 1 << 5  # an English word of everyday use
GIVEN = 1 << 6
FAMILY = 1 << 7
PARTICLE = 1 << 8
OPENER = 1 << 9  # a particle that may begin a name in small letters
SUFFIX = 1 << 10
PEOPLE = 1 << 11  # an adjective or noun of a people, faith or region
ADDRESS = 1 << 12
TITLE = 1 << 13  # the last word of a title
MODIFIER = 1 << 14  # a word before it
FEMALE = 1 << 15
MALE = 1 << 16
ORGANIZATION = 1 << 17  # the head of an organization's name
LEADING = 1 << 18  # the same, where "of" follows
PORTFOLIO = 1 << 19
COMPANY = 1 << 20
ALONE = 1 << 21
PLACE = 1 << 22  # the head of a place's name
OTHER = 1 << 23  # the head of an event's, a law's, a work's name
POSSESSOR = 1 << 24
SPEAKS = 1 << 25
ORGANIZATION_KIND = 1 << 26
ORGANIZATION_MARK = 1 << 27
PLACE_MARK = 1 << 28
LOCATIVE = 1 << 29
SMALL = 1 << 31  # a head often written small
COMPOUND = 1 << 30  # makes an adjective of the name before its hyphen

_LISTS = {
    "names.toml": {
        "function": FUNCTION, "calendar": CALENDAR, "particles": PARTICLE, "openers": OPENER,
        "suffixes": SUFFIX, "peoples": PEOPLE, "possessors": POSSESSOR, "speaks": SPEAKS,
        "organization_kinds": ORGANIZATION_KIND, "organization_marks": ORGANIZATION_MARK,
        "place_marks": PLACE_MARK, "compounds": COMPOUND,
    },
    "titles.toml": {
        "address": ADDRESS, "heads": TITLE, "modifiers": MODIFIER, "female": FEMALE, "male": MALE,
    },
    "heads.toml": {
        "organization": ORGANIZATION, "leading": LEADING, "portfolio": PORTFOLIO,
        "company": COMPANY, "alone": ALONE, "small": SMALL, "place": PLACE, "other": OTHER,
    },
    "people.toml": {"given": GIVEN, "family": FAMILY},
    "common_words.toml": {"words": COMMON},
    "acts.toml": {"locative": LOCATIVE},
}  # fmt: skip  # a table is read faster than a column of one class a line


def load_classes(first_words: Iterable[str]) -> dict[str, int]:
    """The classes of every word that has any, by the folded word."""
    found: dict[str, int] = defaultdict(int)
    for name, lists in _LISTS.items():
        words = read_words(name)
        for key, bit in lists.items():
            for word in words[key]:
                found[word] |= bit
    for word in first_words:
        found[word] |= PHRASE
    return dict(found)
