"""The quick form of `python -m tests.faults sources`: all at once, and less of each."""

import re
from pathlib import Path

from app.text.reading import printable
from tests.faults.commands import onrecord
from tests.faults.contents import contents
from tests.faults.sources import KINDS, write
from tests.faults.texts import STORED

LIMIT = 30_000


def test_hostile_sources_are_stored_or_refused_in_one_line(tmp_path: Path) -> None:
    files = [write(kind, name, tmp_path, LIMIT) for name, kind in KINDS.items()]
    done = onrecord(tmp_path, "seed", "--", *files, max_source_bytes=LIMIT)
    assert done.code == 2
    created, *refused = done.err.splitlines()
    stored = done.out.splitlines()
    assert "created" in created
    assert {line[:10] for line in refused} == {"onrecord: "}
    assert len(stored) + len(refused) == len(KINDS)
    for name, kind in KINDS.items():
        file = printable(kind.name.format(name))
        if kind.refused is None:
            assert [line for line in stored if f"/{file})" in line]
        elif kind.refused:
            [line] = [line for line in refused if re.search(rf"[/ ]{file}: ", line)]
            assert re.search(kind.refused, line)
    assert len(contents(tmp_path / "onrecord.db")) >= len(STORED)
    assert onrecord(tmp_path, "check").code == 0
