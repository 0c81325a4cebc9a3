"""The port: free, allowed, and ours under both names of this machine."""

import socket

from asemus.faults import Fault

HOST = "127.0.0.1"


def check_port(words: str) -> int:
    """Return the port that `words` name; raises Fault where it cannot be used."""
    if not words.isdigit() or not 0 < int(words) < 65536:
        raise Fault(f"PORT={words} is not a port. Take a number between 1024 and 65535: make demo PORT=8001")
    port = int(words)
    with socket.socket(socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except PermissionError:
            raise Fault(
                f"Port {port} is reserved for the system. Choose another one: make demo PORT=8000"
            ) from None
        except OSError:
            raise busy(port) from None
    if _somebody_answers_on_ipv6(port):
        raise busy(port)
    return port


def busy(port: int) -> Fault:
    other = port + 1 if port < 65535 else 8000
    return Fault(f"Port {port} is taken by another program. Choose another one: make demo PORT={other}")


def _somebody_answers_on_ipv6(port: int) -> bool:
    """http://localhost may mean ::1: a program there would answer in our place."""
    try:
        with socket.create_connection(("::1", port), timeout=0.5):
            return True
    except OSError:
        return False
