"""The chat server in Python, with selectors."""

import selectors
import socket
import sys
import time

sys.dont_write_bytecode = True

from select_server import READ, WRITE, Door

LONGEST, MOST_OWED = 1024, 1 << 20
ALLOWED = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789")


class Client:
    def __init__(self, stream):
        self.stream, self.unread, self.owed = stream, b"", bytearray()
        self.name, self.closes, self.interest = None, None, READ

    def send(self):
        """Sends what can be sent now; false where the client does not take it."""
        try:
            while self.owed:
                del self.owed[: self.stream.send(self.owed)]
        except BlockingIOError:
            pass
        if self.closes and not self.owed:
            try:
                self.stream.shutdown(socket.SHUT_WR)
            except OSError:
                pass
        return len(self.owed) <= MOST_OWED


class Room:
    def __init__(self, text):
        self.selector = selectors.DefaultSelector()
        self.door = Door(self.selector, text)
        self.clients, self.told = set(), set()

    def run(self):
        while True:
            closing = [client.closes for client in self.clients if client.closes]
            waits = [self.door.timeout(), max(0, min(closing) - time.monotonic()) if closing else None]
            ready = self.selector.select(min((wait for wait in waits if wait is not None), default=None))
            self.door.look()
            for key, _ in ready:
                if key.data is None:
                    self.welcome()
                elif key.data in self.clients:
                    self.told.add(key.data)
                    self.read(key.data)
                self.settle()
            for client in [client for client in self.clients if client.closes and client.closes <= time.monotonic()]:
                self.remove(client)

    def welcome(self):
        for stream in self.door.clients():
            client = Client(stream)
            self.clients.add(client)
            self.selector.register(stream, READ, client)

    def read(self, client):
        try:
            data = client.stream.recv(8192)
        except BlockingIOError:
            return
        except OSError:
            data = b""
        if not data:
            self.remove(client)
        elif not client.closes:
            client.unread += data
            self.take_lines(client)

    def take_lines(self, client):
        lines = client.unread.split(b"\n")
        client.unread = lines.pop()
        for line in lines:
            if client.closes:
                return
            self.hear(client, line)
        if not client.closes and len(client.unread) > LONGEST:
            self.refuse(client, "line too long")

    def hear(self, client, line):
        if len(line) > LONGEST:
            return self.refuse(client, "line too long")
        line = line.removesuffix(b"\r")
        if client.name is not None:
            return self.tell_others(client, client.name + b": " + line + b"\n")
        names = [other.name for other in self.clients if other.name]
        if not 0 < len(line) <= 16 or not ALLOWED.issuperset(line):
            return self.refuse(client, "this is no name")
        if line in names:
            return self.refuse(client, "this name is in use")
        self.tell_others(client, b"* " + line + b" joined\n")
        client.name = line
        client.owed += b"* here: " + b" ".join(sorted(names + [line])) + b"\n"
        self.told.add(client)

    def refuse(self, client, reason):
        client.owed += f"error: {reason}\n".encode()
        client.closes = time.monotonic() + 1
        self.told.add(client)
        self.leave(client)

    def leave(self, client):
        if client.name is not None:
            name, client.name = client.name, None
            self.tell_others(client, b"* " + name + b" left\n")

    def remove(self, client):
        self.clients.discard(client)
        self.selector.unregister(client.stream)
        client.stream.close()
        self.leave(client)

    def tell_others(self, client, data):
        for other in self.clients:
            if other is not client and other.name is not None:
                other.owed += data
                self.told.add(other)

    def settle(self):
        while self.told:
            client = self.told.pop()
            if client not in self.clients:
                continue
            try:
                listens = client.send()
            except OSError:
                listens = False
            if not listens:
                self.remove(client)
                continue
            wanted = READ | (WRITE if client.owed else 0)
            if wanted != client.interest:
                client.interest = wanted
                self.selector.modify(client.stream, wanted, client)


Room(sys.argv[1] if len(sys.argv) > 1 else "127.0.0.1:65432").run()
