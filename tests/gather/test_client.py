"""The client: what is unpacked and what is not, and that no socket is made to a private address."""

import asyncio
import gzip
import socket
import sys
import zlib
from ipaddress import IPv4Address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.errors import GatherError, MissingExtra
from hearsay.gather.addresses import check_address
from hearsay.gather.client import Inflater, make_agent, make_limits, make_socket, open_session
from hearsay.settings import Settings

METADATA = IPv4Address("169.254.169.254")


def unpack(content: bytes, encoding: str, *, piece: int = 1000, largest: int = 10_000_000) -> bytes:
    """Unpack content that comes in pieces."""
    inflater = Inflater(encoding, largest)
    for start in range(0, len(content), piece):
        inflater.take(content[start : start + piece])
    assert inflater.is_at_end
    return bytes(inflater.content)


@given(st.binary(max_size=3000), st.integers(1, 400))
def test_whatever_is_packed_is_unpacked(content: bytes, piece: int) -> None:
    raw = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    assert unpack(gzip.compress(content), "gzip", piece=piece) == content
    assert unpack(gzip.compress(content) + gzip.compress(content), "x-gzip", piece=max(piece, 50)) == content * 2
    assert unpack(zlib.compress(content), "deflate", piece=piece) == content
    assert unpack(raw.compress(content) + raw.flush(), "deflate", piece=5000) == content
    assert unpack(content, "identity", piece=piece) == content


@given(st.binary(min_size=1, max_size=200), st.sampled_from(["gzip", "deflate"]))
def test_nothing_packed_wrongly_breaks_it(content: bytes, encoding: str) -> None:
    inflater = Inflater(encoding, 1000)
    try:
        inflater.take(content)
    except GatherError as error:
        assert error.reason in ("damaged", "too-large")


@pytest.mark.parametrize(("largest", "reason"), [(2_000_000, "too-large"), (10**9, "unsafe")])
def test_a_bomb_is_found_long_before_it_is_large(largest: int, reason: str) -> None:
    inflater = Inflater("gzip", largest)
    with pytest.raises(GatherError) as caught:
        inflater.take(gzip.compress(b"\0" * 100_000_000))
    assert caught.value.reason == reason and len(inflater.content) < 12_000_000


def test_what_is_cut_short_is_not_at_its_end() -> None:
    inflater = Inflater("gzip", 10_000)
    inflater.take(gzip.compress(b"a" * 500)[:-9])
    assert not inflater.is_at_end


@pytest.mark.parametrize("address", ["127.0.0.1", "10.0.0.1", "169.254.169.254", "::1", "::ffff:127.0.0.1", "fe80::1"])
def test_no_socket_is_made_to_a_private_address(address: str) -> None:
    family = 10 if ":" in address else 2
    with pytest.raises(OSError, match="private"):
        make_socket((family, 1, 6, "", (address, 80)))
    make_socket((2, 1, 6, "", ("127.0.0.1", 80)), allow_private=True).close()


def spell(number: int) -> list[str]:
    """Spell an IPv4 address in every way that the C library reads."""
    one, two, three, four = number.to_bytes(4, "big")
    spelled = [
        f"{one}.{two}.{three}.{four}",
        f"{one}.{two}.{three * 256 + four}",
        f"{one}.{number & 0xFFFFFF}",
        str(number),
    ]
    spelled += [f"0x{number:x}", f"0{number:o}", f"0x{one:x}.{two}.0{three:o}.{four}", f"{one}.0x{number & 0xFFFFFF:x}"]
    return [*spelled, f"[::ffff:{one}.{two}.{three}.{four}]", f"[::ffff:{number >> 16:x}:{number & 0xFFFF:x}]"]


@given(st.ip_addresses(v=4, network="127.0.0.0/8") | st.ip_addresses(v=4, network="10.0.0.0/8") | st.just(METADATA))
def test_no_spelling_of_a_private_address_gets_a_socket(address: IPv4Address) -> None:
    for host in spell(int(address)):
        try:
            check_address(f"http://{host}/")
            found = socket.getaddrinfo(host.strip("[]"), 80, type=socket.SOCK_STREAM, flags=socket.AI_NUMERICHOST)
        except (GatherError, OSError):
            continue
        for one in found:
            with pytest.raises(OSError, match="private"):
                make_socket(one)


def test_whoever_asks_says_who_it_is() -> None:
    assert make_agent(Settings()).startswith("hearsay/") and "+" not in make_agent(Settings())
    assert make_agent(Settings(contact="desk@example.org")).endswith("(+desk@example.org)")


def test_without_the_library_the_command_that_installs_it_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    async def run() -> None:
        settings = Settings()
        async with open_session(settings, make_limits(settings)):
            pass

    monkeypatch.setitem(sys.modules, "aiohttp", None)
    with pytest.raises(MissingExtra, match=r"pip install 'hearsay\[gather\]'"):
        asyncio.run(run())
