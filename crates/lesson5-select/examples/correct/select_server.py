"""The echo server for a thousand clients in Python, with selectors."""

import selectors
import socket
import sys
import time

ROOM = 256 * 1024
READ, WRITE = selectors.EVENT_READ, selectors.EVENT_WRITE


def usage(problem):
    print(f"error: {problem}\n\nUsage: select_server.py [ADDR]", file=sys.stderr)
    sys.exit(2)


def listen(text):
    host, _, port = text.rpartition(":")
    host = host.removeprefix("[").removesuffix("]")
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        socket.inet_pton(family, host)
        if not 0 <= int(port) <= 65535:
            raise ValueError("there is no such port")
    except (OSError, ValueError) as error:
        usage(f"invalid value '{text}': {error}")
    listener = socket.socket(family, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, int(port)))
        listener.listen(512)
    except OSError as error:
        print(f"error: cannot listen on {text}: {error}", file=sys.stderr)
        sys.exit(1)
    listener.setblocking(False)
    host, port = listener.getsockname()[:2]
    shown = f"[{host}]" if ":" in host else host
    print(f"listening on {shown}:{port}", flush=True)
    return listener


class Door:
    """The listening socket: while no client can be accepted, it is not looked at."""

    def __init__(self, selector, text):
        self.selector, self.listener, self.opens = selector, listen(text), None
        selector.register(self.listener, READ, None)

    def clients(self):
        while True:
            try:
                client, _ = self.listener.accept()
            except BlockingIOError:
                return
            except OSError as error:
                print(f"cannot accept: {error}", file=sys.stderr)
                self.selector.unregister(self.listener)
                self.opens = time.monotonic() + 0.05
                return
            client.setblocking(False)
            yield client

    def timeout(self):
        return None if self.opens is None else max(0, self.opens - time.monotonic())

    def look(self):
        if self.opens is not None and time.monotonic() >= self.opens:
            self.opens = None
            self.selector.register(self.listener, READ, None)


class Client:
    def __init__(self, stream):
        self.stream, self.owed, self.ended, self.interest = stream, bytearray(), False, READ

    def proceed(self):
        """Does what can be done now; false when all is done."""
        if not self.ended and len(self.owed) < ROOM:
            try:
                data = self.stream.recv(65536)
                self.ended = not data
                self.owed += data
            except BlockingIOError:
                pass
        if self.owed:
            try:
                del self.owed[: self.stream.send(self.owed)]
            except BlockingIOError:
                pass
        return not self.ended or bool(self.owed)

    def wanted(self):
        reading = READ if not self.ended and len(self.owed) < ROOM else 0
        return reading | (WRITE if self.owed else 0)


def main():
    selector = selectors.DefaultSelector()
    door = Door(selector, sys.argv[1] if len(sys.argv) > 1 else "127.0.0.1:65432")
    while True:
        ready = selector.select(door.timeout())
        door.look()
        for key, _ in ready:
            client = key.data
            if client is None:
                for stream in door.clients():
                    selector.register(stream, READ, Client(stream))
                continue
            try:
                goes_on = client.proceed()
            except OSError:
                goes_on = False
            if not goes_on:
                selector.unregister(client.stream)
                client.stream.close()
            elif client.wanted() != client.interest:
                client.interest = client.wanted()
                selector.modify(client.stream, client.interest, client)


if __name__ == "__main__":
    main()
