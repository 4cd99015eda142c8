import pytest

from app.text.reading.hosts import is_public


@pytest.mark.parametrize(
    "number",
    ["8.8.8.8", "::ffff:8.8.8.8", "2a00:1450::1", "2002:808:808::1", "64:ff9b::808:808"],
)
def test_public(number: str) -> None:
    assert is_public(number)


@pytest.mark.parametrize(
    "number",
    [
        "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.0.1", "169.254.169.254", "100.64.0.1",
        "0.0.0.0", "224.0.0.1", "240.0.0.1", "255.255.255.255", "198.18.0.1", "192.0.2.1",
        "::", "::1", "fe80::1", "fe80::1%eth0", "fc00::1", "fec0::1", "ff02::1", "2001:db8::1",
        "100::1", "::ffff:127.0.0.1", "::ffff:a01:203", "::127.0.0.1", "2002:7f00:1::",
        "2002:a01:203::1", "64:ff9b::7f00:1", "64:ff9b::a01:203", "64:ff9b:1::1",
        "2001:0:4136:e378:8000:63bf:3fff:fdd2",
    ],
)  # fmt: skip
def test_not_public(number: str) -> None:
    assert not is_public(number)
