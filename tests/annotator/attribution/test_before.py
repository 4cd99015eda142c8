"""Content before or around its cue."""

import pytest

from tests.annotator.attribution.reported import parts


@pytest.mark.parametrize(
    "words",
    [
        pytest.param(
            "{content:“The river is rising,”} {source:Ana Low} {cue:said}.",
            id="quotation",
        ),
        pytest.param(
            "{content:“The river is rising,”} {cue:said} {source:Ana Low, the mayor of Odd}.",
            id="inverted",
        ),
        pytest.param(
            "{content:“The river is rising,”} {cue:said} {source:she}.",
            id="inverted pronoun",
        ),
        pytest.param(
            "{content:The river was rising}, {source:the mayor} {cue:said}.",
            id="indirect",
        ),
        pytest.param(
            "{content:The river was rising}, {cue:said} {source:the mayor}.",
            id="indirect inverted",
        ),
        pytest.param(
            "{content:The river}, {source:the mayor} {cue:said}, {content:was rising}.",
            id="around",
        ),
        pytest.param(
            "{content:The river}, {source:the mayor} {cue:told} me on Friday, {content:is "
            "rising fast}.",
            id="around with adjunct",
        ),
        pytest.param(
            "{content:“The river,”} {source:the mayor} {cue:said}, {content:“is rising.”}",
            id="interrupted",
        ),
        pytest.param(
            "{content:“The river is high,”} {source:she} {cue:said}, {content:but now “it falls.”}",
            id="goes on with but",
        ),
        pytest.param(
            "{content:“The river is high,”} {source:she} {cue:said}, and left the hall early.",
            id="and without marks",
        ),
        pytest.param(
            "{content:“The river is high,”} {source:she} {cue:said}, and all of us went "
            "home for the night.",
            id="and without marks, long",
        ),
        pytest.param(
            "{content:“The river is high,”} {source:she} {cue:said}, pointing north.",
            id="participle after",
        ),
        pytest.param(
            "{content:The river was high}, {source:she} {cue:said}, pointing north.",
            id="indirect, participle after",
        ),
        pytest.param(
            "{content:The river was high}, {source:she} {cue:said} on Monday, a day of rain.",
            id="indirect, apposition after",
        ),
        pytest.param("{content:“Is it late?”} {source:Ana Low} {cue:asked}.", id="question"),
        pytest.param(
            "{cue:According to} {source:the mill}, {content:the dam is safe}.",
            id="according to first",
        ),
        pytest.param(
            "{content:The dam is safe}, {cue:according to} {source:the mill}.",
            id="according to last",
        ),
        pytest.param(
            "{content:The dam}, {cue:according to} {source:the mill}, {content:is safe now}.",
            id="according to amid",
        ),
        pytest.param(
            "{content:The dam}, {cue:according to} {source:its keeper}, and so on.",
            id="according to and",
        ),
        pytest.param(
            "{content:The dam is safe} {cue:according to} {source:the mill}.",
            id="according to without comma",
        ),
        pytest.param(
            "{content:All went} {cue:according to} {source:plan}",
            id="according to a plan",
        ),
        pytest.param("According to", id="nothing after"),
        pytest.param("According to of the", id="no phrase after"),
        pytest.param("According to the mill.", id="nothing said"),
        pytest.param("According to the mill, no.", id="one word said"),
        pytest.param("According to the mill, Odd.", id="one name said"),
        pytest.param("Things went according as hoped.", id="not to"),
        pytest.param(
            "But {cue:according to} {source:the mill}, {content:the dam is safe}.",
            id="but first",
        ),
        pytest.param(
            "The mayor was blunt: {content:“The dam is weak,”} {source:she} {cue:said}.",
            id="after a colon",
        ),
        pytest.param("{content:The river was high}, {source:she} {cue:said}", id="no stop"),
        pytest.param(
            "{content:The river was high}, {source:she} {cue:said}, which pleased us.",
            id="which after",
        ),
        pytest.param(
            "{content:“No,”} {cue:said} {source:Low}, and {content:“Yes,”} {cue:said} "
            "{source:Hill}.",
            id="two inverted",
        ),
        pytest.param(
            "{content:“No,”} {source:she} {cue:said}, and {content:“Yes,”} {cue:said} {source:Low}",
            id="and with marks that are attributed",
        ),
        pytest.param(
            "{content:“No,”} {source:she} {cue:said},\n“Yes” is a word.",
            id="a comma at the end",
        ),
        pytest.param(
            "{content:“No,”} {source:she} {cue:said} to us when {source:we} {cue:called "
            "for} {content:help}.",
            id="a cue after",
        ),
        pytest.param(
            "{content:“No,”} {source:she} {cue:said}, and the rain, all of it, came “down” "
            "at once.",
            id="and with marks far off",
        ),
        pytest.param(
            "{cue:According to} {source:the mill}, {content:the dam is safe and strong}.",
            id="according to and a pair",
        ),
        pytest.param(
            "{content:“No,”} {source:she} {cue:said}, and so the long rain of the old year "
            "went on and on, “down” hill.",
            id="and with marks out of reach",
        ),
        pytest.param(
            "{content:The river was high}, {source:she} {cue:said} on Monday, the first "
            "day of rain.",
            id="indirect, apposition with the",
        ),
        pytest.param(
            "{content:The river was high}, {source:she} {cue:said} Monday, the first day of rain.",
            id="indirect, apposition after a day",
        ),
        pytest.param("In July, they agree.", id="adjunct alone before"),
        pytest.param("In red, they agree.", id="no past form, so short"),
        pytest.param("{content:In ice aged}, {source:they} {cue:say}.", id="a short past form"),
        pytest.param("It was wet. In July, they agree.", id="adjunct alone after a sentence"),
        pytest.param(
            "{content:In July it rained}, {source:they} {cue:say}.",
            id="adjunct and a clause before",
        ),
        pytest.param("So, she said.", id="too short"),
        pytest.param(
            "{content:The river was high}, {source:she} {cue:said} at a rally held by the mill.",
            id="said at a rally",
        ),
        pytest.param(
            "“No,” has said Low.",
            id="inverted perfect",
        ),
        pytest.param(
            "All went according",
            id="according alone",
        ),
        pytest.param(
            "{content:The dam is safe} {cue:according to} {source:the mill}, it stands there.",
            id="according to without comma, and more",
        ),
        pytest.param(
            "According to the mill,",
            id="according to and a comma at the end",
        ),
        pytest.param(
            "Of “the dam” {source:she} {cue:said} {content:that it broke}.",
            id="marks that lead nowhere",
        ),
        pytest.param(
            "{content:It rained hard}, {cue:said} {source:Low}",
            id="indirect inverted, no stop",
        ),
        pytest.param(
            "It was dry. So, she said.",
            id="too short, later",
        ),
        pytest.param(
            "{content:The river}, {source:the mayor} {cue:said}, {content:was rising} and "
            "{cue:called for} {content:help}.",
            id="around and a second verb",
        ),
        pytest.param(
            "{content:The river was high}, {source:she} {cue:told} a crowd.",
            id="told a crowd",
        ),
        pytest.param(
            "{content:“No,”} {cue:said} {source:Low}; {content:“Yes,”} {cue:said} {source:Hill}.",
            id="two inverted, a semicolon",
        ),
        pytest.param(
            "It was wet and cold all day. In July, they agree.",
            id="adjunct alone, later",
        ),
        pytest.param(
            "In the long and cold and wet month of the old year, they agree.",
            id="long adjunct alone",
        ),
        pytest.param(
            "{content:“No,”} {source:she} {cue:said} of the “old” dam.",
            id="marks in the attribution",
        ),
        pytest.param(
            "{content:“No,”} {source:she} {cue:said} and {content:“yes.”}",
            id="and with marks at once",
        ),
        pytest.param(
            "{content:The river}, {source:she} {cue:told} the mill keeper of Odd, "
            "{content:is rising fast}.",
            id="around a long attribution",
        ),
        pytest.param(
            "{content:The river}, {source:she} {cue:told} the old call centre, {content:is "
            "rising fast}.",
            id="a cue word in the attribution",
        ),
        pytest.param(
            "{content:The river}, {source:she} {cue:told} the very old call centre, is "
            "rising fast.",
            id="a cue word far on",
        ),
        pytest.param(
            "{content:“The river is high,”} {source:she} {cue:said}, {content:and now “it falls.”}",
            id="goes on with and",
        ),
        pytest.param(
            "{content:“The river is high,”} {source:she} {cue:said}, {content:and “it falls.”}",
            id="goes on with and at once",
        ),
        pytest.param(
            "{content:“The river is high,”} {source:she} {cue:said}, {content:and now “it "
            "falls”} fast.",
            id="goes on with and, then more",
        ),
        pytest.param(
            "{content:“The river is high,”} {source:she} {cue:said}, {content:and “now it "
            "falls!”}.",
            id="goes on with and to a stop",
        ),
        pytest.param(
            "{content:“The river is high,”} {source:she} {cue:said}, {content:and “now it falls!”}",
            id="goes on with and to the end",
        ),
        pytest.param(
            "{content:“No,”} {source:she} {cue:said}, and it, too, “fell” at once.",
            id="and with marks after a comma",
        ),
        pytest.param(
            "{content:The river}, {source:she} {cue:said}, {content:once a brook, is high}.",
            id="around with a plain word",
        ),
        pytest.param(
            "{content:The river}, {source:she} {cue:said}, rose.",
            id="around and one word",
        ),
        pytest.param(
            "{cue:According to} {source:the mill}, {content:saying so is safe and strong}.",
            id="according to and a participle",
        ),
        pytest.param(
            "{content:“The river is high,”} {source:she} {cue:said}, {content:and “it "
            "falls,”} again",
            id="goes on with and, then a word",
        ),
    ],
)
def test_content_before_its_cue(words: str) -> None:
    found, wanted = parts(words)
    assert found == wanted
