import pytest

from app.annotator.lexicon import load_lexicon, written
from app.annotator.lexicon.classes import CAPITAL, PEOPLE, UPPER
from app.annotator.lexicon.written import Written

SHAPE = CAPITAL | UPPER | PEOPLE


@pytest.mark.parametrize(
    ("word", "shape"),
    [
        pytest.param("Dvorlun", CAPITAL, id="name"),
        pytest.param("dvorlun", 0, id="small"),
        pytest.param("GHU", CAPITAL | UPPER, id="acronym"),
        pytest.param("J.", CAPITAL, id="initial"),
        pytest.param("CEO", 0, id="acronym-of-no-actor"),
        pytest.param("The", 0, id="function-word"),
        pytest.param("Monday", 0, id="day"),
        pytest.param("B2", 0, id="code"),
        pytest.param("X-ray", 0, id="one-letter"),
        pytest.param("Dvorlun-backed", PEOPLE, id="adjective"),
        pytest.param("AB12", CAPITAL | UPPER, id="four-letters"),
        pytest.param("D" + "v" * 59, CAPITAL, id="sixty-letters"),
        pytest.param("A.B.", CAPITAL, id="initials"),
        pytest.param("IKT-Lund-backed", PEOPLE, id="adjective-of-two"),
        pytest.param("al-Rashidi", CAPITAL, id="particle"),
        pytest.param("al-Rashidi-Costa", CAPITAL, id="particle-and-two-names"),
        pytest.param("well-known", 0, id="small-hyphen"),
        pytest.param("quip-Dvorlun", 0, id="small-word-and-a-name"),
        pytest.param("Ji-won", CAPITAL, id="hyphen"),
    ],
)
def test_a_word_may_begin_a_name(word: str, shape: int) -> None:
    assert load_lexicon().names.written[word] & SHAPE == shape


def test_what_is_remembered_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(written, "_MOST", 2)
    words = Written({"peace": 1 << 5}, (), ())
    assert [words[word] for word in ("peace", "war", "peace", "truce", "war")] == [32, 0, 32, 0, 0]
    assert len(words) <= 2
