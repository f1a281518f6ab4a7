//! The checks of `addrinfo`.

use crate::answers::failed_with;
use crate::answers::printed_blocks;
use crate::answers::refused;
use dns_lookup::AddrFamily;
use dns_lookup::AddrInfoHints;
use dns_lookup::Protocol;
use dns_lookup::SockType;
use grader::Check;
use grader::Failure;
use grader::Lab;
use grader::Stdin;
use grader::Trouble;
use grader::Verdict;
use std::net::IpAddr;
use std::net::SocketAddr;

const PROGRAM: &str = "addrinfo";

/// A type of socket, and its own protocol.
#[derive(Debug, Clone, Copy)]
enum Kind {
    Stream,
    Dgram,
}

pub(crate) const CHECKS: &[Check] = &[
    Check {
        name: "shows-a-stream-socket-address",
        title: "shows what a stream socket needs",
        program: PROGRAM,
        stage: 1,
        points: 2,
        hint: "Five lines: family, type, protocol, canonical name, socket address. The names of the constants, not \
               their numbers.",
        run: shows_a_stream_socket_address,
    },
    Check {
        name: "shows-a-datagram-socket-address",
        title: "shows what a datagram socket needs",
        program: PROGRAM,
        stage: 1,
        points: 1,
        hint: "The type in the hints decides: SOCK_DGRAM has another protocol than SOCK_STREAM.",
        run: shows_a_datagram_socket_address,
    },
    Check {
        name: "shows-an-ipv6-socket-address",
        title: "shows an IPv6 socket address in brackets",
        program: PROGRAM,
        stage: 1,
        points: 1,
        hint: "SocketAddr knows how to show itself; address, colon and port put together by hand do not work here. \
               AF_INET6 is not 10 everywhere.",
        run: shows_an_ipv6_socket_address,
    },
    Check {
        name: "knows-services-by-name",
        title: "knows services by their names",
        program: PROGRAM,
        stage: 1,
        points: 1,
        hint: "Give the name to getaddrinfo: it looks into the list of services of the machine. A table of your own \
               will not know them all.",
        run: knows_services_by_name,
    },
    Check {
        name: "shows-every-type",
        title: "shows every type of socket where none is asked for",
        program: PROGRAM,
        stage: 2,
        points: 1,
        hint: "Without --type, the type in the hints is 0, and getaddrinfo answers with all that it has. Each \
               answer is a block, one more type is a name more in your table.",
        run: shows_every_type,
    },
    Check {
        name: "shows-what-a-service-speaks",
        title: "shows only the types that a service speaks",
        program: PROGRAM,
        stage: 2,
        points: 1,
        hint: "A service may be there for one protocol only, or for two. Print what getaddrinfo answers, no more \
               and no less.",
        run: shows_what_a_service_speaks,
    },
    Check {
        name: "shows-every-address",
        title: "shows a block for each address of a name",
        program: PROGRAM,
        stage: 2,
        points: 1,
        hint: "Go through all answers; the first one is only the first.",
        run: shows_every_address,
    },
    Check {
        name: "repeats-the-canonical-name",
        title: "shows the canonical name in every block",
        program: PROGRAM,
        stage: 2,
        points: 1,
        hint: "getaddrinfo gives the canonical name with its first answer only. Keep it for the others.",
        run: repeats_the_canonical_name,
    },
    Check {
        name: "says-service-not-known",
        title: "says that a service is not known",
        program: PROGRAM,
        stage: 3,
        points: 1,
        hint: "LookupErrorKind::Service is about the second argument: name that one.",
        run: says_service_not_known,
    },
    Check {
        name: "says-service-not-known-for-the-type",
        title: "says that a service is not known for this type",
        program: PROGRAM,
        stage: 3,
        points: 1,
        hint: "A service that exists for datagrams only is not known for streams.",
        run: says_service_not_known_for_the_type,
    },
    Check {
        name: "says-port-out-of-range",
        title: "says that a port is out of range",
        program: PROGRAM,
        stage: 3,
        points: 2,
        hint: "getaddrinfo takes 65536 and makes it 0. A port is a u16: its parser knows the range.",
        run: says_port_out_of_range,
    },
    Check {
        name: "addrinfo-says-why-a-name-fails",
        title: "says whether a name is not known or should be tried again later",
        program: PROGRAM,
        stage: 3,
        points: 1,
        hint: "The same words as in lookup: the same function can find them.",
        run: addrinfo_says_why_a_name_fails,
    },
    Check {
        name: "addrinfo-refuses-wrong-arguments",
        title: "refuses wrong arguments with status 2",
        program: PROGRAM,
        stage: 3,
        points: 1,
        hint: "HOST and SERVICE are needed, and --type is one of two words (an enum with clap::ValueEnum).",
        run: addrinfo_refuses_wrong_arguments,
    },
];

