"""Resolving: which candidates name the same actor, and which name none."""

from itertools import pairwise

from app.annotator.actors import judging
from app.annotator.actors.forms import Form, form_key, gather
from app.annotator.actors.ids import organization_id, person_id
from app.annotator.actors.organizations import Organizations
from app.annotator.actors.persons import Person, Persons, name_parts
from app.annotator.lexicon.classes import FEMALE, LOCATIVE, MALE
from app.annotator.mentions import Candidate, Reading
from app.standoff import Actor, Mention, MentionKind, Span

Found = tuple[Actor, MentionKind, str]


class Resolver:
    """What one text says of its actors as a whole; `resolve` then tells of each candidate."""

    def __init__(self, reading: Reading, candidates: list[Candidate], article: str) -> None:
        self._reading = reading
        self._candidates = candidates
        self._article = article
        self._classes = reading.names.classes
        self._forms = gather(reading, candidates)
        self._persons = Persons()
        self._full_names: dict[str, Person] = {}
        self._organizations = Organizations()
        self._one_names: dict[str, Actor | None] = {}
        self._take_up_forms()

    def _take_up_forms(self) -> None:
        """The surest first: each kind of name helps to tell the next."""
        named = [form for form in self._forms.values() if form.sort == "name"]
        for form in self._forms.values():
            if form.sort == "organization":
                self._take_up_organization(form)
        several = [form for form in named if len(form.words) > 1]
        for form in sorted(several, key=lambda each: judging.is_surname(each, self._classes)):
            if self._is_person(form):
                self._take_up_person(form)
            elif self._is_organization(form):
                self._take_up_organization(form)
        self._take_up_acronyms()
        for form in named:
            if len(form.words) == 1 and self._is_organization(form):
                self._take_up_organization(form)

    def _is_person(self, form: Form) -> bool:
        if judging.is_full_name(form, self._forms, self._classes):
            return True
        return self._persons.find(name_parts(form.words)) is not None

    def _is_organization(self, form: Form) -> bool:
        explained = self._persons.named(form.key, 0) or self._organizations.short(form.key)
        return explained is None and judging.is_organization(form, self._classes)

    def _take_up_organization(self, form: Form) -> None:
        name = self._exact(form)
        actor = Actor(organization_id(name), "organization", name)
        self._organizations.add(form, actor, self._reading)

    def _take_up_person(self, form: Form) -> None:
        parts = name_parts(form.words)
        person = self._persons.find(parts) or Person(self._new_person(form), parts)
        for use in form.uses:
            candidate = self._candidates[use]
            person.gender |= candidate.title & (FEMALE | MALE)
            person.titles.add(self._title_word(candidate))
        telling = judging.telling_parts(form, parts, self._reading.vocabulary, self._classes)
        self._persons.add(person, parts, telling)
        if len(parts) == len(person.parts) or not judging.is_surname(form, self._classes):
            self._full_names[form.key] = person

    def _take_up_acronyms(self) -> None:
        """An acronym in brackets after a name is that name's, whatever its letters."""
        words = self._reading.words
        for before, candidate in pairwise(self._candidates):
            if before.end == candidate.first - 1 and words[before.end] == "(":
                actor = self._named_organization(before)
                if actor is not None and candidate.end - candidate.first == 1:
                    self._organizations.call(form_key(self._reading, candidate), actor)

    def _named_organization(self, candidate: Candidate) -> Actor | None:
        if candidate.sort == "actor":
            actor = self._reading.names.actors[candidate.actor]
            return actor if actor.kind == "organization" else None
        return self._organizations.full(form_key(self._reading, candidate))

    def _new_person(self, form: Form) -> Actor:
        name = self._exact(form)
        return Actor(person_id(name, self._article, self._reading.names), "person", name)

    def _exact(self, form: Form) -> str:
        candidate = self._candidates[form.uses[0]]
        return self._reading.exact(candidate.first, candidate.end)

    def resolve(self, candidate: Candidate) -> Found | None:
        """The actor that a candidate names, the kind of the mention and its rule."""
        if candidate.sort == "actor":
            return self._known(candidate)
        key = form_key(self._reading, candidate)
        if (actor := self._organizations.full(key)) is not None:
            return actor, "name", candidate.rule
        if candidate.sort == "variant":
            return None
        if (person := self._full_names.get(key)) is not None:
            person.seen = candidate.first
            return person.actor, "name", "titled_person" if candidate.title else "full_name"
        return self._part(candidate, key) or self._one_name(key)

    def _known(self, candidate: Candidate) -> Found:
        if candidate.kind == "short_name":
            introduced = self._organizations.introduced(self._reading.folded(candidate.first))
            if introduced is not None:
                return introduced, "short_name", "short_form"
        return self._reading.names.actors[candidate.actor], candidate.kind, candidate.rule

    def _part(self, candidate: Candidate, key: str) -> Found | None:
        """A part of a name that the text has in full."""
        form = self._forms[key]
        alone = judging.is_surname(form, self._classes)
        person = self._bearer(candidate, form) if alone else None
        if person is not None:
            person.seen = candidate.first
            return person.actor, "short_name", "part_of_name"
        actor = self._organizations.short(key)
        evidence = form.evidence
        if actor is None or evidence.place or evidence.person > max(evidence.organization, 1):
            return None
        return actor, "short_name", "short_form"

    def _bearer(self, candidate: Candidate, form: Form) -> Person | None:
        """The person whom one word names; where something is, it names a place."""
        if not candidate.title and self._reading.classes[candidate.first - 1] & LOCATIVE:
            return None
        parts = name_parts(form.words)
        if len(parts) > 1:  # with a particle or a hyphen
            return self._persons.find(parts)
        return self._persons.named(form.key, candidate.title, self._title_word(candidate))

    def _title_word(self, candidate: Candidate) -> str:
        """The word of a title right before a name: "judge" of "Judge Ada Weir"."""
        return self._reading.folded(candidate.first - 1) if candidate.title else ""

    def _one_name(self, key: str) -> Found | None:
        """A name of one word that the text explains nowhere."""
        if key not in self._one_names:
            form = self._forms[key]
            is_name = judging.is_one_name(form, self._candidates, self._classes)
            self._one_names[key] = self._new_person(form) if is_name else None
        actor = self._one_names[key]
        return None if actor is None else (actor, "name", "one_name")


def resolve(
    reading: Reading, candidates: list[Candidate], article: str
) -> tuple[tuple[Actor, ...], tuple[Mention, ...]]:
    """The actors that candidates name, and the mentions that remain: of two named ones over the
    same words the first.
    """
    resolver = Resolver(reading, candidates, article)
    actors: dict[str, Actor] = {}
    mentions: list[Mention] = []
    reached = 0
    for candidate in candidates:
        found = resolver.resolve(candidate) if candidate.first >= reached else None
        if found is not None:
            actor, kind, rule = found
            span = Span(reading.starts[candidate.first], reading.ends[candidate.end - 1])
            actors.setdefault(actor.id, actor)
            mentions.append(Mention(span, actor.id, kind, rule))
            reached = reached if kind == "description" else candidate.end
    return tuple(actors.values()), tuple(mentions)
