"""The Prefer header (RFC 7240), as clients of Linked Data Platform containers send it."""

import re

PREFER_LENGTH = 4096  # characters; what is longer is no preference that a client means

# A comma, or a name with its value where it has one: a word, or words in quotation marks.
_PIECE = re.compile(r',|([^\s",;=]+)[ \t]*(?:=[ \t]*(?:"((?:[^"\\]|\\.)*)"|([^\s",;]*)))?')


def included(prefer: str) -> list[str]:
    """What `return=representation; include="…"` lists (LDP, section 7.2.2), nothing without it.

    Of a preference that is given twice the first counts (RFC 7240, section 2).
    """
    for (name, value), *parameters in _preferences(prefer[:PREFER_LENGTH]):
        if name == "return":
            return dict(parameters).get("include", "").split() if value == "representation" else []
    return []


def _preferences(prefer: str) -> list[list[tuple[str, str]]]:
    """Each with its parameters behind it."""
    preferences: list[list[tuple[str, str]]] = [[]]
    for piece in _PIECE.finditer(prefer):
        if piece[0] == ",":
            preferences.append([])
        else:
            preferences[-1].append((piece[1].lower(), piece[2] or piece[3] or ""))
    return [each for each in preferences if each]
