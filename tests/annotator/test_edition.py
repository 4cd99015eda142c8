import re
import shutil
from pathlib import Path

import pytest

from app import __version__
from app.annotator import edition
from app.annotator.edition import name_annotator


def test_the_annotator_says_its_program_its_version_and_its_rules() -> None:
    assert re.fullmatch(rf"onrecord {re.escape(__version__)}\+[0-9a-f]{{8}}", name_annotator())


@pytest.mark.parametrize("changed", ["pipeline.py", "data/names.toml", "mentions/new.py"])
def test_another_rule_or_word_is_another_annotator(
    changed: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rules = shutil.copytree(Path(edition.__file__).parent, tmp_path / "annotator")
    monkeypatch.setattr(edition, "_RULES", rules)
    name = name_annotator.__wrapped__
    assert name() == name_annotator()
    (rules / "notes.txt").write_text("of no rule")
    assert name() == name_annotator()
    with (rules / changed).open("a") as file:
        file.write("# more")
    assert name() != name_annotator()
