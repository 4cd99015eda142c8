"""Resolving: which candidates name the same actor, and which name none."""

from app.annotator.actors.forms import Form, form_key, gather
from app.annotator.actors.ids import organization_id, person_id
from app.annotator.actors.organizations import Organizations
from app.annotator.actors.persons import Person, Persons, name_parts
from app.annotator.lexicon.classes import COMMON, FAMILY, FEMALE, GIVEN, LOCATIVE, MALE, PARTICLE
from app.annotator.mentions import Candidate, Reading
from app.standoff import Actor, Mention, MentionKind, Span

_FULL = 2  # points that make words in a row a person's name
Found = tuple[Actor, MentionKind, str]


class Resolver:
    """What is known of the actors of one text while its candidates are resolved in order."""

    def __init__(self, reading: Reading, candidates: list[Candidate], article: str) -> None:
        self.reading = reading
        self.candidates = candidates
        self.article = article
        self.names = reading.names
        self.forms = gather(reading, candidates)
        self.persons = Persons()
        self.organizations = Organizations()
        self.singles: dict[str, Found | None] = {}
        self.fulls: dict[str, Person] = {}
        self._take_up_forms()

    def _take_up_forms(self) -> None:
        named = [form for form in self.forms.values() if form.sort == "name"]
        for form in self.forms.values():
            if form.sort == "organization":
                self._take_up_organization(form)
        several = [form for form in named if len(form.words) > 1]
        for form in sorted(several, key=self._is_surname):
            if self._is_full_name(form) or self.persons.find(name_parts(form.words)):
                self._take_up_person(form)
            elif self._is_organization(form):
                self._take_up_organization(form)
        self._take_up_acronyms()
        for form in named:
            if len(form.words) == 1 and self._is_organization(form):
                self._take_up_organization(form)

    def _take_up_organization(self, form: Form) -> None:
        name = self._exact(form)
        self.organizations.add(
            form, Actor(organization_id(name), "organization", name), self.reading
        )

    def _take_up_person(self, form: Form) -> None:
        parts = name_parts(form.words)
        person = self.persons.find(parts)
        if person is None:
            name = self._exact(form)
            person = Person(Actor(person_id(name, self.article, self.names), "person", name), parts)
        for use in form.uses:
            person.gender |= self.candidates[use].title & (FEMALE | MALE)
        self.persons.add(person, parts, self._telling(parts, form.evidence.person > _FULL))
        self.fulls[form.key] = person

    def _take_up_acronyms(self) -> None:
        """An acronym in brackets after a name is that name's, whatever its letters."""
        words = self.reading.words
        for before, candidate in zip(self.candidates, self.candidates[1:], strict=False):
            if before.end == candidate.first - 1 and words[before.end] == "(":
                actor = self._organization(before)
                if actor is not None and candidate.end - candidate.first == 1:
                    self.organizations.call(form_key(self.reading, candidate), actor)

    def _organization(self, candidate: Candidate) -> Actor | None:
        if candidate.sort == "actor":
            actor = self.names.actors[candidate.actor]
            return actor if actor.kind == "organization" else None
        return self.organizations.full(form_key(self.reading, candidate))

    def _exact(self, form: Form) -> str:
        candidate = self.candidates[form.uses[0]]
        return self.reading.text[
            self.reading.starts[candidate.first] : self.reading.ends[candidate.end - 1]
        ]

    def resolve(self, candidate: Candidate) -> Found | None:
        """The actor that a candidate names, the kind of the mention and its rule."""
        if candidate.sort == "actor":
            return self._known(candidate)
        key = form_key(self.reading, candidate)
        if (actor := self.organizations.full(key)) is not None:
            return actor, "name", candidate.rule
        if candidate.sort == "variant":
            return None
        if (person := self.fulls.get(key)) is not None:
            person.seen = candidate.first
            rule = "titled_person" if candidate.title else "person_name"
            return person.actor, "name", rule
        return self._part(candidate, key)

    def _known(self, candidate: Candidate) -> Found:
        if candidate.kind == "short_name":
            introduced = self.organizations.short(self.reading.folded(candidate.first))
            if introduced is not None:
                return introduced, "short_name", "acronym"
        return self.names.actors[candidate.actor], candidate.kind, candidate.rule

    def _part(self, candidate: Candidate, key: str) -> Found | None:
        """A part of a name that the text has in full, or a name of one word."""
        if (actor := self.organizations.short(key)) is not None and not candidate.title:
            return actor, "short_name", "short_form"
        form = self.forms[key]
        if len(form.words) == 1 and not self._is_at(candidate):
            parts = name_parts(form.words)
            if len(parts) > 1:  # with a particle or a hyphen
                person = self.persons.find(parts)
            else:
                person = self.persons.named(key, candidate.title)
            if person is not None:
                person.seen = candidate.first
                return person.actor, "short_name", "surname"
        if key not in self.singles:
            self.singles[key] = self._single(form)
        return self.singles[key]

    def _is_full_name(self, form: Form) -> bool:
        """Whether words in a row are a person's name; one who comes up again by its last word, or
        by its first, is more likely one.
        """
        evidence = form.evidence
        parts = form.key.split(" ")
        again = any(
            part in self.forms and not self._is_everyday(part) for part in (parts[0], parts[-1])
        )
        person = evidence.person + again
        return person >= _FULL and person >= evidence.organization and person > evidence.place

    def _only_opens(self, form: Form) -> bool:
        """Whether a word is met at the beginning of sentences alone, and not known as a name."""
        if self.reading.names.classes.get(form.key, 0) & (GIVEN | FAMILY):
            return False
        uses = [self.candidates[use] for use in form.uses]
        return all(use.opens and not use.title for use in uses)

    def _is_surname(self, form: Form) -> bool:
        """Whether a name has but one word beside its particles: full names come before it."""
        classes = self.reading.names.classes
        return sum(not classes.get(part, 0) & PARTICLE for part in form.key.split(" ")) < 2

    def _is_everyday(self, word: str) -> bool:
        bits = self.reading.names.classes.get(word, 0)
        return bool(bits & COMMON) and not bits & (GIVEN | FAMILY)

    def _is_acronym(self, word: str) -> bool:
        vocabulary = self.reading.vocabulary
        return word.upper() in vocabulary and word.capitalize() not in vocabulary

    def _telling(self, parts: list[str], sure: bool) -> list[str]:
        """The parts of a person's name by which the person may be named alone."""
        return [
            part
            for part in parts
            if not self._is_acronym(part) and (sure or not self._is_everyday(part))
        ]

    def _is_organization(self, form: Form) -> bool:
        evidence = form.evidence
        if self.organizations.short(form.key) is not None:
            return False
        if len(form.words) == 1 and (
            self.reading.names.classes.get(form.key, 0) & COMMON
            or self.persons.named(form.key, 0) is not None
        ):
            return False
        return evidence.organization >= 3 and evidence.organization > max(
            evidence.person, evidence.place
        )

    def _is_at(self, candidate: Candidate) -> bool:
        return bool(self.reading.bits(candidate.first - 1) & LOCATIVE) and not candidate.title

    def _single(self, form: Form) -> Found | None:
        """A name of one word that stands alone in its text."""
        if len(form.words) > 1 or not _is_person(form) or self._only_opens(form):
            return None
        name = self._exact(form)
        return Actor(person_id(name, self.article, self.names), "person", name), "name", "one_word"


def _is_person(form: Form) -> bool:
    evidence = form.evidence
    return evidence.person >= 2 and evidence.person >= max(evidence.organization, evidence.place)


def resolve(
    reading: Reading, candidates: list[Candidate], article: str
) -> tuple[tuple[Actor, ...], tuple[Mention, ...]]:
    """The actors that candidates name, and the mentions that remain."""
    resolver = Resolver(reading, candidates, article)
    actors: dict[str, Actor] = {}
    mentions: list[Mention] = []
    reached = 0
    for candidate in candidates:
        if candidate.first < reached and candidate.kind != "description":
            continue
        found = resolver.resolve(candidate)
        if found is not None:
            actor, kind, rule = found
            span = Span(reading.starts[candidate.first], reading.ends[candidate.end - 1])
            actors.setdefault(actor.id, actor)
            mentions.append(Mention(span, actor.id, kind, rule))
            if kind != "description":
                reached = candidate.end
    return tuple(actors.values()), tuple(mentions)
