"""Everything that getaddrinfo answers, in Python, whose enums know their names."""

import socket
import sys

TYPES = {"stream": socket.SOCK_STREAM, "dgram": socket.SOCK_DGRAM}
PROTOCOLS = {0: "IPPROTO_IP", socket.IPPROTO_TCP: "IPPROTO_TCP", socket.IPPROTO_UDP: "IPPROTO_UDP"}


def block(answer, canonical):
    family, kind, protocol, _, (host, port, *_) = answer
    shown = f"[{host}]" if family == socket.AF_INET6 else host
    return (
        f"family: {family.name}\ntype: {kind.name}\nprotocol: {PROTOCOLS[protocol]}\n"
        f"canonical name: {canonical}\nsocket address: {shown}:{port}\n"
    )


def main():
    words, kind = sys.argv[1:], 0
    if "--type" in words:
        at = words.index("--type")
        kind = TYPES.get("".join(words[at + 1 : at + 2]))
        del words[at : at + 2]
    if kind is None or len(words) != 2:
        print("error: wrong arguments\n\nUsage: addrinfo.py HOST SERVICE [--type TYPE]", file=sys.stderr)
        return 2
    host, service = words
    if service.isdigit() and int(service) > 65535:
        print(f"error: {service}: port out of range", file=sys.stderr)
        return 1
    try:
        answers = socket.getaddrinfo(host, service, type=kind, flags=socket.AI_CANONNAME)
    except socket.gaierror as error:
        reasons = {
            socket.EAI_SERVICE: f"{service}: service not known",
            socket.EAI_NONAME: f"{host}: name not known",
            socket.EAI_AGAIN: f"{host}: try again later",
        }
        print(f"error: {reasons.get(error.errno, f'{host}: {error}')}", file=sys.stderr)
        return 1
    canonical = answers[0][3]
    print("\n".join(block(answer, canonical) for answer in answers), end="")
    return 0


sys.exit(main())
