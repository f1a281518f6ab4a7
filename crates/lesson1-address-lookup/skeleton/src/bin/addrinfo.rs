//! Shows everything that getaddrinfo answers: all that is needed to make a socket and connect it.
//!
//! `addrinfo HOST SERVICE [--type stream|dgram]`, for example `addrinfo localhost http`.

// The holes need more imports than these; the README lists them.
use clap::Parser;
use dns_lookup::AddrFamily;
use dns_lookup::AddrInfo;
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
    // TODO, in stage 3: a SERVICE of digits is a port number, and must fit into 16 bits: `PORT: port out of range`. Until then, Ok(()).
    todo!("look at {service}")
}

/// Asks getaddrinfo.
fn ask(arguments: &Arguments) -> Result<Vec<AddrInfo>, String> {
    // TODO: dns_lookup::getaddrinfo with host, service, and hints: AI_CANONNAME, and the type if there is one.
    // TODO, in stage 3: a failure is about the service (`SERVICE: service not known`) or about the host (`HOST: REASON`); main puts
    // `error: ` in front. Some systems say NoName for both: then it is the service if the host alone resolves.
    let Arguments {
        host,
        service,
        kind,
    } = arguments;
    todo!("ask for {host}, {service} and {kind:?}")
}

/// The name behind all aliases, or the host as it was given.
fn canonical_name(host: &str, answers: &[AddrInfo]) -> String {
    // TODO: getaddrinfo gives it once, with the first answer.
    todo!("find the canonical name of {host} in {answers:?}")
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
    // TODO: as above, for SockType. Besides streams and datagrams there is SOCK_RAW.
    todo!("name the type {number}")
}

/// The name of a protocol. These numbers are the same everywhere: they stand in every packet. 0 means "the type's own protocol".
fn protocol_name(number: i32) -> String {
    // TODO: as above, for Protocol; 0 is IPPROTO_IP.
    todo!("name the protocol {number}")
}

/// The name that stands beside the number, or the number itself.
fn name_of(number: i32, names: &[(i32, &str)]) -> String {
    let found = names.iter().find(|(known, _)| *known == number);
    found.map_or_else(|| number.to_string(), |(_, name)| (*name).to_owned())
}
