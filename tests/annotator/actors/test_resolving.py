import pytest

from app.standoff import Actor
from tests.annotator.named import annotated, compare
from tests.marked import marked

CASES = [
    pytest.param(
        "{ana-costa:Ana Costa} came. {ana-costa:Costa} said little.", id="full-then-surname"
    ),
    pytest.param(
        "{ana-costa:Ana Costa} met {rui-costa:Rui Costa}. Mr {rui-costa:Costa} smiled.",
        id="two-of-one-surname",
    ),
    pytest.param(
        "Mrs {ana-costa:Ana Costa} met Mr {rui-costa:Rui Costa}. Mrs {ana-costa:Costa} "
        "smiled, and Mr {rui-costa:Costa} left.",
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
        "The {green-harbour-union-o:Green Harbour Union} ({green-harbour-union-o:GHU}) met. "
        "{green-harbour-union-o:GHU} members voted.",
        id="acronym-in-brackets",
    ),
    pytest.param(
        "The {ministry-of-communal-care-o:Ministry of Communal Care} "
        "({ministry-of-communal-care-o:MoCare}) paid.",
        id="acronym-odd",
    ),
    pytest.param(
        "The {african-union:African Union} ({african-union:AU}) met. The {african-union:AU} "
        "agreed.",
        id="african-union",
    ),
    pytest.param(
        "The {ashton-union-o:Ashton Union} ({ashton-union-o:AU}) met. {ashton-union-o:AU} voted.",
        id="introduced-wins",
    ),
    pytest.param(
        "The {united-nations:UN} and the {united-nations:United Nations} are one.", id="un"
    ),
    pytest.param("The airline {skylo-o:Skylo} fell.", id="company-kind"),
    pytest.param(
        "{kim-min-ho:Kim Min-ho} met {kim-ji-won:Kim Ji-won}. {kim-ji-won:Kim} left.", id="kims"
    ),
    pytest.param(
        "{juan-pérez-gómez:Juan Pérez Gómez} won. {juan-pérez-gómez:Pérez} smiled.", id="double"
    ),
    pytest.param("{ana-costa:Ana Costa} met {ana-costa:Ana Lima Costa}.", id="fuller-name-later"),
    pytest.param(
        "{ana-costa-lima:Ana Costa Lima} met {rui-costa:Rui Costa}.", id="another-first-name"
    ),
    pytest.param(
        "The {lobos-azules-o:Lobos Azules} ({lobos-azules-o:LBZ}) met. {lobos-azules-o:LBZ} won.",
        id="organization-by-its-acronym",
    ),
    pytest.param("{ana-costa:Ana Costa} ({ghu-o:GHU}) met them.", id="person-before-brackets"),
    pytest.param(
        "The {african-union:African Union} ({african-union:UAX}) met.", id="lexicon-before-brackets"
    ),
    pytest.param("{ghana:Ghana} ({ghx-o:GHX}) agreed.", id="state-before-brackets"),
    pytest.param(
        "The people of Lower Onta waited. Residents of Onta left. The Onta region froze.",
        id="the-people-of",
    ),
    pytest.param(
        "The figures, according to {quipro-o:Quipro}, fell. A {quipro-o:Quipro} spokesman "
        "agreed. They told {quipro-o:Quipro} so.",
        id="according-to",
    ),
    pytest.param("{dvora-lunt:Dvora Lunt}, 45, left.", id="age"),
    pytest.param("{dvora-lunt:Dvora Lunt}, who left, returned.", id="who"),
    pytest.param(
        "{dvora-lunt:Dvora Lunt}, in a very long and dull way, left.", id="long-apposition"
    ),
    pytest.param(
        "The Opposition met the Opposition of the Opposition.", id="everyday-word-with-an-article"
    ),
    pytest.param("{ana-costa:Ana Costa} lives in Costa.", id="known-by-place"),
    pytest.param(
        "{maria-costa-lima:Maria Costa Lima} left. {maria-costa-lima:Maria Costa} stayed.",
        id="shorter-form-twice",
    ),
    pytest.param(
        "{ana-costa:Ana Costa} runs the {costa-fund-o:Costa Fund}. {ana-costa:Costa} left.",
        id="person-before-organization",
    ),
    pytest.param(
        "Mr {dvorlun-1:Dvorlun} left the {dvorlun-foundation-o:Dvorlun Foundation}.",
        id="title-without-a-full-name",
    ),
    pytest.param(
        "The {wexborg-police-department-o:Wexborg Police Department} met in Wexborg.",
        id="town-of-an-organization",
    ),
    pytest.param(
        "The {u-s-court-of-appeals-o:U.S. Court of Appeals} told the {united-states:U.S.} so.",
        id="state-acronym-in-a-name",
    ),
    pytest.param("They asked {dale-quipp-o:Dale & Quipp} for help.", id="law-firm"),
    pytest.param("{walcott-1:WALCOTT}: I see.", id="transcript"),
    pytest.param(
        "Mrs {ana-costa:Ana Costa} met Mr {rui-costa:Rui Costa}. {ana-costa:Ana Costa} spoke, and "
        "{rui-costa:Rui Costa} listened. Ms {ana-costa:Costa} left.",
        id="another-title-of-the-same-gender",
    ),
    pytest.param(
        "Mrs {ana-costa:Ana Costa} met Mr {rui-costa:Rui Costa}. Mrs {ana-costa:Costa} smiled. "
        "{ana-costa:Costa} left.",
        id="last-named-by-the-surname",
    ),
    pytest.param(
        "Then {ana-costa:Ana Costa} met {rui-costa:Rui Costa}. Then {rui-costa:Costa} left.",
        id="no-title",
    ),
    pytest.param("{ana-costa:Ana Costa} runs the airline {ana-costa:Costa}.", id="her-airline"),
    pytest.param(
        "The {green-harbour-union-o:Green Harbour Union} met. {ana-costa:Ana Costa} "
        "({green-harbour-union-o:GHU}) left.",
        id="person-before-brackets-of-a-known-acronym",
    ),
    pytest.param(
        "The {maria-steel-works-o:Maria Steel Works} fell. {maria-steel-works-o:Maria} rose.",
        id="short-form-that-might-be-a-person",
    ),
    pytest.param(
        "The {quipro-steel-works-o:Quipro Steel Works} fell. Then {quipro-1:Quipro} said so.",
        id="short-form-that-speaks",
    ),
    pytest.param(
        "They saw Dvorlun Sigh. Mr {dvorlun-bosk-sigh:Dvorlun Bosk Sigh} left.",
        id="words-of-a-name-that-are-no-name-themselves",
    ),
]


