import pytest

from tests.annotator.named import compare

ACTS = [
    pytest.param("{united-states:White House} spokesman {rui-1:Rui} agreed.", id="spokesman"),
    pytest.param("After the vote, {peru:Lima} agreed.", id="after-an-aside"),
    pytest.param("The ships were sent by {peru:Lima}.", id="passive"),
    pytest.param(
        "{iran:Tehran} accuses the inspectors of spying.", id="tehran-accuses-the-inspectors"
    ),
    pytest.param(
        "{iran:Tehran} has repeatedly denied the report.", id="tehran-has-repeatedly-denied"
    ),
    pytest.param("{japan:Tokyo} may soon recall its ambassador.", id="tokyo-may-soon-recall"),
    pytest.param(
        "{japan:Tokyo} and {south-korea:Seoul} agreed to share the data.",
        id="tokyo-and-seoul-agreed",
    ),
    pytest.param(
        "{egypt:Cairo}, {jordan:Amman} and {qatar:Doha} welcomed the truce.",
        id="cairo-amman-and-doha",
    ),
    pytest.param(
        "The minister said {kenya:Nairobi} would not sign.", id="the-minister-said-nairobi"
    ),
    pytest.param(
        "Diplomats fear that {serbia:Belgrade} wants more.", id="diplomats-fear-that-belgrade"
    ),
    pytest.param("{cuba:Havana} is keen to reopen the route.", id="havana-is-keen-to"),
    pytest.param("{cuba:Havana} is reportedly seeking a loan.", id="havana-is-reportedly-seeking"),
    pytest.param("{peru:Lima} was accused of breaking the treaty.", id="lima-was-accused-of"),
    pytest.param(
        "{norway:Oslo}’s decision surprised the fishermen.", id="oslo-s-decision-surprised"
    ),
    pytest.param("{norway:Oslo}'s new trade policy takes effect in May.", id="oslo-s-new-trade"),
    pytest.param(
        "The envoy criticised {ukraine:Kyiv} for the delay.", id="the-envoy-criticised-kyiv"
    ),
    pytest.param("The envoy urged {ukraine:Kyiv} to wait.", id="the-envoy-urged-kyiv"),
    pytest.param(
        "They told {india:New Delhi} that the pipeline was closed.", id="they-told-new-delhi"
    ),
    pytest.param(
        "Talks with {pakistan:Islamabad} collapsed on Friday.", id="talks-with-islamabad-collapsed"
    ),
    pytest.param(
        "Relations between {greece:Athens} and {cyprus:Nicosia} improved.",
        id="relations-between-athens-and",
    ),
    pytest.param("Pressure on {hungary:Budapest} is growing.", id="pressure-on-budapest-is"),
    pytest.param(
        "Sanctions against {venezuela:Caracas} were lifted.", id="sanctions-against-caracas-were"
    ),
    pytest.param("The rebels are backed by {rwanda:Kigali}.", id="the-rebels-are-backed"),
    pytest.param("The plan was rejected by {chile:Santiago}.", id="the-plan-was-rejected"),
    pytest.param("A message to {china:Beijing} was leaked.", id="a-message-to-beijing"),
    pytest.param("The deal with {china:Beijing} covers rare earths.", id="the-deal-with-beijing"),
    pytest.param(
        "A row between {spain:Madrid} and {portugal:Lisbon} over water.", id="a-row-between-madrid"
    ),
    pytest.param("The {russia:Kremlin} said nothing.", id="the-kremlin-said-nothing"),
    pytest.param(
        "The {united-states:White House} rejected the claim.", id="the-white-house-rejected"
    ),
    pytest.param(
        "{united-kingdom:Downing Street} insisted that the talks went well.",
        id="downing-street-insisted-that",
    ),
    pytest.param(
        "A statement from {united-kingdom:Downing Street} followed.", id="a-statement-from-downing"
    ),
    pytest.param("{philippines:Malacañang} defended the order.", id="malaca-ang-defended-the"),
    pytest.param(
        "Officials say {sudan:Khartoum} never replied.", id="officials-say-khartoum-never"
    ),
    pytest.param(
        "When {ethiopia:Addis Ababa} objected, the meeting ended.", id="when-addis-ababa-objected"
    ),
    pytest.param("{bulgaria:Sofia} never wanted the base.", id="sofia-never-wanted-the"),
    pytest.param(
        "{bulgaria:Sofia}, which supports the plan, sent two ships.", id="sofia-which-supports-the"
    ),
    pytest.param(
        "But {poland:Warsaw} remains opposed to the quota.", id="but-warsaw-remains-opposed"
    ),
    pytest.param("{thailand:Bangkok} will host the next round.", id="bangkok-will-host-the"),
    pytest.param("The Gulf states pressed {lebanon:Beirut} to act.", id="the-gulf-states-pressed"),
    pytest.param(
        "Ties between {morocco:Rabat} and {algeria:Algiers} are cold.", id="ties-between-rabat-and"
    ),
    pytest.param(
        "A warning to {lithuania:Vilnius} came from the alliance.", id="a-warning-to-minsk"
    ),
    pytest.param("The pact gives {zambia:Lusaka} more time.", id="the-pact-gives-lusaka"),
    pytest.param("They read the\n{peru:Lima} agreed.", id="article-of-another-line"),
    pytest.param("They told {peru:Lima} police so.", id="told-the-police"),
    pytest.param("Accusing {peru:Lima} of lies, he left.", id="accusing-first"),
    pytest.param("Officials said the {russia:Kremlin} left.", id="palace-after-a-verb"),
    pytest.param("{norway:Oslo}’s very new trade policy failed.", id="possession-far-on"),
    pytest.param("{norway:Oslo} quietly agreed.", id="adverb"),
    pytest.param("The house was painted by {peru:Lima}.", id="passive-in-ed"),
    pytest.param("The letter was written by {peru:Lima}.", id="passive-in-en"),
    pytest.param("They agreed with {peru:Lima}.", id="agreed-with"),
    pytest.param("They told {japan:Tokyo} and {south-korea:Seoul} so.", id="told-two"),
]

