"""The echo server, one client at a time, in Python."""

import ipaddress
import socket
import sys
import time


def address(text):
    """The host and the port, or the end with the status of wrong usage."""
    host, _, port = text.rpartition(":")
    host = host.removeprefix("[").removesuffix("]")
    try:
        ipaddress.ip_address(host)
        if not 0 <= int(port) <= 65535:
            raise ValueError("there is no such port")
    except ValueError as error:
        print(f"error: invalid value '{text}': {error}", file=sys.stderr)
        sys.exit(2)
    return host, int(port)


def main():
    host, port = address(sys.argv[1])
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
        listener.listen()
    except OSError as error:
        print(f"error: cannot listen on {sys.argv[1]}: {error}", file=sys.stderr)
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
                while piece := client.recv(3000):
                    client.sendall(piece)
            except OSError as error:
                print(f"a client has gone: {error}", file=sys.stderr)


sys.exit(main())
