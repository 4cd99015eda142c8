from typing import Any

import pytest

from app.annotator.lexicon import speech
from app.annotator.lexicon.speech import Frame, load_speech
from app.errors import LexiconError


@pytest.mark.parametrize(
    ("word", "form"),
    [
        pytest.param("says", "third", id="irregular"),
        pytest.param("written", "participle", id="participle of its own"),
        pytest.param("denied", "past", id="y after a consonant"),
        pytest.param("portrayed", "past", id="y after a vowel"),
        pytest.param("describing", "ing", id="final e"),
        pytest.param("confesses", "third", id="hissing end"),
        pytest.param("Claims", "noun", id="capital"),
        pytest.param("claims", "noun", id="plural"),
    ],
)
def test_forms(word: str, form: str) -> None:
    assert form in [each for each, _ in load_speech().cues[word]]


@pytest.mark.parametrize(
    ("tables", "says"),
    [
        pytest.param(
            {"cues.toml": {"verb": [{"words": ["say"], "takes": ["salt"]}], "noun": []}},
            r"^cues\.toml: say takes what nothing takes: \['salt'\]$",
            id="a frame nobody knows",
        ),
        pytest.param(
            {"cues.toml": {"verb": [], "noun": [{"words": ["call"], "takes": ["salt"]}]}},
            r"^cues\.toml: call takes what nothing takes: \['salt'\]$",
            id="a frame of a noun that nobody knows",
        ),
        pytest.param(
            {"grammar.toml": {"verbs": frozenset()}},
            r"^grammar\.toml must have these lists: adverbs, articles, ",
            id="a list missing",
        ),
    ],
)
def test_a_wrong_file_is_named(
    tables: dict[str, Any], says: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand_in(tables, monkeypatch)
    with pytest.raises(LexiconError, match=says):
        load_speech()


@pytest.mark.parametrize(
    ("verb", "third", "past", "ing"),
    [
        pytest.param("warn", "warns", "warned", "warning", id="plain"),
        pytest.param("note", "notes", "noted", "noting", id="e"),
        pytest.param("deny", "denies", "denied", "denying", id="y after a consonant"),
        pytest.param("portray", "portrays", "portrayed", "portraying", id="y after a vowel"),
        pytest.param("stress", "stresses", "stressed", "stressing", id="s"),
        pytest.param("push", "pushes", "pushed", "pushing", id="sh"),
        pytest.param("preach", "preaches", "preached", "preaching", id="ch"),
        pytest.param("fix", "fixes", "fixed", "fixing", id="x"),
        pytest.param("buzz", "buzzes", "buzzed", "buzzing", id="z"),
    ],
)
def test_a_regular_verb_and_what_it_takes_when_nothing_is_said(
    verb: str, third: str, past: str, ing: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = {"verb": [{"words": [verb], "takes": ["that"]}], "noun": []}
    stand_in({"cues.toml": table}, monkeypatch)
    frame = Frame(frozenset({"that"}), frozenset(), before=False, addressee=False)
    cues = {word: found for word, found in load_speech().cues.items() if word[0].islower()}
    assert cues == {
        verb: (("base", frame),),
        third: (("third", frame),),
        past: (("past", frame),),
        ing: (("ing", frame),),
    }


@pytest.mark.parametrize("word", ["of", "and", "Although", "him"])
def test_words_of_grammar_end_no_noun_phrase(word: str) -> None:
    assert word in load_speech().grammar.function_words


def stand_in(tables: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    """Lets these tables be read in the place of the files of their names."""
    for reader in ("read_table", "read_words"):
        real = getattr(speech, reader)
        monkeypatch.setattr(
            speech, reader, lambda name, real=real: tables[name] if name in tables else real(name)
        )
