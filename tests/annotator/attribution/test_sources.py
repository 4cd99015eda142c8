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
        pytest.param(
            "{content:“No,”} {cue:said} {source:Low, mayor}",
            id="no stop, bare apposition",
        ),
        pytest.param(
            "{content:“No,”} {cue:said} {source:Low}, that mayor.",
            id="another clause after",
        ),
        pytest.param(
            "All went according to that.",
            id="according to that",
        ),
        pytest.param(
            "It was wet. {source:The mayor} quickly visited the town and {cue:said} "
            "{content:it rained}.",
            id="second verb, adverb, later",
        ),
        pytest.param(
            "{source:Ana Low} Monday {cue:said} {content:it rained}.",
            id="day right before",
        ),
        pytest.param(
            "It was wet. {source:Low} on Monday {cue:said} {content:it rained}.",
            id="day between, later",
        ),
        pytest.param(
            "{source:Low} on 5 May {cue:said} {content:it rained}.",
            id="date between",
        ),
        pytest.param(
            "{source:The mayor} in May {cue:said} {content:it rained}.",
            id="month between",
        ),
        pytest.param(
            "{source:The mayor} earlier this week {cue:said} {content:it rained}.",
            id="earlier between",
        ),
        pytest.param(
            "The old mill\n{source:Low} {cue:said} {content:it rained}.",
            id="a line before",
        ),
        pytest.param(
            "{source:Odd (the old) town} {cue:said} {content:it rained}.",
            id="bracket amid",
        ),
        pytest.param(
            "It fell, {source:old)} {cue:said} {content:it rained}.",
            id="bracket that never opens, later",
        ),
        pytest.param(
            "Then again said it rained.",
            id="adverbs alone",
        ),
        pytest.param(
            "The mayor of said it rained.",
            id="of nobody",
        ),
        pytest.param(
            "‘Rain’ {source:Low} {cue:said} {content:it fell}.",
            id="single marks before",
        ),
        pytest.param(
            "{source:Low or Hill} {cue:said} {content:it rained}.",
            id="or",
        ),
        pytest.param(
            "{source:Mr. Low} {cue:said} {content:it rained}.",
            id="abbreviation",
        ),
        pytest.param(
            "Once elected {source:Low} {cue:said} {content:it rained}.",
            id="participle amid before",
        ),
        pytest.param(
            "Once based in {source:Odd} {cue:said} {content:it rained}.",
            id="participle in ed and adjunct before",
        ),
        pytest.param(
            "It rained and {source:Low} {cue:said} {content:it poured}.",
            id="and after a verb at once",
        ),
        pytest.param(
            "It rained hard and {source:Low} {cue:said} {content:it poured}.",
            id="and after a verb and an adverb",
        ),
        pytest.param(
            "The rain stopped, {source:Hill and Low} {cue:said} {content:it poured}.",
            id="and after a clause and a comma",
        ),
        pytest.param(
            "It rained\n{source:Hill and Low} {cue:said} {content:it poured}.",
            id="and after a verb of another line",
        ),
        pytest.param(
            "Hill, and {source:Low} {cue:said} {content:it rained}.",
            id="comma and and",
        ),
        pytest.param(
            "Hill, the “old”, said it rained.",
            id="marks at the end of an apposition",
        ),
        pytest.param(
            "Low, once — here, said it rained.",
            id="dash in an apposition",
        ),
        pytest.param(
            "{source:Ana Low, of St. Odd, the mayor}, {cue:said} {content:it rained}.",
            id="abbreviation in an apposition",
        ),
        pytest.param(
            "“Rain” {source:Low, the mayor}, {cue:said} {content:it rained}.",
            id="apposition after marks",
        ),
        pytest.param(
            "And {source:Low, the mayor}, {cue:said} {content:it rained}.",
            id="apposition after and",
        ),
        pytest.param(
            "{content:“No,”} {cue:said} {source:Mr. Low}",
            id="abbreviation at the end",
        ),
        pytest.param(
            "{content:“No,”} {cue:said} {source:Mr. Low} in May.",
            id="abbreviation and a preposition",
        ),
        pytest.param(
            "{content:“No,”} {cue:said} {source:Low} because it rained.",
            id="because after",
        ),
        pytest.param(
            "{content:“No,”} {cue:said} {source:Low}. eBank fell.",
            id="stop after, small letter",
        ),
        pytest.param(
            "{content:“No,”} {cue:said} {source:Low, a miller}.",
            id="article of one letter",
        ),
        pytest.param(
            "{content:“No,”} {cue:said} {source:her friend}.",
            id="possessive after",
        ),
        pytest.param(
            "{content:“No,”} {cue:said} {source:people}.",
            id="plural after",
        ),
        pytest.param(
            "“No,” said quickly people.",
            id="adverb first after",
        ),
        pytest.param(
            "“No,” said Monday Low.",
            id="day first after",
        ),
        pytest.param(
            "{content:“No,”} {cue:said} {source:the mayor’s quickly drawn friend}.",
            id="adverb after a possessive",
        ),
        pytest.param(
            "{content:“No,”} {cue:said} {source:Low}, waiting there.",
            id="participle after a comma",
        ),
        pytest.param(
            "{content:“No,”} {cue:said} {source:Low, one of the men}.",
            id="one of",
        ),
        pytest.param(
            "{content:“No,”} {cue:said} {source:Low}, Odd mayor.",
            id="name after a comma",
        ),
        pytest.param(
            "{content:“No,”} {cue:said} {source:Low}, he thinks.",
            id="pronoun after a comma",
        ),
        pytest.param(
            "{content:“No,”} {cue:said} {source:Low}, call keeper.",
            id="cue word after a comma",
        ),
        pytest.param("{content:“No,”} {cue:said} {source:Low}, whose mill burned.", id="whose"),
        pytest.param("{content:“No,”} {cue:said} {source:the late mayor}.", id="time amid"),
        pytest.param(
            "{content:“No,”} {cue:said} {source:the widely known mayor}.", id="adverb amid"
        ),
        pytest.param(
            "{content:“No,”} {cue:said} {source:the mayor’s early friend}.",
            id="time after a possessive",
        ),
        pytest.param(
            "{content:“No,”} {cue:said} {source:her late friend} Monday.", id="time after her"
        ),
        pytest.param(
            "{content:“No,”} {cue:said} {source:Low}, waiting.",
            id="participle alone after a comma",
        ),
        pytest.param(
            "{content:“No,”} {cue:said} {source:Low}, she.",
            id="pronoun alone after a comma",
        ),
    ],
)
def test_source(words: str) -> None:
    found, wanted = parts(words)
    assert found == wanted
