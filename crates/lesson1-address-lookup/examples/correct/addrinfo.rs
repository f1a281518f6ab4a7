//! `addrinfo`, with its blocks in the opposite order.

use crate::fail;
use crate::names::words;
use crate::usage;
use dns_lookup::AddrFamily;
use dns_lookup::AddrInfoHints;
use dns_lookup::LookupErrorKind;
use dns_lookup::Protocol;
use dns_lookup::SockType;
use std::process::ExitCode;

pub(crate) fn addrinfo(arguments: &[&str]) -> ExitCode {
    let (host, service, socktype) = match *arguments {
        [host, service] => (host, service, 0),
        [host, service, "--type", "stream"] => (host, service, SockType::Stream.into()),
        [host, service, "--type", "dgram"] => (host, service, SockType::DGram.into()),
        _ => return usage("HOST SERVICE [--type stream|dgram]"),
    };
    let digits = service.trim_start_matches('0');
    let is_number = !service.is_empty() && service.chars().all(|digit| digit.is_ascii_digit());
    if is_number && (digits.len() > 5 || digits.parse().unwrap_or(0) > 65535_u32) {
        return fail(&format!("{service}: port out of range"));
    }
    let hints = AddrInfoHints {
        flags: 2,
        socktype,
        ..AddrInfoHints::default()
    };
    let mut answers = match dns_lookup::getaddrinfo(Some(host), Some(service), Some(hints)) {
        Ok(answers) => answers.flatten().collect::<Vec<_>>(),
        Err(error) if matches!(error.kind(), LookupErrorKind::Service) => {
            return fail(&format!("{service}: service not known"));
        }
        Err(error) => return fail(&format!("{host}: {}", words(&error))),
    };
    let canonical = answers[0].canonname.clone().unwrap_or_default();
    answers.reverse();
    for (k, answer) in answers.iter().enumerate() {
        if k > 0 {
            println!();
        }
        let family = if answer.address == i32::from(AddrFamily::Inet6) {
            "AF_INET6"
        } else {
            "AF_INET"
        };
        let socktype = match answer.socktype {
            kind if SockType::Stream == kind => "SOCK_STREAM",
            kind if SockType::DGram == kind => "SOCK_DGRAM",
            _ => "SOCK_RAW",
        };
        let protocol = match answer.protocol {
            protocol if Protocol::TCP == protocol => "IPPROTO_TCP",
            protocol if Protocol::UDP == protocol => "IPPROTO_UDP",
            _ => "IPPROTO_IP",
        };
        println!("family: {family}\ntype: {socktype}\nprotocol: {protocol}");
        println!(
            "canonical name: {canonical}\nsocket address: {}",
            answer.sockaddr
        );
    }
    ExitCode::SUCCESS
}
