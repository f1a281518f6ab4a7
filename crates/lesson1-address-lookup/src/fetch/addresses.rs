//! Stage 4 of `fetch`: addresses that refuse, that never answer, that cannot be reached; and the next one.

use super::PROGRAM;
use super::REPLY;
use super::answer;
use super::attempts::Went;
use super::attempts::expect_attempts;
use crate::answers::failed_with;
use crate::answers::printed_exactly;
use grader::Check;
use grader::Domain;
use grader::Failure;
use grader::Finished;
use grader::Lab;
use grader::Listener;
use grader::Stdin;
use grader::Verdict;
use grader::servers::ANY_PORT;
use std::net::IpAddr;
use std::net::SocketAddr;
use std::time::Duration;

pub(crate) const CHECKS: &[Check] = &[
    Check {
        name: "says-that-the-connection-was-refused",
        title: "says that the connection was refused",
        program: PROGRAM,
        stage: 3,
        points: 1,
        hint: "A machine that answers `nobody listens here` is not the same as no answer: tell ConnectionRefused \
               from the rest.",
        run: says_that_the_connection_was_refused,
    },
    Check {
        name: "tries-the-next-address",
        title: "tries the next address when one refuses",
        program: PROGRAM,
        stage: 4,
        points: 3,
        hint: "Go through all addresses until one accepts. Each attempt needs a socket of its own.",
        run: tries_the_next_address,
    },
    Check {
        name: "tries-both-kinds-of-addresses",
        title: "tries IPv4 and IPv6 addresses of one name",
        program: PROGRAM,
        stage: 4,
        points: 2,
        hint: "The socket of each attempt must be of the kind of its address: Domain::for_address.",
        run: tries_both_kinds_of_addresses,
    },
    Check {
        name: "tries-addresses-in-the-resolvers-order",
        title: "tries addresses in the resolver's order",
        program: PROGRAM,
        stage: 4,
        points: 1,
        hint: "The resolver has sorted them by what is most likely to work from here. Sorting them again throws \
               that away.",
        run: tries_addresses_in_the_resolvers_order,
    },
    Check {
        name: "tries-each-address-once",
        title: "tries each address once",
        program: PROGRAM,
        stage: 4,
        points: 1,
        hint: "An address that has refused will refuse again. Skip what you have tried.",
        run: tries_each_address_once,
    },
    Check {
        name: "says-that-no-address-accepts",
        title: "says that no address accepted the connection",
        program: PROGRAM,
        stage: 4,
        points: 1,
        hint: "After the last attempt: `error: HOST: no address accepted the connection`, status 1.",
        run: says_that_no_address_accepts,
    },
    Check {
        name: "gives-up-an-address-that-never-answers",
        title: "gives up an address that never answers",
        program: PROGRAM,
        stage: 4,
        points: 2,
        hint: "Without a limit of yours, the kernel tries for two minutes: connect_timeout.",
        run: gives_up_an_address_that_never_answers,
    },
    Check {
        name: "waits-for-an-address-that-answers-late",
        title: "waits for an address that answers late, within the timeout",
        program: PROGRAM,
        stage: 4,
        points: 1,
        hint: "The timeout is in seconds. Who gives up sooner loses connections that only take a while.",
        run: waits_for_an_address_that_answers_late,
    },
    Check {
        name: "tries-the-next-after-silence",
        title: "tries the next address after one that never answers",
        program: PROGRAM,
        stage: 4,
        points: 2,
        hint: "A timeout is a failed attempt like any other: say so, and go on.",
        run: tries_the_next_after_silence,
    },
    Check {
        name: "tries-the-next-after-silence-over-ipv6",
        title: "tries the next address after an IPv6 one that never answers",
        program: PROGRAM,
        stage: 4,
        points: 1,
        hint: "The same limit for both kinds of addresses.",
        run: tries_the_next_after_silence_over_ipv6,
    },
    Check {
        name: "says-that-an-address-is-unreachable",
        title: "says that an address is unreachable",
        program: PROGRAM,
        stage: 4,
        points: 1,
        hint: "NetworkUnreachable and HostUnreachable: no way leads there. That is neither a refusal nor a timeout.",
        run: says_that_an_address_is_unreachable,
    },
];

const PORT: u16 = 8080;

fn says_that_the_connection_was_refused(lab: &Lab) -> Verdict {
    // Reserved, and not listened on: nobody else can come to listen there meanwhile.
    let nobody = lab.reserve(ANY_PORT)?;
    let addr = nobody.addr();
    lab.doing(format!("ran it for {addr}, where nobody listens"));
    let port = addr.port().to_string();
    let finished = lab.run(PROGRAM, &["127.0.0.1", &port], Stdin::Empty)?;
    expect_attempts(&finished, &[(addr, Went::Refused)], true)?;
    failed_with(
        &finished,
        "error: 127.0.0.1: no address accepted the connection",
    )
}

