//! The echo server's checks.

pub(crate) mod ends;

use grader::Check;
use grader::Connection;
use grader::Lab;
use grader::Server;
use grader::Verdict;
use grader::servers::ANY_PORT;

const PROGRAM: &str = "echo-server";

/// More than every buffer between two programs holds together, so that somebody has to wait.
pub(crate) const LARGE: usize = 8 * 1024 * 1024;

pub(crate) const CHECKS: &[Check] = &[
    Check {
        name: "echoes-one-line",
        title: "sends one line back",
        program: PROGRAM,
        stage: 1,
        points: 2,
        hint: "After accept: read into a buffer, then write what was read, to the same socket, at once. Is anything of \
               yours waiting for an end, a full buffer, or a flush?",
        run: echoes_one_line,
    },
    Check {
        name: "echo-server-announces-itself-on-one-line",
        title: "says where it listens, on one line, and nothing else on stdout",
        program: PROGRAM,
        stage: 1,
        points: 1,
        hint: "Your screen is not the client's. Stdout belongs to the one line `listening on ADDR`; your own messages go to \
               stderr. (Where it is the echo that did not come, look at the check before this one.)",
        run: announces_itself_on_one_line,
    },
    Check {
        name: "echoes-a-second-message",
        title: "sends a second message back on the same connection",
        program: PROGRAM,
        stage: 1,
        points: 2,
        hint: "A conversation is more than one exchange. What ends your loop: the end of file, or the first message?",
        run: echoes_a_second_message,
    },
    Check {
        name: "echoes-text-without-a-newline",
        title: "sends text back that does not end in a newline",
        program: PROGRAM,
        stage: 1,
        points: 1,
        hint: "The client sends bytes, not lines. What does your program wait for?",
        run: echoes_text_without_a_newline,
    },
    Check {
        name: "serves-the-next-client",
        title: "serves the next client when the first has finished",
        program: PROGRAM,
        stage: 1,
        points: 2,
        hint: "Around the loop that reads there is another one. Who owns the listening socket, and until when?",
        run: serves_the_next_client,
    },
    Check {
        name: "echoes-white-space-unchanged",
        title: "changes no space, tab or line end",
        program: PROGRAM,
        stage: 2,
        points: 1,
        hint: "Unchanged means unchanged: an echo need not know where a line ends, nor what a space is.",
        run: echoes_white_space_unchanged,
    },
    Check {
        name: "echoes-every-byte-value",
        title: "sends all 256 byte values back",
        program: PROGRAM,
        stage: 2,
        points: 2,
        hint: "Most bytes are no text: 0xff never occurs in UTF-8, and 0 ends nothing. Does an echo ever need a String?",
        run: echoes_every_byte_value,
    },
    Check {
        name: "echoes-a-character-cut-in-two",
        title: "sends a character back whose bytes come apart",
        program: PROGRAM,
        stage: 2,
        points: 1,
        hint: "One read may end in the middle of a character. Only somebody who needs text has to wait for the rest.",
        run: echoes_a_character_cut_in_two,
    },
    Check {
        name: "echoes-byte-by-byte",
        title: "sends single bytes back, each at once",
        program: PROGRAM,
        stage: 2,
        points: 1,
        hint: "read() returns as soon as there is one byte. What would your program do if the bytes came one by one?",
        run: echoes_byte_by_byte,
    },
    Check {
        name: "echoes-several-writes-at-once",
        title: "sends several messages back that were sent without waiting",
        program: PROGRAM,
        stage: 2,
        points: 1,
        hint: "Five writes may arrive as one read, or as nine. Nothing of what was read may be dropped or doubled.",
        run: echoes_several_writes_at_once,
    },
    Check {
        name: "echoes-every-size-of-message",
        title: "sends messages back of every size around a likely buffer",
        program: PROGRAM,
        stage: 2,
        points: 2,
        hint: "A message as long as your buffer, or one byte longer, is nothing special. Only read() == 0 is the end; a short \
               read is not, and a full one is not either.",
        run: echoes_every_size_of_message,
    },
    Check {
        name: "sends-everything-back-before-it-closes",
        title: "sends everything back to a client that has finished, then closes",
        program: PROGRAM,
        stage: 3,
        points: 2,
        hint: "The client has stopped talking, not listening. First everything that it is owed, then the end of file, which \
               comes only when the last handle to the connection is dropped.",
        run: ends::sends_everything_back_before_it_closes,
    },
    Check {
        name: "closes-an-empty-conversation",
        title: "closes where the client finishes without a word",
        program: PROGRAM,
        stage: 3,
        points: 1,
        hint: "read() can return 0 the very first time. What does your loop make of it?",
        run: ends::closes_an_empty_conversation,
    },
    Check {
        name: "echoes-8-mib-to-a-late-reader",
        title: "sends 8 MiB back to a client that reads late",
        program: PROGRAM,
        stage: 3,
        points: 3,
        hint: "When every buffer is full, the kernel takes a part of what you give it, or nothing. write returned a number. \
               Did you look?",
        run: ends::echoes_8_mib_to_a_late_reader,
    },
    Check {
        name: "waits-for-a-silent-client",
        title: "waits for a silent client without using the processor",
        program: PROGRAM,
        stage: 3,
        points: 1,
        hint: "A blocking read sleeps until something comes. What makes yours come back without anything?",
        run: ends::waits_for_a_silent_client,
    },
    Check {
        name: "is-idle-after-its-client",
        title: "uses no processor time when its client has gone",
        program: PROGRAM,
        stage: 3,
        points: 1,
        hint: "After the end of file, read() returns 0 at once, again and again. What does your loop do with a 0?",
        run: ends::is_idle_after_its_client,
    },
    Check {
        name: "echoes-over-ipv6",
        title: "serves clients of IPv6",
        program: PROGRAM,
        stage: 3,
        points: 1,
        hint: "The socket's family must be that of the address: Domain::for_address knows.",
        run: ends::echoes_over_ipv6,
    },
    Check {
        name: "echo-server-stays-on-the-loopback",
        title: "listens on no other address than the one it was given",
        program: PROGRAM,
        stage: 3,
        points: 1,
        hint: "0.0.0.0 means every address that this machine has, for all the world to see. Bind to what you were given.",
        run: ends::stays_on_the_loopback,
    },
    Check {
        name: "echo-server-refuses-an-address-that-is-none",
        title: "refuses an address that is none: wrong usage, status 2",
        program: PROGRAM,
        stage: 3,
        points: 1,
        hint: "Which type has your argument? With SocketAddr, clap says what is wrong with it, and ends with status 2.",
        run: ends::refuses_an_address_that_is_none,
    },
    Check {
        name: "survives-a-reset",
        title: "serves the next client after one that reset its connection",
        program: PROGRAM,
        stage: 4,
        points: 2,
        hint: "read() can fail: \"connection reset by peer\". One rude client must not close the shop, so where may its \
               error end?",
        run: ends::survives_a_reset,
    },
    Check {
        name: "survives-a-client-that-vanishes",
        title: "serves the next client after one that left without its echo",
        program: PROGRAM,
        stage: 4,
        points: 2,
        hint: "write() can fail: \"broken pipe\", when nobody is there to read. That is the end of this conversation, not of \
               the server.",
        run: ends::survives_a_client_that_vanishes,
    },
    Check {
        name: "echo-server-says-that-the-port-is-taken",
        title: "says that the port is taken, and ends with status 1",
        program: PROGRAM,
        stage: 4,
        points: 1,
        hint: "bind and listen return errors like everything else. Print `error: cannot listen on ADDR: REASON` to \
               stderr, and leave main with ExitCode::FAILURE.",
        run: ends::says_that_the_port_is_taken,
    },
    Check {
        name: "echo-server-restarts-at-once",
        title: "can be started again at once on the same port",
        program: PROGRAM,
        stage: 4,
        points: 1,
        hint: "Who closes first keeps the port in TIME_WAIT for a while. Which socket option, set before bind, lets \
               a server have its port back? (std sets it for you; socket2 does not.)",
        run: ends::restarts,
    },
    Check {
        name: "gives-every-descriptor-back",
        title: "gives the descriptor of every client back",
        program: PROGRAM,
        stage: 4,
        points: 1,
        hint: "A socket is closed when its last owner is dropped. Who keeps a handle to clients that have gone?",
        run: ends::gives_every_descriptor_back,
    },
    Check {
        name: "survives-the-loss-of-all-descriptors",
        title: "goes on when descriptors were scarce for a while",
        program: PROGRAM,
        stage: 4,
        points: 2,
        hint: "accept() can fail, too: \"too many open files\", and a moment later there is room again. Which errors of accept \
               are worth ending a server for?",
        run: ends::survives_the_loss_of_all_descriptors,
    },
];

