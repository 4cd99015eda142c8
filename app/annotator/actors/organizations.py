"""Organizations: what a text calls them in full, by acronym, and in short."""

from app.annotator.actors.forms import Form
from app.annotator.lexicon.classes import COMMON, MODIFIER, PHRASE
from app.annotator.mentions import Reading
from app.standoff import Actor

_LONGEST_SHORT = 5  # words of a short form


class Organizations:
    """The organizations of a text by all their names in it."""

    def __init__(self) -> None:
        self._by_name: dict[str, Actor] = {}
        self._by_short: dict[str, Actor] = {}
        self._introduced: dict[str, Actor] = {}

    def add(self, form: Form, actor: Actor, reading: Reading) -> None:
        """Takes up an organization by its full name, and what it may be called for short."""
        self._by_name[form.key] = actor
        if len(form.words) > 1:
            initials = "".join(word[0] for word in form.words if word[0].isupper())
            self._by_short.setdefault(initials.lower(), actor)
            self._add_beginnings(form, actor, reading)

    def _add_beginnings(self, form: Form, actor: Actor, reading: Reading) -> None:
        """A name's first words stand for it, where they are no everyday words and no place."""
        words = form.key.split()
        everyday = reading.names.classes.get(words[0], 0) & (COMMON | MODIFIER | PHRASE)
        if everyday or words[0] in reading.vocabulary or form.words[0] in reading.names.acronyms:
            return
        for end in range(1, min(len(words), _LONGEST_SHORT)):
            self._by_short.setdefault(" ".join(words[:end]), actor)

    def call(self, short: str, actor: Actor) -> None:
        """Takes up an acronym that the text introduces; it holds against all others."""
        self._by_short[short] = self._introduced[short] = actor

    def full(self, key: str) -> Actor | None:
        """The organization that has this name in full."""
        return self._by_name.get(key)

    def introduced(self, key: str) -> Actor | None:
        """The organization for which the text introduces this acronym."""
        return self._introduced.get(key)

    def short(self, key: str) -> Actor | None:
        """The organization that is called so for short."""
        return self._by_short.get(key)
