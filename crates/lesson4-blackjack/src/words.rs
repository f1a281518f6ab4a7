//! Stage 3: the words that players know, and those that they do not.

use crate::PROGRAM;
use crate::table::AGAIN;
use crate::table::BYE;
use crate::table::DECK;
use crate::table::END;
use crate::table::FIRST_HIT;
use crate::table::MOVE;
use crate::table::begin;
use crate::table::opening;
use crate::table::says;
use grader::Check;
use grader::Connection;
use grader::Lab;
use grader::Server;
use grader::Verdict;

pub(crate) const CHECKS: &[Check] = &[
    Check {
        name: "takes-first-letters",
        title: "takes h, s, y and n",
        program: PROGRAM,
        stage: 3,
        points: 1,
        hint: "Each word may be its first letter alone. The first letter of what? `ha` is no word.",
        run: takes_first_letters,
    },
    Check {
        name: "takes-any-case",
        title: "takes words in any case",
        program: PROGRAM,
        stage: 3,
        points: 1,
        hint: "HIT, Hit and hit are the same word.",
        run: takes_any_case,
    },
    Check {
        name: "ignores-a-carriage-return",
        title: "ignores a carriage return before the newline",
        program: PROGRAM,
        stage: 3,
        points: 1,
        hint: "telnet ends a line with \\r\\n. Take the \\r off before you compare.",
        run: ignores_a_carriage_return,
    },
    Check {
        name: "ignores-blanks-around-a-word",
        title: "ignores spaces and tabs around a word",
        program: PROGRAM,
        stage: 3,
        points: 1,
        hint: "Trim the line before you compare it.",
        run: ignores_blanks_around_a_word,
    },
    Check {
        name: "quits-at-any-prompt",
        title: "says bye to quit at either prompt",
        program: PROGRAM,
        stage: 3,
        points: 1,
        hint: "`quit` is understood at both prompts: `bye`, and the connection is closed. And in the next game of \
               the same process?",
        run: quits_at_any_prompt,
    },
    Check {
        name: "asks-again-after-an-unknown-word",
        title: "asks again after a word it does not know",
        program: PROGRAM,
        stage: 3,
        points: 2,
        hint: "What is neither of the two words changes nothing: `please answer hit or stand`, and the prompt \
               again. A default arm that plays for the player is not asked for.",
        run: asks_again_after_an_unknown_word,
    },
    Check {
        name: "asks-again-after-an-empty-line",
        title: "asks again after an empty line",
        program: PROGRAM,
        stage: 3,
        points: 1,
        hint: "An empty line is a line: it was answered, but with nothing. Is it the end of file for your code?",
        run: asks_again_after_an_empty_line,
    },
    Check {
        name: "asks-again-after-bytes-that-are-no-text",
        title: "asks again after bytes that are not UTF-8",
        program: PROGRAM,
        stage: 3,
        points: 1,
        hint: "read_line fails where the bytes are not UTF-8. Read bytes, and compare bytes.",
        run: asks_again_after_bytes_that_are_no_text,
    },
    Check {
        name: "tells-its-two-prompts-apart",
        title: "takes no move for an answer to the other prompt",
        program: PROGRAM,
        stage: 3,
        points: 1,
        hint: "`yes` is no move, and `hit` does not begin another round. Each prompt has its own two words.",
        run: tells_its_two_prompts_apart,
    },
];

fn takes_first_letters(lab: &Lab) -> Verdict {
    let (_server, mut player) = begin(lab, DECK)?;
    whole_round(lab, &mut player, ["h\n", "s\n", "y\n"])?;
    says(lab, &mut player, "s\n", END)?;
    ends(lab, player, "n\n")
}

fn takes_any_case(lab: &Lab) -> Verdict {
    let (_server, mut player) = begin(lab, DECK)?;
    whole_round(lab, &mut player, ["HIT\n", "Stand\n", "yEs\n"])?;
    whole_round(lab, &mut player, ["H\n", "S\n", "Y\n"])?;
    says(lab, &mut player, "sTAND\n", END)?;
    ends(lab, player, "NO\n")
}

fn ignores_a_carriage_return(lab: &Lab) -> Verdict {
    let (_server, mut player) = begin(lab, DECK)?;
    whole_round(lab, &mut player, ["hit\r\n", "stand\r\n", "yes\r\n"])?;
    says(lab, &mut player, "s\r\n", END)?;
    ends(lab, player, "no\r\n")
}

