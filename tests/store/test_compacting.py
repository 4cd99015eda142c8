import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from app.errors import StoreError
from app.store import compacting, engine
from app.store.checking import find_faults
from app.store.engine import reader, writer

RARE = "zwyxomel"


def in_files(store: Path) -> bool:
    return any(RARE.encode() in path.read_bytes() for path in store.parent.glob(f"{store.name}*"))


@pytest.fixture
def unclean(own_store: Path) -> Path:
    """A store with a rare word in its free pages, and the flag set."""
    with closing(sqlite3.connect(own_store)) as connection, connection:
        connection.execute("PRAGMA secure_delete = OFF")  # which some systems have on
        words = f"replace(hex(zeroblob(9999)), '0', '{RARE}')"
        connection.execute(f"CREATE TABLE gone AS SELECT {words}")
        connection.execute("DROP TABLE gone")
    with writer(own_store)() as session:
        compacting.mark_unclean(session)
        session.commit()
    assert in_files(own_store)
    return own_store


def faults(store: Path) -> list[str]:
    with reader(store)() as session:
        return list(find_faults(session))


def test_a_clean_store_holds_no_deleted_word_and_says_so(unclean: Path) -> None:
    said = "words of an erased article may still be in the file: run `onrecord erase`"
    assert faults(unclean) == [said]
    compacting.clean(unclean)
    assert not in_files(unclean)
    assert faults(unclean) == []


def test_whoever_reads_an_older_state_keeps_its_words_in_the_log(
    unclean: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "BUSY_SECONDS", 0.1)
    with closing(sqlite3.connect(unclean)) as other:
        other.execute("BEGIN")
        other.execute("SELECT * FROM article").fetchall()
        with pytest.raises(StoreError, match=r"somebody reads an older state of it\): run"):
            compacting.clean(unclean)
        assert len(faults(unclean)) == 1
    compacting.clean(unclean)
    assert faults(unclean) == []
    assert not in_files(unclean)
