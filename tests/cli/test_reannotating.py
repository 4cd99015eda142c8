import shutil
from pathlib import Path

from app.annotator.edition import name_annotator
from tests.cli.conftest import Run


def test_a_store_is_annotated_anew(run: Run, own_store: Path) -> None:
    shutil.copy(own_store, "onrecord.db")
    code, out, err = run("reannotate")
    assert (code, err) == (0, "")
    *lines, last = out.splitlines()
    assert all(line.startswith("reannotated ") for line in lines)
    assert last == (
        f"{name_annotator()}: versions annotated anew: 6, with other results: {len(lines)}"
    )
    assert run("check")[0] == 0


def test_what_this_annotator_did_is_done_again_only_by_force(run: Run, own_store: Path) -> None:
    shutil.copy(own_store, "onrecord.db")
    run("reannotate")
    assert run("reannotate")[1].endswith("versions annotated anew: 0, with other results: 0\n")
    again = run("reannotate", "--force")[1]
    assert again.endswith("versions annotated anew: 6, with other results: 0\n")


def test_without_a_store_it_makes_none(run: Run) -> None:
    code, _, err = run("reannotate")
    assert code == 2
    assert err == "onrecord: onrecord.db: No such file or directory\n"
    assert not Path("onrecord.db").exists()
