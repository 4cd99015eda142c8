import pytest

from app.annotator.actors.evidence import Evidence
from app.annotator.actors.forms import Form
from app.annotator.actors.organizations import Organizations
from app.annotator.lexicon import load_lexicon
from app.annotator.mentions import Reading
from app.annotator.mentions.reading import read
from app.annotator.tokens import tokenize
from app.standoff import Actor
from app.text.splitting import build_plain_document


def reading() -> Reading:
    lexicon = load_lexicon()
    return read(tokenize(build_plain_document("The oversight failed."), lexicon), lexicon)


def taken_up(name: str) -> tuple[Organizations, Actor]:
    organizations, actor = Organizations(), Actor("id", "organization", name)
    form = Form(name.lower(), name.split(), "organization", [0], Evidence())
    organizations.add(form, actor, reading())
    return organizations, actor


@pytest.mark.parametrize(
    ("name", "short", "means_it"),
    [
        pytest.param("Quipro Steel Works", "qsw", True, id="initials"),
        pytest.param("Quipro Steel Works", "quipro", True, id="first-word"),
        pytest.param("Quipro Steel Works", "quipro steel", True, id="first-words"),
        pytest.param("Quipro Steel Works", "steel", False, id="another-word"),
        pytest.param("Quipro Steel Works", "", False, id="nothing"),
        pytest.param("Quipro Works", "qw", True, id="initials-of-two-words"),
        pytest.param("Quipro Works", "quipro", True, id="first-of-two-words"),
        pytest.param("Arlen Bosk Dale Quipp Tarn Works", "arlen bosk dale quipp", True, id="four"),
        pytest.param(
            "Arlen Bosk Dale Quipp Tarn Works", "arlen bosk dale quipp tarn", False, id="five"
        ),
        pytest.param("National Steel Works", "national", False, id="word-before-a-title"),
        pytest.param("Steel Quipro Works", "steel", False, id="everyday-word"),
        pytest.param("Lima Steel Works", "lima", False, id="place"),
        pytest.param("CERN Steel Works", "cern", False, id="acronym-of-another"),
        pytest.param("Oversight Works", "oversight", False, id="a-word-of-the-text"),
        pytest.param("Quipro", "q", False, id="one-word"),
    ],
)
def test_what_an_organization_is_called_for_short(name: str, short: str, means_it: bool) -> None:
    organizations, actor = taken_up(name)
    assert organizations.full(name.lower()) is actor
    assert (organizations.short(short) is actor) is means_it


def test_an_acronym_that_the_text_introduces_holds_against_all_others() -> None:
    organizations, _ = taken_up("Quipro Steel Works")
    other = Actor("other", "organization", "Quite Small Wheels")
    organizations.call("qsw", other)
    assert organizations.short("qsw") is other
