//! The UDP echo server's checks.

use grader::Check;
use grader::Datagrams;
use grader::Failure;
use grader::Lab;
use grader::Server;
use grader::Verdict;
use grader::servers;
use grader::servers::ANY_PORT;
use grader::servers::ANY_PORT_IPV6;
use grader::servers::refuses_a_taken_port;
use std::net::IpAddr;
use std::net::Ipv4Addr;

const PROGRAM: &str = "udp-echo-server";

/// What UDP over IPv4 can carry: 65,535 bytes less 20 of IP's header and 8 of UDP's.
const LARGEST: usize = 65_507;

pub(crate) const CHECKS: &[Check] = &[
    Check {
        name: "echoes-one-datagram",
        title: "sends one datagram back",
        program: PROGRAM,
        stage: 1,
        points: 2,
        hint: "A datagram socket is bound and then used: no listen, no accept. recv_from tells who sent, send_to answers.",
        run: echoes_one_datagram,
    },
    Check {
        name: "udp-echo-server-announces-itself-on-one-line",
        title: "says where it listens, on one line, and nothing else on stdout",
        program: PROGRAM,
        stage: 1,
        points: 1,
        hint: "Stdout belongs to the one line `listening on ADDR`; everything else that you want to see goes to stderr.",
        run: announces_itself_on_one_line,
    },
    Check {
        name: "answers-each-sender",
        title: "answers each sender with its own datagrams",
        program: PROGRAM,
        stage: 1,
        points: 1,
        hint: "One socket hears everybody. Whom does each answer belong to?",
        run: answers_each_sender,
    },
    Check {
        name: "keeps-datagrams-apart",
        title: "keeps datagrams apart, and answers each one once",
        program: PROGRAM,
        stage: 2,
        points: 1,
        hint: "With UDP one receive is one message. Three datagrams in, the same three out, each of its own length.",
        run: keeps_datagrams_apart,
    },
    Check {
        name: "echoes-an-empty-datagram",
        title: "sends an empty datagram back, and goes on",
        program: PROGRAM,
        stage: 2,
        points: 1,
        hint: "UDP has no end of file: 0 bytes are an empty message, and a message like any other.",
        run: echoes_an_empty_datagram,
    },
    Check {
        name: "echoes-every-byte-value-in-a-datagram",
        title: "sends all 256 byte values back",
        program: PROGRAM,
        stage: 2,
        points: 1,
        hint: "Most bytes are no text. Does an echo ever need a String?",
        run: echoes_every_byte_value,
    },
    Check {
        name: "udp-echo-server-refuses-an-address-that-is-none",
        title: "refuses an address that is none: wrong usage, status 2",
        program: PROGRAM,
        stage: 2,
        points: 1,
        hint: "Which type has your argument? With SocketAddr, clap says what is wrong with it, and ends with status 2.",
        run: refuses_an_address_that_is_none,
    },
    Check {
        name: "echoes-every-size-of-datagram",
        title: "sends datagrams of every size back, up to 65,507 bytes",
        program: PROGRAM,
        stage: 3,
        points: 2,
        hint: "What does not fit into the buffer of recv_from is thrown away without a word. How large can a datagram be?",
        run: echoes_every_size_of_datagram,
    },
    Check {
        name: "waits-for-datagrams-without-using-the-processor",
        title: "waits for datagrams without using the processor",
        program: PROGRAM,
        stage: 3,
        points: 1,
        hint: "A blocking recv_from sleeps until something comes. What makes yours come back without anything?",
        run: waits_for_datagrams,
    },
    Check {
        name: "echoes-datagrams-over-ipv6",
        title: "answers senders of IPv6",
        program: PROGRAM,
        stage: 3,
        points: 1,
        hint: "The socket's family must be that of the address: Domain::for_address knows.",
        run: echoes_datagrams_over_ipv6,
    },
    Check {
        name: "udp-echo-server-stays-on-the-loopback",
        title: "listens on no other address than the one it was given",
        program: PROGRAM,
        stage: 3,
        points: 1,
        hint: "0.0.0.0 means every address that this machine has, for all the world to see. Bind to what you were given.",
        run: stays_on_the_loopback,
    },
    Check {
        name: "survives-a-sender-that-has-gone",
        title: "goes on after answering senders that have gone",
        program: PROGRAM,
        stage: 4,
        points: 1,
        hint: "An answer that nobody waits for is lost, and some systems report that on the next call. Is it worth ending for?",
        run: survives_a_sender_that_has_gone,
    },
    Check {
        name: "udp-echo-server-says-that-the-port-is-taken",
        title: "says that the port is taken, and ends with status 1",
        program: PROGRAM,
        stage: 4,
        points: 1,
        hint: "bind returns an error like everything else: `error: cannot listen on ADDR: REASON`, status 1. A UDP socket \
               needs no option to use a port again; with SO_REUSEADDR two servers share one.",
        run: says_that_the_port_is_taken,
    },
];

fn echoes_one_datagram(lab: &Lab) -> Verdict {
    let (_server, sender) = begin(lab)?;
    lab.doing("sent one datagram");
    let word = lab.random().word(12);
    round_trip(&sender, word)
}

