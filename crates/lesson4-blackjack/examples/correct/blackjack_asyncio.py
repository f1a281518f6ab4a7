"""The blackjack server in Python, with asyncio: one thread for all players."""

import asyncio
import sys

sys.dont_write_bytecode = True

import blackjack_server


async def converse(reader, writer, settings):
    game = blackjack_server.Game(settings)
    loop = asyncio.get_running_loop()
    writer.write(game.deal().encode())
    deadline = loop.time() + settings.patience
    while not game.over:
        try:
            async with asyncio.timeout_at(deadline):
                data = await reader.read(4096)
        except TimeoutError:
            writer.write(b"timed out, bye\n")
            break
        if not data:
            return
        lines = game.lines
        writer.write(game.feed(data).encode())
        await writer.drain()
        if game.lines > lines:
            deadline = loop.time() + settings.patience
    writer.write_eof()
    await writer.drain()
    try:
        async with asyncio.timeout(1):
            while await reader.read(65536):
                pass
    except TimeoutError:
        pass


async def serve(settings, listener):
    async def entertain(reader, writer):
        try:
            await converse(reader, writer, settings)
        except OSError as error:
            print(f"a player has gone: {error}", file=sys.stderr)
        finally:
            writer.close()

    server = await asyncio.start_server(entertain, sock=listener)
    await server.serve_forever()


settings = blackjack_server.Settings(sys.argv[1:])
asyncio.run(serve(settings, settings.listen()))
