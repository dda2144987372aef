"""Networks: no spelling of a private address passes for a public one."""

from ipaddress import IPv4Address, IPv6Address, ip_address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.gather.networks import find_embedded, is_public

PRIVATE = [
    *["0.0.0.0", "10.0.0.1", "100.64.0.1", "100.100.100.200", "127.0.0.1", "127.255.255.254", "169.254.169.254"],
    *["172.16.0.1", "172.31.255.255", "192.0.0.192", "192.0.2.1", "192.168.1.1", "198.18.0.1", "198.51.100.1"],
    *["203.0.113.1", "224.0.0.1", "239.255.255.250", "240.0.0.1", "255.255.255.255", "168.63.129.16", "192.88.99.1"],
]
PRIVATE_6 = ["::", "::1", "fe80::1", "fe80::1%eth0", "fc00::1", "fd00:ec2::254", "fec0::1", "ff02::1", "2001:db8::1"]
PUBLIC = ["8.8.8.8", "1.1.1.1", "93.184.216.34", "172.32.0.1", "100.128.0.1", "2606:4700::1111", "2a00:1450:4001::200e"]


@pytest.mark.parametrize("address", [*PRIVATE, *PRIVATE_6])
def test_private_addresses_are_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", PUBLIC)
def test_public_addresses_are(address: str) -> None:
    assert is_public(address)


def embed(address: IPv4Address) -> list[IPv6Address]:
    """Give every way in which IPv6 carries an IPv4 address."""
    number = int(address)
    return [
        IPv6Address(number),  # compatible
        IPv6Address(0xFFFF << 32 | number),  # mapped
        IPv6Address(0x0064FF9B << 96 | number),  # NAT64
        IPv6Address(0x2002 << 112 | number << 80 | 1),  # 6to4
        IPv6Address(0x20010000 << 96 | 0x08080808 << 64 | (number ^ 0xFFFFFFFF)),  # Teredo, as its client
        IPv6Address(0x2A00 << 112 | 0x5EFE << 32 | number),  # ISATAP
    ]


@pytest.mark.parametrize("address", PRIVATE)
def test_private_addresses_inside_others_are_not_public(address: str) -> None:
    assert [str(one) for one in embed(IPv4Address(address)) if is_public(one)] == []


@given(st.ip_addresses(v=4))
def test_an_address_inside_another_is_never_more_public(address: IPv4Address) -> None:
    for one in embed(address):
        assert is_public(address) or not is_public(one)
        assert is_public(one) == is_public(str(one))


@given(st.ip_addresses())
def test_whatever_is_public_is_global_and_so_is_what_it_carries(address: IPv4Address | IPv6Address) -> None:
    if is_public(address):
        assert not (address.is_loopback or address.is_link_local or address.is_multicast or address.is_unspecified)
        assert all(one.is_global for one in find_embedded(address))


@pytest.mark.parametrize(
    "written", ["", "localhost", "127.1", "0x7f.0.0.1", "2130706433", "0177.0.0.1", "1.2.3.4.5", "::g"]
)
def test_what_is_no_address_is_not_public(written: str) -> None:
    assert not is_public(written)


def test_what_is_mapped_is_public_if_it_is_so_alone() -> None:
    assert is_public("::ffff:8.8.8.8") and ip_address("::ffff:8.8.8.8").version == 6
