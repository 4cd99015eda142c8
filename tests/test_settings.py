import pytest

from app.errors import SettingError
from app.settings import Settings, load_settings


@pytest.mark.parametrize(
    ("chosen", "base_url", "base_path"),
    [
        ({}, "http://127.0.0.1:8000", ""),
        ({"host": "::1", "port": 80}, "http://[::1]:80", ""),
        ({"public_url": "https://a.example"}, "https://a.example", ""),
        ({"public_url": "https://a.example/"}, "https://a.example", ""),
        ({"public_url": "https://a.example/x/y/"}, "https://a.example/x/y", "/x/y"),
    ],
)
def test_links_begin_where_clients_find_the_api(
    chosen: dict[str, object], base_url: str, base_path: str
) -> None:
    settings = load_settings(**chosen)
    assert (settings.base_url, settings.base_path) == (base_url, base_path)


def test_the_environment_is_read_and_flags_stand_above_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ONRECORD_PORT", "81")
    monkeypatch.setenv("ONRECORD_HOST", "0.0.0.0")
    settings = load_settings(port="82", host=None)
    assert (settings.host, settings.port) == ("0.0.0.0", 82)


def test_every_fault_is_named() -> None:
    with pytest.raises(SettingError, match=r"ONRECORD_PORT: .*; ONRECORD_WORKERS: "):
        load_settings(port="-1", workers="0")


@pytest.mark.parametrize("name", Settings.model_fields)
def test_every_setting_says_what_it_is_for(name: str) -> None:
    assert Settings.model_fields[name].description