fn shows_a_stream_socket_address(lab: &Lab) -> Verdict {
    let expected = [block("127.0.0.1", addr("127.0.0.1:80")?, Kind::Stream)];
    shows(lab, &["127.0.0.1", "80", "--type", "stream"], &expected)?;
    let expected = [block("127.0.0.1", addr("127.0.0.1:65535")?, Kind::Stream)];
    shows(lab, &["127.0.0.1", "65535", "--type", "stream"], &expected)
}

fn shows_a_datagram_socket_address(lab: &Lab) -> Verdict {
    let expected = [block("127.0.0.1", addr("127.0.0.1:53")?, Kind::Dgram)];
    shows(lab, &["127.0.0.1", "53", "--type", "dgram"], &expected)
}

fn shows_an_ipv6_socket_address(lab: &Lab) -> Verdict {
    lab.require_ipv6()?;
    let expected = [block("::1", addr("[::1]:8080")?, Kind::Stream)];
    shows(lab, &["::1", "8080", "--type", "stream"], &expected)
}

fn knows_services_by_name(lab: &Lab) -> Verdict {
    // Only where the list of services is ours do we know what is in it.
    let _domain = lab.domain()?;
    for (service, port) in [("http", 80), ("www", 80), ("loopback-sum", 50000)] {
        let addr = addr(&format!("127.0.0.1:{port}"))?;
        let expected = [block("127.0.0.1", addr, Kind::Stream)];
        shows(lab, &["127.0.0.1", service, "--type", "stream"], &expected)?;
    }
    Ok(())
}

fn shows_every_type(lab: &Lab) -> Verdict {
    let expected = own_answer("127.0.0.1", "80")?;
    shows(lab, &["127.0.0.1", "80"], &expected)
}

fn shows_what_a_service_speaks(lab: &Lab) -> Verdict {
    let domain = lab.domain()?;
    let host = domain.address(1);
    let name = domain.add("both", &[host]);
    let at = |port, kind| block(&name, SocketAddr::new(host, port), kind);
    let both = [at(53, Kind::Stream), at(53, Kind::Dgram)];
    shows(lab, &[&name, "domain"], &both)?;
    shows(lab, &[&name, "loopback-clock"], &[at(50037, Kind::Dgram)])
}

fn shows_every_address(lab: &Lab) -> Verdict {
    let domain = lab.domain()?;
    let mut addrs: Vec<IpAddr> = (1..=4).map(|number| domain.address(number)).collect();
    addrs.extend([domain.address_ipv6(1)?, domain.address_ipv6(2)?]);
    let name = domain.add("many", &addrs);
    let stream = |addr: &IpAddr| block(&name, SocketAddr::new(*addr, 80), Kind::Stream);
    let expected: Vec<String> = addrs.iter().map(stream).collect();
    shows(lab, &[&name, "80", "--type", "stream"], &expected)
}

fn repeats_the_canonical_name(lab: &Lab) -> Verdict {
    let domain = lab.domain()?;
    let addrs = [domain.address(1), domain.address(2), domain.address(3)];
    let canonical = domain.add("machine", &addrs);
    let alias = domain.alias("www", "machine");
    let stream = |addr: &IpAddr| block(&canonical, SocketAddr::new(*addr, 80), Kind::Stream);
    let expected: Vec<String> = addrs.iter().map(stream).collect();
    shows(lab, &[&alias, "http", "--type", "stream"], &expected)
}

fn says_service_not_known(lab: &Lab) -> Verdict {
    for host in ["127.0.0.1", "localhost"] {
        lab.doing(format!("asked for {host} no-such-service"));
        let finished = lab.run(PROGRAM, &[host, "no-such-service"], Stdin::Empty)?;
        failed_with(&finished, "error: no-such-service: service not known")?;
    }
    Ok(())
}

fn says_service_not_known_for_the_type(lab: &Lab) -> Verdict {
    let _domain = lab.domain()?;
    let arguments = ["127.0.0.1", "loopback-clock", "--type", "stream"];
    lab.doing(format!(
        "asked for {}; this service is there for datagrams only",
        arguments.join(" ")
    ));
    let finished = lab.run(PROGRAM, &arguments, Stdin::Empty)?;
    failed_with(&finished, "error: loopback-clock: service not known")
}

