"""This machine's name and its addresses, in Python."""

import socket
import sys


def main():
    if len(sys.argv) > 1:
        print("error: unexpected argument\n\nUsage: hostinfo.py", file=sys.stderr)
        return 2
    name = socket.gethostname()
    try:
        answers = socket.getaddrinfo(name, None)
    except OSError as error:
        print(f"error: {name}: {error}", file=sys.stderr)
        return 1
    print(f"hostname: {name}")
    for addr in dict.fromkeys(answer[4][0] for answer in answers):
        print(f"address: {addr}")
    return 0


sys.exit(main())
