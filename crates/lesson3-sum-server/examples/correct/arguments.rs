//! The programs' arguments, read by hand, and what every server says.

use std::fmt::Display;
use std::io::Write;
use std::net::SocketAddr;
use std::process::ExitCode;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Framing {
    Lines,
    Fixed,
    Length,
    Shutdown,
}

/// The words that are no option, and the framing; or the exit status of wrong usage.
pub(crate) fn split<'a>(words: &[&'a str]) -> Result<(Vec<&'a str>, Framing), ExitCode> {
    let mut plain = Vec::new();
    let mut framing = Framing::Lines;
    let mut rest = words.iter();
    while let Some(word) = rest.next() {
        let value = match word.strip_prefix("--framing") {
            None => {
                plain.push(*word);
                continue;
            }
            Some("") => rest.next().copied().unwrap_or_default(),
            Some(value) => value.trim_start_matches('='),
        };
        framing = match value {
            "lines" => Framing::Lines,
            "fixed" => Framing::Fixed,
            "length" => Framing::Length,
            "shutdown" => Framing::Shutdown,
            _ => return Err(usage(&format!("--framing FRAMING, not --framing {value}"))),
        };
    }
    Ok((plain, framing))
}

/// The address, or the exit status of wrong usage.
pub(crate) fn addr(text: &str) -> Result<SocketAddr, ExitCode> {
    text.parse()
        .map_err(|_| usage(&format!("ADDR, not {text}")))
}

/// Wrong usage, said as clap would.
pub(crate) fn usage(expected: &str) -> ExitCode {
    eprintln!("error: wrong arguments\n\nUsage: lesson3-correct {expected}");
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
