import pytest

from app.comparing.aligning import Step
from app.comparing.asking import ask
from app.comparing.matching import Match
from app.comparing.normalizing import fold
from app.comparing.reading import read_content, read_text
from app.standoff import Span

TEXT = "“We want peace,” he said. “Peace now.”"
WORDS = fold(TEXT)
CONTENT = [Span(0, 16), Span(26, 38)]


@pytest.mark.parametrize(
    ("prefix", "suffix", "fits"),
    [
        ("", "", True),
        ("We want", "he said", True),
        ("e WANT", "“he sa", True),
        ("want we", "", False),
        ("", "she", False),
        ("So we want", "", False),
    ],
)
def test_what_is_beside(prefix: str, suffix: str, fits: bool) -> None:
    asked = ask("peace", prefix, suffix)
    match = Match(read_text(WORDS), asked.readings[0], [[Step(True, (0, 1), (2, 3))]])
    assert match.fits(asked) is fits


def test_words_on_both_sides_of_a_cue_are_two_spans_and_parts() -> None:
    asked = ask("want peace, peace now")
    reading = read_content(WORDS, CONTENT)
    place = Match(reading, asked.readings[0], [[Step(True, (0, 4), (1, 5))]]).place(asked)
    assert [span.of(TEXT) for span in place.spans] == ["want peace", "Peace now"]
    assert [(part.asked, part.found) for part in place.parts] == [
        ("want peace", place.spans[0]),
        ("peace now", place.spans[1]),
    ]


def test_other_words_on_both_sides_of_a_cue_are_asked_for_once() -> None:
    asked = ask("want war now")
    steps = [Step(True, (0, 1), (1, 2)), Step(False, (1, 2), (2, 4)), Step(True, (2, 3), (4, 5))]
    place = Match(read_content(WORDS, CONTENT), asked.readings[0], [steps]).place(asked)
    told = [(part.asked, part.found and part.found.of(TEXT), part.differs) for part in place.parts]
    assert told == [
        ("want", "want", False),
        ("war", "peace", True),
        ("", "Peace", True),
        ("now", "now", False),
    ]


def test_the_score_is_rounded_down_so_that_100_means_the_very_words() -> None:
    typed = " ".join(["word"] * 399)
    asked = ask(f"{typed} worm")
    reading = read_text(fold(f"{typed} word"))
    steps = [Step(True, (0, 399), (0, 399)), Step(False, (399, 400), (399, 400))]
    assert Match(reading, asked.readings[0], [steps]).place(asked).score == 99.9


def test_what_is_not_found_is_told() -> None:
    asked = ask("peace … war")
    place = Match(read_text(WORDS), asked.readings[0], [[Step(True, (0, 1), (2, 3))], []]).place(
        asked
    )
    assert [(part.asked, part.differs) for part in place.parts] == [("peace", False), ("war", True)]
    assert place.score == 71.4