fn tries_the_next_address(lab: &Lab) -> Verdict {
    let domain = lab.domain()?;
    let addrs: Vec<IpAddr> = (1..=4).map(|number| domain.address(number)).collect();
    let (finished, order) = fetch_from_the_last(lab, &domain, &addrs)?;
    let mut expected = refusals(&order[..order.len() - 1]);
    expected.push((order[order.len() - 1], Went::Well));
    expect_attempts(&finished, &expected, false)
}

fn tries_both_kinds_of_addresses(lab: &Lab) -> Verdict {
    let domain = lab.domain()?;
    let addrs = [domain.address(1), domain.address_ipv6(1)?];
    for last in addrs {
        let name = domain.add("mixed", &addrs);
        let first = if last == addrs[0] { addrs[1] } else { addrs[0] };
        let listener = lab.listen(&SocketAddr::new(last, PORT).to_string())?;
        lab.doing(format!(
            "ran it for {name}; only {last} accepts, {first} refuses"
        ));
        let client = lab.start(PROGRAM, &[&name, &PORT.to_string()], Stdin::Empty)?;
        let mut connection = listener.accept(&client)?;
        super::read_request(&mut connection)?;
        answer(&mut connection)?;
        let finished = lab.finish(&client)?;
        printed_exactly(&finished, REPLY.as_bytes())?;
    }
    Ok(())
}

fn tries_addresses_in_the_resolvers_order(lab: &Lab) -> Verdict {
    let domain = lab.domain()?;
    // Neither rising nor falling, and not as text either.
    let addrs = [9, 2, 30, 4].map(|number| domain.address(number));
    let (finished, order) = fetch_from_the_last(lab, &domain, &addrs)?;
    let mut expected = refusals(&order[..order.len() - 1]);
    expected.push((order[order.len() - 1], Went::Well));
    expect_attempts(&finished, &expected, true)?;
    stops_at_the_first_that_accepts(lab, &domain, &addrs)
}

/// Where every address accepts, only the first one hears of it.
fn stops_at_the_first_that_accepts(lab: &Lab, domain: &Domain, addrs: &[IpAddr]) -> Verdict {
    let name = domain.add("open", addrs);
    let order = domain.in_resolvers_order(&name)?;
    let order: Vec<SocketAddr> = order
        .into_iter()
        .map(|addr| SocketAddr::new(addr, PORT))
        .collect();
    let listeners = order
        .iter()
        .map(|addr| lab.listen(&addr.to_string()))
        .collect::<Verdict<Vec<Listener>>>()?;
    lab.doing(format!("ran it for {name}, whose addresses all accept"));
    let client = lab.start(PROGRAM, &[&name, &PORT.to_string()], Stdin::Empty)?;
    let mut connection = listeners[0].accept(&client)?;
    super::read_request(&mut connection)?;
    answer(&mut connection)?;
    let finished = lab.finish(&client)?;
    printed_exactly(&finished, REPLY.as_bytes())?;
    expect_attempts(&finished, &[(order[0], Went::Well)], true)
}

fn tries_each_address_once(lab: &Lab) -> Verdict {
    let domain = lab.domain()?;
    let (first, second) = (domain.address(1), domain.address(2));
    let name = domain.add("twice", &[first, second, first, second]);
    lab.doing(format!(
        "ran it for {name}, which has two addresses, each of them twice"
    ));
    let finished = lab.run(PROGRAM, &[&name, &PORT.to_string()], Stdin::Empty)?;
    let addrs = [first, second].map(|addr| SocketAddr::new(addr, PORT));
    expect_attempts(&finished, &refusals(&addrs), false)
}

fn says_that_no_address_accepts(lab: &Lab) -> Verdict {
    let domain = lab.domain()?;
    let mut addrs = vec![domain.address(1), domain.address(2)];
    addrs.extend(domain.address_ipv6(3).ok());
    let name = domain.add("closed", &addrs);
    lab.doing(format!("ran it for {name}, whose addresses all refuse"));
    let finished = lab.run(PROGRAM, &[&name, &PORT.to_string()], Stdin::Empty)?;
    let addrs: Vec<SocketAddr> = addrs
        .into_iter()
        .map(|addr| SocketAddr::new(addr, PORT))
        .collect();
    expect_attempts(&finished, &refusals(&addrs), false)?;
    let line = format!("error: {name}: no address accepted the connection");
    failed_with(&finished, &line)
}

fn gives_up_an_address_that_never_answers(lab: &Lab) -> Verdict {
    let silent = lab.never_answers(ANY_PORT)?;
    let addr = silent.addr();
    lab.doing(format!(
        "ran it for {addr}, which never answers, with --connect-timeout 1"
    ));
    let port = addr.port().to_string();
    let arguments = ["127.0.0.1", &port, "/", "--connect-timeout", "1"];
    let client = lab.start(PROGRAM, &arguments, Stdin::Empty)?;
    lab.expect_stderr_line(&client, &format!("trying {addr}"))?;
    let finished = lab.finish_in(&client, Duration::from_secs(4))?;
    expect_attempts(&finished, &[(addr, Went::TimedOut)], true)?;
    failed_with(
        &finished,
        "error: 127.0.0.1: no address accepted the connection",
    )
}

