import pytest

from app.annotator.lexicon import load_lexicon
from app.annotator.lexicon.classes import COMMON
from app.annotator.mentions.chains import chain_end, opens_chain
from app.annotator.mentions.reading import Reading, read
from app.annotator.tokens import tokenize
from app.standoff import Span
from app.text.splitting import build_plain_document
from tests.annotator.named import compare
from tests.marked import marked

CASES = [
    pytest.param("Crown Prince {khalid-bin-fahd:Khalid bin Fahd} arrived.", id="bin"),
    pytest.param(
        "{pieter-van-der-linden:Pieter van der Linden} won. "
        "{pieter-van-der-linden:Van der Linden} cried.",
        id="dutch",
    ),
    pytest.param(
        "{pieter-van-der-linden:Pieter van der Linden} won. They praised "
        "{pieter-van-der-linden:van der Linden}.",
        id="dutch-small",
    ),
    pytest.param(
        "{maría-de-la-cruz:María de la Cruz} agreed with {maría-de-la-cruz:De la Cruz}.",
        id="spanish",
    ),
    pytest.param("{mary-obrien:Mary O’Brien} wrote it.", id="irish"),
    pytest.param(
        "{hassan-al-rashidi:Hassan al-Rashidi} was freed. {hassan-al-rashidi:Al-Rashidi} "
        "thanked his lawyers.",
        id="arabic",
    ),
    pytest.param(
        "{hassan-al-rashidi:Hassan al-Rashidi} was freed. His brother praised "
        "{hassan-al-rashidi:al-Rashidi}.",
        id="arabic-small",
    ),
    pytest.param("{rui-nino-costa:Rui “Nino” Costa} won.", id="nickname"),
    pytest.param("The {peoples-reform-party-o:People’s Reform Party} won.", id="peoples"),
    pytest.param(
        "{john-q-smith:John Q. Smith} won. {john-q-smith:John Smith} thanked them.", id="initial"
    ),
    pytest.param(
        "Yesterday {ana-costa:Ana Costa} left. Motorists who waited complained.",
        id="sentence-start",
    ),
    pytest.param("They met in Green Valley near Lake Onta.", id="place"),
    pytest.param("He was de facto leader, in de Valley la", id="a-particle-before-no-name"),
    pytest.param(
        "President {ana-costa:Ana Costa} de la house left.", id="particles-that-lead-nowhere"
    ),
    pytest.param("They met {ana-costa:Ana Costa}, who chose van der", id="particle-at-the-end"),
    pytest.param("President {ana-costa:Ana Costa} van der de la left.", id="three-particles"),
    pytest.param("{theresa-april:Theresa April} left in April.", id="calendar-word"),
    pytest.param("President {ana-costa:Ana Costa} “Lower left.", id="nickname-never-closed"),
    pytest.param("{dale-co-inc-o:Dale & Co Inc} fell.", id="ampersand"),
    pytest.param("Mr. {suharja-1:Suharja} was fined.", id="abbreviation"),
]


@pytest.mark.parametrize("words", CASES)
def test_a_chain_holds_the_whole_name(words: str) -> None:
    expected, found = compare(words)
    assert found == expected


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("{x:Ana} left", id="one-word"),
        pytest.param("{x:Ana Costa} left", id="two-words"),
        pytest.param("{x:Ana Costa}", id="to-the-end"),
        pytest.param("{x:Ana  Costa} left", id="two-spaces"),
        pytest.param("{x:Ana}   Costa left", id="three-spaces"),
        pytest.param("{x:Pieter van der Linden} won", id="particles"),
        pytest.param("{x:Pieter van den der Linden} won", id="three-particles"),
        pytest.param("{x:Pieter} van den der de Linden won", id="four-particles"),
        pytest.param("{x:Pieter} van", id="particle-at-the-end"),
        pytest.param("{x:Pieter} van der", id="particles-at-the-end"),
        pytest.param("{x:Pieter} van   Linden won", id="particle-apart"),
        pytest.param("{x:Pieter}   van Linden won", id="particle-apart-before"),
        pytest.param("{x:Pieter} van old Linden won", id="particle-and-a-word"),
        pytest.param("{x:Ana May} left", id="month"),
        pytest.param("{x:Dvorlun} May left", id="month-after-no-given-name"),
        pytest.param("{x:Ana} may Costa", id="small-month"),
        pytest.param("{x:Ana “Nina” Costa} left", id="nickname"),
        pytest.param("{x:Ana “Nina” Costa Lima} left", id="nickname-and-more"),
        pytest.param("{x:Ana “Nina” Costa}", id="nickname-to-the-end"),
        pytest.param("Dvorlun   {x:Bosk Arlen Ana “Nina” Costa}", id="nickname-after-a-gap"),
        pytest.param("{x:Ana} “Nina”", id="nickname-at-the-end"),
        pytest.param("{x:Ana} “Nina” left", id="nickname-and-a-verb"),
        pytest.param("{x:Ana} “Nina Lima” Costa left", id="nickname-of-two-words"),
        pytest.param("{x:Ana} “Nina”   Costa left", id="nickname-apart"),
        pytest.param("{x:Ana} “nina” Costa left", id="small-nickname"),
        pytest.param("{x:Dale & Quipp} left", id="and-sign"),
        pytest.param("{x:Dale} & quipp left", id="and-sign-and-a-small-word"),
        pytest.param("{x:Dale} &   Quipp left", id="and-sign-apart"),
        pytest.param("{x:Dale} &", id="and-sign-at-the-end"),
        pytest.param("{x:Dale & Quipp}", id="and-sign-to-the-end"),
        pytest.param("{x:Mr. Costa} left", id="abbreviation"),
        pytest.param("{x:Mr} . Costa left", id="stop-apart"),
        pytest.param("{x:Dale}. Costa left", id="stop"),
        pytest.param("{x:People’s Reform Party} won", id="possessor"),
        pytest.param("{x:Ana}’s Reform Party won", id="possessive"),
        pytest.param("{x:Ana} and Costa left", id="and"),
        pytest.param("{x:" + " ".join(["Dvorlun"] * 24) + "} Dvorlun", id="longest"),
    ],
)
def test_where_a_chain_ends(words: str) -> None:
    text, spans = marked(words)
    reading, (first, end) = at(text, spans["x"][0])
    assert chain_end(reading, first, len(reading.starts)) == end


