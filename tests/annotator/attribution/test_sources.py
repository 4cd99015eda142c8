"""The source: a noun phrase before or after its cue."""

import pytest

from tests.annotator.attribution.reported import parts


@pytest.mark.parametrize(
    "words",
    [
        pytest.param(
            "{source:The mayor of Odd and its people} {cue:said} {content:it rained}.",
            id="of and and",
        ),
        pytest.param("{source:Low (the elder)} {cue:said} {content:it rained}.", id="bracket"),
        pytest.param(
            "{source:old)} {cue:said} {content:it rained}.",
            id="bracket that never opens",
        ),
        pytest.param(
            "{source:Ana Low, the mayor of Odd}, {cue:said} {content:it rained}.",
            id="apposition",
        ),
        pytest.param(
            "It rained; {source:Ana Low, the mayor}, {cue:said} {content:it rained}.",
            id="apposition after a clause",
        ),
        pytest.param(
            "It rained: {source:Mr. Low, the mayor}, {cue:said} {content:it rained}.",
            id="apposition and an abbreviation",
        ),
        pytest.param("{source:Ana Low, 82}, {cue:said} {content:it rained}.", id="age"),
        pytest.param(
            "{source:Ana Low, of Odd, the mayor}, {cue:said} {content:it rained}.",
            id="two appositions",
        ),
        pytest.param(
            "The rain — {source:Ana Low, the mayor}, {cue:said} {content:it rained}.",
            id="dash and apposition",
        ),
        pytest.param(
            "He saw in Odd the man, {source:Ana Low, the mayor}, {cue:said} {content:it rained}.",
            id="apposition after a phrase",
        ),
        pytest.param(
            "{source:Low} saw the man, the mayor, {cue:said} {content:it rained}.",
            id="no apposition of the subject",
        ),
        pytest.param(
            "{source:Ana Low, a miller, the mayor}, {cue:said} {content:it rained}.",
            id="appositions in a row",
        ),
        pytest.param(
            "{source:She} {cue:said} {content:“no,”} ’s repeated claim that it rained.",
            id="possessive at the start",
        ),
        pytest.param("“Rain,” “Low”, said it.", id="marks before a comma"),
        pytest.param(
            "In May {source:the ministry} {cue:said} {content:it rained}.",
            id="adjunct before",
        ),
        pytest.param(
            "In a statement {source:Low} {cue:said} {content:it rained}.",
            id="a statement before",
        ),
        pytest.param("{source:Low} this week {cue:said} {content:it rained}.", id="time between"),
        pytest.param("{source:Low} on Monday {cue:said} {content:it rained}.", id="day between"),
        pytest.param("Low, said it rained.", id="comma alone"),
        pytest.param("{source:Monday} {cue:said} {content:it rained}.", id="a day alone"),
        pytest.param(
            "{source:All the people} {cue:said} {content:it rained}.",
            id="before a determiner",
        ),
        pytest.param(
            "“Rain” and {source:people} {cue:said} {content:it rained}.",
            id="and after marks",
        ),
        pytest.param("It was dry and {source:they} {cue:said} {content:it rained}.", id="pronoun"),
        pytest.param("{source:The woman} {cue:said} {content:it rained}.", id="plain"),
        pytest.param(
            "He saw the woman {source:who} {cue:said} {content:it rained}.",
            id="relative",
        ),
        pytest.param(
            "{source:Low} visited the town and {cue:said} {content:it rained}.",
            id="second verb",
        ),
        pytest.param(
            "{source:Low} quickly visited the town and {cue:said} {content:it rained}.",
            id="second verb, adverb",
        ),
        pytest.param(
            "The rain stopped, and {source:Low} {cue:said} {content:it rained}.",
            id="after a clause",
        ),
        pytest.param("Low, {source:Hill and Odd} {cue:said} {content:it rained}.", id="list"),
        pytest.param(
            "The town burned and {source:Low} {cue:said} {content:it rained}.",
            id="and after a verb",
        ),
        pytest.param("Asked, {source:Low} {cue:said} {content:it rained}.", id="participle before"),
        pytest.param(
            "Speaking in {source:Odd} {cue:said} {content:it rained}.",
            id="participle and adjunct before",
        ),
        pytest.param("{content:“No,”} {cue:said} {source:Mr. Low}.", id="abbreviation after"),
        pytest.param(
            "{content:“No,”} {cue:said} {source:the mayor of Odd} in May.",
            id="phrase after",
        ),
        pytest.param(
            "{content:“No,”} {cue:said} {source:an old herder}, who left.",
            id="who after",
        ),
        pytest.param(
            "{content:“No,”} {cue:said} {source:Low, his eldest friend}.",
            id="possessive apposition",
        ),
        pytest.param(
            "{content:“No,”} {cue:said} {source:Low, mayor of Odd}.",
            id="bare apposition",
        ),
        pytest.param("{content:“No,”} {cue:said} {source:Low}, adding salt.", id="no apposition"),
        pytest.param("{content:“No,”} {cue:said} {source:Low}, one day in May.", id="one day"),
        pytest.param(
            "{content:“No,”} {cue:said} {source:Low}. {content:“Never.”}",
            id="stop after",
        ),
        pytest.param("{content:“No,”} {cue:said} {source:Low} {content:“Never.”}", id="mark after"),
        pytest.param(
            "{content:“No,”} {cue:said} {source:the mayor (Odd)} quickly.",
            id="adverb after",
        ),
        pytest.param("{content:“No,”} {cue:said} {source:people of}.", id="of at the end"),
        pytest.param(
            "The head of the mill on Monday of {source:the town} {cue:said} {content:it rained}.",
            id="a day amid",
        ),
        pytest.param("“No,” said in", id="nobody after"),
        pytest.param("{content:“No,”} {cue:said} {source:Low},", id="a comma at the end"),
        pytest.param("{content:“No,”} {cue:said} {source:Low, the mayor}", id="no stop"),
        pytest.param("{source:U. Low} {cue:said} {content:it rained}.", id="initial at once"),
        pytest.param(
            "Hill, a miller, closed; {source:Ana Low, the mayor}, {cue:said} {content:it rained}.",
            id="apposition in a later clause",
        ),
        pytest.param(
            "{content:“No,”} {cue:said} {source:9/11 widow Ana Low}.",
            id="a number after",
        ),
        pytest.param("“No,” said of", id="a preposition after"),
        pytest.param("“No,” said …", id="a mark after all"),
        pytest.param("“No,” said", id="the end after"),
        pytest.param("Said quickly, said it rained.", id="nobody before"),
        pytest.param("The rain. — said it rained.", id="a dash before"),
    ],
)
def test_source(words: str) -> None:
    found, wanted = parts(words)
    assert found == wanted