fn waits_for_an_address_that_answers_late(lab: &Lab) -> Verdict {
    let silent = lab.never_answers(ANY_PORT)?;
    let addr = silent.addr();
    lab.doing(format!(
        "ran it for {addr} with --connect-timeout 3; that address answers after about a second"
    ));
    let port = addr.port().to_string();
    let arguments = ["127.0.0.1", &port, "/", "--connect-timeout", "3"];
    let client = lab.start(PROGRAM, &arguments, Stdin::Empty)?;
    lab.expect_stderr_line(&client, &format!("trying {addr}"))?;
    // Its first attempt has gone unanswered once it sleeps.
    client.settle();
    let listener = silent.relent()?;
    let mut connection = listener.accept(&client)?;
    super::read_request(&mut connection)?;
    answer(&mut connection)?;
    printed_exactly(&lab.finish(&client)?, REPLY.as_bytes())
}

fn tries_the_next_after_silence(lab: &Lab) -> Verdict {
    let domain = lab.domain()?;
    let addrs = [domain.address(1), domain.address(2)];
    tries_past_silence(lab, &domain, &addrs)
}

fn tries_the_next_after_silence_over_ipv6(lab: &Lab) -> Verdict {
    let domain = lab.domain()?;
    let addrs = [domain.address_ipv6(1)?, domain.address_ipv6(2)?];
    tries_past_silence(lab, &domain, &addrs)
}

fn says_that_an_address_is_unreachable(lab: &Lab) -> Verdict {
    let domain = lab.domain()?;
    // Kept for documentation by RFC 5737; from a network that is only a loopback, no way leads there.
    let addrs = [[192, 0, 2, 1], [198, 51, 100, 1]].map(IpAddr::from);
    let name = domain.add("far", &addrs);
    lab.doing(format!(
        "ran it for {name}, which is {} and {}: no way leads there",
        addrs[0], addrs[1]
    ));
    let finished = lab.run(PROGRAM, &[&name, &PORT.to_string()], Stdin::Empty)?;
    let unreachable = addrs.map(|addr| (SocketAddr::new(addr, PORT), Went::Unreachable));
    expect_attempts(&finished, &unreachable, false)?;
    let line = format!("error: {name}: no address accepted the connection");
    failed_with(&finished, &line)
}

/// Fetches from a name of which only that address accepts that the resolver names last.
fn fetch_from_the_last(
    lab: &Lab,
    domain: &Domain,
    addrs: &[IpAddr],
) -> Verdict<(Finished, Vec<SocketAddr>)> {
    let name = domain.add("www", addrs);
    let order = domain.in_resolvers_order(&name)?;
    let order: Vec<SocketAddr> = order
        .into_iter()
        .map(|addr| SocketAddr::new(addr, PORT))
        .collect();
    let last = order
        .last()
        .ok_or_else(|| Failure::broken("a name without addresses"))?;
    let listener = lab.listen(&last.to_string())?;
    lab.doing(format!(
        "ran it for {name}; of its addresses only {} accepts, the last one",
        last.ip()
    ));
    let client = lab.start(PROGRAM, &[&name, &PORT.to_string()], Stdin::Empty)?;
    let mut connection = listener.accept(&client)?;
    super::read_request(&mut connection)?;
    answer(&mut connection)?;
    let finished = lab.finish(&client)?;
    printed_exactly(&finished, REPLY.as_bytes())?;
    Ok((finished, order))
}

/// The address that the resolver names first never answers, the second one serves.
fn tries_past_silence(lab: &Lab, domain: &Domain, addrs: &[IpAddr]) -> Verdict {
    let name = domain.add("www", addrs);
    let order = domain.in_resolvers_order(&name)?;
    let [first, second] = order[..] else {
        return Err(Failure::broken("two addresses that are not two"));
    };
    let (first, second) = (SocketAddr::new(first, PORT), SocketAddr::new(second, PORT));
    let _silent = lab.never_answers(&first.to_string())?;
    let listener = lab.listen(&second.to_string())?;
    lab.doing(format!(
        "ran it for {name} with --connect-timeout 1; {first} never answers, {second} accepts"
    ));
    let arguments = [
        name.as_str(),
        &PORT.to_string(),
        "/",
        "--connect-timeout",
        "1",
    ];
    let client = lab.start(PROGRAM, &arguments, Stdin::Empty)?;
    let mut connection = listener.accept(&client)?;
    super::read_request(&mut connection)?;
    answer(&mut connection)?;
    let finished = lab.finish(&client)?;
    printed_exactly(&finished, REPLY.as_bytes())?;
    expect_attempts(
        &finished,
        &[(first, Went::TimedOut), (second, Went::Well)],
        true,
    )
}

fn refusals(addrs: &[SocketAddr]) -> Vec<(SocketAddr, Went)> {
    addrs.iter().map(|addr| (*addr, Went::Refused)).collect()
}
