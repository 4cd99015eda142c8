import pytest

from app.annotator.language import is_english
from app.annotator.lexicon import load_lexicon
from app.annotator.tokens import tokenize
from app.text.splitting import build_plain_document


@pytest.mark.parametrize(
    ("text", "english"),
    [
        pytest.param(
            "The ministers met on Monday and said that the talks would go on until they agree.",
            True,
            id="English",
        ),
        pytest.param("Rain at last", True, id="too short to tell"),
        pytest.param("1, 2, 3.", True, id="no word"),
        pytest.param(
            "Die Minister trafen sich am Montag und sagten, dass die Gespräche weitergehen, bis"
            " sich alle einig sind.",
            False,
            id="German",
        ),
        pytest.param(
            "De ministers spraken maandag met elkaar en zeiden dat het overleg verder gaat tot er"
            " een akkoord is.",
            False,
            id="Dutch",
        ),
        pytest.param(
            "Ministrene møttes mandag og sa at samtalene vil fortsette til de er enige om en avtale"
            " for fisket.",
            False,
            id="Norwegian",
        ),
        pytest.param(
            "Los ministros se reunieron el lunes y dijeron que las conversaciones seguirán hasta"
            " que haya acuerdo.",
            False,
            id="Spanish",
        ),
        pytest.param("Министры встретились.", False, id="Cyrillic, however short"),
        pytest.param("大臣は月曜日に会談した。", False, id="Japanese"),
        pytest.param("да word", True, id="half of it Latin"),
        pytest.param("да да word", False, id="a third of it Latin"),
        pytest.param("word " * 11, True, id="11 words that say nothing"),
        pytest.param("word " * 12, False, id="12 are enough"),
        pytest.param("the the " + "word " * 23, True, id="8 % function words"),
        pytest.param("the " + "word " * 24, False, id="4 %"),
        pytest.param("word " * 2_000 + "the " * 500, False, id="English after 2,000 words"),
    ],
)
def test_language(text: str, english: bool) -> None:
    lexicon = load_lexicon()
    assert is_english(tokenize(build_plain_document(text), lexicon), lexicon) is english