fn echoes_one_line(lab: &Lab) -> Verdict {
    let (_server, mut client) = begin(lab)?;
    let line = format!("{}\n", lab.random().word(12));
    lab.doing(format!(
        "sent {} and kept the connection open",
        grader::quote(line.as_bytes())
    ));
    round_trip(&mut client, line)
}

fn announces_itself_on_one_line(lab: &Lab) -> Verdict {
    let (server, mut client) = begin(lab)?;
    lab.doing(
        "started it with its stdin at the end, had a line echoed, finished, and read its stdout",
    );
    round_trip(&mut client, "on the wire, not on the screen\n")?;
    client.finish_sending()?;
    // The next client's echo proves that the first conversation is over, whatever it left on stdout.
    drop(client);
    round_trip(&mut server.connect()?, "once more\n")?;
    server.says_nothing_more()
}

fn echoes_a_second_message(lab: &Lab) -> Verdict {
    let (_server, mut client) = begin(lab)?;
    lab.doing(
        "sent a line, waited for it to come back, and sent another one on the same connection",
    );
    for _ in 0..3 {
        let line = format!("{}\n", lab.random().word(9));
        round_trip(&mut client, line)?;
    }
    Ok(())
}

fn echoes_text_without_a_newline(lab: &Lab) -> Verdict {
    let (_server, mut client) = begin(lab)?;
    lab.doing("sent a word without a newline and kept the connection open");
    let word = lab.random().word(7);
    round_trip(&mut client, word)
}

