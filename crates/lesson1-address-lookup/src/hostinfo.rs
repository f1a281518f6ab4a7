//! The checks of `hostinfo`.

use crate::answers::addresses;
use crate::answers::failed_somehow;
use crate::answers::printed;
use crate::answers::refused;
use grader::Check;
use grader::Domain;
use grader::Failure;
use grader::Finished;
use grader::Lab;
use grader::Stdin;
use grader::Surroundings;
use grader::Trouble;
use grader::Verdict;
use std::net::IpAddr;

const PROGRAM: &str = "hostinfo";

pub(crate) const CHECKS: &[Check] = &[
    Check {
        name: "prints-the-hostname-and-its-address",
        title: "prints the machine's name and its address",
        program: PROGRAM,
        stage: 1,
        points: 2,
        hint: "get_hostname() gives the name. What it stands for is a question for the resolver, as for any other \
               name.",
        run: prints_the_hostname_and_its_address,
    },
    Check {
        name: "prints-every-address-of-the-host",
        title: "prints every address of the machine",
        program: PROGRAM,
        stage: 2,
        points: 1,
        hint: "A name has as many addresses as somebody gave it, of both kinds. Who takes only the first, or only \
               IPv4?",
        run: prints_every_address_of_the_host,
    },
    Check {
        name: "prints-an-address-of-the-host-once",
        title: "prints an address of the machine once, even if it is repeated",
        program: PROGRAM,
        stage: 2,
        points: 1,
        hint: "getaddrinfo may answer with the same address more than once. Skip what is in your list already.",
        run: prints_an_address_of_the_host_once,
    },
    Check {
        name: "says-that-the-hostname-does-not-resolve",
        title: "says that the name does not resolve",
        program: PROGRAM,
        stage: 3,
        points: 1,
        hint: "A machine may have a name that no resolver knows: `error: NAME: …` on stderr, status 1, and nothing \
               on stdout, not even the name.",
        run: says_that_the_hostname_does_not_resolve,
    },
    Check {
        name: "hostinfo-refuses-arguments",
        title: "refuses arguments with status 2",
        program: PROGRAM,
        stage: 3,
        points: 1,
        hint: "clap refuses what it does not know, once you have called parse().",
        run: hostinfo_refuses_arguments,
    },
];

fn prints_the_hostname_and_its_address(lab: &Lab) -> Verdict {
    let Ok(domain) = lab.domain() else {
        return prints_the_machines_own(lab);
    };
    let name = domain.add("home", &[domain.address(7)]);
    prints(lab, &domain, &name)?;
    // The name is the one that the machine has, also where that is an alias.
    prints(lab, &domain, &domain.alias("desk", "home"))?;
    if let Ok(addr) = domain.address_ipv6(8) {
        prints(lab, &domain, &domain.add("home6", &[addr]))?;
    }
    Ok(())
}

/// Where there are no names of ours: whatever this machine's own name stands for.
fn prints_the_machines_own(lab: &Lab) -> Verdict {
    let name = dns_lookup::get_hostname()
        .map_err(|error| Failure::unavailable(format!("this machine has no name ({error})")))?;
    let asked = name.clone();
    let found = lab.ask_own_resolver(move || {
        let found = dns_lookup::lookup_host(&asked);
        found.map(Vec::from_iter)
    })?;
    lab.doing(format!("ran it on this machine, whose name is {name}"));
    let finished = lab.run(PROGRAM, &[], Stdin::Empty)?;
    let Ok(found) = found else {
        return failed_somehow(&finished, &name);
    };
    let mut addrs: Vec<IpAddr> = Vec::new();
    for addr in found {
        if !addrs.contains(&addr) {
            addrs.push(addr);
        }
    }
    printed(&finished, &expected(&name, &addrs))
}

fn prints_every_address_of_the_host(lab: &Lab) -> Verdict {
    let domain = lab.domain()?;
    let mut addrs: Vec<IpAddr> = (1..=5).map(|number| domain.address(number)).collect();
    for number in 1..=3 {
        addrs.push(domain.address_ipv6(number)?);
    }
    prints(lab, &domain, &domain.add("many", &addrs))
}

fn prints_an_address_of_the_host_once(lab: &Lab) -> Verdict {
    let domain = lab.domain()?;
    let (first, second) = (domain.address(1), domain.address(2));
    let name = domain.add("twice", &[first, second, first, second, first]);
    prints(lab, &domain, &name)
}

fn says_that_the_hostname_does_not_resolve(lab: &Lab) -> Verdict {
    let domain = lab.domain()?;
    let unknown = domain.name("nobody");
    lab.doing(format!(
        "ran it on a machine named {unknown}, which no name server knows"
    ));
    failed_somehow(&run_on(lab, &unknown)?, &unknown)?;
    let failing = domain.trouble("down", Trouble::ServerFails);
    lab.doing(format!(
        "ran it on a machine named {failing}, for which the name server fails"
    ));
    failed_somehow(&run_on(lab, &failing)?, &failing)
}

fn hostinfo_refuses_arguments(lab: &Lab) -> Verdict {
    lab.doing("ran it without arguments");
    match lab.domain() {
        Ok(domain) => drop(run_on(lab, &domain.add("home", &[domain.address(7)]))?),
        Err(_) => drop(lab.run(PROGRAM, &[], Stdin::Empty)?),
    }
    for wrong in ["localhost", "--all"] {
        lab.doing(format!("gave it the argument {wrong}"));
        refused(&lab.run(PROGRAM, &[wrong], Stdin::Empty)?)?;
    }
    Ok(())
}

fn prints(lab: &Lab, domain: &Domain, name: &str) -> Verdict {
    let addrs = domain.in_resolvers_order(name)?;
    lab.doing(format!("ran it on a machine named {name}"));
    printed(&run_on(lab, name)?, &expected(name, &addrs))
}

fn expected(name: &str, addrs: &[IpAddr]) -> String {
    format!("hostname: {name}\n{}", addresses(addrs))
}

fn run_on(lab: &Lab, name: &str) -> Verdict<Finished> {
    let surroundings = Surroundings {
        hostname: Some(name),
        ..Surroundings::default()
    };
    lab.run_in(&surroundings, PROGRAM, &[])
}
