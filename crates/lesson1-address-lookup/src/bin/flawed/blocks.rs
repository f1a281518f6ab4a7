//! `addrinfo` as it should be, in parts.

use crate::Played;
use crate::arguments;
use crate::arguments::Words;
use crate::ends;
use crate::resolver;
use dns_lookup::AddrFamily;
use dns_lookup::AddrInfo;
use dns_lookup::AddrInfoHints;
use dns_lookup::LookupError;
use dns_lookup::LookupErrorKind;
use dns_lookup::Protocol;
use dns_lookup::SockType;
use std::io;
use std::process::ExitCode;

/// What the arguments ask for.
pub(crate) struct Query {
    pub(crate) host: String,
    pub(crate) service: String,
    /// The type of socket as getaddrinfo wants it: 0 stands for every type.
    pub(crate) socket_type: i32,
}

/// What a program does with a query, step by step.
pub(crate) struct Steps {
    pub(crate) check_port: fn(&str) -> Result<(), String>,
    pub(crate) ask: fn(&Query) -> Result<Vec<AddrInfo>, String>,
    pub(crate) show: fn(&Query, &[AddrInfo]) -> String,
}

pub(crate) const CORRECT: Steps = Steps {
    check_port,
    ask,
    show,
};

/// A program whose mistake is in one of the steps.
pub(crate) fn run(arguments: &[String], steps: Steps) -> Played {
    let query = parse(arguments)?;
    ends::finish(answer(&query, &steps))
}

pub(crate) fn answer(query: &Query, steps: &Steps) -> Result<String, String> {
    (steps.check_port)(&query.service)?;
    let answers = (steps.ask)(query)?;
    Ok((steps.show)(query, &answers))
}

pub(crate) fn parse(arguments: &[String]) -> Result<Query, ExitCode> {
    query(arguments::split(arguments, "--type", 2..=2)?)
}

/// What those words ask for, of which there are two at least.
pub(crate) fn query(words: Words) -> Result<Query, ExitCode> {
    let socket_type = match words.option.as_deref() {
        None => 0,
        Some("stream") => SockType::Stream.into(),
        Some("dgram") => SockType::DGram.into(),
        Some(other) => return Err(arguments::invalid(other)),
    };
    Ok(Query {
        host: words.plain[0].clone(),
        service: words.plain[1].clone(),
        socket_type,
    })
}

pub(crate) fn is_number(service: &str) -> bool {
    !service.is_empty() && service.bytes().all(|byte| byte.is_ascii_digit())
}

pub(crate) fn check_port(service: &str) -> Result<(), String> {
    if is_number(service) && service.parse::<u16>().is_err() {
        return Err(out_of_range(service));
    }
    Ok(())
}

pub(crate) fn out_of_range(service: &str) -> String {
    format!("{service}: port out of range")
}

pub(crate) fn hints(query: &Query) -> AddrInfoHints {
    AddrInfoHints {
        flags: resolver::AI_CANONNAME,
        socktype: query.socket_type,
        ..AddrInfoHints::default()
    }
}

pub(crate) fn ask(query: &Query) -> Result<Vec<AddrInfo>, String> {
    ask_explaining(query, explain)
}

/// The same with other words for what goes wrong.
pub(crate) fn ask_explaining(
    query: &Query,
    explain: fn(&Query, &LookupError) -> String,
) -> Result<Vec<AddrInfo>, String> {
    ask_with(query, &query.service, hints(query)).map_err(|error| explain(query, &error))
}

/// The same for another service or with other hints than the query's.
pub(crate) fn ask_with(
    query: &Query,
    service: &str,
    hints: AddrInfoHints,
) -> Result<Vec<AddrInfo>, LookupError> {
    let answers = dns_lookup::getaddrinfo(Some(&query.host), Some(service), Some(hints))?;
    Ok(answers.collect::<io::Result<Vec<AddrInfo>>>()?)
}

pub(crate) fn explain(query: &Query, error: &LookupError) -> String {
    if is_about_service(query, error) {
        format!("{}: service not known", query.service)
    } else {
        format!("{}: {}", query.host, resolver::reason(error))
    }
}

/// Some systems have one error for both arguments: it is the service's if the name alone is fine.
pub(crate) fn is_about_service(query: &Query, error: &LookupError) -> bool {
    match error.kind() {
        LookupErrorKind::Service => true,
        LookupErrorKind::NoName => resolver::resolve(&query.host).is_ok(),
        _ => false,
    }
}

pub(crate) fn show(query: &Query, answers: &[AddrInfo]) -> String {
    show_each(query, answers, block)
}

/// The same with blocks of another kind.
pub(crate) fn show_each(
    query: &Query,
    answers: &[AddrInfo],
    block: impl Fn(&str, &AddrInfo) -> String,
) -> String {
    let canonical = canonical_name(query, answers);
    let blocks = answers.iter().map(|answer| block(&canonical, answer));
    blocks.collect::<Vec<String>>().join("\n")
}

pub(crate) fn canonical_name(query: &Query, answers: &[AddrInfo]) -> String {
    let canonical = answers.iter().find_map(|answer| answer.canonname.clone());
    canonical.unwrap_or_else(|| query.host.clone())
}

pub(crate) fn block(canonical: &str, answer: &AddrInfo) -> String {
    block_at(canonical, answer, &answer.sockaddr.to_string())
}

/// The same with another form of the socket address.
pub(crate) fn block_at(canonical: &str, answer: &AddrInfo, addr: &str) -> String {
    lines(
        &family_name(answer.address),
        &type_name(answer.socktype),
        &protocol_name(answer.protocol),
        canonical,
        addr,
    )
}

pub(crate) fn lines(
    family: &str,
    socket_type: &str,
    protocol: &str,
    canonical: &str,
    addr: &str,
) -> String {
    format!(
        "family: {family}\ntype: {socket_type}\nprotocol: {protocol}\ncanonical name: {canonical}\nsocket address: {addr}\n"
    )
}

pub(crate) fn family_name(number: i32) -> String {
    let names = [
        (AddrFamily::Inet.into(), "AF_INET"),
        (AddrFamily::Inet6.into(), "AF_INET6"),
    ];
    name_of(number, &names)
}

pub(crate) fn type_name(number: i32) -> String {
    let names = [
        (SockType::Stream.into(), "SOCK_STREAM"),
        (SockType::DGram.into(), "SOCK_DGRAM"),
        (SockType::Raw.into(), "SOCK_RAW"),
    ];
    name_of(number, &names)
}

pub(crate) fn protocol_name(number: i32) -> String {
    let names = [
        (0, "IPPROTO_IP"),
        (Protocol::TCP.into(), "IPPROTO_TCP"),
        (Protocol::UDP.into(), "IPPROTO_UDP"),
    ];
    name_of(number, &names)
}

/// The name that stands beside the number, or the number itself.
pub(crate) fn name_of(number: i32, names: &[(i32, &str)]) -> String {
    let found = names.iter().find(|(known, _)| *known == number);
    found.map_or_else(|| number.to_string(), |(_, name)| (*name).to_owned())
}
