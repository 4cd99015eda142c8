"""Every error this program raises on purpose.

    OnrecordError
    ├── SettingError          a setting (flag or environment variable) has a value it may not have
    ├── SourceError           a source text cannot be taken: unreadable, not text, too large
    ├── LexiconError          a lexicon file in app/annotator/data is not what its reader promises
    ├── NotFoundError         the store has no such article, actor, quote …
    ├── WithdrawnError        the store has it, and shows it no longer: the article was withdrawn
    ├── ProcessEndedError     a process that did a part of the work was ended from outside
    ├── CopyError             a copy of the store cannot be made: the disk is full, its name taken …
    └── StoreError            the store as a whole cannot be used
        ├── StoreMissingError     there is no file
        ├── StoreOutdatedError    its schema is older or newer than this program's
        ├── StoreTimeoutError     what is asked takes longer to find than it may
        └── StoreDamagedError     it is no SQLite file, or SQLite finds it malformed

Each is one sentence that stands alone: the command line prints it, the API puts it in `detail`.
"""


class OnrecordError(Exception):
    """The root: whoever runs the program may print it as it is."""


class SettingError(OnrecordError):
    """A setting has a value it may not have."""


class SourceError(OnrecordError):
    """A source text cannot be taken; `name` says which, `reason` why and where in it."""

    def __init__(self, name: str, reason: str) -> None:
        self.name = name
        self.reason = reason
        super().__init__(f"{name}: {reason}")

    def __reduce__(self) -> tuple[type["SourceError"], tuple[str, str]]:
        """It travels between processes whole."""
        return SourceError, (self.name, self.reason)


class LexiconError(OnrecordError):
    """A lexicon file says something its reader cannot accept."""


class NotFoundError(OnrecordError):
    """The store has no such thing: `noun` is the glossary's word for it, `id` what was asked."""

    def __init__(self, noun: str, id: str) -> None:
        self.noun = noun
        self.id = id
        super().__init__(f"There is no {noun} {id!r}.")


class WithdrawnError(OnrecordError):
    """The store has it and shows it no longer; `why` is the reason that was given for that."""

    def __init__(self, noun: str, id: str, why: str) -> None:
        self.noun = noun
        self.id = id
        self.why = why
        super().__init__(f"The {noun} {id!r} was withdrawn: {why}")


class ProcessEndedError(OnrecordError):
    """A process that did a part of the work was ended from outside: killed, or out of memory."""


class CopyError(OnrecordError):
    """A copy of the store cannot be made, and nothing of it was left behind."""


class StoreError(OnrecordError):
    """The store as a whole cannot be used."""


class StoreMissingError(StoreError):
    """There is no file where the store should be."""


class StoreOutdatedError(StoreError):
    """The schema of the store is older or newer than this program's."""


class StoreTimeoutError(StoreError):
    """What is asked takes longer to find than it may."""


class StoreDamagedError(StoreError):
    """The file is not a SQLite store, or SQLite finds it malformed."""
