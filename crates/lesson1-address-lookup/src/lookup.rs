//! The checks of `lookup`: answers here, failures in a file of their own.

pub(crate) mod failures;

use crate::answers::addresses;
use crate::answers::failed_somehow;
use crate::answers::printed;
use grader::Check;
use grader::Domain;
use grader::Failure;
use grader::Lab;
use grader::Stdin;
use grader::Verdict;
use std::net::IpAddr;
use std::net::Ipv4Addr;

const PROGRAM: &str = "lookup";
/// Every machine has this name.
const LOCALHOST: &str = "localhost";
const LOOPBACK: IpAddr = IpAddr::V4(Ipv4Addr::LOCALHOST);

pub(crate) const CHECKS: &[Check] = &[
    Check {
        name: "finds-the-addresses-of-localhost",
        title: "finds the addresses of localhost",
        program: PROGRAM,
        stage: 1,
        points: 2,
        hint: "Ask the resolver for the name, print `name: ` with the canonical name it gives, then `address: ` \
               with each address.",
        run: finds_the_addresses_of_localhost,
    },
    Check {
        name: "finds-the-name-of-an-address",
        title: "finds the name of 127.0.0.1",
        program: PROGRAM,
        stage: 1,
        points: 1,
        hint: "What parses as an IpAddr is an address: look the other way, with lookup_addr.",
        run: finds_the_name_of_an_address,
    },
    Check {
        name: "answers-each-argument-in-turn",
        title: "answers each argument in turn, with a blank line between two answers",
        program: PROGRAM,
        stage: 1,
        points: 1,
        hint: "Between two answers, so neither before the first one nor after the last.",
        run: answers_each_argument_in_turn,
    },
    Check {
        name: "lists-every-address",
        title: "lists all 20 addresses of a name, of both kinds",
        program: PROGRAM,
        stage: 2,
        points: 2,
        hint: "A name can have several addresses, and not only IPv4 ones. Who decides which of them you show?",
        run: lists_every_address,
    },
    Check {
        name: "finds-addresses-of-one-kind",
        title: "finds the addresses of a name that has only one kind of them",
        program: PROGRAM,
        stage: 2,
        points: 1,
        hint: "Ask for both kinds at once (family 0), and let IpAddr hold what comes.",
        run: finds_addresses_of_one_kind,
    },
    Check {
        name: "lists-each-address-once",
        title: "lists each address once",
        program: PROGRAM,
        stage: 2,
        points: 1,
        hint: "getaddrinfo gives an address once for each type of socket, and may repeat it besides. Skip what you \
               have.",
        run: lists_each_address_once,
    },
    Check {
        name: "lists-60-addresses",
        title: "lists 60 addresses, more than fit into a datagram",
        program: PROGRAM,
        stage: 2,
        points: 1,
        hint: "The resolver asks again over TCP when an answer does not fit. What bounds your list?",
        run: lists_60_addresses,
    },
    Check {
        name: "shows-the-name-behind-aliases",
        title: "shows the canonical name behind aliases",
        program: PROGRAM,
        stage: 2,
        points: 1,
        hint: "The hint AI_CANONNAME makes getaddrinfo give the canonical name, with its first answer.",
        run: shows_the_name_behind_aliases,
    },
    Check {
        name: "shows-the-name-from-the-hosts-file",
        title: "shows the canonical name of an alias in /etc/hosts",
        program: PROGRAM,
        stage: 2,
        points: 1,
        hint: "Not every name comes from DNS. getaddrinfo knows all the places; who asks a name server directly \
               does not.",
        run: shows_the_name_from_the_hosts_file,
    },
    Check {
        name: "turns-an-address-into-its-name",
        title: "turns IPv4 and IPv6 addresses into their names",
        program: PROGRAM,
        stage: 2,
        points: 1,
        hint: "The way back is a question of its own, and works for both kinds of addresses.",
        run: turns_an_address_into_its_name,
    },
    Check {
        name: "shows-addresses-in-canonical-form",
        title: "shows an address in its canonical form, however it was typed",
        program: PROGRAM,
        stage: 2,
        points: 1,
        hint: "Print the IpAddr that you have parsed, not what somebody typed: `0:0:0:0:0:0:0:1` is `::1`.",
        run: shows_addresses_in_canonical_form,
    },
];

fn finds_the_addresses_of_localhost(lab: &Lab) -> Verdict {
    lab.doing("looked up localhost");
    let finished = lab.run(PROGRAM, &[LOCALHOST], Stdin::Empty)?;
    printed(&finished, &own_answer(lab)?)
}

fn finds_the_name_of_an_address(lab: &Lab) -> Verdict {
    lab.doing("looked up 127.0.0.1");
    let name = lab.ask_own_resolver(|| dns_lookup::lookup_addr(&LOOPBACK))?;
    let finished = lab.run(PROGRAM, &["127.0.0.1"], Stdin::Empty)?;
    match name {
        Ok(name) => printed(&finished, &format!("name: {name}\naddress: 127.0.0.1\n")),
        Err(_) => failed_somehow(&finished, "127.0.0.1"),
    }
}

fn answers_each_argument_in_turn(lab: &Lab) -> Verdict {
    let answer = own_answer(lab)?;
    lab.doing("looked up localhost three times in one call");
    let finished = lab.run(PROGRAM, &[LOCALHOST; 3], Stdin::Empty)?;
    printed(&finished, &format!("{answer}\n{answer}\n{answer}"))
}

