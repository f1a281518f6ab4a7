//! The checks of `fetch`, where the web server is ours: requests and replies here, addresses in a file of their own.

pub(crate) mod addresses;
mod attempts;
pub(crate) mod failures;

use crate::answers::printed_exactly;
use grader::Cause;
use grader::Check;
use grader::Connection;
use grader::Failure;
use grader::Finished;
use grader::Lab;
use grader::Listener;
use grader::Stdin;
use grader::Verdict;
use grader::quote;
use grader::servers::ANY_PORT;
use grader::servers::ANY_PORT_IPV6;

const PROGRAM: &str = "fetch";
/// A whole reply.
const REPLY: &str = "HTTP/1.1 200 OK\r\nContent-Length: 6\r\nConnection: close\r\n\r\nhello\n";

pub(crate) const CHECKS: &[Check] = &[
    Check {
        name: "prints-the-reply",
        title: "fetches a page, and prints the reply as it came",
        program: PROGRAM,
        stage: 1,
        points: 2,
        hint: "Connect, send the request, then read and print until the end of file. The headers are part of the \
               reply.",
        run: prints_the_reply,
    },
    Check {
        name: "sends-a-correct-request",
        title: "sends a correct request",
        program: PROGRAM,
        stage: 1,
        points: 2,
        hint: "`GET PATH HTTP/1.1`, then `Host` and `Connection: close`, then an empty line. Every line ends in \
               \\r\\n.",
        run: sends_a_correct_request,
    },
    Check {
        name: "puts-a-slash-in-front-of-the-path",
        title: "puts a slash in front of a path that lacks it",
        program: PROGRAM,
        stage: 1,
        points: 1,
        hint: "What a server is asked for begins with a slash.",
        run: puts_a_slash_in_front_of_the_path,
    },
    Check {
        name: "leaves-port-80-out-of-host",
        title: "names the host as it was given, and leaves out port 80",
        program: PROGRAM,
        stage: 2,
        points: 1,
        hint: "Host is the name that somebody typed, not the canonical one and not an address; `:80` is understood.",
        run: leaves_port_80_out_of_host,
    },
    Check {
        name: "puts-an-ipv6-host-in-brackets",
        title: "puts an IPv6 address in brackets",
        program: PROGRAM,
        stage: 2,
        points: 1,
        hint: "In `::1:80`, which colon is the one before the port? Brackets tell.",
        run: puts_an_ipv6_host_in_brackets,
    },
    Check {
        name: "joins-a-reply-in-pieces",
        title: "prints a reply that comes in pieces",
        program: PROGRAM,
        stage: 2,
        points: 2,
        hint: "One read is not the reply. Read until 0, which is the end of file.",
        run: joins_a_reply_in_pieces,
    },
    Check {
        name: "copies-every-byte-value",
        title: "copies every byte value",
        program: PROGRAM,
        stage: 2,
        points: 1,
        hint: "A reply may be an image. Copy bytes; a String holds only what is UTF-8, and println! adds to it.",
        run: copies_every_byte_value,
    },
    Check {
        name: "copies-4-mib",
        title: "copies 4 MiB",
        program: PROGRAM,
        stage: 2,
        points: 1,
        hint: "A reply has no largest size. Print each piece as it comes, and read on; write may take only a part of it, write_all takes all.",
        run: copies_4_mib,
    },
];

fn prints_the_reply(lab: &Lab) -> Verdict {
    let listener = lab.listen(ANY_PORT)?;
    let page = lab.random().word(20);
    let reply = format!("HTTP/1.1 200 OK\r\nServer: loopback\r\n\r\n<p>{page}</p>\n");
    lab.doing(format!("ran it for {}", listener.addr()));
    let finished = fetch(lab, &listener, &[], |connection| {
        connection.send(&reply)?;
        connection.finish_sending()
    })?;
    printed_exactly(&finished, reply.as_bytes())
}

