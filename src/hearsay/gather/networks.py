"""Networks: which IP addresses are everybody's (IANA special-purpose registries, RFC 6890), so that no page that is
gathered can make hearsay knock at a machine, a router or a cloud's metadata service behind the reader's own wall (SSRF).
"""

from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network
from itertools import chain

Address = IPv4Address | IPv6Address

# What the registries list and Python's is_global does not know in every version, and addresses of clouds' own services.
_REFUSED = tuple(
    ip_network(network)
    for network in (
        *("0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12"),
        *("192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24"),
        *("203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4"),
        "168.63.129.16/32",  # Azure's own service, in a public range
        *("::/96", "64:ff9b:1::/48", "100::/64", "2001::/23", "2001:db8::/32", "3fff::/20", "5f00::/16"),
        *("fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8"),
    )
)
_NAT64 = IPv6Network("64:ff9b::/96")
_ISATAP = {0x00005EFE, 0x02005EFE}


def is_public(written: str | Address) -> bool:
    """Tell whether an IP address is one that anybody on the internet can reach; what is no IP address is not.

    >>> is_public("8.8.8.8"), is_public("127.0.0.1"), is_public("::ffff:10.0.0.1"), is_public("localhost")
    (True, False, False, False)
    """
    try:
        address = ip_address(written.partition("%")[0] if isinstance(written, str) else written)
    except ValueError:
        return False
    return all(_is_public(one) for one in chain([address], find_embedded(address)))


def _is_public(address: Address) -> bool:
    """Tell it of the address itself, without those inside."""
    if isinstance(address, IPv6Address) and (address.ipv4_mapped or address in _NAT64):
        return True  # what counts is the one inside
    return address.is_global and not address.is_multicast and not any(_holds(one, address) for one in _REFUSED)


def _holds(network: IPv4Network | IPv6Network, address: Address) -> bool:
    """Tell whether a network of the same version holds an address."""
    return network.version == address.version and address in network


def find_embedded(address: Address) -> tuple[IPv4Address, ...]:
    """Find the IPv4 addresses that an IPv6 address leads to: mapped, 6to4, Teredo, NAT64, ISATAP."""
    if isinstance(address, IPv4Address):
        return ()
    number = int(address)
    found = [address.ipv4_mapped, address.sixtofour, *(address.teredo or ())]
    found += [IPv4Address(number & 0xFFFFFFFF)] if address in _NAT64 or (number >> 32) & 0xFFFFFFFF in _ISATAP else []
    return tuple(one for one in found if one is not None)
