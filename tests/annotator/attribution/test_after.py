"""Content after its cue."""

import pytest

from tests.annotator.attribution.reported import parts


@pytest.mark.parametrize(
    "words",
    [
        pytest.param(
            "{source:The mill} {cue:said} {content:that the river was rising}.",
            id="that",
        ),
        pytest.param("{source:Ana Low} {cue:said} {content:the river was rising}.", id="no that"),
        pytest.param(
            "{source:Ana Low} has repeatedly {cue:warned} {content:that the dam was weak}.",
            id="auxiliary and adverb",
        ),
        pytest.param(
            "{source:Ana Low} went on to {cue:say} {content:that it was late}.",
            id="chain verb",
        ),
        pytest.param(
            "{source:The council} {cue:accuses} {content:the mill of poisoning the river}.",
            id="accuse of",
        ),
        pytest.param(
            "{source:The council} {cue:insists on} {content:its right to the water}.",
            id="insist on",
        ),
        pytest.param(
            "{source:The council} {cue:called for} {content:a new bridge}, and work began.",
            id="call for ends at and",
        ),
        pytest.param(
            "{source:The council} {cue:vowed} {content:to mend the road}, which is steep.",
            id="infinitive ends at which",
        ),
        pytest.param(
            "{source:The council} {cue:praised} {content:the new mayor} in a statement on Monday.",
            id="object ends at adjunct",
        ),
        pytest.param(
            "{source:The council} {cue:praised} {content:the new mayor} Monday.",
            id="object ends at day",
        ),
        pytest.param(
            "{source:The council} {cue:praised} {content:the Monday market}.",
            id="day before its noun",
        ),
        pytest.param(
            "{source:The council} {cue:praised} {content:the mayor on the bridge}.",
            id="place stays",
        ),
        pytest.param(
            "{source:The council} {cue:praised} {content:the mayor} but left early.",
            id="object ends at but",
        ),
        pytest.param(
            "Although {source:Ana Low} {cue:said} {content:it was late}, work began.",
            id="opening clause",
        ),
        pytest.param(
            "After {source:Ana Low} {cue:said} {content:it was “late,”} work began.",
            id="opening clause with marks",
        ),
        pytest.param(
            "Although {source:Ana Low} {cue:said} {content:it was a “late” start}.",
            id="opening clause that never ends",
        ),
        pytest.param("In a letter announcing the end, the mill gave thanks.", id="no subject"),
        pytest.param(
            "{source:The mill} closed, {cue:saying} {content:that it had no water}.",
            id="participle",
        ),
        pytest.param(
            "{source:The mill} {cue:said} {content:it was late}, {cue:adding} "
            "{content:that the road was shut}.",
            id="participle after a quote",
        ),
        pytest.param(
            "In May, {source:the mill} closed, {cue:saying} "
            "{content:that it had no water, no coal}.",
            id="participle beyond a comma is no opening",
        ),
        pytest.param("It is worth noting that the road is steep.", id="expletive"),
        pytest.param("And it is worth noting that the road is steep.", id="expletive amid"),
        pytest.param(
            "{source:It} attacked the mill, {cue:saying} {content:that it was old}.",
            id="it that speaks",
        ),
        pytest.param(
            "{source:Ana Low}’s repeated {cue:claim} {content:that the dam was safe}.",
            id="noun with possessive",
        ),
        pytest.param(
            "{source:Her} {cue:claim} {content:that the dam was safe}.",
            id="noun with pronoun",
        ),
        pytest.param("A claim that the dam was safe was wrong.", id="noun without possessor"),
        pytest.param("Her claim is old.", id="noun without that"),
        pytest.param("{source:Low} {cue:said} {content:it}.", id="short"),
        pytest.param(
            "In a letter {source:that} {cue:announced} {content:the end}, the mill gave thanks.",
            id="relative in an opening",
        ),
        pytest.param("The old mill reports of flooding came late.", id="noun after a plain word"),
        pytest.param(
            "{source:The old mill} {cue:reports} {content:that the river rose}.",
            id="verb after a plain word",
        ),
        pytest.param("She said: ; rain", id="colon and a semicolon"),
        pytest.param("’s claim that it rained is old.", id="possessive of nobody"),
        pytest.param("In May the mill said, of all things, nothing.", id="nothing said"),
        pytest.param(
            "{source:The mill} was shut, {cue:saying} {content:that it had no water}.",
            id="participle after a form of be",
        ),
        pytest.param(
            "{source:Her} {cue:claim} {content:that it rained} and {cue:warning} "
            "{content:that it poured came late}.",
            id="noun and participle",
        ),
        pytest.param(
            "But {source:Low} {cue:said} {content:it rained, with wind}.",
            id="but opens no clause",
        ),
        pytest.param(
            "Although in the town {source:she} {cue:said} {content:it rained, with wind, "
            "work began}.",
            id="opening clause of another source",
        ),
        pytest.param(
            "Although a letter {source:that} {cue:announced} {content:the end}, and more, "
            "was lost, we left.",
            id="relative in a clause that opens",
        ),
        pytest.param(
            "The man {source:who} {cue:said} {content:it rained, with wind, left}.",
            id="relative in a clause that opens nothing",
        ),
        pytest.param(
            "It was wet. It was wet. It was wet. It was wet. It was wet. It was wet. It "
            "was wet. It was wet. It was wet. It was wet. It was wet. In a letter "
            "{source:that} {cue:announced} {content:the end}, the mill gave thanks.",
            id="relative in a later opening",
        ),
        pytest.param(
            "Although {source:Ana Low} {cue:said} {content:it rained}",
            id="opening clause without its end",
        ),
        pytest.param(
            "Although {source:Low} {cue:said} {content:yes, it rained}, work began.",
            id="opening clause and a comma at once",
        ),
    ],
)
def test_content_after_its_cue(words: str) -> None:
    found, wanted = parts(words)
    assert found == wanted