fn sends_a_correct_request(lab: &Lab) -> Verdict {
    for (path, asked) in [
        (None, "/"),
        (
            Some("/a/page?with=words&and=more"),
            "/a/page?with=words&and=more",
        ),
    ] {
        let listener = lab.listen(ANY_PORT)?;
        let addr = listener.addr();
        let (host, port) = (addr.ip().to_string(), addr.port().to_string());
        let mut arguments = vec![host.as_str(), port.as_str()];
        arguments.extend(path);
        lab.doing(format!("ran it for {}", arguments.join(" ")));
        let client = lab.start(PROGRAM, &arguments, Stdin::Empty)?;
        let mut connection = listener.accept(&client)?;
        expect_request(&mut connection, asked, &addr.to_string())?;
        answer(&mut connection)?;
        printed_exactly(&lab.finish(&client)?, REPLY.as_bytes())?;
        lab.doing("looked for more behind the empty line that ends the request");
        connection.expect_close()?;
    }
    Ok(())
}

fn puts_a_slash_in_front_of_the_path(lab: &Lab) -> Verdict {
    let listener = lab.listen(ANY_PORT)?;
    let addr = listener.addr();
    let (host, port) = (addr.ip().to_string(), addr.port().to_string());
    lab.doing("ran it for the path \"index.html\"");
    let client = lab.start(PROGRAM, &[&host, &port, "index.html"], Stdin::Empty)?;
    let mut connection = listener.accept(&client)?;
    expect_request(&mut connection, "/index.html", &addr.to_string())?;
    answer(&mut connection)?;
    printed_exactly(&lab.finish(&client)?, REPLY.as_bytes())
}

fn leaves_port_80_out_of_host(lab: &Lab) -> Verdict {
    let domain = lab.domain()?;
    domain.add("machine", &[domain.address(1)]);
    let name = domain.alias("www", "machine");
    for port in [80, 8080] {
        let listener = lab.listen(&format!("{}:{port}", domain.address(1)))?;
        lab.doing(format!("ran it for {name} {port}"));
        let client = lab.start(PROGRAM, &[&name, &port.to_string()], Stdin::Empty)?;
        let mut connection = listener.accept(&client)?;
        let host = if port == 80 {
            name.clone()
        } else {
            format!("{name}:{port}")
        };
        expect_request(&mut connection, "/", &host)?;
        answer(&mut connection)?;
        printed_exactly(&lab.finish(&client)?, REPLY.as_bytes())?;
    }
    Ok(())
}

fn puts_an_ipv6_host_in_brackets(lab: &Lab) -> Verdict {
    lab.require_ipv6()?;
    let listener = lab.listen(ANY_PORT_IPV6)?;
    let port = listener.addr().port();
    lab.doing(format!("ran it for ::1 {port}"));
    let client = lab.start(PROGRAM, &["::1", &port.to_string()], Stdin::Empty)?;
    let mut connection = listener.accept(&client)?;
    expect_request(&mut connection, "/", &format!("[::1]:{port}"))?;
    answer(&mut connection)?;
    let finished = lab.finish(&client)?;
    let line = format!("trying [::1]:{port}");
    finished.stderr_has_line(predicates::ord::eq(line.as_str()), &line)?;
    printed_exactly(&finished, REPLY.as_bytes())?;
    // Only in a network of ours is port 80 to be had.
    let Ok(domain) = lab.domain() else {
        return Ok(());
    };
    let host = domain.address_ipv6(1)?.to_string();
    let listener = lab.listen(&format!("[{host}]:80"))?;
    lab.doing(format!("ran it for {host} 80"));
    let client = lab.start(PROGRAM, &[&host, "80"], Stdin::Empty)?;
    let mut connection = listener.accept(&client)?;
    expect_request(&mut connection, "/", &format!("[{host}]"))?;
    answer(&mut connection)?;
    printed_exactly(&lab.finish(&client)?, REPLY.as_bytes())
}

