//! The arguments of the program, read as clap would read them.

use crate::cards;
use crate::cards::Card;
use std::ffi::OsString;
use std::fmt::Display;
use std::net::SocketAddr;
use std::process::ExitCode;
use std::str::FromStr;
use std::time::Duration;

const DEFAULT_ADDR: &str = "127.0.0.1:9000";
const DEFAULT_IDLE_TIMEOUT: &str = "300";

/// The arguments as they were typed.
#[derive(Debug, Default)]
pub(crate) struct Words {
    addr: Option<String>,
    pub(crate) seed: Option<String>,
    pub(crate) deck: Option<String>,
    pub(crate) idle_timeout: Option<String>,
}

impl Words {
    pub(crate) fn new(arguments: &[OsString]) -> Result<Words, ExitCode> {
        let mut words = Words::default();
        let mut rest = arguments.iter().map(|word| word.to_string_lossy());
        while let Some(word) = rest.next() {
            let place = match word.as_ref() {
                "--seed" => &mut words.seed,
                "--deck" => &mut words.deck,
                "--idle-timeout" => &mut words.idle_timeout,
                _ if words.addr.is_none() => {
                    words.addr = Some(word.into_owned());
                    continue;
                }
                _ => return Err(wrong_usage(&format!("unexpected argument '{word}'"))),
            };
            let value = rest.next();
            let value = value.ok_or_else(|| wrong_usage(&format!("{word} needs a value")))?;
            *place = Some(value.into_owned());
        }
        Ok(words)
    }

    pub(crate) fn addr(&self) -> Result<SocketAddr, ExitCode> {
        parse(self.addr.as_deref().unwrap_or(DEFAULT_ADDR), "[ADDR]")
    }

    pub(crate) fn seed(&self) -> Result<Option<u64>, ExitCode> {
        let seed = self.seed.as_deref();
        seed.map(|word| parse(word, "--seed <N>")).transpose()
    }

    pub(crate) fn stack(&self) -> Result<Vec<Card>, ExitCode> {
        let text = self.deck.as_deref().unwrap_or_default();
        cards::parse_stack(text).map_err(|problem| invalid(text, "--deck <CARDS>", problem))
    }

    pub(crate) fn idle_timeout(&self) -> Result<Duration, ExitCode> {
        let name = "--idle-timeout <SECONDS>";
        let word = self.idle_timeout.as_deref().unwrap_or(DEFAULT_IDLE_TIMEOUT);
        let seconds: u32 = parse(word, name)?;
        if seconds == 0 {
            return Err(invalid(word, name, "0 is not in 1.."));
        }
        Ok(Duration::from_secs(seconds.into()))
    }
}

/// Says what is wrong with the arguments, as clap does.
pub(crate) fn wrong_usage(problem: &str) -> ExitCode {
    eprintln!("error: {problem}\n\nUsage: lesson4-flawed NAME [ARGUMENTS]");
    ExitCode::from(2)
}

fn parse<T: FromStr<Err: Display>>(word: &str, name: &str) -> Result<T, ExitCode> {
    word.parse().map_err(|error| invalid(word, name, error))
}

fn invalid(word: &str, name: &str, problem: impl Display) -> ExitCode {
    wrong_usage(&format!("invalid value '{word}' for '{name}': {problem}"))
}