PLACES = [
    pytest.param("She won the White House.", id="office-won"),
    pytest.param("The White House doctor left.", id="doctor-of-the-house"),
    pytest.param("His bid for the White House failed.", id="bid"),
    pytest.param("Lima has not yet even met.", id="no-verb-in-reach"),
    pytest.param("Lima and its port met.", id="listed-with-a-thing"),
    pytest.param("Lima", id="alone"),
    pytest.param("He was born in Tehran in 1950.", id="he-was-born-in"),
    pytest.param("A bomb exploded in central Baghdad on Sunday.", id="a-bomb-exploded-in"),
    pytest.param("Flights from Cairo to Oslo were cancelled.", id="flights-from-cairo-to"),
    pytest.param("The train left Warsaw at noon.", id="the-train-left-moscow"),
    pytest.param("She lives near Athens with her sons.", id="she-lives-near-athens"),
    pytest.param("Thousands marched through Santiago.", id="thousands-marched-through-santiago"),
    pytest.param("The Rome suburbs were quiet.", id="the-paris-suburbs-were"),
    pytest.param("The streets of Havana were empty.", id="the-streets-of-havana"),
    pytest.param("Heavy rain hit Nairobi and flooded roads.", id="heavy-rain-hit-nairobi"),
    pytest.param("A Tokyo court fined the company.", id="a-tokyo-court-fined"),
    pytest.param("The Vienna talks end on Friday.", id="the-vienna-talks-end"),
    pytest.param("The mayor of Lima resigned.", id="the-mayor-of-lima"),
    pytest.param("Residents of Khartoum fled.", id="residents-of-khartoum-fled"),
    pytest.param("The conference was held at Doha.", id="the-conference-was-held"),
    pytest.param("He flew to Beijing on Monday.", id="he-flew-to-beijing"),
    pytest.param("The road between Amman and the border is closed.", id="the-road-between-amman"),
    pytest.param("Kathmandu’s old streets are narrow.", id="kathmandu-s-old-streets"),
    pytest.param("Oslo’s mayor opened the museum.", id="oslo-s-mayor-opened"),
    pytest.param("The museum is in Madrid.", id="the-museum-is-in"),
    pytest.param("Traffic in and around Jakarta stopped.", id="traffic-in-and-around"),
    pytest.param("Hotels across Lisbon are full.", id="hotels-across-lisbon-are"),
    pytest.param("The Warsaw stock exchange fell.", id="the-warsaw-stock-exchange"),
    pytest.param("She studied at a school outside Warsaw.", id="she-studied-at-a"),
    pytest.param("The team trained in Bucharest before the match.", id="the-team-trained-in"),
    pytest.param("Reporters gathered at the White House.", id="reporters-gathered-at-the"),
    pytest.param("Protesters stood outside the Kremlin.", id="protesters-stood-outside-the"),
    pytest.param("The team arrived from Algiers late on Sunday.", id="the-team-arrived-from"),
    pytest.param("Seoul, the capital, has ten million people.", id="seoul-the-capital-has"),
    pytest.param("DAMASCUS (News Desk) - The market reopened.", id="damascus-news-desk-the"),
    pytest.param("A Manila resident filmed the storm.", id="a-manila-resident-filmed"),
    pytest.param("In Lima rejected boats lie.", id="in-first"),
    pytest.param("The Lima agreed route was shut.", id="article"),
    pytest.param("They told Lima airport so.", id="told-the-airport"),
    pytest.param("From Lima sent ships came.", id="from-first"),
    pytest.param("For the White House she ran.", id="for-the-house"),
    pytest.param("Lima and they agreed.", id="listed-with-a-pronoun"),
    pytest.param("Lima and its decision matter little.", id="no-possessive"),
    pytest.param("A decision came. Oslo’s mayor left.", id="possession-before"),
    pytest.param("Oslo’s very old and wide policy failed.", id="possession-too-far-on"),
    pytest.param("Lima keen on fish slept.", id="mood-without-being"),
    pytest.param("Lima is a city of many parks.", id="being-without-a-mood"),
    pytest.param("Lima, accused of nothing, slept.", id="comma-and-a-participle"),
]


@pytest.mark.parametrize("words", ACTS)
def test_a_seat_of_power_acts(words: str) -> None:
    expected, found = compare(words)
    assert found == expected


@pytest.mark.parametrize("words", PLACES)
def test_a_seat_of_power_is_a_place(words: str) -> None:
    assert compare(words) == ([], [])


def test_the_table_is_large_both_ways() -> None:
    assert len(ACTS) >= 30
    assert len(PLACES) >= 30
