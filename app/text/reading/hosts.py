"""Where a host is, and whether that is a place to ask."""

import asyncio
import socket
from contextlib import suppress
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from threading import Thread

_NAT64 = IPv6Network("64:ff9b::/96")  # RFC 6052


async def look_up(host: str, port: int, *, allow_private: bool) -> list[str]:
    """The numeric addresses of a host, each once, in the order the system gives them.

    Raises OSError where it has none, ValueError where one of them lies in a private network or is
    otherwise nowhere on the internet, unless that is allowed.
    """
    numbers = list(dict.fromkeys(await _resolve(host, port)))
    for number in numbers:
        if not (allow_private or is_public(number)):
            raise ValueError(f"{host} is at {number}, no public address (see --allow-private)")
    return numbers


async def _resolve(host: str, port: int) -> list[str]:
    """In a thread that nobody waits for: the system looks names up with a patience of its own."""
    loop = asyncio.get_running_loop()
    answered: asyncio.Future[list[str] | OSError] = loop.create_future()

    def answer(found: list[str] | OSError) -> None:
        if not answered.done():
            answered.set_result(found)

    def ask() -> None:
        found: list[str] | OSError
        try:
            places = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
            found = [str(place[4][0]) for place in places]
        except UnicodeError:
            found = OSError("no such host")
        except OSError as error:
            found = error
        with suppress(RuntimeError):  # the loop is closed: nobody waits any more
            loop.call_soon_threadsafe(answer, found)

    Thread(target=ask, daemon=True).start()
    found = await answered
    if isinstance(found, OSError):
        raise OSError(f"{host} is not found: {found.strerror or found}")
    return found


def is_public(number: str) -> bool:
    """Whether a numeric address is one that anybody on the internet may have.

    IPv4 addresses that are written within IPv6 ones count as what they are. Follows the registries
    of RFC 6890, as `ipaddress` knows them.
    """
    ip = ip_address(number.partition("%")[0])
    inner = _inner(ip) if isinstance(ip, IPv6Address) else None
    if inner is not None:
        return is_public(str(inner))
    site_local = isinstance(ip, IPv6Address) and ip.is_site_local
    return ip.is_global and not (ip.is_multicast or ip.is_reserved or site_local)


def _inner(ip: IPv6Address) -> IPv4Address | None:
    if ip in _NAT64:
        return IPv4Address(int(ip) & 0xFFFFFFFF)
    return ip.ipv4_mapped or ip.sixtofour
