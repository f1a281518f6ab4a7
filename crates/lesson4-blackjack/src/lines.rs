//! Stage 3, too: where a line ends, when it is too long, and what an end of file means.

use crate::PROGRAM;
use crate::table::AGAIN;
use crate::table::BYE;
use crate::table::DECK;
use crate::table::END;
use crate::table::FIRST_HIT;
use crate::table::MOVE;
use crate::table::SECOND_HIT;
use crate::table::begin;
use crate::table::leave;
use crate::table::opening;
use crate::table::visit;
use grader::Check;
use grader::Lab;
use grader::Verdict;

/// The longest line, and the reply to a longer one.
const LONGEST: usize = 256;
const TOO_LONG: &str = "line too long, bye\n";

pub(crate) const CHECKS: &[Check] = &[
    Check {
        name: "joins-a-word-that-comes-in-pieces",
        title: "joins a word that comes in pieces",
        program: PROGRAM,
        stage: 3,
        points: 2,
        hint: "One read is not one line. Read until the newline has come, however many reads that takes.",
        run: joins_a_word_that_comes_in_pieces,
    },
    Check {
        name: "plays-moves-that-come-at-once",
        title: "plays moves that come all at once",
        program: PROGRAM,
        stage: 3,
        points: 2,
        hint: "One read may bring several lines. A buffer that is made anew for each prompt throws the rest of them \
               away.",
        run: plays_moves_that_come_at_once,
    },
    Check {
        name: "plays-a-game-in-one-write",
        title: "plays a whole game that came in one write, and its end of file",
        program: PROGRAM,
        stage: 3,
        points: 1,
        hint: "The moves are all there before the first prompt is sent. The end of file counts only when they are \
               used up.",
        run: plays_a_game_in_one_write,
    },
    Check {
        name: "leaves-quietly-at-the-end-of-file",
        title: "closes without a word when the player has left at a prompt",
        program: PROGRAM,
        stage: 3,
        points: 2,
        hint: "A read of 0 bytes is the end of file: nobody is there to answer. It is neither an empty line nor an \
               error.",
        run: leaves_quietly_at_the_end_of_file,
    },
    Check {
        name: "ignores-an-unfinished-last-line",
        title: "does not count a last line without its newline",
        program: PROGRAM,
        stage: 3,
        points: 1,
        hint: "`stand` without a newline, then the end of file: the word was never said. read_line returns it all \
               the same.",
        run: ignores_an_unfinished_last_line,
    },
    Check {
        name: "takes-a-line-of-256-bytes",
        title: "takes a line of 256 bytes",
        program: PROGRAM,
        stage: 3,
        points: 1,
        hint: "256 bytes may stand before the newline. Is your limit one too small, or do you count the newline?",
        run: takes_a_line_of_256_bytes,
    },
    Check {
        name: "refuses-a-line-of-257-bytes",
        title: "refuses a line of 257 bytes, with its newline or without",
        program: PROGRAM,
        stage: 3,
        points: 2,
        hint: "With the 257th byte it is decided: say `line too long, bye` without waiting for a newline, and \
               close. A carriage return counts as well.",
        run: refuses_a_line_of_257_bytes,
    },
    Check {
        name: "lets-the-player-read-the-last-words",
        title: "closes so that its last words can be read",
        program: PROGRAM,
        stage: 3,
        points: 2,
        hint: "Closing while bytes of the player are unread is a reset, and it destroys what is still on its way. \
               Shut your sending side first, then read what is left for a moment, then close.",
        run: lets_the_player_read_the_last_words,
    },
    Check {
        name: "bounds-its-memory",
        title: "stays small while a player sends 64 MiB without a newline",
        program: PROGRAM,
        stage: 3,
        points: 2,
        hint: "read_line and read_until keep what they read until the newline comes. Who puts a limit on them?",
        run: bounds_its_memory,
    },
];

