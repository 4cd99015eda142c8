import asyncio
import socket

import pytest

from app.text.reading.hosts import is_public, look_up

Places = list[tuple[object, ...]]


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


class System:
    """What the system says of names, in its place: a list of numbers, or an error."""

    def __init__(self, says: str | Exception) -> None:
        self.says = says
        self.asked: list[object] = []

    def look(self, host: str, port: int, **named: object) -> Places:
        self.asked.append((host, port, named))
        if isinstance(self.says, Exception):
            raise self.says
        return [(socket.AF_INET, 1, 6, "", (number, port)) for number in self.says.split()]


def ask(says: str | Exception, monkeypatch: pytest.MonkeyPatch, *, private: bool) -> list[str]:
    system = System(says)
    monkeypatch.setattr(socket, "getaddrinfo", system.look)
    found = asyncio.run(look_up("a.example", 443, allow_private=private))
    assert system.asked == [("a.example", 443, {"type": socket.SOCK_STREAM})]
    return found


def test_the_numbers_of_a_host_each_once_in_their_order(monkeypatch: pytest.MonkeyPatch) -> None:
    found = ask("8.8.8.8 8.8.4.4 8.8.8.8", monkeypatch, private=False)
    assert found == ["8.8.8.8", "8.8.4.4"]


def test_a_host_with_one_private_number(monkeypatch: pytest.MonkeyPatch) -> None:
    assert ask("8.8.8.8 10.0.0.7", monkeypatch, private=True) == ["8.8.8.8", "10.0.0.7"]
    with pytest.raises(
        ValueError,
        match=r"^a\.example is at 10\.0\.0\.7, no public address \(see --allow-private\)$",
    ):
        ask("8.8.8.8 10.0.0.7", monkeypatch, private=False)


@pytest.mark.parametrize(
    ("says", "told"),
    [
        pytest.param(
            socket.gaierror(-2, "Name unknown"), "Name unknown", id="what the system says"
        ),
        pytest.param(OSError("odd"), "odd", id="an error without a number"),
        pytest.param(UnicodeError("label too long"), "no such host", id="no name of a host"),
    ],
)
def test_a_host_that_is_not_found(
    says: Exception, told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(OSError, match=f"^a\\.example is not found: {told}$"):
        ask(says, monkeypatch, private=True)
