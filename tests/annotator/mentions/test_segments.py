import pytest

from app.annotator.lexicon import load_lexicon
from app.annotator.mentions.reading import read
from app.annotator.mentions.segments import find_known, split
from app.annotator.tokens import tokenize
from app.standoff import Span
from app.text.splitting import build_plain_document
from tests.annotator.named import compare
from tests.marked import marked

CASES = [
    pytest.param(
        "President {ana-costa:Ana Costa} spoke. Mrs. {ana-costa:Costa} left.", id="titled-surname"
    ),
    pytest.param("Chilean President {ana-costa:Ana Costa} spoke.", id="demonym-title"),
    pytest.param(
        "{north-atlantic-treaty-organisation:NATO} Secretary General {ole-dahl:Ole Dahl} spoke.",
        id="secretary",
    ),
    pytest.param(
        "The President of {ghana:Ghana}, {kofi-boateng:Kofi Boateng}, spoke.", id="of-state"
    ),
    pytest.param(
        "Minister of Trade and Industry {kofi-boateng:Kofi Boateng} spoke.", id="minister-of"
    ),
    pytest.param("Ships left {trinidad-and-tobago:Trinidad and Tobago}.", id="trinidad"),
    pytest.param(
        "{bosnia-and-herzegovina:Bosnia and Herzegovina} voted. "
        "{bosnia-and-herzegovina:Bosnia} waits.",
        id="bosnia",
    ),
    pytest.param("The {united-nations-security-council:UN Security Council} met.", id="council"),
    pytest.param("“Mr Speaker, I object,” said {ana-costa:Ana Costa}.", id="mr-speaker"),
    pytest.param("She left {kings-college-o:King’s College}.", id="possessive-is-no-title"),
    pytest.param(
        "{supreme-court-o:Supreme Court} Chief Justice {ana-costa:Ana Costa} left.",
        id="organization-before-a-title",
    ),
    pytest.param(
        "They met at {queen-ana-hospital-o:Queen Ana Hospital}.",
        id="called-after-a-queen",
    ),
    pytest.param("{jane-king:Jane King} left.", id="king-as-surname"),
    pytest.param("Police Chief {ana-costa:Ana Costa} left.", id="police-chief"),
    pytest.param("Governor General {ana-costa:Ana Costa} left.", id="two-titles"),
    pytest.param("{general-motors-o:General Motors} fell.", id="motors"),
]


@pytest.mark.parametrize("words", CASES)
def test_titles_are_no_part_of_a_name(words: str) -> None:
    expected, found = compare(words)
    assert found == expected


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("{chain:Deputy Foreign Minister {titled:Ana Costa}} left.", id="title"),
        pytest.param("{chain:Brigadier General {titled:Ana Costa}} left.", id="rare-modifier"),
        pytest.param("{chain:{plain:Ana Costa}} left.", id="no-title"),
        pytest.param("{chain:Prof. {titled:Costa}} left.", id="abbreviation"),
        pytest.param("{chain:Mr {titled:Costa}} left.", id="address"),
        pytest.param("{chain:Mr President {titled:Costa}} left.", id="address-and-title"),
        pytest.param("{chain:{plain:King’s College}} shut.", id="possessive"),
        pytest.param("{chain:{plain:King’s Dvorlun}} shut.", id="possessive-and-a-rare-word"),
        pytest.param("{chain:King}’s men left.", id="possessive-after"),
        pytest.param("{chain:King} left.", id="title-alone"),
        pytest.param("Ana   {chain:King} left.", id="title-alone-apart-from-a-name"),
        pytest.param("{chain:{plain:Jane King}} left.", id="title-as-surname"),
        pytest.param("{chain:Foreign Minister President} left.", id="titles-alone"),
        pytest.param("{chain:{plain:President Market Costa}} shut.", id="title-and-a-word"),
        pytest.param("{chain:{plain:Chief Market Costa}} shut.", id="address-and-a-word"),
        pytest.param("{chain:{plain:Queen Ana Hospital}} shut.", id="hospital-of-a-queen"),
        pytest.param("{chain:{plain:Governor Ana Valley}} shut.", id="valley-of-a-governor"),
        pytest.param("{chain:Queen {titled:Ana Dam}} left.", id="place-as-surname"),
        pytest.param("{chain:Police Chief {titled:Ana Costa}} left.", id="police-chief"),
        pytest.param(
            "{chain:{plain:Harbour Police} Chief {titled:Ana Costa}} left.", id="chief-of-police"
        ),
        pytest.param("{chain:{plain:Bank} Governor {titled:Ana Costa}} left.", id="bank-governor"),
        pytest.param("{chain:{plain:Dvorlun} President {titled:Ana Costa}} left.", id="rare-word"),
        pytest.param(
            "{chain:{plain:Christian} President {titled:Ana Costa}} left.", id="given-name-first"
        ),
        pytest.param("{chain:Polish President {titled:Ana Costa}} left.", id="everyday-demonym"),
        pytest.param(
            "{chain:{plain:Turkey} President {titled:Ana Costa}} left.", id="everyday-state"
        ),
        pytest.param(
            "{chain:{plain:United Nations} Secretary General {titled:Ole Dahl}} left.",
            id="organization-of-everyday-words",
        ),
        pytest.param(
            "{chain:Foreign Minister {titled:Ana Costa} President {titled:Rui Dahl}} left.",
            id="two-titles",
        ),
    ],
)
def test_a_chain_without_its_titles(words: str) -> None:
    text, spans = marked(words)
    lexicon = load_lexicon()
    tokens = tokenize(build_plain_document(text), lexicon)
    reading, chain = read(tokens, lexicon), spans["chain"][0]
    first, end = tokens.starts.index(chain.start), tokens.ends.index(chain.end) + 1
    known = find_known(reading, first, end, len(tokens.words))
    segments, title = split(reading, first, end, known)
    found = {
        Span(tokens.starts[each.first], tokens.ends[each.end - 1]): bool(each.title)
        for each in segments
    }
    del spans["chain"]
    assert found == {span: mark == "titled" for mark in spans for span in spans[mark]}
    assert bool(title) is all(each.end < chain.end for each in found)


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("{known:Equatorial Guinea} voted.", id="the-longest"),
        pytest.param("Dvorlun {known:Ghana} {known:Chile} voted.", id="each"),
        pytest.param("{known:Trinidad and Tobago} voted.", id="beyond-a-chain"),
        pytest.param("{known:Bosnia} and   Herzegovina voted.", id="apart"),
        pytest.param("Dvorlun   saw {known:Trinidad and Tobago}.", id="after-a-gap"),
        pytest.param("United   Nations voted.", id="apart-at-once"),
        pytest.param("{known:AU} voted.", id="acronym"),
        pytest.param("Dvorlun voted in {known:Ghana}", id="to-the-end"),
    ],
)
def test_names_of_the_lexicon(words: str) -> None:
    text, spans = marked(words)
    lexicon = load_lexicon()
    tokens = tokenize(build_plain_document(text), lexicon)
    end = len(tokens.words)
    found = find_known(read(tokens, lexicon), 0, end, end)
    assert spans.get("known", []) == [
        Span(tokens.starts[each.first], tokens.ends[each.end - 1]) for each in found
    ]
