"""How a content opens after its cue."""

import pytest

from tests.annotator.attribution.reported import parts


@pytest.mark.parametrize(
    "words",
    [
        pytest.param(
            "{source:She} {cue:said}, on Thursday, {content:that it rained}.",
            id="adjunct between commas",
        ),
        pytest.param("{source:She} {cue:said}, {content:that it rained}.", id="that after a comma"),
        pytest.param(
            "{source:She} {cue:said}, on Thursday, {content:“It rained.”}",
            id="adjunct and a mark",
        ),
        pytest.param("She said, on Thursday, it rained.", id="adjunct and neither"),
        pytest.param("She said, on “May” Thursday.", id="a mark amid the adjunct"),
        pytest.param("She said, on Thursday of all days", id="adjunct without an end"),
        pytest.param("She said,", id="comma at the end"),
        pytest.param("She said, on May 1,", id="comma at the end of an adjunct"),
        pytest.param(
            "{source:She} {cue:said} in a statement {content:that it rained}.",
            id="in a statement",
        ),
        pytest.param("{source:She} {cue:said} in a statement: {content:it rained}.", id="colon"),
        pytest.param("{source:She} {cue:said} in August {content:it rained}.", id="new subject"),
        pytest.param(
            "{source:She} {cue:said} in a letter, {content:“It rained.”}",
            id="mark after an adjunct",
        ),
        pytest.param("She said in the “dark” hall", id="marks within an adjunct"),
        pytest.param("She said in May.", id="adjunct alone"),
        pytest.param("She said in May of a year", id="adjunct without a stop"),
        pytest.param(
            "{source:She} {cue:said} {content:under the deal rain was due}.",
            id="clause that begins with a preposition",
        ),
        pytest.param("{source:She} {cue:said} {content:at least three came}.", id="measure"),
        pytest.param(
            "{source:She} {cue:said} {content:at half the towns it rained}.", id="measure by half"
        ),
        pytest.param("{source:She} {cue:said} {content:about 500 came}.", id="measure by number"),
        pytest.param("{source:She} {cue:said} again {content:it rained}.", id="adverb"),
        pytest.param(
            "{source:She} {cue:called} {content:Monday's rain a flood}.",
            id="a day that owns",
        ),
        pytest.param("She said Monday", id="day at the end"),
        pytest.param("She said:", id="colon at the end"),
        pytest.param("She said and left.", id="coordination"),
        pytest.param("She said.", id="nothing"),
        pytest.param("She said", id="the end"),
        pytest.param("{source:She} {cue:vowed} {content:to leave}.", id="infinitive"),
        pytest.param("She condemned to.", id="infinitive it does not take"),
        pytest.param("{source:She} {cue:rejected} {content:“the deal”}.", id="object in marks"),
        pytest.param("{source:She} {cue:told} reporters {content:that it rained}.", id="told that"),
        pytest.param("{source:She} {cue:told} them {content:it rained}.", id="told them"),
        pytest.param("She told them of rain.", id="told of"),
        pytest.param(
            "{source:She} {cue:told} reporters {content:the rain had come}.",
            id="told, determiner",
        ),
        pytest.param(
            "{source:She} {cue:told} reporters {content:his rain had come}.",
            id="told, possessive",
        ),
        pytest.param("{source:She} {cue:told} reporters {content:Odd was wet}.", id="told, name"),
        pytest.param(
            "{source:She} {cue:told} reporters {content:they were wet}.",
            id="told, pronoun",
        ),
        pytest.param("She told reporters this week.", id="told, time"),
        pytest.param("{source:She} {cue:told} reporters: {content:“It rained.”}", id="told, colon"),
        pytest.param(
            "{source:She} {cue:told} reporters: {content:it rained}.", id="told, colon, no mark"
        ),
        pytest.param("She told an old man, Odd, of rain.", id="told, comma and a name"),
        pytest.param("{source:She} {cue:told} the crowd {content:“It rained.”}", id="told, mark"),
        pytest.param("She told the “crowd” of", id="told, marks within"),
        pytest.param("{source:She} {cue:told} {content:“rain”}.", id="told, mark at once"),
        pytest.param("{source:She} {cue:told} him {content:to leave}.", id="told to"),
        pytest.param("{source:She} {cue:told} reporters {content:why it rained}.", id="told why"),
        pytest.param("She told reporters, she left.", id="told, comma"),
        pytest.param("She told reporters", id="told, end"),
        pytest.param("She told reporters and the crowd of people.", id="told, and"),
        pytest.param("She told a man in a hall", id="told, phrase"),
        pytest.param(
            "She told of rain and wind at night and more wind and rain and rain and wind "
            "and rain and rain.",
            id="told, long",
        ),
        pytest.param(
            "{source:She} {cue:promised} {content:“to leave”}.",
            id="infinitive in marks",
        ),
        pytest.param(
            "{source:She} {cue:said}: {content:it rained}.",
            id="colon at once",
        ),
        pytest.param(
            "{source:She} {cue:said}: {content:no}",
            id="colon and one word",
        ),
        pytest.param(
            "{source:She} {cue:called} {content:Monday’s rain a flood}.",
            id="a day that owns, curled",
        ),
        pytest.param(
            "{source:She} {cue:called} {content:Monday’s}",
            id="a day that owns nothing",
        ),
        pytest.param(
            "{source:She} {cue:said} {content:about 500}",
            id="measure at the end",
        ),
        pytest.param(
            "{source:She} {cue:said} {content:at least three}.",
            id="measure of least",
        ),
        pytest.param(
            "{source:She} {cue:said} {content:at most three}.",
            id="measure of most",
        ),
        pytest.param(
            "{source:She} {cue:said} {content:about 5km of road}.",
            id="measure of one digit",
        ),
        pytest.param(
            "{source:She} {cue:said} {content:about 500 people}.",
            id="measure without a verb",
        ),
        pytest.param(
            "She said in 2019.",
            id="in a year",
        ),
        pytest.param(
            "She said on 5 May.",
            id="on a date",
        ),
        pytest.param(
            "She said by 5 May.",
            id="by a date",
        ),
        pytest.param(
            "{source:She} {cue:said} in a statement: {content:rain fell}.",
            id="colon after an adjunct, a plain word",
        ),
        pytest.param(
            "In the “old” hall {source:she} {cue:told} reporters {content:that it rained}.",
            id="told, marks before",
        ),
        pytest.param(
            "{source:She} {cue:told} him {content:to leave} on Monday.",
            id="told to, and a day",
        ),
        pytest.param(
            "{source:She} {cue:told} reporters: {content:rain fell}.",
            id="told, colon, a plain word",
        ),
        pytest.param(
            "She told him",
            id="told him, end",
        ),
        pytest.param(
            "{source:She} {cue:told} him {content:no}",
            id="told him, one word",
        ),
        pytest.param(
            "{source:She} {cue:told} him {content:I left}.",
            id="told him, one letter",
        ),
        pytest.param(
            "{source:She} {cue:told} reporters {content:Odd won}",
            id="told, name, end",
        ),
        pytest.param(
            "She told a crowd in May, a month of rain.",
            id="told, comma and an article",
        ),
        pytest.param(
            "She told reporters in Odd of rain.",
            id="told, name after a preposition",
        ),
        pytest.param(
            "She told reporters and Low of rain.",
            id="told and a name",
        ),
        pytest.param(
            "{source:She} {cue:told} reporters {content:Monday the market had closed}.",
            id="told, day and a subject",
        ),
        pytest.param(
            "She told, they left.",
            id="told, comma at once",
        ),
        pytest.param(
            "She said, in May; on Friday, that it rained.",
            id="a stop amid the adjunct",
        ),
        pytest.param(
            "She told his Odd friend of rain.",
            id="told, possessive and a name",
        ),
        pytest.param(
            "She told a crowd in May, the mayor of Odd.",
            id="told, comma and a subject",
        ),
        pytest.param(
            "She told reporters the week was long.",
            id="told, a time with an article",
        ),
    ],
)
def test_opening(words: str) -> None:
    found, wanted = parts(words)
    assert found == wanted
