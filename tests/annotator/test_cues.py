import pytest

from app.annotator.cues import recognise
from app.annotator.lexicon import load_lexicon

SPEECH = load_lexicon().speech


def cues_in(sentence: str) -> list[str]:
    """The cues of a sentence's last cue word: the words around it, and its form."""
    words = sentence.split()
    at = max(index for index, word in enumerate(words) if word in SPEECH.cues)
    return [
        f"{' '.join(words[cue.first : cue.end])} ({cue.form})"
        for cue in recognise(words, at, 0, SPEECH.cues[words[at]], SPEECH.grammar)
    ]


@pytest.mark.parametrize(
    ("sentence", "cue"),
    [
        pytest.param("Low said no", "said (past)", id="past"),
        pytest.param("Low has also said no", "has also said (past)", id="auxiliary and adverb"),
        pytest.param("Low has written no", "has written (participle)", id="participle"),
        pytest.param("Low says no", "says (third)", id="third"),
        pytest.param("They say no", "say (base)", id="base"),
        pytest.param("Low will say no", "will say (base)", id="base with auxiliary"),
        pytest.param("Low is saying no", "is saying (ing)", id="progressive"),
        pytest.param("Low left , saying no", "saying (ing)", id="participle clause"),
        pytest.param("Low went on to say no", "went on to say (base)", id="went on to"),
        pytest.param("Low seemed to say no", "seemed to say (base)", id="seemed to"),
        pytest.param("Later Low called for help", "called for (past)", id="particle"),
        pytest.param("Later Low called for", "called for (past)", id="particle at the end"),
        pytest.param(
            "Claims Low no", "Claims (third)", id="one that may be a noun at the beginning"
        ),
        pytest.param("However said no", "said (past)", id="adverb of the sentence"),
        pytest.param("It rained ; However said no", "said (past)", id="adverb of a later sentence"),
        pytest.param("Those who went often said no", "often said (past)", id="chain verb alone"),
        pytest.param("They claim no", "claim (base)", id="base that may be a noun"),
        pytest.param("Voters claim no", "claim (base)", id="base after a plural"),
        pytest.param("' Yes ! ' said Low", "said (past)", id="after a closing mark"),
        pytest.param("‘ Yes ! ’ said Low", "said (past)", id="after a curly closing mark"),
        pytest.param("This claims much", "claims (third)", id="pointer"),
        pytest.param("Boys claim no", "claim (base)", id="base after a short plural"),
        pytest.param(
            "Low has still still still still still still said no",
            "still still still still still still said (past)",
            id="no more than six words before a verb are its own",
        ),
    ],
)
def test_a_cue(sentence: str, cue: str) -> None:
    assert cue in cues_in(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("Low was told no", id="passive"),
        pytest.param("Low was also told no", id="passive with an adverb"),
        pytest.param("Low came to say no", id="infinitive"),
        pytest.param("Low went on say no", id="on without to"),
        pytest.param("the said man", id="after an article"),
        pytest.param("Low left , the reports came", id="after a comma and an article"),
        pytest.param("two calls came", id="counted"),
        pytest.param("7 calls came", id="counted by a number"),
        pytest.param("The 3rd calls came", id="counted in order"),
        pytest.param("Low written no", id="participle alone"),
        pytest.param("Low is say no", id="base after be"),
        pytest.param("the say of", id="base after an article"),
        pytest.param("the says of", id="third after an article"),
        pytest.param("the saying of", id="ing after an article"),
        pytest.param("Low ’s says", id="after a possessive"),
        pytest.param("Low 's says", id="after a straight one"),
        pytest.param("the voters ’ says", id="after that of a plural"),
        pytest.param("the voters ' says", id="after a straight one of a plural"),
        pytest.param("Gas claim", id="after an s that makes no plural"),
        pytest.param("Low has says", id="third after have"),
        pytest.param("Low had saying no", id="ing after have"),
        pytest.param("Low pointed", id="particle that never comes"),
        pytest.param("the United States", id="a name"),
    ],
)
def test_no_cue(sentence: str) -> None:
    assert [cue for cue in cues_in(sentence) if "(noun)" not in cue] == []


@pytest.mark.parametrize(("floor", "cue"), [
    (0, "went on to say"), (1, "went on to say"), (2, "to say"), (3, None), (4, "say"),
])  # fmt: skip
def test_nothing_before_the_floor_belongs_to_a_cue(floor: int, cue: str | None) -> None:
    words = ["Low", "went", "on", "to", "say", "no"]
    found = recognise(words, 4, floor, SPEECH.cues["say"], SPEECH.grammar)
    assert {" ".join(words[each.first : each.end]) for each in found} == ({cue} if cue else set())


@pytest.mark.parametrize(("floor", "is_cue"), [(0, True), (1, True), (2, False)])
def test_a_mark_closes_what_was_said_in_the_same_clause(floor: int, is_cue: bool) -> None:
    words = ["Yes", "!", "’", "said", "Low"]
    assert bool(recognise(words, 3, floor, SPEECH.cues["said"], SPEECH.grammar)) is is_cue


def test_an_auxiliary_before_the_floor_does_not_belong_to_a_cue() -> None:
    words = ["had", "said", "no"]
    found = recognise(words, 1, 1, SPEECH.cues["said"], SPEECH.grammar)
    assert [cue.first for cue in found] == [1]


def test_a_noun_is_a_cue_of_its_own() -> None:
    assert "claim (noun)" in cues_in("Low ’s claim that")
    assert "claim (noun)" not in cues_in("claim that")
    assert "claim (noun)" not in cues_in("‘ Yes ! ’ claim that")


def test_only_a_verb_is_doubtful() -> None:
    words = ["mill", "claim", "that"]
    found = recognise(words, 1, 0, SPEECH.cues["claim"], SPEECH.grammar)
    assert {(cue.form, cue.doubtful) for cue in found} == {("noun", False)}
