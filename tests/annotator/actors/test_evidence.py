import pytest

from app.annotator.actors.evidence import Evidence, weigh_place, weigh_shape
from app.annotator.lexicon import load_lexicon
from app.annotator.mentions import Candidate
from app.annotator.mentions.reading import read
from app.annotator.tokens import tokenize
from app.text.splitting import build_plain_document
from tests.marked import marked


def weigh(words: str, *, shape: bool) -> Evidence:
    """The evidence for the name marked `x`."""
    text, spans = marked(words)
    lexicon = load_lexicon()
    tokens = tokenize(build_plain_document(text), lexicon)
    first = tokens.starts.index(spans["x"][0].start)
    end = tokens.ends.index(spans["x"][0].end) + 1
    candidate, evidence = Candidate(first, end, "name", "name_in_context"), Evidence()
    (weigh_shape if shape else weigh_place)(read(tokens, lexicon), candidate, evidence)
    return evidence


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        pytest.param("{x:Ana Dvorlun}", "person", id="given-name"),
        pytest.param("{x:J. Dvorlun}", "person", id="initial"),
        pytest.param("{x:GHU}", "organization", id="capitals"),
        pytest.param("{x:MoCare}", "organization", id="capitals-inside"),
        pytest.param("{x:Maria}", "person", id="one-given-name"),
        pytest.param("{x:Balance Sheet Trade Plan Talks}", "nothing", id="everyday-words"),
    ],
)
def test_the_shape_of_a_name(words: str, kind: str) -> None:
    evidence = weigh(words, shape=True)
    points = {"person": evidence.person, "organization": evidence.organization}
    assert [name for name, weight in points.items() if weight > 0] == [kind] * (kind != "nothing")


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
        pytest.param("told {x:Quipro} today", Evidence(organization=2), id="told"),
        pytest.param("according to {x:Quipro} today", Evidence(organization=2), id="according"),
        pytest.param(
            "the {x:Quipro} today", Evidence(person=-3, organization=1, definite=True), id="article"
        ),
    ],
)
def test_the_words_beside_a_name(words: str, expected: Evidence) -> None:
    assert weigh(words, shape=False) == expected
