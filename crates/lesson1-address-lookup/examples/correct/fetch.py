"""A page from a web server, in Python."""

import errno
import socket
import sys


def usage():
    print("error: wrong arguments\n\nUsage: fetch.py HOST PORT [PATH] [--connect-timeout SECONDS]", file=sys.stderr)
    sys.exit(2)


def parse(words):
    timeout = "5"
    if "--connect-timeout" in words:
        at = words.index("--connect-timeout")
        timeout = "".join(words[at + 1 : at + 2])
        del words[at : at + 2]
    if not 2 <= len(words) <= 3 or not words[1].isdigit() or not timeout.isdigit():
        usage()
    host, port, path = words[0], int(words[1]), words[2] if len(words) > 2 else "/"
    if not 0 < port < 65536 or timeout == "0":
        usage()
    return host, port, path, int(timeout)


def say(line):
    print(line, file=sys.stderr, flush=True)


def why(error):
    if isinstance(error, ConnectionRefusedError):
        return "refused"
    if isinstance(error, TimeoutError):
        return "timed out"
    if error.errno in (errno.ENETUNREACH, errno.EHOSTUNREACH):
        return "unreachable"
    return str(error)


def connect(host, port, timeout):
    answers = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    for family, kind, protocol, _, where in dict.fromkeys(answers):
        shown = f"[{where[0]}]" if family == socket.AF_INET6 else where[0]
        say(f"trying {shown}:{port}")
        server = socket.socket(family, kind, protocol)
        server.settimeout(timeout)
        try:
            server.connect(where)
        except OSError as error:
            say(why(error))
            server.close()
            continue
        server.settimeout(None)
        return server
    return None


def main():
    host, port, path, timeout = parse(sys.argv[1:])
    try:
        server = connect(host, port, timeout)
    except socket.gaierror as error:
        reasons = {socket.EAI_NONAME: "name not known", socket.EAI_AGAIN: "try again later"}
        say(f"error: {host}: {reasons.get(error.errno, error)}")
        return 1
    if server is None:
        say(f"error: {host}: no address accepted the connection")
        return 1
    shown = f"[{host}]" if ":" in host else host
    shown += "" if port == 80 else f":{port}"
    path = path if path.startswith("/") else f"/{path}"
    copied = 0
    try:
        server.sendall(f"GET {path} HTTP/1.1\r\nHost: {shown}\r\nConnection: close\r\n\r\n".encode())
        while piece := server.recv(65536):
            copied += len(piece)
            sys.stdout.buffer.write(piece)
            sys.stdout.buffer.flush()
    except OSError as error:
        say(f"error: {host}: {error if copied else 'closed without a reply'}")
        return 1
    if not copied:
        say(f"error: {host}: closed without a reply")
        return 1
    return 0


sys.exit(main())
