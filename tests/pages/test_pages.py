import pytest

from app.pages import _counted, _day, _percent, _plain, _shorten, _words


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("a < b & \"c\"", "a &lt; b &amp; &#34;c&#34;"),
        ("\u202eabc", '<span class="control">\u202e</span>abc'),
        ("\u2066<", '<span class="control">\u2066</span>&lt;'),
        ("\u200fa\u200d\u0301", "\u200fa\u200d\u0301"),
    ],
    ids=["markup", "an override", "an isolate", "marks that turn nothing around"],
)  # fmt: skip
def test_words_are_shown_as_they_are(words: str, shown: str) -> None:
    assert str(_words(words)) == shown


def test_an_attribute_has_no_control() -> None:
    assert _plain("a\u202eb\u2067c") == "abc"


@pytest.mark.parametrize(
    ("words", "shortened"),
    [("one two", "one two"), ("one two three", "one two…"), ("onetwothree", "onetwoth…")],
)
def test_long_words_are_cut_between_two(words: str, shortened: str) -> None:
    assert _shorten(words, 8) == shortened


def test_numbers_are_told() -> None:
    assert [_counted("quote", n) for n in (0, 1, 1000)] == ["0 quotes", "1 quote", "1,000 quotes"]
    assert [_percent(share) for share in (0.004, 0.01, 0.518, 1)] == [
        "under 1 %",
        "1 %",
        "52 %",
        "100 %",
    ]


def test_a_day_is_told_as_one_says_it() -> None:
    assert _day("2020-11-02T23:30:00+05:00") == "2 November 2020"
