//! Tasks of an executor with one thread.

use crate::arguments;
use crate::arguments::Settings;
use crate::game::Game;
use std::io;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;
use tokio::io::AsyncReadExt;
use tokio::io::AsyncWriteExt;
use tokio::net::TcpListener;
use tokio::net::TcpStream;
use tokio::time::Instant;
use tokio::time::timeout_at;

pub(crate) fn blackjack_server(words: &[&str]) -> ExitCode {
    let settings = match arguments::read(words) {
        Ok(settings) => Arc::new(settings),
        Err(status) => return status,
    };
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build();
    match runtime {
        Ok(runtime) => runtime.block_on(serve(settings)),
        Err(error) => arguments::cannot_listen(settings.addr, &error),
    }
}

async fn serve(settings: Arc<Settings>) -> ExitCode {
    let addr = settings.addr;
    let listener = match TcpListener::bind(addr).await {
        Ok(listener) => listener,
        Err(error) => return arguments::cannot_listen(addr, &error),
    };
    arguments::announce(listener.local_addr().unwrap_or(addr));
    loop {
        match listener.accept().await {
            Ok((player, _)) => {
                let settings = Arc::clone(&settings);
                tokio::spawn(async move {
                    if let Err(error) = converse(player, &settings).await {
                        eprintln!("a player has gone: {error}");
                    }
                });
            }
            Err(_) => tokio::time::sleep(Duration::from_millis(20)).await,
        }
    }
}

async fn converse(mut player: TcpStream, settings: &Settings) -> io::Result<()> {
    let mut game = Game::new(settings);
    let mut buffer = [0; 1000];
    player.write_all(game.deal().as_bytes()).await?;
    let mut deadline = Instant::now() + settings.patience;
    while !game.is_over {
        let lines = game.lines;
        let answers = match timeout_at(deadline, player.read(&mut buffer)).await {
            Ok(Ok(0)) => return Ok(()),
            Ok(count) => game.feed(&buffer[..count?]),
            Err(_) => game.time_out(),
        };
        player.write_all(answers.as_bytes()).await?;
        if game.lines > lines {
            deadline = Instant::now() + settings.patience;
        }
    }
    player.shutdown().await?;
    let limit = Instant::now() + Duration::from_secs(1);
    while let Ok(Ok(1..)) = timeout_at(limit, player.read(&mut buffer)).await {}
    Ok(())
}