fn serves_the_next_client(lab: &Lab) -> Verdict {
    let (server, mut client) = begin(lab)?;
    for ordinal in ["first", "second", "third"] {
        lab.doing(format!(
            "had a line echoed as the {ordinal} client, and closed"
        ));
        let line = format!("I am the {ordinal} client\n");
        round_trip(&mut client, line)?;
        client.finish_sending()?;
        client = server.connect()?;
    }
    Ok(())
}

fn echoes_white_space_unchanged(lab: &Lab) -> Verdict {
    let (_server, mut client) = begin(lab)?;
    for text in [
        "  two spaces before\n",
        "and after  \r\n",
        "\t\r\n \n\n",
        "\r",
        " ",
    ] {
        lab.doing(format!("sent {}", grader::quote(text.as_bytes())));
        round_trip(&mut client, text)?;
    }
    Ok(())
}

fn echoes_every_byte_value(lab: &Lab) -> Verdict {
    let (_server, mut client) = begin(lab)?;
    lab.doing("sent the bytes from 0 to 255 in one write");
    let bytes: Vec<u8> = (0..=255).collect();
    round_trip(&mut client, bytes)
}

fn echoes_a_character_cut_in_two(lab: &Lab) -> Verdict {
    let (_server, mut client) = begin(lab)?;
    let text = "caf\u{e9}!";
    let (first, second) = text.as_bytes().split_at(4);
    lab.doing(
        r#"sent "caf\xc3", and once your server had read it, "\xa9!": two bytes of one character"#,
    );
    client.send(first)?;
    client.wait_until_read()?;
    client.send(second)?;
    client.expect(text)
}

fn echoes_byte_by_byte(lab: &Lab) -> Verdict {
    let (_server, mut client) = begin(lab)?;
    lab.doing("sent one byte, waited for it to come back, then the next one");
    let word = lab.random().word(32);
    for byte in word.bytes() {
        round_trip(&mut client, [byte])?;
    }
    Ok(())
}

fn echoes_several_writes_at_once(lab: &Lab) -> Verdict {
    let (server, mut client) = begin(lab)?;
    lab.doing("sent five lines without waiting, in five writes, before your server could read any of them");
    let lines: Vec<String> = (1..=5).map(|number| format!("line {number}\n")).collect();
    server.pause()?;
    for line in &lines {
        client.send(line)?;
    }
    server.resume();
    client.expect(lines.concat())?;
    lab.doing("sent five lines without waiting, and when all were back, one more");
    round_trip(&mut client, "one more\n")
}

fn echoes_every_size_of_message(lab: &Lab) -> Verdict {
    let (_server, mut client) = begin(lab)?;
    for power in 0..=14 {
        for size in [(1 << power) - 1, 1 << power, (1 << power) + 1] {
            lab.doing(format!(
                "sent a message of {size} bytes and kept the connection open"
            ));
            let message = lab.random().data(size);
            round_trip(&mut client, message)?;
        }
    }
    Ok(())
}

/// A server, and a first client.
fn begin(lab: &Lab) -> Verdict<(Server, Connection)> {
    let server = lab.serve(PROGRAM, ANY_PORT)?;
    lab.doing("connected to the server");
    let client = server.connect()?;
    Ok((server, client))
}

/// Sends `message` and waits until it has come back.
pub(crate) fn round_trip(client: &mut Connection, message: impl AsRef<[u8]>) -> Verdict {
    client.send(&message)?;
    client.expect(&message)
}
