//! Shows everything that getaddrinfo answers: all that is needed to make a socket and connect it.
//!
//! `addrinfo HOST SERVICE [--type stream|dgram]`, for example `addrinfo localhost http`.

use clap::Parser;
use dns_lookup::AddrFamily;
use dns_lookup::AddrInfo;
use dns_lookup::AddrInfoHints;
use dns_lookup::LookupErrorKind;
use dns_lookup::Protocol;
use dns_lookup::SockType;
use lesson1_address_lookup_solution::AI_CANONNAME;
use lesson1_address_lookup_solution::reason;
use lesson1_address_lookup_solution::resolve;
use std::io;
use std::io::Write;
use std::process::ExitCode;

/// Shows everything that getaddrinfo answers.
#[derive(Parser)]
struct Arguments {
    /// A name or an IP address.
    host: String,
    /// The name of a service, or a port number.
    service: String,
    /// Only answers of this type.
    #[arg(long = "type", value_enum)]
    kind: Option<Kind>,
}

/// The types of sockets that somebody may ask for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Kind {
    /// A stream of bytes (TCP).
    Stream,
    /// Datagrams (UDP).
    Dgram,
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let printed = check_port(&arguments.service)
        .and_then(|()| ask(&arguments))
        .and_then(|answers| {
            let text = show(&canonical_name(&arguments.host, &answers), &answers);
            write!(io::stdout(), "{text}").map_err(|error| error.to_string())
        });
    match printed {
        Ok(()) => ExitCode::SUCCESS,
        Err(what) => {
            let _ = writeln!(io::stderr(), "error: {what}");
            ExitCode::FAILURE
        }
    }
}

/// Refuses a port number that is none: getaddrinfo may take it and keep its lowest 16 bits.
fn check_port(service: &str) -> Result<(), String> {
    let is_number = !service.is_empty() && service.bytes().all(|byte| byte.is_ascii_digit());
    // A port is a u16, and its parser knows the range.
    if is_number && service.parse::<u16>().is_err() {
        return Err(format!("{service}: port out of range"));
    }
    Ok(())
}

/// Asks getaddrinfo.
fn ask(arguments: &Arguments) -> Result<Vec<AddrInfo>, String> {
    let Arguments {
        host,
        service,
        kind,
    } = arguments;
    let hints = AddrInfoHints {
        flags: AI_CANONNAME,
        // 0 asks for every type.
        socktype: kind.map_or(0, |kind| match kind {
            Kind::Stream => SockType::Stream.into(),
            Kind::Dgram => SockType::DGram.into(),
        }),
        ..AddrInfoHints::default()
    };
    let answers = dns_lookup::getaddrinfo(Some(host), Some(service), Some(hints));
    let answers = answers.map_err(|error| {
        let is_about_service = match error.kind() {
            LookupErrorKind::Service => true,
            // Some systems have one error for both: it is the service's if the name alone is fine.
            LookupErrorKind::NoName => resolve(host).is_ok(),
            _ => false,
        };
        if is_about_service {
            format!("{service}: service not known")
        } else {
            format!("{host}: {}", reason(&error))
        }
    })?;
    answers
        .collect::<io::Result<Vec<AddrInfo>>>()
        .map_err(|error| format!("{host}: {error}"))
}

/// The name behind all aliases, or the host as it was given.
fn canonical_name(host: &str, answers: &[AddrInfo]) -> String {
    // Given once, with the first answer, and true for all of them.
    let canonical = answers.iter().find_map(|answer| answer.canonname.clone());
    canonical.unwrap_or_else(|| host.to_owned())
}

/// A block of lines for each answer, with a blank line between two blocks.
fn show(canonical: &str, answers: &[AddrInfo]) -> String {
    let blocks: Vec<String> = answers
        .iter()
        .map(|answer| {
            format!(
                "family: {}\ntype: {}\nprotocol: {}\ncanonical name: {canonical}\nsocket address: {}\n",
                family_name(answer.address),
                type_name(answer.socktype),
                protocol_name(answer.protocol),
                answer.sockaddr
            )
        })
        .collect();
    blocks.join("\n")
}

/// The name of an address family. Its number is another one on every system (AF_INET6 is 10 on Linux and 30 on macOS), so it is
/// compared with this system's own constants, never with a number.
fn family_name(number: i32) -> String {
    let names = [
        (AddrFamily::Inet.into(), "AF_INET"),
        (AddrFamily::Inet6.into(), "AF_INET6"),
    ];
    name_of(number, &names)
}

/// The name of a type of socket.
fn type_name(number: i32) -> String {
    let names = [
        (SockType::Stream.into(), "SOCK_STREAM"),
        (SockType::DGram.into(), "SOCK_DGRAM"),
        (SockType::Raw.into(), "SOCK_RAW"),
    ];
    name_of(number, &names)
}

/// The name of a protocol. These numbers are the same everywhere: they stand in every packet. 0 means "the type's own protocol".
fn protocol_name(number: i32) -> String {
    let names = [
        (0, "IPPROTO_IP"),
        (Protocol::TCP.into(), "IPPROTO_TCP"),
        (Protocol::UDP.into(), "IPPROTO_UDP"),
    ];
    name_of(number, &names)
}

/// The name that stands beside the number, or the number itself.
fn name_of(number: i32, names: &[(i32, &str)]) -> String {
    let found = names.iter().find(|(known, _)| *known == number);
    found.map_or_else(|| number.to_string(), |(_, name)| (*name).to_owned())
}
