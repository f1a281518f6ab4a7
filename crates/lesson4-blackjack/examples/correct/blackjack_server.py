"""Blackjack in Python: a machine that is fed bytes, and what both servers share."""

import os
import socket
import sys

RANKS = "A 2 3 4 5 6 7 8 9 10 J Q K".split()
SUITS = "CDHS"
ALL = [rank + suit for suit in SUITS for rank in RANKS]
LONGEST = 256


def usage(problem):
    print(f"error: {problem}\n\nUsage: blackjack [ADDR] [OPTIONS]", file=sys.stderr)
    sys.exit(2)


def number(text, option, least):
    if not text.isascii() or not text.isdigit() or not least <= int(text) < 2**64:
        usage(f"invalid value '{text}' for {option}")
    return int(text)


def cards(text):
    found = text.upper().split()
    for card in found:
        if card not in ALL or found.count(card) > 1:
            usage(f"invalid value '{text}' for --deck: {card}")
    return found


class Settings:
    def __init__(self, words):
        self.seed, self.stack, self.patience = None, [], 300
        addr = "127.0.0.1:9000"
        words = list(words)
        while words:
            word = words.pop(0)
            if not word.startswith("--"):
                addr = word
                continue
            value = words.pop(0) if words else ""
            if word == "--seed":
                self.seed = number(value, word, 0)
            elif word == "--deck":
                self.stack = cards(value)
            elif word == "--idle-timeout":
                self.patience = number(value, word, 1)
            else:
                usage(f"unexpected argument '{word}'")
        self.addr = addr
        host, _, port = addr.rpartition(":")
        self.host = host.removeprefix("[").removesuffix("]")
        self.family = socket.AF_INET6 if ":" in self.host else socket.AF_INET
        try:
            socket.inet_pton(self.family, self.host)
            self.port = int(port)
            if not 0 <= self.port <= 65535:
                raise ValueError("there is no such port")
        except (OSError, ValueError) as error:
            usage(f"invalid value '{addr}': {error}")

    def listen(self):
        """A socket that listens; ends the program where there is none."""
        listener = socket.socket(self.family, socket.SOCK_STREAM)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((self.host, self.port))
            listener.listen(100)
        except OSError as error:
            print(f"error: cannot listen on {self.addr}: {error}", file=sys.stderr)
            sys.exit(1)
        host, port = listener.getsockname()[:2]
        shown = f"[{host}]" if ":" in host else host
        print(f"listening on {shown}:{port}", flush=True)
        return listener


class Shuffler:
    """A linear congruential generator: Python's own takes longer to import than a round to play."""

    def __init__(self, seed):
        self.state = seed if seed is not None else int.from_bytes(os.urandom(8), "big")
        for _ in range(4):
            self.below(2)

    def below(self, limit):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % 2**64
        return (self.state >> 33) % limit

    def deck(self, stack):
        rest = [card for card in ALL if card not in stack]
        for place in range(len(rest) - 1, 0, -1):
            other = self.below(place + 1)
            rest[place], rest[other] = rest[other], rest[place]
        return list(stack) + rest


def total(hand):
    values = [RANKS.index(card[:-1]) + 1 for card in hand]
    low = sum(min(value, 10) for value in values)
    return low + 10 if 1 in values and low + 10 <= 21 else low


def show(who, hand):
    return f"{who}: {' '.join(hand)} ({total(hand)})\n"


class Game:
    """One player's game. Each answer is text to be sent; `over` says that it was the last."""

    def __init__(self, settings):
        self.shuffler, self.stack = Shuffler(settings.seed), settings.stack
        self.unread, self.over, self.lines = b"", False, 0

    def deal(self):
        deck = self.shuffler.deck(self.stack)
        self.hand, self.dealer, self.deck = [deck[0], deck[2]], [deck[1], deck[3]], deck[4:]
        self.words = ("hit", "stand")
        return f"dealer: {self.dealer[0]} ??\n" + show("player", self.hand) + self.question()

    def question(self):
        return "hit or stand?\n" if self.words[0] == "hit" else "play again?\n"

    def feed(self, data):
        self.unread += data
        answers = []
        while not self.over:
            end = self.unread.find(b"\n")
            if (end if end >= 0 else len(self.unread)) > LONGEST:
                self.over = True
                answers.append("line too long, bye\n")
            if end < 0 or self.over:
                break
            line, self.unread = self.unread[:end], self.unread[end + 1 :]
            self.lines += 1
            answers.append(self.answer(line.removesuffix(b"\r").strip(b" \t").lower()))
        return "".join(answers)

    def answer(self, word):
        first, second = (word in (name.encode(), name[:1].encode()) for name in self.words)
        if word == b"quit" or (second and self.words[1] == "no"):
            self.over = True
            return "bye\n"
        if first:
            return self.hit() if self.words[0] == "hit" else self.deal()
        if second:
            while total(self.dealer) < 17:
                self.dealer.append(self.deck.pop(0))
            return self.end()
        return f"please answer {self.words[0]} or {self.words[1]}\n" + self.question()

    def hit(self):
        self.hand.append(self.deck.pop(0))
        shown = show("player", self.hand)
        return shown + (self.end() if total(self.hand) > 21 else self.question())

    def end(self):
        player, dealer = total(self.hand), total(self.dealer)
        if player > 21:
            outcome = "bust, dealer wins"
        elif dealer > 21:
            outcome = "dealer busts, you win"
        else:
            outcome = "push" if player == dealer else "you win" if player > dealer else "dealer wins"
        self.words = ("yes", "no")
        return show("dealer", self.dealer) + outcome + "\n" + self.question()
