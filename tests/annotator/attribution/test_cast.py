"""Who a pronoun stands for: one actor alone that is possible, or nobody."""

import pytest

from tests.annotator.attribution.reported import quotes_in


@pytest.mark.parametrize(
    ("words", "actor"),
    [
        pytest.param("{person.low:Low} came. He said it rained.", "low", id="one here"),
        pytest.param("{person.low:Low} came.\nHe said it rained.", "low", id="one above"),
        pytest.param("It was May. He said it rained.", None, id="nobody"),
        pytest.param(
            "{person.low:Low} met {person.hill:Hill}. He said it rained.", None, id="two here"
        ),
        pytest.param(
            "{person.low:Low} met {person.hill:Hill}.\nHe said it rained.", None, id="two above"
        ),
        pytest.param(
            "Mr. {person.low:Low} met Ms. {person.hill:Hill}. She said it rained.",
            "hill",
            id="titles tell",
        ),
        pytest.param("{person.low:Low} came. They said it rained.", None, id="they"),
        pytest.param("{state.odd:Odd} won. It said it rained.", "odd", id="it"),
        pytest.param("{person.low:Low} came. It said it rained.", None, id="it is no person"),
        pytest.param("{person.low:Low}, who said it rained, left.", "low", id="who"),
        pytest.param("{state.odd:Odd}, which said it rained, left.", "odd", id="which"),
        pytest.param("{person.low:Low} met a man who said it rained.", None, id="who, unnamed"),
        pytest.param("The man who said it rained left.", None, id="who, nobody"),
        pytest.param("“{person.low:Low} came,” he said.", None, id="named in marks only"),
        pytest.param(
            "“{person.low:Low} came.” {person.hill:Hill} left. He said it rained.",
            "hill",
            id="named after marks",
        ),
        pytest.param("{person.low:Low} who said it rained left.", "low", id="who, no comma"),
        pytest.param("{person.low:Low} – who said it rained left.", None, id="who, far off"),
        pytest.param("{organization.mill:Mill} won. It said it rained.", "mill", id="it, a mill"),
        pytest.param("Mr. {person.low:Low} came.\nHe said it rained.", "low", id="title above"),
        pytest.param(
            "Then Mr. {person.low:Low} met Ms. {person.hill:Hill}. He said it rained.",
            "low",
            id="title amid tells",
        ),
        pytest.param(
            "“It rained.”{person.low:Low} left. He said it poured.", "low", id="named at marks"
        ),
    ],
)
def test_pronoun(words: str, actor: str | None) -> None:
    text, _, quotes, found = quotes_in(words)
    assert quotes[-1].speaker == actor
    pronouns = [(mention.span, mention.actor, mention.kind) for mention in found]
    assert pronouns == ([] if actor is None else [(quotes[-1].source, actor, "pronoun")])
    assert text


@pytest.mark.parametrize(
    ("words", "speakers"),
    [
        pytest.param(
            "{person.low:Low} met {person.hill:Hill}, {person.low:Low} said.\nHe said it rained.",
            ["low", "low"],
            id="who spoke last",
        ),
        pytest.param(
            "{person.low:Low} and {person.hill:Hill} came. {person.low:Low} said no.\n"
            "It rained.\nHe said it rained.",
            ["low", None],
            id="spoke too long ago",
        ),
        pytest.param(
            "{person.low:Low} met {person.hill:Hill}, {person.low:Low} said. He said it rained.",
            ["low", None],
            id="another between",
        ),
        pytest.param(
            "{person.hill:Hill} came. {person.low:Low} said it rained. He said it poured.",
            ["low", "low"],
            id="nobody between",
        ),
        pytest.param(
            "Mr. {person.low:Low} met Mr. {person.hill:Hill}, {person.low:Low} said.\n"
            "He said it rained.",
            ["low", "low"],
            id="who spoke last, with titles",
        ),
        pytest.param(
            "Mr. {person.low:Low} met Mr. {person.hill:Hill}. {person.low:Low} said it was dry, "
            "and {person.hill:Hill} left. He said it rained.",
            ["low", None],
            id="another between, with titles",
        ),
        pytest.param(
            "{person.hill:Hill} met {person.low:Low}. {person.low:Low} said it rained. "
            "{person.low:Low} left. He said it poured.",
            ["low", "low"],
            id="the same between",
        ),
    ],
)
def test_who_spoke_last(words: str, speakers: list[str | None]) -> None:
    _, _, quotes, _ = quotes_in(words)
    assert [quote.speaker for quote in quotes] == speakers
