"""Whose voice a source is: the speaker, and the actor an unnamed source speaks for."""

import pytest

from tests.annotator.attribution.reported import quotes_in


@pytest.mark.parametrize(
    ("words", "speaker", "on_behalf_of"),
    [
        pytest.param("{person.low:Ana Low} said it rained.", "low", None, id="name"),
        pytest.param("President {person.low:Low} said it rained.", "low", None, id="title"),
        pytest.param("{person.low:Low}, a miller, said it rained.", "low", None, id="apposition"),
        pytest.param("{state.odd:Odd} said it rained.", "odd", None, id="state"),
        pytest.param("Mr. {person.low:Low} said it rained.", "low", None, id="short title"),
        pytest.param("The {organization.mill:Mill} said it rained.", "mill", None, id="article"),
        pytest.param(
            "The {organization.mill_desc:office of {person.low:Low}} said it rained.",
            "mill",
            None,
            id="description",
        ),
        pytest.param(
            "{organization.mill_desc:Office of {person.low:Low}} said it rained.",
            "mill",
            None,
            id="description without article",
        ),
        pytest.param(
            "{person.low:Low} of {organization.mill_desc:the mill} said it rained.",
            "low",
            None,
            id="description further on",
        ),
        pytest.param(
            "{person.low:Low} and {person.hill:Hill} said it rained.", None, None, id="two"
        ),
        pytest.param("A source said it rained.", None, None, id="nobody"),
        pytest.param(
            "{person.low:Low} & {person.hill:Hill} said it rained.", None, None, id="two in brief"
        ),
        pytest.param("A man from {state.odd:Odd} said it rained.", None, None, id="no official"),
        pytest.param(
            "A {organization.mill:Mill} official said it rained.", None, "mill", id="official"
        ),
        pytest.param(
            "A spokesman for the {organization.mill:Mill} said it rained.", None, "mill", id="for"
        ),
        pytest.param("A spokesman for {person.low:Low} said it rained.", None, "low", id="person"),
        pytest.param("An aide to old {person.low:Low} said it rained.", None, None, id="aide to"),
        pytest.param("{person.low:Low}’s aide said it rained.", None, None, id="person’s aide"),
        pytest.param("{state.odd:Odd}’s envoy said it rained.", None, "odd", id="state’s envoy"),
        pytest.param(
            "The minister, {person.low:Ana Low}, said it rained.", "low", None, id="named beside"
        ),
        pytest.param(
            "An official, friend of {state.odd:Odd}, said it rained.", None, None, id="beside"
        ),
        pytest.param(
            "The {organization.mill:Mill} official, a friend, said it rained.",
            None,
            "mill",
            id="unnamed beside",
        ),
        pytest.param("“It rained.” — Ana Low", None, None, id="no cue"),
        pytest.param("Blunt: “It rained.”", None, None, id="no source"),
        pytest.param(
            "{person.low:Low} or {person.hill:Hill} said it rained.",
            None,
            None,
            id="one or the other",
        ),
        pytest.param(
            "{person.low:Low} (the elder) said it rained.",
            "low",
            None,
            id="brackets",
        ),
        pytest.param(
            "Old {person.low:Low}) said it rained.",
            "low",
            None,
            id="a bracket",
        ),
        pytest.param(
            "“No,” said {person.low:Low} and left.",
            "low",
            None,
            id="and after the source",
        ),
        pytest.param(
            "An old {organization.mill_desc:river office} said it rained.",
            None,
            None,
            id="description after a word",
        ),
        pytest.param(
            "Old {organization.mill_desc:office of {person.low:Low}} said it rained.",
            None,
            None,
            id="description, of a person, after a word",
        ),
        pytest.param(
            "The {organization.mill_desc:office} said it rained.",
            "mill",
            None,
            id="description of one word",
        ),
        pytest.param(
            "An official or {person.low:Low} said it rained.",
            None,
            None,
            id="official or person",
        ),
        pytest.param(
            "An official or the {organization.mill:Mill} said it rained.",
            None,
            None,
            id="official or mill",
        ),
        pytest.param(
            "An official (of the {organization.mill:Mill}) said it rained.",
            None,
            None,
            id="official and brackets",
        ),
        pytest.param(
            "The official, who met {person.low:Low}, said it rained.",
            None,
            None,
            id="who met a person",
        ),
        pytest.param(
            "The official, which met {person.low:Low}, said it rained.",
            None,
            None,
            id="which met a person",
        ),
        pytest.param(
            "A {organization.mill:Mill} spokesman for {person.low:Low} said it rained.",
            None,
            "mill",
            id="the nearest",
        ),
    ],
)
def test_voice(words: str, speaker: str | None, on_behalf_of: str | None) -> None:
    _, _, quotes, _ = quotes_in(words)
    assert [(quote.speaker, quote.on_behalf_of) for quote in quotes] == [(speaker, on_behalf_of)]
