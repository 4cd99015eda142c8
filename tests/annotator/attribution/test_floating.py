"""Quotations that go on with the quote before them."""

import pytest

from tests.annotator.attribution.reported import parts


@pytest.mark.parametrize(
    "words",
    [
        pytest.param(
            "{content:“It rains,”} {source:she} {cue:said}. {content:“It pours.”}",
            id="next sentence",
        ),
        pytest.param(
            "{content:“It rains,”} {source:she} {cue:said}.\n{content:“It pours.”}",
            id="next paragraph",
        ),
        pytest.param("“It pours.”", id="nothing before"),
        pytest.param(
            "{content:“It rains,”} {source:she} {cue:said}. {content:“It pours”}.",
            id="a stop after the marks",
        ),
        pytest.param(
            "{content:“It rains,”} {source:she} {cue:said}. “It pours” too.",
            id="a word after the marks",
        ),
        pytest.param(
            "{content:“It rains,”} {source:she} {cue:said}. "
            "{source:The mayor} was blunt: {content:“It pours.”}",
            id="a colon instead",
        ),
        pytest.param(
            "{content:“It rains,”} {source:she} {cue:said}. The “old” dam broke.",
            id="marks that fill nothing",
        ),
        pytest.param(
            "{content:“It rains,”} {source:she} {cue:said}. {source:LOW}: {content:“It pours.”}",
            id="a label instead",
        ),
        pytest.param(
            "{content:“It rains,”} {source:she} {cue:said}. The road was long and wet. The "
            "road was long and wet. The road was long and wet. The road was long and wet. "
            "The road was long and wet. The road was long and wet. The road was long and "
            "wet. The road was long and wet. The road was long and wet. “It pours.”",
            id="too far",
        ),
        pytest.param(
            "It was wet. It was wet. It was wet. It was wet. It was wet. It was wet. It "
            "was wet. It was wet. It was wet. It was wet. It was wet. It was wet. It was "
            "wet. It was wet. It was wet. It was wet. {content:“It rains,”} {source:she} "
            "{cue:said}. {content:“It pours.”}",
            id="next sentence, far down",
        ),
    ],
)
def test_what_goes_on(words: str) -> None:
    found, wanted = parts(words)
    assert found == wanted