fn announces_itself_on_one_line(lab: &Lab) -> Verdict {
    let (server, sender) = begin(lab)?;
    lab.doing(
        "started it with its stdin at the end, had two datagrams echoed, and read its stdout",
    );
    round_trip(&sender, "on the wire, not on the screen")?;
    round_trip(&sender, "once more")?;
    server.says_nothing_more()
}

fn answers_each_sender(lab: &Lab) -> Verdict {
    let (server, first) = begin(lab)?;
    let second = lab.datagrams(server.addr()?)?;
    lab.doing("sent datagrams from two sockets in turn");
    first.send("one")?;
    second.send("two")?;
    first.expect("one")?;
    second.expect("two")?;
    round_trip(&second, "two again")?;
    round_trip(&first, "one again")
}

fn keeps_datagrams_apart(lab: &Lab) -> Verdict {
    let (server, sender) = begin(lab)?;
    lab.doing("sent three datagrams before your server could receive any of them, then a fourth");
    let datagrams = ["a", "three", "two words"];
    server.pause()?;
    for datagram in datagrams {
        sender.send(datagram)?;
    }
    server.resume();
    sender.expect_in_any_order(&datagrams)?;
    // A second copy of anything would arrive before this one.
    round_trip(&sender, "the fourth")
}

fn echoes_an_empty_datagram(lab: &Lab) -> Verdict {
    let (_server, sender) = begin(lab)?;
    lab.doing("sent a datagram of 0 bytes, and when it was back, another one");
    round_trip(&sender, "")?;
    round_trip(&sender, "after nothing")
}

fn echoes_every_byte_value(lab: &Lab) -> Verdict {
    let (_server, sender) = begin(lab)?;
    lab.doing("sent a datagram of the bytes from 0 to 255");
    let bytes: Vec<u8> = (0..=255).collect();
    round_trip(&sender, bytes)
}

fn refuses_an_address_that_is_none(lab: &Lab) -> Verdict {
    servers::refuses_an_address_that_is_none(lab, PROGRAM, |server| {
        round_trip(&lab.datagrams(server.addr()?)?, "hello")
    })
}

fn echoes_every_size_of_datagram(lab: &Lab) -> Verdict {
    let (_server, sender) = begin(lab)?;
    for size in [
        1, 511, 512, 513, 1023, 1024, 1025, 1472, 1473, 4096, 4097, 8192, 16_385, 32_769, LARGEST,
    ] {
        lab.doing(format!("sent a datagram of {size} bytes"));
        let datagram = lab.random().data(size);
        round_trip(&sender, datagram)?;
    }
    Ok(())
}

fn waits_for_datagrams(lab: &Lab) -> Verdict {
    let (server, sender) = begin(lab)?;
    lab.doing("had a datagram echoed, then stayed silent");
    round_trip(&sender, "one moment")?;
    lab.stays_idle(&server)?;
    lab.doing("sent a datagram after a silence");
    round_trip(&sender, "here I am again")
}

fn echoes_datagrams_over_ipv6(lab: &Lab) -> Verdict {
    lab.require_ipv6()?;
    let server = lab.serve(PROGRAM, ANY_PORT_IPV6)?;
    lab.doing("sent a datagram over IPv6");
    round_trip(&lab.datagrams(server.addr()?)?, "hello")
}

fn stays_on_the_loopback(lab: &Lab) -> Verdict {
    let (server, sender) = begin(lab)?;
    lab.doing("sent a datagram to the address it was given");
    round_trip(&sender, "hello")?;
    // Only Linux answers on all of 127.0.0.0/8 without being set up for it.
    if !cfg!(target_os = "linux") {
        return Err(Failure::unavailable(
            "this system has no second loopback address",
        ));
    }
    lab.doing(format!(
        "told it to listen on {}, then sent a datagram to 127.0.0.2 at this port",
        server.addr()?
    ));
    sender.expect_refusal_at(IpAddr::V4(Ipv4Addr::new(127, 0, 0, 2)))
}

fn survives_a_sender_that_has_gone(lab: &Lab) -> Verdict {
    let (server, sender) = begin(lab)?;
    round_trip(&sender, "hello")?;
    lab.doing(
        "sent datagrams from sockets that were closed before the answer; then came another sender",
    );
    server.pause()?;
    for _ in 0..3 {
        lab.datagrams(server.addr()?)?.send("do not wait for me")?;
    }
    server.resume();
    round_trip(&sender, "are you still there?")?;
    round_trip(&sender, "still?")
}

fn says_that_the_port_is_taken(lab: &Lab) -> Verdict {
    refuses_a_taken_port(lab, PROGRAM, |server| {
        round_trip(&lab.datagrams(server.addr()?)?, "hello")
    })
}

/// A server, and a first sender.
fn begin(lab: &Lab) -> Verdict<(Server, Datagrams)> {
    let server = lab.serve(PROGRAM, ANY_PORT)?;
    let sender = lab.datagrams(server.addr()?)?;
    Ok((server, sender))
}

fn round_trip(sender: &Datagrams, datagram: impl AsRef<[u8]>) -> Verdict {
    sender.send(&datagram)?;
    sender.expect(&datagram)
}
