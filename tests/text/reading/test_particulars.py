from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.text.reading import particulars
from app.text.reading.particulars import address, author, is_address, language, published


def refused(form: Callable[[str], str], said: str) -> str:
    """The sentence with which a form is refused."""
    with pytest.raises(ValueError, match=r".") as caught:
        form(said)
    return str(caught.value)


@pytest.mark.parametrize(
    ("said", "form"),
    [
        ("2026-05-04", "2026-05-04"),
        (" 2026-05-04\n", "2026-05-04"),
        ("2026-05-04T21:30", "2026-05-04T21:30:00"),
        ("2026-05-04 21:30:05", "2026-05-04T21:30:05"),
        ("2026-05-04T21:30:05.123456789Z", "2026-05-04T21:30:05+00:00"),
        ("2026-05-04t21:30:05z", "2026-05-04T21:30:05+00:00"),
        ("2026-05-04T23:30:00-05:00", "2026-05-04T23:30:00-05:00"),
        ("2026-05-04T23:30:00 +0530", "2026-05-04T23:30:00+05:30"),
        ("2026-05-04T23:30:00+02", "2026-05-04T23:30:00+02:00"),
    ],
)
def test_published(said: str, form: str) -> None:
    assert published(said) == form


@pytest.mark.parametrize(
    "said",
    ["", "4 May 2026", "2026", "2026-05", "2026-5-4", "20260504", "2026-W19-1", "2026-02-30",
     "2026-05-04T24:00", "2026-05-04T10:60", "2026-05-04T10", "2026-05-04T10:00+25:00",
     "2026-05-04T10:00 CEST", "04/05/2026", "2026/05/04", "٢٠٢٦-٠٥-٠٤", "2026-05-04x",
     "0000-01-01"],
)  # fmt: skip
def test_no_date(said: str) -> None:
    told = "not a date or a date and time of ISO 8601 (2026-05-04)"
    assert refused(published, said) == f"{told}: {said!r}"


@pytest.mark.parametrize(
    ("source", "is_one"),
    [
        ("http://a.example", True),
        ("HTTPS://A.Example", True),
        ("a.html", False),
        ("ftp://a.example", False),
        ("http:a", False),
    ],
)
def test_what_is_an_address_and_no_file(source: str, is_one: bool) -> None:
    assert is_address(source) is is_one


@pytest.mark.parametrize(
    ("said", "form"),
    [
        ("https://a.example", "https://a.example/"),
        (" HTTPS://A.Example:443/B?c=D#e ", "https://a.example/B?c=D"),
        ("http://a.example:8080/", "http://a.example:8080/"),
        ("http://[::1]:80/", "http://[::1]/"),
        ("https://bücher.example/größe?q=ä b", "https://xn--bcher-kva.example/gr%C3%B6%C3%9Fe?q=%C3%A4%20b"),
        ("https://a.example/%C3%A9/a(b)", "https://a.example/%C3%A9/a(b)"),
    ],
)  # fmt: skip
def test_address(said: str, form: str) -> None:
    assert address(said) == form


@pytest.mark.parametrize(
    "said",
    ["", "a.example", "ftp://a.example/", "file:///etc/passwd", "javascript:alert(1)",
     "//a.example/", "http://", "http:///a", "http://u:p@a.example/", "http://@a.example/"],
)  # fmt: skip
def test_no_address(said: str) -> None:
    told = "not an http or https address without a name and a password"
    assert refused(address, said) == f"{told}: {said!r}"


@pytest.mark.parametrize("host", ["a b", "a..example", f"{'a' * 64}.example"])
def test_no_host(host: str) -> None:
    assert refused(address, f"http://{host}/") == f"not the name of a host: {host!r}"


@pytest.mark.parametrize("said", ["http://[::1", "http://a:b/", "http://a.example:99999/"])
def test_what_no_address_is_made_of(said: str) -> None:
    assert refused(address, said)


@pytest.mark.parametrize(
    ("said", "form"),
    [(" Ada\n Weir ", "Ada Weir"), ("Inês & Tom; X Æ", "Inês & Tom; X Æ"), ("علی‌رضا", "علی‌رضا")],
)
def test_author(said: str, form: str) -> None:
    assert author(said) == form


@pytest.mark.parametrize("said", ["", " \n", "--", "Ada\x07", "Ada\x1b[1m"])
def test_no_author(said: str) -> None:
    assert refused(author, said) == f"not a name: {said!r}"


@pytest.mark.parametrize(
    ("said", "form"),
    [("en", "en"), (" pt-BR ", "pt-BR"), ("en_GB", "en-GB"), ("zh-Hant-TW", "zh-Hant-TW")],
)
def test_language(said: str, form: str) -> None:
    assert language(said) == form


@pytest.mark.parametrize("said", ["", "e", "English!", "en-", "1", "en-toolongtag", "en--GB"])
def test_no_language(said: str) -> None:
    assert refused(language, said) == f"not a language tag of RFC 5646 (en, pt-BR): {said!r}"


@pytest.mark.parametrize("form", [address, author, language, published], ids=lambda f: f.__name__)
@given(said=st.text() | st.from_regex(r"http://[^/]*/.*") | st.from_regex(particulars._DATE_TIME))
def test_a_form_of_a_form_is_that_form(form: Callable[[str], str], said: str) -> None:
    try:
        once = form(said)
    except ValueError:
        return
    assert form(once) == once
    assert "\n" not in once
