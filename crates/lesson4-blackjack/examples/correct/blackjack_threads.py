"""The blackjack server in Python, with a thread for each player."""

import socket
import sys
import threading
import time

sys.dont_write_bytecode = True

import blackjack_server


def converse(player, settings):
    game = blackjack_server.Game(settings)
    player.sendall(game.deal().encode())
    deadline = time.monotonic() + settings.patience
    while not game.over:
        remaining = deadline - time.monotonic()
        try:
            if remaining <= 0:
                raise TimeoutError
            player.settimeout(remaining)
            data = player.recv(4096)
        except TimeoutError:
            player.settimeout(5)
            player.sendall(b"timed out, bye\n")
            break
        if not data:
            return
        lines = game.lines
        player.settimeout(None)
        player.sendall(game.feed(data).encode())
        if game.lines > lines:
            deadline = time.monotonic() + settings.patience
    player.shutdown(socket.SHUT_WR)
    limit = time.monotonic() + 0.7
    while (remaining := limit - time.monotonic()) > 0:
        player.settimeout(remaining)
        if not player.recv(65536):
            break


def entertain(player, settings):
    try:
        with player:
            converse(player, settings)
    except OSError as error:
        print(f"a player has gone: {error}", file=sys.stderr)


def main():
    settings = blackjack_server.Settings(sys.argv[1:])
    listener = settings.listen()
    while True:
        try:
            player, _ = listener.accept()
        except OSError:
            time.sleep(0.02)
            continue
        threading.Thread(target=entertain, args=(player, settings), daemon=True).start()


main()