fn ignores_blanks_around_a_word(lab: &Lab) -> Verdict {
    let (_server, mut player) = begin(lab, DECK)?;
    whole_round(lab, &mut player, [" hit\n", "stand \n", "\t yes\t\t\n"])?;
    whole_round(lab, &mut player, ["  h \r\n", "\ts\n", " y\t\r\n"])?;
    says(lab, &mut player, "stand\n", END)?;
    ends(lab, player, "   no   \n")
}

fn quits_at_any_prompt(lab: &Lab) -> Verdict {
    let (server, player) = begin(lab, DECK)?;
    ends(lab, player, "quit\n")?;
    let mut player = again(lab, &server)?;
    says(lab, &mut player, "hit\n", FIRST_HIT)?;
    ends(lab, player, "QUIT\n")?;
    let mut player = again(lab, &server)?;
    says(lab, &mut player, "stand\n", END)?;
    ends(lab, player, " quit\r\n")?;
    again(lab, &server).map(drop)
}

fn asks_again_after_an_unknown_word(lab: &Lab) -> Verdict {
    let unknown = [
        "xyzzy\n",
        "hi\n",
        "hitt\n",
        "h i t\n",
        "hit stand\n",
        "stan\n",
        "standing\n",
        "q\n",
        "1\n",
        "#hit\n",
        "hit.\n",
        "h\rit\n",
    ];
    is_asked_again_for_a_move(lab, &unknown)?;
    is_asked_again_for_a_round(
        lab,
        &[
            "xyzzy\n", "ye\n", "yess\n", "nope\n", "n o\n", "q\n", "ok\n",
        ],
    )
}

fn asks_again_after_an_empty_line(lab: &Lab) -> Verdict {
    let empty = ["\n", "\r\n", " \n", "\t \r\n"];
    is_asked_again_for_a_move(lab, &empty)?;
    is_asked_again_for_a_round(lab, &empty)
}

fn asks_again_after_bytes_that_are_no_text(lab: &Lab) -> Verdict {
    let bytes: [&[u8]; 5] = [b"\xff\n", b"hit\xfe\n", b"\xc3\n", b"\0\n", b"hit\0\n"];
    is_asked_again_for_a_move(lab, &bytes)?;
    is_asked_again_for_a_round(lab, &bytes)
}

fn tells_its_two_prompts_apart(lab: &Lab) -> Verdict {
    is_asked_again_for_a_move(lab, &["yes\n", "no\n", "y\n", "n\n"])?;
    is_asked_again_for_a_round(lab, &["hit\n", "stand\n", "h\n", "s\n"])
}

/// A round with one hit, and the beginning of the next one.
fn whole_round(lab: &Lab, player: &mut Connection, lines: [&str; 3]) -> Verdict {
    says(lab, player, lines[0], FIRST_HIT)?;
    says(lab, player, lines[1], END)?;
    says(lab, player, lines[2], &opening(DECK))
}

fn again(lab: &Lab, server: &Server) -> Verdict<Connection> {
    lab.doing("came as a new player");
    let mut player = server.connect()?;
    player.expect(opening(DECK))?;
    Ok(player)
}

/// This line ends the game.
fn ends(lab: &Lab, mut player: Connection, line: &str) -> Verdict {
    says(lab, &mut player, line, BYE)?;
    player.expect_close()
}

/// None of these lines is a move, and none of them changes the hand.
fn is_asked_again_for_a_move<L: AsRef<[u8]>>(lab: &Lab, lines: &[L]) -> Verdict {
    let (_server, mut player) = begin(lab, DECK)?;
    let reply = format!("please answer hit or stand\n{MOVE}");
    for line in lines {
        is_asked_again(lab, &mut player, line.as_ref(), &reply)?;
    }
    says(lab, &mut player, "hit\n", FIRST_HIT)
}

/// None of these lines begins a round, or ends the game.
fn is_asked_again_for_a_round<L: AsRef<[u8]>>(lab: &Lab, lines: &[L]) -> Verdict {
    let (_server, mut player) = begin(lab, DECK)?;
    says(lab, &mut player, "stand\n", END)?;
    let reply = format!("please answer yes or no\n{AGAIN}");
    for line in lines {
        is_asked_again(lab, &mut player, line.as_ref(), &reply)?;
    }
    says(lab, &mut player, "yes\n", &opening(DECK))
}

fn is_asked_again(lab: &Lab, player: &mut Connection, line: &[u8], reply: &str) -> Verdict {
    lab.doing(format!("answered {}", grader::quote(line)));
    player.send(line)?;
    player.expect(reply)
}