@pytest.mark.parametrize("words", CASES)
def test_every_mention_of_an_actor_leads_to_one_id(words: str) -> None:
    expected, found = compare(words)
    assert found == expected


@pytest.mark.parametrize(
    "words",
    [
        "Mrs {titled_person:Ana Costa} met {full_name:Rui Dahl}. {part_of_name:Dahl} left.",
        "The airline {name_in_context:Skylo} told us so, said Mr {one_name:Bosk}.",
        "The {organization_head:Ashton Union} ({short_form:AU}) met. {short_form:AU} voted.",
        "The {organization_head:Quipro Works} fell. {short_form:Quipro} rose.",
    ],
)
def test_a_mention_says_its_rule(words: str) -> None:
    text, spans = marked(words)
    expected = [(span, rule) for rule in spans for span in spans[rule]]
    assert [(each.span, each.rule) for each in annotated(text)[1]] == sorted(expected)


def test_the_actors_of_a_text() -> None:
    actors, _ = annotated("Mrs Ana Costa told the Green Harbour Union so. GHU members asked Peru.")
    assert actors == (
        Actor("ana-costa", "person", "Ana Costa"),
        Actor("green-harbour-union-organization", "organization", "Green Harbour Union"),
        Actor("peru", "state", "Peru", "Q419"),
    )
