//! `lookup` as it should be, in parts.

use crate::Played;
use crate::arguments;
use crate::resolver;
use dns_lookup::AddrInfoHints;
use dns_lookup::LookupError;
use std::net::IpAddr;
use std::process::ExitCode;

/// The two ways that a program can go, each from what was typed to the lines of an answer, or to a reason why there is none.
pub(crate) struct Ways {
    pub(crate) forth: fn(&str) -> Result<String, String>,
    pub(crate) back: fn(&str, IpAddr) -> Result<String, String>,
}

pub(crate) const CORRECT: Ways = Ways { forth, back };

/// A program whose mistake is in one of the two ways.
pub(crate) fn run(arguments: &[String], ways: Ways) -> Played {
    run_answering(arguments, |what| answer(what, &ways))
}

/// A program whose mistake is in what it prints for one argument.
pub(crate) fn run_answering(
    arguments: &[String],
    answer: impl Fn(&str) -> Result<String, String>,
) -> Played {
    run_saying(arguments, answer, say)
}

/// A program whose mistake is in how it says what went wrong.
pub(crate) fn run_saying(
    arguments: &[String],
    answer: impl Fn(&str) -> Result<String, String>,
    say: fn(&str, &str),
) -> Played {
    arguments::at_least_one(arguments)?;
    let mut printed = 0;
    for what in arguments {
        match answer(what) {
            Ok(text) => {
                print!("{}{text}", if printed > 0 { "\n" } else { "" });
                printed += 1;
            }
            Err(reason) => say(what, &reason),
        }
    }
    status(printed == arguments.len())
}

/// A program whose mistake is in the words for what went wrong.
pub(crate) fn run_explaining(arguments: &[String], reason: fn(&LookupError) -> String) -> Played {
    run_answering(arguments, |what| match what.parse() {
        Ok(addr) => {
            let name = dns_lookup::lookup_addr(&addr).map_err(|error| reason(&error))?;
            Ok(show(&name, &[addr]))
        }
        Err(_) => {
            let resolved = resolver::resolve(what).map_err(|error| reason(&error))?;
            Ok(show(&resolved.canonical, &resolved.addrs))
        }
    })
}

/// A program whose mistake is in the hints that it gives to getaddrinfo, or in that it keeps duplicates.
pub(crate) fn forth_with(
    name: &str,
    hints: AddrInfoHints,
    choose: impl Fn(&[IpAddr]) -> Vec<IpAddr>,
) -> Result<String, String> {
    let answers = resolver::ask(name, hints).map_err(|error| resolver::reason(&error))?;
    let resolved = resolver::with_duplicates(name, &answers);
    Ok(show(&resolved.canonical, &choose(&resolved.addrs)))
}

pub(crate) fn answer(what: &str, ways: &Ways) -> Result<String, String> {
    match what.parse() {
        Ok(addr) => (ways.back)(what, addr),
        Err(_) => (ways.forth)(what),
    }
}

pub(crate) fn answer_correctly(what: &str) -> Result<String, String> {
    answer(what, &CORRECT)
}

pub(crate) fn forth(name: &str) -> Result<String, String> {
    forth_with(name, resolver::hints(), resolver::distinct)
}

pub(crate) fn back(_typed: &str, addr: IpAddr) -> Result<String, String> {
    let name = dns_lookup::lookup_addr(&addr).map_err(|error| resolver::reason(&error))?;
    Ok(show(&name, &[addr]))
}

pub(crate) fn show(name: &str, addrs: &[IpAddr]) -> String {
    format!("name: {name}\n{}", resolver::lines(addrs))
}

pub(crate) fn say(what: &str, reason: &str) {
    eprintln!("error: {what}: {reason}");
}

pub(crate) fn status(is_well: bool) -> Played {
    if is_well {
        Ok(())
    } else {
        Err(ExitCode::FAILURE)
    }
}

/// Prints this, or says why there is nothing, and says whether there was. For those who do not go through the arguments as they
/// should.
pub(crate) fn print_or_say(what: &str, answer: Result<String, String>) -> bool {
    match answer {
        Ok(text) => print!("{text}"),
        Err(reason) => {
            say(what, &reason);
            return false;
        }
    }
    true
}