fn says_port_out_of_range(lab: &Lab) -> Verdict {
    for port in [
        "65536",
        "70000",
        "4294967376",
        "999999999999999999999999999999999999999999999",
    ] {
        lab.doing(format!("asked for 127.0.0.1 {port}"));
        let finished = lab.run(PROGRAM, &["127.0.0.1", port], Stdin::Empty)?;
        failed_with(&finished, &format!("error: {port}: port out of range"))?;
    }
    Ok(())
}

fn addrinfo_says_why_a_name_fails(lab: &Lab) -> Verdict {
    let domain = lab.domain()?;
    let unknown = domain.name("nobody");
    let failing = domain.trouble("down", Trouble::ServerFails);
    for (name, reason) in [(unknown, "name not known"), (failing, "try again later")] {
        for service in ["80", "http"] {
            lab.doing(format!("asked for {name} {service}"));
            let finished = lab.run(PROGRAM, &[&name, service], Stdin::Empty)?;
            failed_with(&finished, &format!("error: {name}: {reason}"))?;
        }
    }
    Ok(())
}

fn addrinfo_refuses_wrong_arguments(lab: &Lab) -> Verdict {
    lab.doing("asked for 127.0.0.1 80 --type stream");
    let good = ["127.0.0.1", "80", "--type", "stream"];
    lab.run(PROGRAM, &good, Stdin::Empty)?.exits_with(0)?;
    let wrong: [&[&str]; 4] = [
        &[],
        &["localhost"],
        &["localhost", "80", "--type", "raw"],
        &["localhost", "80", "http"],
    ];
    for arguments in wrong {
        lab.doing(format!("gave it the arguments {arguments:?}"));
        refused(&lab.run(PROGRAM, arguments, Stdin::Empty)?)?;
    }
    Ok(())
}

fn shows(lab: &Lab, arguments: &[&str], expected: &[String]) -> Verdict {
    lab.doing(format!("asked for {}", arguments.join(" ")));
    let finished = lab.run(PROGRAM, arguments, Stdin::Empty)?;
    printed_blocks(&finished, expected)
}

fn addr(text: &str) -> Verdict<SocketAddr> {
    text.parse()
        .map_err(|_| Failure::broken(format!("{text} is no socket address")))
}

fn block(canonical: &str, addr: SocketAddr, kind: Kind) -> String {
    let (socket_type, protocol) = match kind {
        Kind::Stream => ("SOCK_STREAM", "IPPROTO_TCP"),
        Kind::Dgram => ("SOCK_DGRAM", "IPPROTO_UDP"),
    };
    text(canonical, addr, socket_type, protocol)
}

fn text(canonical: &str, addr: SocketAddr, socket_type: &str, protocol: &str) -> String {
    let family = if addr.is_ipv4() {
        "AF_INET"
    } else {
        "AF_INET6"
    };
    format!(
        "family: {family}\ntype: {socket_type}\nprotocol: {protocol}\ncanonical name: {canonical}\nsocket address: {addr}\n"
    )
}

/// What this machine's own getaddrinfo answers when no type is asked for: the types differ between systems.
fn own_answer(host: &str, service: &str) -> Verdict<Vec<String>> {
    let hints = AddrInfoHints {
        flags: crate::AI_CANONNAME,
        ..AddrInfoHints::default()
    };
    let missing = |error: &dyn std::fmt::Display| {
        Failure::broken(format!(
            "our own getaddrinfo fails for {host} {service}: {error}"
        ))
    };
    let answers = dns_lookup::getaddrinfo(Some(host), Some(service), Some(hints));
    let mut blocks = Vec::new();
    for answer in answers.map_err(|error| missing(&error))? {
        let answer = answer.map_err(|error| missing(&error))?;
        if answer.address != i32::from(AddrFamily::Inet) {
            return Err(missing(&"an IPv4 address in another family"));
        }
        let socket_types = [
            (SockType::Stream.into(), "SOCK_STREAM"),
            (SockType::DGram.into(), "SOCK_DGRAM"),
            (SockType::Raw.into(), "SOCK_RAW"),
        ];
        let protocols = [
            (0, "IPPROTO_IP"),
            (Protocol::TCP.into(), "IPPROTO_TCP"),
            (Protocol::UDP.into(), "IPPROTO_UDP"),
        ];
        blocks.push(text(
            host,
            answer.sockaddr,
            &symbol(answer.socktype, &socket_types),
            &symbol(answer.protocol, &protocols),
        ));
    }
    Ok(blocks)
}

fn symbol(number: i32, names: &[(i32, &str)]) -> String {
    let found = names.iter().find(|(known, _)| *known == number);
    found.map_or_else(|| number.to_string(), |(_, name)| (*name).to_owned())
}