fn lists_every_address(lab: &Lab) -> Verdict {
    let domain = lab.domain()?;
    let mut addrs: Vec<IpAddr> = (1..=12).map(|number| domain.address(number)).collect();
    for number in 1..=8 {
        addrs.push(domain.address_ipv6(number)?);
    }
    finds(lab, &domain, &domain.add("many", &addrs))
}

fn finds_addresses_of_one_kind(lab: &Lab) -> Verdict {
    let domain = lab.domain()?;
    finds(lab, &domain, &domain.add("old", &[domain.address(1)]))?;
    let addrs = [domain.address_ipv6(1)?, domain.address_ipv6(2)?];
    finds(lab, &domain, &domain.add("new", &addrs))
}

fn lists_each_address_once(lab: &Lab) -> Verdict {
    let domain = lab.domain()?;
    let (first, second) = (domain.address(1), domain.address(2));
    finds(
        lab,
        &domain,
        &domain.add("twice", &[first, second, first, second]),
    )
}

fn lists_60_addresses(lab: &Lab) -> Verdict {
    let domain = lab.domain()?;
    let addrs: Vec<IpAddr> = (1..=60).map(|number| domain.address(number)).collect();
    finds(lab, &domain, &domain.add("crowd", &addrs))
}

fn shows_the_name_behind_aliases(lab: &Lab) -> Verdict {
    let domain = lab.domain()?;
    let canonical = domain.add("machine", &[domain.address(1), domain.address(2)]);
    domain.alias("web", "machine");
    let alias = domain.alias("www", "web");
    let addrs = domain.in_resolvers_order(&alias)?;
    lab.doing(format!(
        "looked up {alias}, an alias of an alias of {canonical}"
    ));
    let finished = lab.run(PROGRAM, &[&alias], Stdin::Empty)?;
    printed(
        &finished,
        &format!("name: {canonical}\n{}", addresses(&addrs)),
    )
}

fn shows_the_name_from_the_hosts_file(lab: &Lab) -> Verdict {
    // Only where this file is ours do we know what is in it.
    let _domain = lab.domain()?;
    for alias in ["the-box", "box"] {
        lab.doing(format!(
            "looked up {alias}, which stands in /etc/hosts behind box.lab.test"
        ));
        let finished = lab.run(PROGRAM, &[alias], Stdin::Empty)?;
        printed(&finished, "name: box.lab.test\naddress: 127.0.0.80\n")?;
    }
    Ok(())
}

fn turns_an_address_into_its_name(lab: &Lab) -> Verdict {
    let domain = lab.domain()?;
    for (addr, label) in [
        (domain.address(9), "four"),
        (domain.address_ipv6(9)?, "six"),
    ] {
        let name = domain.point(addr, label);
        lab.doing(format!("looked up {addr}, whose name is {name}"));
        let finished = lab.run(PROGRAM, &[&addr.to_string()], Stdin::Empty)?;
        printed(&finished, &format!("name: {name}\naddress: {addr}\n"))?;
    }
    Ok(())
}

fn shows_addresses_in_canonical_form(lab: &Lab) -> Verdict {
    let domain = lab.domain()?;
    let IpAddr::V6(addr) = domain.address_ipv6(0xab)? else {
        return Err(Failure::broken("an IPv6 address that is none"));
    };
    let name = domain.point(addr.into(), "long");
    let groups: Vec<String> = addr
        .segments()
        .iter()
        .map(|group| format!("{group:04X}"))
        .collect();
    let typed = groups.join(":");
    lab.doing(format!("looked up {typed}, which is {addr}"));
    let finished = lab.run(PROGRAM, &[&typed], Stdin::Empty)?;
    printed(&finished, &format!("name: {name}\naddress: {addr}\n"))
}

/// What this machine's own resolver says of localhost.
fn own_answer(lab: &Lab) -> Verdict<String> {
    lab.ask_own_resolver(ask_for_localhost)?
}

fn ask_for_localhost() -> Verdict<String> {
    let hints = dns_lookup::AddrInfoHints {
        flags: crate::AI_CANONNAME,
        socktype: dns_lookup::SockType::Stream.into(),
        ..dns_lookup::AddrInfoHints::default()
    };
    let missing = |error: &dyn std::fmt::Display| {
        Failure::unavailable(format!("this machine does not resolve localhost ({error})"))
    };
    let found = dns_lookup::getaddrinfo(Some(LOCALHOST), None, Some(hints));
    let mut canonical = LOCALHOST.to_owned();
    let mut addrs = Vec::new();
    for answer in found.map_err(|error| missing(&error))? {
        let answer = answer.map_err(|error| missing(&error))?;
        canonical = answer.canonname.unwrap_or(canonical);
        let addr = answer.sockaddr.ip();
        if !addrs.contains(&addr) {
            addrs.push(addr);
        }
    }
    Ok(format!("name: {canonical}\n{}", addresses(&addrs)))
}

/// It finds all addresses of a name that is no alias.
fn finds(lab: &Lab, domain: &Domain, name: &str) -> Verdict {
    let addrs = domain.in_resolvers_order(name)?;
    lab.doing(format!("looked up {name}"));
    let finished = lab.run(PROGRAM, &[name], Stdin::Empty)?;
    printed(&finished, &format!("name: {name}\n{}", addresses(&addrs)))
}
