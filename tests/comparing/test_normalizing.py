import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.comparing.normalizing import fold

texts = st.text(
    st.characters(codec=None) | st.sampled_from("aé ’'“”\n-…$%½ǅßﬁ他が\u0301\u00ad\u200d.İ")
)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        pytest.param("“Peace,” he said.", "peace he said", id="marks"),
        pytest.param("«Peace» he—said", "peace he said", id="guillemets and a dash"),
        pytest.param("good-faith\n  good faith", "good faith good faith", id="hyphen, line feed"),
        pytest.param("don’t don't", "don t don t", id="apostrophes"),
        pytest.param("STRASSE Straße", "strasse strasse", id="case"),
        pytest.param("Erdoğan’s İzmir, Ilıca", "erdogan s izmir ilıca", id="accents"),
        pytest.param("e\u0301te\u0301 x\u030cy", "ete xy", id="combining marks"),
        pytest.param("ﬁne ＡＢＣ m²", "fine abc m2", id="compatibility forms"),
        pytest.param("co\u00adop \u202ba\u200db\u202c ☂\ufe0f", "coop ab", id="invisible"),
        pytest.param("$5 5% ５％ 5 €", "$ 5 5 % 5 % 5 €", id="signs"),
        pytest.param("½ 12 1.5", "1⁄2 12 1 5", id="numbers"),
        pytest.param("他说和平", "他 说 和 平", id="Chinese"),
        pytest.param("がか", "か\u3099 か", id="voiced kana"),
        pytest.param("हिन्दी", "हिन्दी", id="vowel signs"),
        pytest.param("שָׁלוֹם שלום", "שלום שלום", id="vowel points"),
        pytest.param("#1 ™ 🎉 & _", "1", id="other signs"),
        pytest.param("… — !\n", "", id="no words"),
    ],
)
def test_what_counts(text: str, folded: str) -> None:
    assert " ".join(fold(text).folded) == folded


@given(texts)
def test_words_stand_where_they_say(text: str) -> None:
    words = fold(text)
    end = 0
    for number, folded in enumerate(words.folded):
        span = words.span(number, number)
        assert span.start >= end
        assert fold(span.of(text)).folded == [folded]
        assert words.cut(number, number + 1) == span.of(text)
        assert fold(text[end : span.start]).folded == []
        end = span.end
    assert fold(text[end:]).folded == []


@given(texts)
def test_every_letter_and_digit_is_in_a_word(text: str) -> None:
    words = fold(text)
    inside = {i for a, b in zip(words.starts, words.ends, strict=True) for i in range(a, b)}
    for place, char in enumerate(text):
        if unicodedata.category(char)[0] in "LN":
            assert place in inside


@given(texts)
def test_marks_case_and_white_space_do_not_count(text: str) -> None:
    text = unicodedata.normalize("NFC", text)
    folded = fold(text).folded
    assert fold(f"“{text}”").folded == folded
    assert fold(text.replace(" ", "\n\t ")).folded == folded
    assert fold(unicodedata.normalize("NFC", text.casefold())).folded == folded


def test_no_words_cut_is_nothing() -> None:
    assert fold("one two").cut(1, 1) == ""
