"""The sum client, in Python."""

import socket
import struct
import sys


def usage(problem):
    print(f"error: {problem}\n\nUsage: sum_client.py ADDR A B [--framing FRAMING]", file=sys.stderr)
    sys.exit(2)


def integer(text):
    """The 64-bit integer that the text is, or None."""
    digits = text[1:] if text[:1] in ("+", "-") else text
    if not digits.isascii() or not digits.isdigit():
        return None
    number = int(text)
    return number if -(2**63) <= number < 2**63 else None


def number(text):
    found = integer(text)
    if found is None:
        usage(f"'{text}' is no 64-bit integer")
    return found


def parse(words):
    framing = "lines"
    if "--framing" in words:
        at = words.index("--framing")
        framing = words[at + 1] if at + 1 < len(words) else ""
        del words[at : at + 2]
    if framing not in ("lines", "fixed", "length", "shutdown"):
        usage(f"unknown framing '{framing}'")
    if len(words) != 3:
        usage("three arguments are needed")
    host, _, port = words[0].rpartition(":")
    host = host.strip("[]")
    try:
        socket.inet_pton(socket.AF_INET6 if ":" in host else socket.AF_INET, host)
        port = int(port)
    except (OSError, ValueError) as error:
        usage(str(error))
    return host, port, number(words[1]), number(words[2]), framing


def sum_in(text):
    if text.startswith(b"error: "):
        raise ValueError(text[7:].decode(errors="replace"))
    found = integer(text.decode(errors="replace"))
    if found is None:
        raise ValueError(f"the reply {text[:100]!r} is no number")
    return found


def ask(server, a, b, framing):
    text = f"{a} {b}".encode()
    with server.makefile("rb") as stream:
        if framing == "lines":
            server.sendall(text + b"\n")
            line = stream.readline(5000)
            if not line.endswith(b"\n"):
                raise ValueError("the reply has no end")
            return sum_in(line.rstrip(b"\r\n"))
        if framing == "fixed":
            server.sendall(struct.pack(">qq", a, b))
            reply = stream.read(9)
            if len(reply) < 9:
                raise ValueError("the reply is not whole")
            status, total = struct.unpack(">Bq", reply)
            if status:
                raise ValueError("overflow" if status == 1 else f"unknown status {status}")
            return total
        if framing == "length":
            server.sendall(struct.pack(">H", len(text)) + text)
            prefix = stream.read(2)
            if len(prefix) < 2:
                raise ValueError("the reply is not whole")
            (length,) = struct.unpack(">H", prefix)
            reply = stream.read(length)
            if len(reply) < length:
                raise ValueError("the reply is not whole")
            return sum_in(reply)
        server.sendall(text)
        server.shutdown(socket.SHUT_WR)
        return sum_in(stream.read(5000))


def main():
    host, port, a, b, framing = parse(sys.argv[1:])
    try:
        with socket.create_connection((host, port)) as server:
            print(ask(server, a, b, framing))
    except (OSError, ValueError) as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    return 0


sys.exit(main())
