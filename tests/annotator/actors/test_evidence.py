import pytest

from app.annotator.actors.evidence import Evidence, weigh_place, weigh_shape
from app.annotator.lexicon import load_lexicon
from app.annotator.lexicon.classes import ADDRESS, TITLE
from app.annotator.mentions import Candidate
from app.annotator.mentions.reading import read
from app.annotator.tokens import tokenize
from app.text.splitting import build_plain_document
from tests.marked import marked


def weigh(words: str, *, shape: bool) -> Evidence:
    """The points that the name marked `x` adds to those it had."""
    text, spans = marked(words)
    lexicon = load_lexicon()
    tokens = tokenize(build_plain_document(text), lexicon)
    first = tokens.starts.index(spans["x"][0].start)
    end = tokens.ends.index(spans["x"][0].end) + 1
    title = lexicon.names.written[tokens.words[first - 1]] & (ADDRESS | TITLE) if first else 0
    candidate = Candidate(first, end, "name", "name_in_context", title=title)
    evidence = Evidence(person=20, organization=20, place=20)
    (weigh_shape if shape else weigh_place)(read(tokens, lexicon), candidate, evidence)
    evidence.person -= 20
    evidence.organization -= 20
    evidence.place -= 20
    return evidence


@pytest.mark.parametrize(
    ("words", "person", "organization"),
    [
        pytest.param("{x:Quipp Dvorlun}", 2, 0, id="two-words"),
        pytest.param("{x:Quipp Dvorlun Arlen Bosk}", 2, 0, id="four-words"),
        pytest.param("{x:Quipp Dvorlun Arlen Bosk Tarn}", 0, 0, id="five-words"),
        pytest.param("{x:Ana Dvorlun}", 4, 0, id="given-name"),
        pytest.param("{x:Quipp Costa}", 3, 0, id="surname"),
        pytest.param("{x:Quipp Costa Dvorlun}", 2, 0, id="surname-in-the-middle"),
        pytest.param("{x:Quipp Dvorlun} left Costa", 2, 0, id="surname-further-on"),
        pytest.param("{x:J. Dvorlun}", 3, 0, id="initial"),
        pytest.param("{x:Quipp A. Dvorlun}", 3, 0, id="initial-in-the-middle"),
        pytest.param("{x:Quipp Al Dvorlun}", 3, 0, id="particle"),
        pytest.param("{x:Quipp van Dvorlun}", 3, 0, id="particle-and-everyday-word"),
        pytest.param("{x:Quipp X Dvorlun}", 2, 0, id="one-letter"),
        pytest.param("{x:Quipp Market}", 0, 0, id="everyday-word"),
        pytest.param("{x:Balance Sheet Trade Plan Talks}", -10, 0, id="everyday-words"),
        pytest.param("{x:Creeps Dvorlun}", 0, 0, id="plural-of-an-everyday-word"),
        pytest.param("{x:Dvorlun Creeps}", 2, 0, id="plural-at-the-end"),
        pytest.param("{x:Dvorlun Arlen Creeps}", 2, 0, id="plural-at-the-end-of-more"),
        pytest.param("{x:Creeps Arlen Dvorlun}", 0, 0, id="plural-before-more"),
        pytest.param("{x:Quipps Dvorlun}", 2, 0, id="ending-in-s"),
        pytest.param("{x:Quipp GHU}", 0, 0, id="capitals-among-words"),
        pytest.param("{x:Sunni Dvorlun}", 0, 0, id="a-people"),
        pytest.param("{x:Quipp B52}", 0, 0, id="digits"),
        pytest.param("{x:Dale & Quipp}", 0, 4, id="and-sign"),
        pytest.param("{x:GHU}", -3, 3, id="capitals"),
        pytest.param("{x:MoCare}", 0, 1, id="capitals-inside"),
        pytest.param("{x:eBank}", 0, 1, id="capital-second"),
        pytest.param("{x:X-Ray}", 0, 0, id="capital-after-a-hyphen"),
        pytest.param("{x:Maria}", 1, 0, id="one-given-name"),
        pytest.param("{x:Costa}", 1, 0, id="one-surname"),
        pytest.param("{x:Market}", 0, 0, id="one-everyday-word"),
        pytest.param("{x:Quipro}", 0, 0, id="one-word"),
    ],
)
def test_the_shape_of_a_name(words: str, person: int, organization: int) -> None:
    assert weigh(words, shape=True) == Evidence(person, organization)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param("{x:Quipro}, 45, left", Evidence(person=2), id="age"),
        pytest.param("{x:Quipro}, who left", Evidence(person=2), id="who"),
        pytest.param("{x:Quipro}, a lawyer", Evidence(person=2), id="apposition"),
        pytest.param("{x:Quipro}, a very big, long plan", Evidence(), id="other-apposition"),
        pytest.param("{x:Quipro}, at a very late and dull hour, left", Evidence(), id="too-far"),
        pytest.param("{x:Quipro}, at one of these very late hours", Evidence(), id="no-end"),
        pytest.param("{x:Quipro} said so", Evidence(person=2), id="speaks"),
        pytest.param("{x:Quipro} province", Evidence(place=1), id="place-after"),
        pytest.param("in {x:Quipro} today", Evidence(place=2), id="place-before"),
        pytest.param("the people of {x:Quipro} today", Evidence(place=3), id="people-of"),
        pytest.param("the firm {x:Quipro} today", Evidence(organization=3), id="kind-before"),
        pytest.param("{x:Quipro} shareholders", Evidence(organization=1), id="mark-after"),
        pytest.param("{x:Quipro} (QPR) fell", Evidence(organization=3), id="acronym-after"),
        pytest.param("{x:Quipro} (below) fell", Evidence(), id="brackets"),
        pytest.param("{x:Quipro} fell GHU", Evidence(), id="acronym-further-on"),
        pytest.param("{x:WALCOTT}: I see.", Evidence(person=7), id="transcript"),
        pytest.param("{x:UNHCR}: we see.", Evidence(), id="acronym-before-a-colon"),
        pytest.param("Mr {x:Quipro} fell", Evidence(person=4), id="title"),
        pytest.param("{x:Quipro}, Peru and a lawyer", Evidence(), id="capital-first"),
        pytest.param("according as {x:Quipro} fell", Evidence(), id="according-as"),
        pytest.param("due to {x:Quipro} today", Evidence(), id="due-to"),
        pytest.param("told {x:Quipro} today", Evidence(organization=2), id="told"),
        pytest.param("according to {x:Quipro} today", Evidence(organization=2), id="according"),
        pytest.param(
            "the {x:Quipro} today", Evidence(person=-3, organization=1, definite=True), id="article"
        ),
    ],
)
def test_the_words_beside_a_name(words: str, expected: Evidence) -> None:
    assert weigh(words, shape=False) == expected
