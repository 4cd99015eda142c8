"""Which annotator this is."""

import hashlib
from functools import cache
from pathlib import Path

from app import __version__

_RULES = Path(__file__).parent
_READ = frozenset({".py", ".toml"})  # rules and word lists: what annotations depend on


@cache
def name_annotator() -> str:
    """The program, its version, and behind a plus eight digits that any change of a rule or of a
    word list changes: `onrecord 0.1.0+5d41402a`.
    """
    digest = hashlib.sha256()
    for path in sorted(_RULES.rglob("*"), key=lambda path: path.relative_to(_RULES).as_posix()):
        if path.suffix in _READ:
            digest.update(path.read_bytes())
    return f"onrecord {__version__}+{digest.hexdigest()[:8]}"