@pytest.mark.parametrize(
    ("words", "opens"),
    [
        pytest.param("{x:Ana} left", True, id="capital"),
        pytest.param("{x:Dvorlun} left", True, id="rare-word"),
        pytest.param("{x:left} Ana", False, id="small"),
        pytest.param("They met {x:van} Linden", True, id="particle-amid"),
        pytest.param("{x:van} Linden left", True, id="particle"),
        pytest.param("{x:van} der Linden left", True, id="particles"),
        pytest.param("{x:van} der den Linden left", True, id="three-particles"),
        pytest.param("{x:van} der den de Linden left", False, id="four-particles"),
        pytest.param("{x:van} der old Linden left", False, id="particles-and-a-word"),
        pytest.param("{x:van} old Linden left", False, id="particle-and-a-word"),
        pytest.param("{x:van} Valley left", False, id="particle-and-an-everyday-word"),
        pytest.param("{x:van} der Valley left", False, id="particles-and-an-everyday-word"),
        pytest.param("{x:van}", False, id="particle-at-the-end"),
        pytest.param("{x:van} der", False, id="particles-at-the-end"),
        pytest.param("{x:van}   Linden left", False, id="particle-apart"),
        pytest.param("{x:die} Linden left", False, id="no-opener"),
    ],
)
def test_what_opens_a_chain(words: str, opens: bool) -> None:
    text, spans = marked(words)
    reading, (first, _) = at(text, spans["x"][0])
    assert opens_chain(reading, first, len(reading.starts)) is opens


@pytest.mark.parametrize(
    ("words", "opens"),
    [
        pytest.param("{x:Market} fell", False, id="everyday-word"),
        pytest.param("{x:Ana} fell", True, id="given-name"),
        pytest.param("{x:Costa} fell", True, id="surname"),
        pytest.param("{x:Dvorlun} fell", True, id="rare-word"),
        pytest.param("{x:United} fell", True, id="word-of-the-lexicon"),
    ],
)
def test_what_opens_a_chain_in_a_headline(words: str, opens: bool) -> None:
    text, spans = marked(words)
    reading, (first, _) = at(text, spans["x"][0])
    assert opens_chain(reading, first, len(reading.starts), COMMON) is opens


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("{x:Ana} Market fell", id="everyday-word"),
        pytest.param("{x:Ana Costa} Market fell", id="two-words-and-an-everyday-word"),
        pytest.param("{x:Ana Dvorlun} fell", id="rare-word"),
    ],
)
def test_where_a_chain_ends_in_a_headline(words: str) -> None:
    text, spans = marked(words)
    reading, (first, end) = at(text, spans["x"][0])
    assert chain_end(reading, first, len(reading.starts), COMMON) == end


def at(text: str, span: Span) -> tuple[Reading, tuple[int, int]]:
    """The reading of a text, and the tokens of a span."""
    lexicon = load_lexicon()
    tokens = tokenize(build_plain_document(text), lexicon)
    ends = tokens.starts.index(span.start), tokens.ends.index(span.end) + 1
    return read(tokens, lexicon), ends
