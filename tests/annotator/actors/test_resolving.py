import pytest

from tests.annotator.named import compare

CASES = [
    pytest.param(
        "{ana-costa:Ana Costa} came. {ana-costa:Costa} said little.", id="full-then-surname"
    ),
    pytest.param(
        "{ana-costa:Ana Costa} met {rui-costa:Rui Costa}. Mr {rui-costa:Costa} smiled.",
        id="two-of-one-surname",
    ),
    pytest.param(
        "Mrs {ana-costa:Ana Costa} met Mr {rui-costa:Rui Costa}. Mrs {ana-costa:Costa} smiled, and Mr {rui-costa:Costa} left.",
        id="two-genders",
    ),
    pytest.param(
        "President {ahn-dae-sung:Ahn Dae-sung} ordered a review. {ahn-dae-sung:Ahn} also spoke.",
        id="korean",
    ),
    pytest.param(
        "{lin-meihua:Lin Meihua}, a lawyer, objected. {lin-meihua:Lin} appealed.", id="chinese"
    ),
    pytest.param(
        "{nagy-istván:Nagy István} resigned, and {nagy-istván:Nagy} left.", id="hungarian"
    ),
    pytest.param(
        "{ana-costa:Ana COSTA} said so. {ana-costa:Costa} repeated it.", id="caps-surname"
    ),
    pytest.param(
        "The {green-harbour-union-organization:Green Harbour Union} ({green-harbour-union-organization:GHU}) met. {green-harbour-union-organization:GHU} members voted.",
        id="acronym-in-brackets",
    ),
    pytest.param(
        "The {ministry-of-communal-care-organization:Ministry of Communal Care} ({ministry-of-communal-care-organization:MoCare}) paid.",
        id="acronym-odd",
    ),
    pytest.param(
        "The {african-union:African Union} ({african-union:AU}) met. The {african-union:AU} agreed.",
        id="african-union",
    ),
    pytest.param(
        "The {ashton-union-organization:Ashton Union} ({ashton-union-organization:AU}) met. {ashton-union-organization:AU} voted.",
        id="introduced-wins",
    ),
    pytest.param(
        "The {united-nations:UN} and the {united-nations:United Nations} are one.", id="un"
    ),
    pytest.param("The airline {skylo-organization:Skylo} fell.", id="company-kind"),
    pytest.param(
        "{kim-min-ho:Kim Min-ho} met {kim-ji-won:Kim Ji-won}. {kim-ji-won:Kim} left.", id="kims"
    ),
    pytest.param(
        "{juan-pérez-gómez:Juan Pérez Gómez} won. {juan-pérez-gómez:Pérez} smiled.", id="double"
    ),
]


@pytest.mark.parametrize("words", CASES)
def test_every_mention_of_an_actor_leads_to_one_id(words: str) -> None:
    expected, found = compare(words)
    assert found == expected
