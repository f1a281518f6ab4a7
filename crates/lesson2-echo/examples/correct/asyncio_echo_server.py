"""The echo server as asyncio tasks, in Python."""

import asyncio
import ipaddress
import sys


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


async def echo(reader, writer):
    try:
        while piece := await reader.read(10_000):
            writer.write(piece)
            await writer.drain()
    except OSError as error:
        print(f"a client has gone: {error}", file=sys.stderr)
    finally:
        writer.close()


async def main():
    host, port = address(sys.argv[1])
    try:
        server = await asyncio.start_server(echo, host, port)
    except OSError as error:
        print(f"error: cannot listen on {sys.argv[1]}: {error}", file=sys.stderr)
        return 1
    bound = server.sockets[0].getsockname()
    shown = f"[{bound[0]}]" if len(bound) == 4 else bound[0]
    print(f"listening on {shown}:{bound[1]}", flush=True)
    await server.serve_forever()


sys.exit(asyncio.run(main()))
