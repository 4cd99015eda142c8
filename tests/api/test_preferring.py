import pytest

from app.api.preferring import PREFER_LENGTH, included


@pytest.mark.parametrize(
    ("prefer", "iris"),
    [
        pytest.param('return=representation; include="a b"', ["a", "b"], id="two"),
        pytest.param('Return = "representation" ;INCLUDE = "a"', ["a"], id="any case, any space"),
        pytest.param("return=representation;include=http://x.example/#a", ["http://x.example/#a"],
                     id="unquoted, as some send it"),
        pytest.param('respond-async, wait=10, return=representation;include="a"', ["a"],
                     id="behind others"),
        pytest.param('return=representation; omit="a"; include="b"', ["b"], id="beside omit"),
        pytest.param('return=representation; omit="a"', [], id="omit only"),
        pytest.param('return=representation;include="a", return=representation;include="b"', ["a"],
                     id="the first of two"),
        pytest.param('return=minimal, return=representation;include="b"', [], id="minimal first"),
        pytest.param('return=minimal; include="a"', [], id="not a representation"),
        pytest.param('x="return=representation;include=a, return=representation"', [],
                     id="in quotation marks"),
        pytest.param('x=1; include="a"', [], id="of another preference"),
        pytest.param('return=representation, include="a"', [], id="a preference of its own"),
        pytest.param('return=representation; include="a', [], id="unclosed"),
        pytest.param(r'x="\", return=representation; include=\"a", return=representation;include=b',
                     ["b"], id="escaped"),
        pytest.param(";;=\",;=,", [], id="junk"),
        pytest.param("", [], id="nothing"),
        pytest.param("x" * PREFER_LENGTH + ', return=representation;include="a"', [], id="a bomb"),
    ],
)  # fmt: skip
def test_what_is_to_be_included(prefer: str, iris: list[str]) -> None:
    assert included(prefer) == iris
