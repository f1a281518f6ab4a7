//! `hostinfo` and `lookup`, which collect addresses in sets of their own and show them sorted.

use crate::fail;
use crate::usage;
use dns_lookup::AddrInfoHints;
use dns_lookup::LookupError;
use dns_lookup::LookupErrorKind;
use std::collections::BTreeSet;
use std::net::IpAddr;
use std::process::ExitCode;

pub(crate) fn hostinfo(arguments: &[&str]) -> ExitCode {
    if !arguments.is_empty() {
        return usage("(no arguments)");
    }
    let Ok(name) = dns_lookup::get_hostname() else {
        return fail("this machine has no name");
    };
    match dns_lookup::lookup_host(&name) {
        Ok(addrs) => {
            println!("hostname: {name}");
            for addr in addrs.collect::<BTreeSet<IpAddr>>() {
                println!("address: {addr}");
            }
            ExitCode::SUCCESS
        }
        Err(error) => fail(&format!("{name}: {error}")),
    }
}

pub(crate) fn lookup(arguments: &[&str]) -> ExitCode {
    if arguments.is_empty() {
        return usage("NAME-OR-IP...");
    }
    let mut status = ExitCode::SUCCESS;
    let mut answers = Vec::new();
    for what in arguments {
        let answer = match what.parse::<IpAddr>() {
            Ok(addr) => dns_lookup::lookup_addr(&addr).map(|name| (name, BTreeSet::from([addr]))),
            Err(_) => resolve(what),
        };
        match answer {
            Ok((name, addrs)) => {
                let lines: Vec<String> = addrs
                    .iter()
                    .map(|addr| format!("address: {addr}\n"))
                    .collect();
                answers.push(format!("name: {name}\n{}", lines.concat()));
            }
            Err(error) => status = fail(&format!("{what}: {}", words(&error))),
        }
    }
    print!("{}", answers.join("\n"));
    status
}

/// Asks for datagrams: the addresses are the same.
fn resolve(name: &str) -> Result<(String, BTreeSet<IpAddr>), LookupError> {
    let hints = AddrInfoHints {
        flags: 2,
        socktype: dns_lookup::SockType::DGram.into(),
        ..AddrInfoHints::default()
    };
    let mut canonical = None;
    let mut addrs = BTreeSet::new();
    for answer in dns_lookup::getaddrinfo(Some(name), None, Some(hints))? {
        let answer = answer?;
        canonical = canonical.or(answer.canonname);
        addrs.insert(answer.sockaddr.ip());
    }
    Ok((canonical.unwrap_or_else(|| name.to_owned()), addrs))
}

pub(crate) fn words(error: &LookupError) -> String {
    match error.kind() {
        LookupErrorKind::NoName => "name not known".to_owned(),
        LookupErrorKind::Again => "try again later".to_owned(),
        other => format!("{other:?}"),
    }
}
