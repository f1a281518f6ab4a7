"""Names to addresses and back, in Python."""

import socket
import sys


def address(what):
    """The address in its canonical form, or None for a name."""
    for family in (socket.AF_INET, socket.AF_INET6):
        try:
            return socket.inet_ntop(family, socket.inet_pton(family, what))
        except OSError:
            pass
    return None


def answer(what):
    addr = address(what)
    if addr:
        name, _ = socket.getnameinfo((addr, 0), socket.NI_NAMEREQD)
        return [f"name: {name}", f"address: {addr}"]
    answers = socket.getaddrinfo(what, None, flags=socket.AI_CANONNAME)
    addrs = dict.fromkeys(answer[4][0] for answer in answers)
    return [f"name: {answers[0][3]}"] + [f"address: {addr}" for addr in addrs]


def reason(error):
    if error.errno == socket.EAI_NONAME:
        return "name not known"
    if error.errno == socket.EAI_AGAIN:
        return "try again later"
    return str(error)


def main():
    if len(sys.argv) < 2:
        print("error: an argument is needed\n\nUsage: lookup.py NAME-OR-IP...", file=sys.stderr)
        return 2
    status, blocks = 0, []
    for what in sys.argv[1:]:
        try:
            blocks.append("".join(f"{line}\n" for line in answer(what)))
        except socket.gaierror as error:
            print(f"error: {what}: {reason(error)}", file=sys.stderr)
            status = 1
    print("\n".join(blocks), end="")
    return status


sys.exit(main())
