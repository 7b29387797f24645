"""Which addresses the probe may call: an endpoint is typed by an officer, and the probe stands in the inner network.

Addresses of the open Internet may be called. Any other (private, loopback, link-local, shared) only where the operator
opened its range. The addresses at which clouds hand out credentials are never opened by a range, only one by one.
"""

from collections.abc import Iterable, Sequence
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

from banyan.kit.endpoints import NotAsked
from banyan.kit.errors import SentenceError
from banyan.kit.sentence import say

Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network

METADATA: tuple[Network, ...] = tuple(
    ip_network(text)
    for text in (
        "169.254.0.0/16",  # AWS, Azure, GCP, Tencent, Huawei, OpenStack
        "100.100.100.200/32",  # Alibaba
        "168.63.129.16/32",  # Azure's inner server
        "192.0.0.192/32",  # Oracle
        "fe80::/10",
        "fd00:ec2::254/128",
        "fd20:ce::254/128",
    )
)
INNER: tuple[Network, ...] = (ip_network("192.0.0.0/24"), ip_network("fec0::/10"), ip_network("3fff::/20"))
"""Inner ranges that ``is_global`` takes for open ones: of the protocol itself, of a site, of documents."""
NAT64 = IPv6Network("64:ff9b::/96")


def networks(text: str) -> tuple[Network, ...]:
    """The ranges that the operator opened, such as ``10.0.0.0/8, 172.16.5.4``; one sentence for one that is none."""
    try:
        return tuple(ip_network(one, strict=False) for one in text.replace(",", " ").split())
    except ValueError as error:
        raise SentenceError(
            say("{error}: write ranges such as 10.20.0.0/16, with a comma between them.", error=str(error))
        ) from error


def may_be_called(address: Address, opened: Iterable[Network]) -> bool:
    """Whether the probe may connect to this address."""
    real = _meant(address)
    fitting = [one for one in opened if one.version == real.version and real in one]
    if any(one.version == real.version and real in one for one in METADATA):
        return any(one.prefixlen == one.max_prefixlen for one in fitting)
    inner = any(one.version == real.version and real in one for one in INNER)
    usual = real.is_global and not (inner or real.is_multicast or real.is_reserved)
    return usual or bool(fitting)


def checked(addresses: Sequence[str], opened: Sequence[Network]) -> tuple[str, ...]:
    """The addresses of a name, when all may be called; NotAsked as soon as one may not."""
    for one in addresses:
        if not may_be_called(ip_address(one.partition("%")[0]), opened):
            raise NotAsked(
                say("{address} lies in a range that the operator has not opened to the probe.", address=one)
            )
    return tuple(addresses)


def _meant(address: Address) -> Address:
    """The IPv4 address inside an IPv6 one that only carries it."""
    if isinstance(address, IPv4Address):
        return address
    if address in NAT64:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour or (address.teredo[1] if address.teredo else address)
