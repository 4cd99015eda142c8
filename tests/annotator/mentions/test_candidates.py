"""The candidates of a text: how each is found, and what is known of it before it is resolved.

A mark says the sort and the rule of a candidate, and whether it has a title or opens its sentence.
"""

import pytest

from app.annotator.lexicon import load_lexicon
from app.annotator.lexicon.classes import ADDRESS, CAPITAL, FEMALE, MALE, TITLE
from app.annotator.mentions import Candidate, find_mentions
from app.annotator.tokens import tokenize
from app.standoff import Span
from app.text.splitting import build_plain_document
from tests.marked import marked


def candidates(text: str) -> list[tuple[Span, Candidate]]:
    lexicon = load_lexicon()
    reading, found = find_mentions(tokenize(build_plain_document(text), lexicon), lexicon)
    return [(Span(reading.starts[each.first], reading.ends[each.end - 1]), each) for each in found]


def described(candidate: Candidate) -> str:
    flags = ["titled"] * bool(candidate.title) + ["opens"] * candidate.opens
    return ".".join([candidate.sort, candidate.rule, *flags])


@pytest.mark.parametrize(
    "words",
    [
        pytest.param(
            "The {organization.organization_head:Green Harbour Union} "
            "{name.name_in_context:GHU} met.",
            id="acronym after a name",
        ),
        pytest.param(
            "The {organization.organization_head:Harbour Union} {name.name_in_context:HU} met.",
            id="acronym after two words",
        ),
        pytest.param(
            "The Union U met.",
            id="one letter",
        ),
        pytest.param(
            "The {organization.organization_head:Green Harbour Union XYZ} met.",
            id="other acronym",
        ),
        pytest.param(
            "The {organization.small_head:Lower Harbour police} met.",
            id="small head",
        ),
        pytest.param(
            "It was said that {variant.case_variant:{name.name_in_context:Harbour} police} met.",
            id="small head of one word",
        ),
        pytest.param(
            "They met {variant.case_variant:{name.name_in_context:Ana Costa} police}.",
            id="small head of a person",
        ),
        pytest.param(
            "The {organization.organization_head:Harbour Group} met. The "
            "{variant.case_variant:{name.name_in_context:Harbour} group} left.",
            id="case variant",
        ),
        pytest.param(
            "{actor.seat_acts:Lima} agreed.",
            id="seat",
        ),
        pytest.param(
            "The {actor.demonym_institution:Russian Foreign Ministry} replied.",
            id="institution",
        ),
        pytest.param(
            "{actor.office_of_holder:The {actor.demonym_institution:Chilean president’s "
            "office}} replied.",
            id="holder's office",
        ),
        pytest.param(
            "Later {actor.demonym_institution:{actor.office_of_holder:Chilean president’s "
            "office}} replied.",
            id="holder's office, no article",
        ),
        pytest.param(
            "They left {actor.office_of_holder:the office of the Chilean president}.",
            id="office of a holder",
        ),
        pytest.param(
            "Later {actor.office_of_holder:the office of Chilean President "
            "{name.name_in_context.titled:Ana Costa}} replied.",
            id="office of a holder by name",
        ),
        pytest.param(
            "{actor.state_name:Ghana} signed, and the {actor.organization_name:African "
            "Union} agreed.",
            id="state and organization",
        ),
        pytest.param(
            "Mr {organization.organization_head:Harbour Development Company} "
            "{name.name_in_context.titled:Abdul Karim} said so.",
            id="organization and person",
        ),
        pytest.param(
            "{organization.organization_head:Harbour Company Quipp} said so.",
            id="organization and a word",
        ),
        pytest.param(
            "He praised {organization.organization_head:First Harbour Bank} and The "
            "{organization.organization_head:Harbour Bank}.",
            id="number before",
        ),
        pytest.param(
            "First {organization.organization_head:Harbour Bank} fell.",
            id="number that opens a sentence",
        ),
        pytest.param(
            "They praised Human Resources Harbour.",
            id="everyday word after",
        ),
        pytest.param(
            "They praised {organization.organization_head:Harbour Valley Bank}.",
            id="place amid",
        ),
        pytest.param(
            "They praised Harbour Bank Valley.",
            id="place after",
        ),
        pytest.param(
            "They praised Harbour Bank Cup.",
            id="event after",
        ),
        pytest.param(
            "They won the Harbour Cup.",
            id="event",
        ),
        pytest.param(
            "They met in Green Valley.",
            id="place",
        ),
        pytest.param(
            "They met in {name.name_in_context:Ana Valley}.",
            id="place of a given name",
        ),
        pytest.param(
            "The {organization.organization_head:Harbour Party} Democratic leader left.",
            id="a people amid",
        ),
        pytest.param(
            "The firm {name.name_in_context:Brightco} {actor.state_name:Ghana} "
            "{name.name_in_context:Dvorlun} grew.",
            id="state amid",
        ),
        pytest.param(
            "{name.name_in_context.opens:Brightco} {actor.state_name:Ghana} "
            "{name.name_in_context:Dvorlun} grew.",
            id="state amid, first",
        ),
        pytest.param(
            "Mr {name.name_in_context.titled:Brightco Ghana Dvorlun} grew.",
            id="state in a titled name",
        ),
        pytest.param(
            "Mr {name.name_in_context.titled:Chad} left, and {actor.state_name:Chad} stayed.",
            id="state as a titled name",
        ),
        pytest.param(
            "{name.name_in_context.opens:Michael Jordan} visited {actor.state_name:Jordan}.",
            id="surname and state",
        ),
        pytest.param(
            "{name.name_in_context.opens:Chad Winters} visited {actor.state_name:Chad}.",
            id="given name and state",
        ),
        pytest.param(
            "Chilean {name.name_in_context:Dvorlun} met.",
            id="demonym before",
        ),
        pytest.param(
            "Opposition {name.name_in_context:Ana Costa} left.",
            id="everyday word first",
        ),
        pytest.param(
            "Opposition Market left.",
            id="everyday words",
        ),
        pytest.param(
            "The {name.name_in_context:Opposition Ana Costa} left.",
            id="everyday word, not first",
        ),
        pytest.param(
            "Catholic Western {name.name_in_context:Ana Costa} left.",
            id="faiths first",
        ),
        pytest.param(
            "See /Lobos for more.",
            id="web address",
        ),
        pytest.param(
            "/Lobos is more.",
            id="web address at the beginning",
        ),
        pytest.param(
            "{name.name_in_context.opens:Ana} 45 {name.name_in_context:Costa} left.",
            id="a number amid",
        ),
        pytest.param(
            "President {name.name_in_context.titled:Ana Costa} and {name.name_in_context:Rui "
            "Dahl} left.",
            id="title holds for one name",
        ),
        pytest.param(
            "Then {name.name_in_context:Ana Costa} left. {name.name_in_context.opens:Rui} left.",
            id="later sentences open",
        ),
        pytest.param(
            "Minister of Trade {name.name_in_context.titled:Kofi Boateng} spoke.",
            id="field of a title",
        ),
        pytest.param(
            "Minister of Trade and Industry {name.name_in_context.titled:Kofi Boateng} spoke.",
            id="fields of a title",
        ),
        pytest.param(
            "Minister of the Trade {name.name_in_context.titled:Kofi Boateng} spoke.",
            id="field with an article",
        ),
        pytest.param(
            "Minister of Trade, {name.name_in_context:Kofi Boateng} spoke.",
            id="comma after a field",
        ),
        pytest.param(
            "The Minister of {actor.state_name:Ghana}, {name.name_in_context:Kofi Boateng}, spoke.",
            id="title of a state",
        ),
        pytest.param(
            "Minister for {name.name_in_context:Kofi Boateng} spoke.",
            id="title for a person",
        ),
        pytest.param(
            "President met {name.name_in_context:Kofi Boateng}.",
            id="title and a verb",
        ),
        pytest.param(
            "Minister of Trade",
            id="field at the end",
        ),
        pytest.param(
            "Minister of the",
            id="article at the end",
        ),
        pytest.param(
            "{actor.state_name:Spain} Wants Peace In Our Time\nThe mayor left.",
            id="headline",
        ),
        pytest.param(
            "{actor.state_name:Spain} Wants Peace, Says Mayor",
            id="headline with a comma",
        ),
        pytest.param(
            "{actor.state_name:Spain} {name.name_in_context:Wants Peace}, Says Mayor.",
            id="headline with a stop",
        ),
        pytest.param(
            "They left. {actor.state_name:Spain} Wants Peace, Says Mayor",
            id="headline after a sentence",
        ),
        pytest.param(
            "{actor.state_name:Spain} wants {name.name_in_context:Peace}, says Mayor "
            "{name.name_in_context.titled:Costa}",
            id="no headline",
        ),
        pytest.param(
            "{actor.state_name:Spain} Wants peace Says Mayor {name.name_in_context.titled:Costa}",
            id="headline of three quarters",
        ),
        pytest.param(
            "Mayor {name.name_in_context.titled:Costa Wins} Again",
            id="four words of a headline",
        ),
        pytest.param(
            "{name.name_in_context.opens:Costa Wins} Again",
            id="short headline",
        ),
        pytest.param(
            "{name.name_in_context.opens:Dvorlun} wins.",
            id="first word",
        ),
        pytest.param(
            "Market wins.",
            id="first everyday word",
        ),
        pytest.param(
            "Market {name.name_in_context:Dvorlun} wins.",
            id="first everyday word of two",
        ),
        pytest.param(
            "The {name.name_in_context:Market} wins.",
            id="everyday word amid",
        ),
        pytest.param(
            "King left.",
            id="title alone",
        ),
        pytest.param(
            "{actor.state_name:Jordan} and {actor.state_name:Chad} signed.",
            id="states",
        ),
        pytest.param(
            "{actor.state_name:Trinidad and Tobago} signed.",
            id="state of three words",
        ),
        pytest.param(
            "The {organization.organization_head:Trinidad and Tobago Union Bank} signed.",
            id="organization of a state of three words",
        ),
        pytest.param(
            "The {organization.organization_head:Bank of Trinidad and Tobago} met.",
            id="bank of a state of three words",
        ),
        pytest.param(
            "The {organization.organization_head:Bank of Ghana Union} met.",
            id="bank of",
        ),
        pytest.param(
            "The {organization.organization_head:Bank of the Ghana Union} met.",
            id="bank of the",
        ),
        pytest.param(
            "The {organization.organization_head:University of Quipp Dvorlun} closed.",
            id="university of",
        ),
        pytest.param(
            "The {name.name_in_context:University} of President "
            "{name.name_in_context.titled:Costa} closed.",
            id="university of a title",
        ),
        pytest.param(
            "The {organization.organization_head:University of Costa} President closed.",
            id="university before a title",
        ),
        pytest.param(
            "The {organization.organization_head:Ministry of Trade, Industry and Energy} closed.",
            id="fields",
        ),
        pytest.param(
            "The {organization.organization_head:Ministry of Trade}, "
            "{name.name_in_context:Dvorlun} and {name.name_in_context:Energy} closed.",
            id="fields and a name",
        ),
        pytest.param(
            "The {organization.organization_head:Ministry of Trade}, "
            "{name.name_in_context:Industry} and",
            id="fields that never end",
        ),
        pytest.param(
            "The {organization.organization_head:Bank of Trade}, "
            "{name.name_in_context:Industry} and {name.name_in_context:Energy} closed.",
            id="fields of no ministry",
        ),
        pytest.param(
            "{organization.organization_head:Food and Drug Administration} approved it.",
            id="and before a head",
        ),
        pytest.param(
            "The {name.name_in_context:Food}, and {organization.organization_head:Drug "
            "Administration} approved it.",
            id="comma before and",
        ),
        pytest.param(
            "The {name.name_in_context:Food Dvorlun} and "
            "{organization.organization_head:Drug Administration} approved it.",
            id="name before and",
        ),
        pytest.param(
            "The {actor.state_name:Ghana} and {organization.organization_head:Drug "
            "Administration} approved it.",
            id="state before and",
        ),
        pytest.param(
            "Trade and {organization.organization_head:Food and Drug Administration} approved it.",
            id="two ands",
        ),
        pytest.param(
            "{organization.organization_head:Ministry of Health} closed.",
            id="ministry of",
        ),
        pytest.param(
            "The {name.name_in_context:Ministry} of health closed.",
            id="ministry of small letters",
        ),
        pytest.param(
            "{organization.organization_head:Parliament} met.",
            id="parliament",
        ),
        pytest.param(
            "The {organization.organization_head:Trade Ministry}, "
            "{name.name_in_context:Industry} and {name.name_in_context:Energy} closed.",
            id="fields without a joiner",
        ),
        pytest.param(
            "The {organization.organization_head:Harbour Group of Dvorlun} met.",
            id="group of",
        ),
        pytest.param(
            "They met the {organization.organization_head:Harbour Bank} of President "
            "{name.name_in_context.titled:Ana Costa}.",
            id="bank of a titled person",
        ),
        pytest.param(
            "The {organization.organization_head:Ministry of Trade and Energy}",
            id="fields at the end",
        ),
        pytest.param(
            "The {organization.organization_head:Ministry of Trade} "
            "and\n{name.name_in_context.opens:Energy} fell.",
            id="fields of another line",
        ),
        pytest.param(
            "The {organization.organization_head:Ministry of Trade} and ministers met.",
            id="fields and a small word",
        ),
        pytest.param(
            "The Minister met {name.name_in_context:Trade Kofi Boateng}.",
            id="title, verb and an everyday word",
        ),
        pytest.param(
            "The Minister of {name.name_in_context:Dvorlun} left.",
            id="title of a word",
        ),
        pytest.param(
            "They met the {variant.case_variant:Lower Harbour group}.",
            id="head seldom small",
        ),
        pytest.param(
            "{name.name_in_context.opens:Dvorlun} asked the "
            "{organization.organization_head:Food and Drug Administration}.",
            id="rare word before and",
        ),
        pytest.param(
            "{organization.organization_head:Harbour Company Ana} said so.",
            id="organization and one given name",
        ),
        pytest.param(
            "{organization.organization_head:Harbour Company Quipp Dvorlun} said so.",
            id="organization and two words",
        ),
        pytest.param(
            "{organization.organization_head:Harbour Company} "
            "{name.name_in_context.titled:Ana Quipp} said so.",
            id="organization and a given name",
        ),
        pytest.param(
            "They met {variant.case_variant:{name.name_in_context:Dvorlun Quipp} group}.",
            id="small head after two words",
        ),
        pytest.param(
            "They praised {name.name_in_context:Human Resources Scope}.",
            id="everyday end",
        ),
        pytest.param(
            "They praised {organization.organization_head:Harbour Division}.",
            id="head that is a kind of place, too",
        ),
        pytest.param(
            "The firm {name.name_in_context:Brightco} {actor.state_name:Ghana} "
            "{name.name_in_context:Dvorlun} {actor.state_name:Chile} grew.",
            id="two states amid",
        ),
        pytest.param(
            "They met {name.name_in_context:Ana} Chilean there.",
            id="demonym after a given name",
        ),
        pytest.param(
            "They saw {actor.state_name:Ghana} {name.name_in_context:Dvorlun} there.",
            id="state and a rare word",
        ),
        pytest.param(
            "They met President {name.name_in_context.titled:Brightco} "
            "{actor.state_name:Ghana} {name.name_in_context:Dvorlun}.",
            id="title before a word and a state",
        ),
        pytest.param(
            "Opposition {name.name_in_context:Creep} left.",
            id="everyday words first, the last a name",
        ),
        pytest.param(
            "They asked Catholic leaders.",
            id="faith alone",
        ),
        pytest.param(
            "They met Catholic {name.name_in_context:Ana Costa}.",
            id="faith before a name",
        ),
        pytest.param(
            "{name.name_in_context.opens:Lobos} won: see a/",
            id="slash at the end",
        ),
        pytest.param(
            "The {organization.organization_head:Harbour Party of Dvorlun} met.",
            id="party of",
        ),
        pytest.param(
            "Market   {name.name_in_context:Dvorlun} wins.",
            id="everyday word first and apart",
        ),
        pytest.param(
            "{actor.state_name:Trinidad and Tobago} Market {name.name_in_context:Costa} Wins Again",
            id="headline with a state of three words",
        ),
        pytest.param(
            "They met {name.name_in_context:Dvorlun} of {name.name_in_context:Trade} and "
            "{name.name_in_context:Energy}.",
            id="field of no title",
        ),
        pytest.param(
            "They met President   {name.name_in_context:Ana Costa}.",
            id="title apart",
        ),
        pytest.param(
            "They met {name.name_in_context:Dvorlun}   {name.name_in_context:Bosk}.",
            id="words apart",
        ),
        pytest.param(
            "{actor.state_name:Spain} Wants Peace Says Mayor "
            "{name.name_in_context.titled:Costa} today again",
            id="headline of three quarters, exactly",
        ),
        pytest.param(
            "The {actor.state_name:US} and {actor.organization_name:NATO} met.",
            id="acronyms",
        ),
    ],
)
def test_candidates(words: str) -> None:
    text, spans = marked(words)
    expected = [(span, mark) for mark in spans for span in spans[mark]]
    assert sorted(expected) == sorted((span, described(each)) for span, each in candidates(text))


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        pytest.param("Mrs Ana Costa left.", [ADDRESS | FEMALE], id="address"),
        pytest.param("Mr. Ana Costa left.", [ADDRESS | MALE], id="address and a stop"),
        pytest.param("They met President Ana Costa.", [TITLE], id="title"),
        pytest.param("They met president Ana Costa.", [TITLE], id="title in small letters"),
        pytest.param("They met Ana Costa, president.", [0], id="title after"),
        pytest.param("President Ana Costa and Rui Dahl left.", [TITLE, 0], id="one of two"),
        pytest.param("Minister of Trade Rui Dahl left.", [TITLE], id="title with a field"),
        pytest.param("Minister of Trade, Rui Dahl left.", [0], id="title with a field, a comma"),
    ],
)
def test_the_title_before_a_name(text: str, titles: list[int]) -> None:
    kinds = ADDRESS | CAPITAL | FEMALE | MALE | TITLE
    assert [each.title & kinds for _, each in candidates(text)] == titles
