"""Addresses of the web: which may be fetched, and when two of them are one page's."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Collection
from urllib.parse import urlsplit

from banggiao.errors import InputError

_TRANSLATED = tuple(map(ipaddress.ip_network, ("64:ff9b::/96", "2002::/16", "2001::/32")))
"""Networks that carry an IPv4 address inside (NAT64, 6to4, Teredo), which may be a private one."""


class UnknownHostError(InputError):
    """The host of an address has no number, as far as this machine knows."""


def page_key(url: str) -> str:
    """What the addresses of one page share: those that differ in http or https, "www.", marks of where a reader came
    from (utm_source …), the order of parameters, a fragment or a slash at the end."""
    from courlan import normalize_url  # some 100 ms

    try:
        url = normalize_url(url, trailing_slash=False)
    except (TypeError, ValueError):
        pass  # stays as it is: another address, at worst asked for twice
    parts = urlsplit(url)
    key = f"{parts.netloc.removeprefix('www.')}{parts.path.rstrip('/')}"
    return f"{key}?{parts.query}" if parts.query else key


def host_and_port(url: str) -> tuple[str, int]:
    """The host (in lower case) and the port of an http or https address. Raises InputError for anything else."""
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError as error:
        raise InputError(url, f"this is no address ({error})", hint="Check the address.") from error
    if parts.scheme not in ("http", "https") or not host:
        raise InputError(url, "only http and https addresses are read", hint="Give the address of a page.")
    return host.lower(), port or (443 if parts.scheme == "https" else 80)


def numbers_of(host: str, port: int, allowed: Collection[str] = ()) -> list[str]:
    """The IP addresses of a host, all of them public. Raises InputError naming the host otherwise.

    A name with one private address among public ones is refused whole: which of them is used is the resolver's
    choice, and that may be somebody else's. allowed: hosts (`name` or `name:port`) that may be private.
    """
    try:
        found = socket.getaddrinfo(host, port, proto=socket.IPPROTO_TCP)
    except (OSError, UnicodeError) as error:
        raise UnknownHostError(host, f"the host is not known ({error})", hint="Check the address.") from error
    numbers = list(dict.fromkeys(str(address[0]) for *_, address in found))
    if host in allowed or f"{host}:{port}" in allowed:
        return numbers
    for number in numbers:
        ip = ipaddress.ip_address(number.split("%")[0])
        if not ip.is_global or ip.is_multicast or any(ip in network for network in _TRANSLATED):
            raise InputError(host, "the address leads into a private network", hint="Save the page and give the file.")
    return numbers
