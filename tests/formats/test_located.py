from typing import Any

from app.formats.located import located, places

SPAN = {"start": 0, "end": 5, "exact": "Peace"}
QUOTE = {
    "key": 7, "id": "0123456789abcdef", "article": "a-1", "version": "0123456789ab",
    "kind": "direct", "speaker": "france", "on_behalf_of": None, "rule": "gold",
    "spans": '[["content", 0, 5, "Peace"], ["source", 7, 12, "Paris"]]', "holds": "all",
}  # fmt: skip
PLACE: dict[str, Any] = {
    "article": "a-1",
    "version": "0123456789ab",
    "current": True,
    "score": 100.0,
    "spans": [SPAN],
    "parts": [{"asked": "peace", "found": SPAN, "differs": False}],
    "quotes": [QUOTE],
}


def test_a_place_says_where_and_who() -> None:
    row = {
        "status": "unique",
        "places": [PLACE],
        "exact_is_complete": True,
        "near_is_complete": None,
    }
    shown: dict[str, Any] = {**located(row, places(row, "/base"))}
    [place] = shown.pop("places")
    assert shown == {"status": "unique", "exact_is_complete": True, "near_is_complete": None}
    [quote] = place.pop("quotes")
    assert place == {key: value for key, value in PLACE.items() if key != "quotes"} | {
        "links": {
            "article": "/base/articles/a-1",
            "text": "/base/articles/a-1/versions/0123456789ab/text",
        },
        "unit": "codepoint",
    }
    assert (quote["holds"], quote["speaker"], quote["source"]["exact"]) == (
        "all",
        "france",
        "Paris",
    )
    assert quote["links"]["self"] == "/base/quotes/0123456789abcdef"
