"""The echo client with a selector, in Python."""

import os
import selectors
import socket
import sys


def parse():
    words = [word for word in sys.argv[1:] if word != "--"]
    try:
        host, port = words[0].rsplit(":", 1)
        host = host.strip("[]")
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        socket.inet_pton(family, host)
        if not 0 <= int(port) <= 65535:
            raise ValueError(port)
    except (IndexError, ValueError, OSError):
        print(f"error: no address in {words}\n\nUsage: echo_client.py ADDR [MESSAGE]", file=sys.stderr)
        sys.exit(2)
    return family, host, int(port), words[1].encode() if len(words) > 1 else None


def main():
    family, host, port, message = parse()
    connection = socket.socket(family, socket.SOCK_STREAM)
    try:
        connection.connect((host, port))
    except OSError as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    connection.setblocking(False)
    waiting = bytearray(message or b"")
    total, printed = len(waiting), 0
    input_ended, is_open = message is not None, True
    while True:
        if input_ended and printed >= total:
            return 0
        if input_ended and not is_open:
            print(f"error: server closed after {printed} of {total} bytes", file=sys.stderr)
            return 1
        with selectors.DefaultSelector() as selector:
            if is_open:
                wanted = selectors.EVENT_READ | (selectors.EVENT_WRITE if waiting else 0)
                selector.register(connection, wanted, "connection")
            # Not more than a little ahead of the connection, unless that has gone.
            watch_input = not input_ended and (not is_open or len(waiting) < 100_000)
            if watch_input:
                try:
                    selector.register(0, selectors.EVENT_READ, "stdin")
                except OSError:
                    input_ended = True
                    continue
            for key, events in selector.select():
                if key.data == "stdin":
                    piece = os.read(0, 65536)
                    input_ended = not piece
                    total += len(piece)
                    if is_open:
                        waiting += piece
                    continue
                try:
                    if events & selectors.EVENT_READ:
                        piece = connection.recv(65536)
                        is_open = bool(piece)
                        printed += len(piece)
                        sys.stdout.buffer.write(piece)
                        sys.stdout.buffer.flush()
                    if events & selectors.EVENT_WRITE and is_open:
                        del waiting[: connection.send(waiting[:65536])]
                except BlockingIOError:
                    pass
                except OSError:
                    is_open = False


sys.exit(main())
