"""The sum server, one client at a time, in Python."""

import socket
import sys
import time

LONGEST = 1024


class TooLong(Exception):
    pass


def usage(problem):
    print(f"error: {problem}\n\nUsage: sum_server.py [ADDR] [--framing FRAMING]", file=sys.stderr)
    sys.exit(2)


def parse(words):
    framing = "lines"
    if "--framing" in words:
        at = words.index("--framing")
        framing = words[at + 1] if at + 1 < len(words) else ""
        del words[at : at + 2]
    if framing not in FRAMINGS:
        usage(f"invalid value '{framing}' for --framing")
    text = words[0] if words else "127.0.0.1:50000"
    host, _, port = text.rpartition(":")
    host = host.removeprefix("[").removesuffix("]")
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        socket.inet_pton(family, host)
        if not 0 <= int(port) <= 65535:
            raise ValueError("there is no such port")
    except (OSError, ValueError) as error:
        usage(f"invalid value '{text}': {error}")
    return family, host, int(port), FRAMINGS[framing]


def fits(number):
    return -(2**63) <= number < 2**63


def integer(word):
    digits = word[1:] if word[:1] in (b"+", b"-") else word
    if not digits or any(byte not in b"0123456789" for byte in digits):
        raise ValueError("an integer is a sign or none, and digits")
    number = int(word)
    if not fits(number):
        raise ValueError("too large for 64 bits")
    return number


def reply(text):
    words = [word for word in text.replace(b"\t", b" ").split(b" ") if word]
    try:
        numbers = [integer(word) for word in words]
        if len(numbers) != 2:
            raise ValueError("two integers, please")
    except ValueError as error:
        return f"error: {error}".encode()
    total = sum(numbers)
    return str(total).encode() if fits(total) else b"error: overflow"


def framed(text):
    return len(text).to_bytes(2, "big") + text


def exactly(stream, length):
    piece = stream.read(length)
    return piece if len(piece) == length else None


def lines(stream, client):
    while line := stream.readline(LONGEST + 1):
        if len(line) > LONGEST and not line.endswith(b"\n"):
            client.sendall(b"error: line too long\n")
            raise TooLong
        line = line.removesuffix(b"\n").removesuffix(b"\r")
        client.sendall(reply(line) + b"\n")


def fixed(stream, client):
    while request := exactly(stream, 16):
        total = sum(int.from_bytes(part, "big", signed=True) for part in (request[:8], request[8:]))
        status, total = (0, total) if fits(total) else (1, 0)
        client.sendall(bytes([status]) + total.to_bytes(8, "big", signed=True))


def length(stream, client):
    while prefix := exactly(stream, 2):
        count = int.from_bytes(prefix, "big")
        if count > LONGEST:
            client.sendall(framed(b"error: too long"))
            raise TooLong
        text = exactly(stream, count)
        if text is None:
            return
        client.sendall(framed(reply(text)))


def shutdown(stream, client):
    text = stream.read(LONGEST + 1)
    if len(text) > LONGEST:
        client.sendall(b"error: line too long")
        raise TooLong
    client.sendall(reply(text.removesuffix(b"\n").removesuffix(b"\r")))


def converse(client, serve):
    client.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    with client.makefile("rb") as stream:
        try:
            serve(stream, client)
        except TooLong:
            client.shutdown(socket.SHUT_WR)
            deadline = time.monotonic() + 1
            while (left := deadline - time.monotonic()) > 0:
                client.settimeout(left)
                if not client.recv(65536):
                    break


FRAMINGS = {"lines": lines, "fixed": fixed, "length": length, "shutdown": shutdown}


def main():
    family, host, port, serve = parse(sys.argv[1:])
    listener = socket.socket(family, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
        listener.listen()
    except OSError as error:
        shown = f"[{host}]" if family == socket.AF_INET6 else host
        print(f"error: cannot listen on {shown}:{port}: {error}", file=sys.stderr)
        return 1
    bound = listener.getsockname()
    shown = f"[{bound[0]}]" if family == socket.AF_INET6 else bound[0]
    print(f"listening on {shown}:{bound[1]}", flush=True)
    while True:
        try:
            client, _ = listener.accept()
        except OSError:
            time.sleep(0.02)
            continue
        with client:
            try:
                converse(client, serve)
            except OSError as error:
                print(f"a client has gone: {error}", file=sys.stderr)


sys.exit(main())