fn joins_a_word_that_comes_in_pieces(lab: &Lab) -> Verdict {
    let (server, player) = begin(lab, DECK)?;
    leave(player)?;
    for game in ["hit\n", "h\r\n", "hit\r\n", " hit \n"] {
        for cut in 1..game.len() {
            let mut player = server.connect()?;
            player.expect(opening(DECK))?;
            let (first, second) = game.split_at(cut);
            let (one, two) = (
                grader::quote(first.as_bytes()),
                grader::quote(second.as_bytes()),
            );
            lab.doing(format!(
                "sent {one}, and once your server had read it, {two}"
            ));
            player.send(first)?;
            player.wait_until_read()?;
            player.send(second)?;
            player.expect(FIRST_HIT)?;
            leave(player)?;
        }
    }
    let (_server, mut player) = begin(lab, DECK)?;
    for (word, reply) in [("stand\r\n", END.to_owned()), ("yes\n", opening(DECK))] {
        lab.doing(format!(
            "sent {} byte by byte",
            grader::quote(word.as_bytes())
        ));
        for byte in word.bytes() {
            player.send([byte])?;
            player.wait_until_read()?;
        }
        player.expect(reply)?;
    }
    Ok(())
}

fn plays_moves_that_come_at_once(lab: &Lab) -> Verdict {
    let (_server, mut player) = begin(lab, DECK)?;
    lab.doing("sent \"hit\", \"hit\" and \"stand\" in one write");
    player.send("hit\nhit\nstand\n")?;
    player.expect(format!("{FIRST_HIT}{SECOND_HIT}{END}"))?;
    lab.doing("sent \"yes\", \"hit\" and half of \"stand\" in one write, and the rest later");
    player.send("yes\nhit\nsta")?;
    player.expect(format!("{}{FIRST_HIT}", opening(DECK)))?;
    player.send("nd\nno\n")?;
    player.expect(format!("{END}{BYE}"))?;
    player.expect_close()
}

fn plays_a_game_in_one_write(lab: &Lab) -> Verdict {
    let (server, player) = begin(lab, DECK)?;
    leave(player)?;
    lab.doing(
        "sent a whole game before the first prompt could be read, and the end of file behind it",
    );
    let mut player = server.connect()?;
    player.send("what?\nhit\n\nstand\nyes\nstand\n")?;
    player.finish_sending()?;
    let sorry = format!("please answer hit or stand\n{MOVE}");
    player.expect(format!("{}{sorry}{FIRST_HIT}{sorry}{END}", opening(DECK)))?;
    player.expect(format!("{}{END}", opening(DECK)))?;
    player.expect_close()
}

fn leaves_quietly_at_the_end_of_file(lab: &Lab) -> Verdict {
    let (server, mut player) = begin(lab, DECK)?;
    lab.doing("ended at the prompt \"hit or stand?\"");
    player.finish_sending()?;
    player.expect_close()?;
    drop(player);
    let mut player = server.connect()?;
    lab.doing("stood, and ended at the prompt \"play again?\"");
    player.send("stand\n")?;
    player.expect(format!("{}{END}", opening(DECK)))?;
    player.finish_sending()?;
    player.expect_close()?;
    lab.doing("came as a new player, after two that had left");
    visit(&server)
}

fn ignores_an_unfinished_last_line(lab: &Lab) -> Verdict {
    let (server, player) = begin(lab, DECK)?;
    leave(player)?;
    for (line, last) in [
        ("", "stand"),
        ("", "hit"),
        ("stand\n", "no"),
        ("stand\n", "yes"),
        ("", "quit"),
        ("", "hello"),
    ] {
        let mut player = server.connect()?;
        player.expect(opening(DECK))?;
        player.send(line)?;
        if !line.is_empty() {
            player.read_until(AGAIN.as_bytes(), "\"play again?\\n\" in the end")?;
        }
        lab.doing(format!(
            "sent \"{last}\" without a newline, and the end of file"
        ));
        player.send(last)?;
        player.finish_sending()?;
        player.expect_close()?;
    }
    Ok(())
}

