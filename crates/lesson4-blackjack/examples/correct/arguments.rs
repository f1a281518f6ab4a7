//! The program's arguments, read by hand, and what every server says.

use crate::cards;
use crate::cards::Card;
use std::fmt::Display;
use std::io::Write;
use std::net::SocketAddr;
use std::process::ExitCode;
use std::time::Duration;

/// What the server was told.
#[derive(Debug, Clone)]
pub(crate) struct Settings {
    pub(crate) addr: SocketAddr,
    pub(crate) seed: Option<u64>,
    pub(crate) stack: Vec<Card>,
    pub(crate) patience: Duration,
}

/// The settings; or the exit status of wrong usage.
pub(crate) fn read(words: &[&str]) -> Result<Settings, ExitCode> {
    let mut settings = Settings {
        addr: SocketAddr::from(([127, 0, 0, 1], 9000)),
        seed: None,
        stack: Vec::new(),
        patience: Duration::from_secs(300),
    };
    let mut words = words.iter();
    while let Some(word) = words.next() {
        let (option, value) = match word.split_once('=') {
            Some(pair) if word.starts_with("--") => pair,
            _ if word.starts_with("--") => (*word, *words.next().unwrap_or(&"")),
            _ => ("ADDR", *word),
        };
        let wrong = || usage(&format!("{option}, not {option} {value}"));
        match option {
            "ADDR" => settings.addr = value.parse().map_err(|_| wrong())?,
            "--seed" => settings.seed = Some(value.parse().map_err(|_| wrong())?),
            "--deck" => settings.stack = cards::parse(value).ok_or_else(wrong)?,
            "--idle-timeout" => {
                let seconds: u32 = value.parse().map_err(|_| wrong())?;
                if seconds == 0 {
                    return Err(wrong());
                }
                settings.patience = Duration::from_secs(seconds.into());
            }
            _ => return Err(wrong()),
        }
    }
    Ok(settings)
}

/// Wrong usage, said as clap would.
pub(crate) fn usage(expected: &str) -> ExitCode {
    eprintln!("error: wrong arguments\n\nUsage: lesson4-correct {expected}");
    ExitCode::from(2)
}

/// The one line on stdout.
pub(crate) fn announce(addr: SocketAddr) {
    println!("listening on {addr}");
    let _ = std::io::stdout().flush();
}

/// The one line on stderr of a server that cannot listen.
pub(crate) fn cannot_listen(addr: SocketAddr, error: &dyn Display) -> ExitCode {
    eprintln!("error: cannot listen on {addr}: {error}");
    ExitCode::FAILURE
}