fn joins_a_reply_in_pieces(lab: &Lab) -> Verdict {
    let listener = lab.listen(ANY_PORT)?;
    lab.doing("sent the reply in pieces, each when the one before had been read");
    let finished = fetch(lab, &listener, &[], |connection| {
        for piece in REPLY.as_bytes().chunks(7) {
            connection.send(piece)?;
            connection.wait_until_read()?;
        }
        connection.finish_sending()
    })?;
    printed_exactly(&finished, REPLY.as_bytes())
}

fn copies_every_byte_value(lab: &Lab) -> Verdict {
    let listener = lab.listen(ANY_PORT)?;
    let values: Vec<u8> = (0..=255).collect();
    // The length is wrong on purpose: what counts is where the server closes.
    let head = b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n".as_slice();
    let reply = [head, &values].concat();
    lab.doing("sent a reply with the bytes from 0 to 255, more than its Content-Length says");
    let finished = fetch(lab, &listener, &[], |connection| {
        connection.send(&reply)?;
        connection.finish_sending()
    })?;
    printed_exactly(&finished, &reply)
}

fn copies_4_mib(lab: &Lab) -> Verdict {
    let listener = lab.listen(ANY_PORT)?;
    let page = lab.random().data(4 * 1024 * 1024);
    let reply = [b"HTTP/1.1 200 OK\r\n\r\n".as_slice(), &page].concat();
    lab.doing("sent a reply of 4 MiB");
    let finished = fetch(lab, &listener, &[], |connection| {
        connection.send(&reply)?;
        connection.finish_sending()
    })?;
    printed_exactly(&finished, &reply)
}

/// Runs it for the listener's address, takes its request, and lets `converse` answer.
fn fetch(
    lab: &Lab,
    listener: &Listener,
    more: &[&str],
    converse: impl FnOnce(&mut Connection) -> Verdict,
) -> Verdict<Finished> {
    let addr = listener.addr();
    let (host, port) = (addr.ip().to_string(), addr.port().to_string());
    let arguments = [&[host.as_str(), port.as_str()], more].concat();
    let client = lab.start(PROGRAM, &arguments, Stdin::Empty)?;
    let mut connection = listener.accept(&client)?;
    read_request(&mut connection)?;
    converse(&mut connection)?;
    lab.finish(&client)
}

/// A whole reply, and the end.
fn answer(connection: &mut Connection) -> Verdict {
    connection.send(REPLY)?;
    connection.finish_sending()
}

fn read_request(connection: &mut Connection) -> Verdict<Vec<u8>> {
    connection.read_until(
        b"\r\n\r\n",
        "a request, which ends in an empty line (\\r\\n\\r\\n)",
    )
}

/// Reads a request, and judges every line of it.
fn expect_request(connection: &mut Connection, path: &str, host: &str) -> Verdict {
    let request = read_request(connection)?;
    let wrong = |expected: String| Err(Failure::new(Cause::WrongBytes, expected, quote(&request)));
    let Ok(text) = std::str::from_utf8(&request) else {
        return wrong("a request that is text".to_owned());
    };
    let mut lines = text.trim_end_matches("\r\n").split("\r\n");
    let first = format!("GET {path} HTTP/1.1");
    if lines.next() != Some(first.as_str()) {
        return wrong(format!("a request whose first line is \"{first}\\r\\n\""));
    }
    let mut headers = Vec::new();
    for line in lines {
        match line.split_once(':') {
            Some((name, value)) if !line.contains('\n') && !name.contains(' ') => {
                headers.push((name.to_ascii_lowercase(), value.trim()));
            }
            _ => return wrong("headers of the form `Name: value\\r\\n`".to_owned()),
        }
    }
    let values = |wanted: &str| -> Vec<&str> {
        let of_that_name = headers.iter().filter(|(name, _)| name == wanted);
        of_that_name.map(|(_, value)| *value).collect()
    };
    if values("host") != [host] {
        return wrong(format!("one header \"Host: {host}\\r\\n\""));
    }
    if !values("connection")
        .iter()
        .flat_map(|value| value.split(','))
        .any(|word| word.trim().eq_ignore_ascii_case("close"))
    {
        return wrong("the header \"Connection: close\\r\\n\"".to_owned());
    }
    Ok(())
}