fn takes_a_line_of_256_bytes(lab: &Lab) -> Verdict {
    let (_server, mut player) = begin(lab, DECK)?;
    for (end, reply) in [("", FIRST_HIT), ("\r", SECOND_HIT)] {
        let blanks = " ".repeat(LONGEST - 3 - end.len());
        lab.doing(format!(
            "sent a line of {LONGEST} bytes before its newline: spaces, \"hit\"{}",
            if end.is_empty() {
                ""
            } else {
                ", a carriage return"
            }
        ));
        player.send(format!("{blanks}hit{end}\n"))?;
        player.expect(reply)?;
    }
    lab.doing(format!(
        "sent {LONGEST} bytes that are no word, and a newline"
    ));
    player.send(format!("{}\n", "x".repeat(LONGEST)))?;
    player.expect(format!("please answer hit or stand\n{MOVE}"))
}

fn refuses_a_line_of_257_bytes(lab: &Lab) -> Verdict {
    let (server, player) = begin(lab, DECK)?;
    leave(player)?;
    let line = format!("{}hit", " ".repeat(LONGEST - 2));
    let short = &line[1..];
    for (what, pieces) in [
        ("257 bytes and no newline", [line.as_str(), ""]),
        ("257 bytes and a newline", [line.as_str(), "\n"]),
        (
            "256 bytes, a carriage return and a newline",
            [short, "\r\n"],
        ),
        (
            "200 bytes, and once your server had read them, 57 more",
            [&line[..200], &line[200..]],
        ),
    ] {
        let mut player = server.connect()?;
        player.expect(opening(DECK))?;
        lab.doing(format!("sent {what}"));
        if what.starts_with("200") {
            player.send(pieces[0])?;
            player.wait_until_read()?;
            player.send(pieces[1])?;
        } else {
            player.send(pieces.concat())?;
        }
        player.expect(TOO_LONG)?;
        player.expect_close()?;
    }
    let mut player = server.connect()?;
    lab.doing("sent 257 bytes at the prompt \"play again?\"");
    player.send(format!("stand\n{line}"))?;
    player.expect(format!("{}{END}{TOO_LONG}", opening(DECK)))?;
    player.expect_close()
}

fn lets_the_player_read_the_last_words(lab: &Lab) -> Verdict {
    const LINES: usize = 1000;
    let (server, player) = begin(lab, DECK)?;
    leave(player)?;
    for (end, farewell) in [("", TOO_LONG), ("quit\n", BYE)] {
        // So little room that most of the replies must wait on the server's side until the player reads.
        let mut player = server.connect_with_room_for(4096)?;
        let what = if end.is_empty() {
            "a line without an end"
        } else {
            "\"quit\" and more"
        };
        lab.doing(format!(
            "sent {LINES} empty lines and then {what}, 200,000 bytes, and read only then"
        ));
        player.send("\n".repeat(LINES))?;
        player.send(format!("{end}{}", "x".repeat(200_000)))?;
        player.wait_until_read()?;
        let sorry = format!("please answer hit or stand\n{MOVE}");
        player.expect(format!(
            "{}{}{farewell}",
            opening(DECK),
            sorry.repeat(LINES)
        ))?;
        player.expect_close()?;
    }
    Ok(())
}

fn bounds_its_memory(lab: &Lab) -> Verdict {
    const FLOOD: usize = 64 * 1024 * 1024;
    const ALLOWED: u64 = 16 * 1024 * 1024;
    let (server, mut player) = begin(lab, DECK)?;
    lab.doing("sent 64 MiB without a newline, and watched the memory of your server");
    lab.memory_stays_within(&server, ALLOWED, || {
        player.flood(FLOOD, |player| player.expect(TOO_LONG))
    })?;
    drop(player);
    lab.doing("came as a new player, after 64 MiB without a newline");
    visit(&server)
}
