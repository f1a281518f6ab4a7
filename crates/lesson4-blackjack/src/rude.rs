//! Stage 5: players that leave rudely, never answer, or never stop.

use crate::PROGRAM;
use crate::table::DECK;
use crate::table::END;
use crate::table::FIRST_HIT;
use crate::table::MOVE;
use crate::table::begin;
use crate::table::leave;
use crate::table::opening;
use crate::table::visit;
use grader::Cause;
use grader::Check;
use grader::Deadline;
use grader::Failure;
use grader::Lab;
use grader::Server;
use grader::Verdict;
use grader::servers::ANY_PORT;
use std::time::Duration;

const TIMED_OUT: &str = "timed out, bye\n";

pub(crate) const CHECKS: &[Check] = &[
    Check {
        name: "survives-a-reset",
        title: "survives a player who resets the connection in mid-game",
        program: PROGRAM,
        stage: 5,
        points: 2,
        hint: "read() fails with ConnectionReset: that player has gone, the others have not. A panic that holds a \
               lock poisons it for all of them.",
        run: survives_a_reset,
    },
    Check {
        name: "survives-a-player-who-vanishes",
        title: "survives a player who leaves without reading",
        program: PROGRAM,
        stage: 5,
        points: 1,
        hint: "A write to a player who has gone fails sooner or later. That is the affair of one thread alone.",
        run: survives_a_player_who_vanishes,
    },
    Check {
        name: "is-not-held-up-by-a-flood",
        title: "plays on while one player sends without end and reads nothing",
        program: PROGRAM,
        stage: 5,
        points: 2,
        hint: "Your write to that player waits until it reads, for ever perhaps. Which lock is held meanwhile?",
        run: is_not_held_up_by_a_flood,
    },
    Check {
        name: "ends-an-idle-conversation",
        title: "ends the conversation with a player who does not answer in time",
        program: PROGRAM,
        stage: 5,
        points: 2,
        hint: "A read timeout on the socket (set_read_timeout) ends a read; then say `timed out, bye` and close.",
        run: ends_an_idle_conversation,
    },
    Check {
        name: "is-not-kept-by-single-bytes",
        title: "ends the conversation with a player whose line comes too slowly",
        program: PROGRAM,
        stage: 5,
        points: 2,
        hint: "The time is for a whole line. A timeout for each read begins anew with each byte: keep a deadline, \
               and give each read what is left of it.",
        run: is_not_kept_by_single_bytes,
    },
    Check {
        name: "gives-each-prompt-its-own-time",
        title: "gives each prompt a time of its own",
        program: PROGRAM,
        stage: 5,
        points: 1,
        hint: "The time begins with each prompt. Is your deadline one for the whole conversation?",
        run: gives_each_prompt_its_own_time,
    },
    Check {
        name: "sleeps-while-players-think",
        title: "sleeps while its players think",
        program: PROGRAM,
        stage: 5,
        points: 1,
        hint: "A blocking read sleeps until something comes. Who asks again and again, without a break, burns a \
               whole processor.",
        run: sleeps_while_players_think,
    },
    Check {
        name: "closes-on-those-who-stay",
        title: "closes on players who stay or go on sending after bye",
        program: PROGRAM,
        stage: 5,
        points: 1,
        hint: "Reading what is left is for a moment: with one deadline for all of it, however often something comes.",
        run: closes_on_those_who_stay,
    },
    Check {
        name: "survives-being-stopped",
        title: "survives being stopped and continued",
        program: PROGRAM,
        stage: 5,
        points: 1,
        hint: "After Ctrl-Z and fg, a read on a socket with a timeout fails with ErrorKind::Interrupted: nothing \
               has happened to the connection. Wait again, for what is left of the time.",
        run: survives_being_stopped,
    },
];

fn survives_a_reset(lab: &Lab) -> Verdict {
    let (server, mut player) = begin(lab, DECK)?;
    for what in ["at a prompt", "in the middle of a word", "after a move"] {
        let mut other = server.connect()?;
        other.expect(opening(DECK))?;
        lab.doing(format!(
            "reset the connection {what}, went on as another player, and came as a new one"
        ));
        match what {
            "in the middle of a word" => other.send("sta")?,
            "after a move" => {
                other.send("hit\n")?;
                other.expect(FIRST_HIT)?;
            }
            _ => {}
        }
        other.wait_until_read()?;
        other.reset()?;
        player.send("what?\n")?;
        player.expect(format!("please answer hit or stand\n{MOVE}"))?;
        visit(&server)?;
    }
    player.send("stand\n")?;
    player.expect(END)?;
    leave(player)?;
    server.says_nothing_more()
}

fn survives_a_player_who_vanishes(lab: &Lab) -> Verdict {
    let (server, player) = begin(lab, DECK)?;
    lab.doing(
        "sent 1,000 rounds of moves and closed without reading an answer; then came another player",
    );
    let before = server.descriptors();
    let mut other = server.connect()?;
    other.expect(opening(DECK))?;
    other.send("hit\nstand\nyes\n".repeat(1000))?;
    drop(other);
    if let Some(before) = before {
        // Then it has noticed.
        lab.descriptors_fall_to(&server, before)?;
    }
    visit(&server)?;
    leave(player)?;
    server.says_nothing_more()
}

fn is_not_held_up_by_a_flood(lab: &Lab) -> Verdict {
    const FLOOD: usize = 16 * 1024 * 1024;
    let (server, mut thinking) = begin(lab, DECK)?;
    let mut flooding = server.connect_with_room_for(4096)?;
    lab.doing("sent empty lines until no more were taken, and read nothing of what was answered");
    flooding.flood_with(b"\n", FLOOD, |_| Ok(()))?;
    lab.doing("played as two others, while one that had sent lines without end read nothing");
    thinking.send("hit\n")?;
    thinking.expect(FIRST_HIT)?;
    visit(&server)?;
    leave(thinking)?;
    flooding.reset()?;
    lab.doing("came as a new player, after one that had sent lines without end");
    visit(&server)
}

fn ends_an_idle_conversation(lab: &Lab) -> Verdict {
    let patient = lab.serve_with(PROGRAM, ANY_PORT, &["--deck", DECK, "--idle-timeout", "60"])?;
    let mut thinking = patient.connect()?;
    thinking.expect(opening(DECK))?;
    let server = impatient(lab)?;
    // A second is not long for a machine that is busy: what must come in time is there before the server looks.
    server.pause()?;
    let mut silent = server.connect()?;
    let mut typing = server.connect()?;
    typing.send("sta")?;
    let mut resting = server.connect()?;
    resting.send("stand\n")?;
    server.resume();
    silent.expect(opening(DECK))?;
    typing.expect(opening(DECK))?;
    resting.expect(format!("{}{END}", opening(DECK)))?;
    for (player, what) in [
        (&mut silent, "said nothing at the prompt \"hit or stand?\""),
        (&mut typing, "sent \"sta\" and nothing more"),
        (&mut resting, "said nothing at the prompt \"play again?\""),
    ] {
        lab.doing(format!("gave it --idle-timeout 1, and {what}"));
        player.expect(TIMED_OUT)?;
        player.expect_close()?;
    }
    lab.doing("answered after more than a second, with --idle-timeout 60");
    thinking.send("hit\n")?;
    thinking.expect(FIRST_HIT)?;
    lab.doing("came as a new player, after three that had timed out");
    server.connect()?.expect(opening(DECK))
}

fn is_not_kept_by_single_bytes(lab: &Lab) -> Verdict {
    let server = impatient(lab)?;
    lab.doing("gave it --idle-timeout 1");
    let mut player = server.connect()?;
    player.expect(opening(DECK))?;
    lab.doing("gave it --idle-timeout 1, and sent one byte after the other, but no newline");
    player.trickle_until(b'h', Duration::from_millis(100), TIMED_OUT)?;
    player.expect_close()
}

fn gives_each_prompt_its_own_time(lab: &Lab) -> Verdict {
    const TRIES: u32 = 5;
    let server = impatient(lab)?;
    lab.doing("gave it --idle-timeout 1, and answered each of three prompts after less than half a second");
    for _ in 0..TRIES {
        let mut was_in_time = true;
        match thinks_at_each_prompt(&server, &mut was_in_time) {
            // Whoever was late, because this machine had no time for it, has been told so rightly, and has learned nothing.
            Err(failure) if !was_in_time && failure.cause != Cause::NoAnswer => {}
            verdict => return verdict,
        }
    }
    Err(Failure::unavailable(
        "this machine is too busy to tell half a second from a whole one",
    ))
}

fn sleeps_while_players_think(lab: &Lab) -> Verdict {
    let (server, mut player) = begin(lab, DECK)?;
    let mut typing = server.connect()?;
    typing.expect(opening(DECK))?;
    lab.doing(
        "watched the server while one player said nothing, and another one had sent half a word",
    );
    typing.send("sta")?;
    typing.wait_until_read()?;
    lab.stays_idle(&server)?;
    lab.doing("went on after a silence");
    player.hesitate(Duration::from_millis(700))?;
    player.send("hit\n")?;
    player.expect(FIRST_HIT)?;
    typing.send("nd\n")?;
    typing.expect(END)?;
    lab.doing(
        "left as one player, ended as the other one, and watched the server without a player",
    );
    leave(player)?;
    typing.finish_sending()?;
    typing.expect_close()?;
    lab.stays_idle(&server)
}

fn closes_on_those_who_stay(lab: &Lab) -> Verdict {
    const PLAYERS: usize = 12;
    let (server, mut player) = begin(lab, DECK)?;
    let before = server.descriptors();
    lab.doing(format!(
        "said \"quit\" as {PLAYERS} others, and left none of the connections"
    ));
    let mut staying = Vec::new();
    for _ in 0..PLAYERS {
        let mut other = server.connect()?;
        other.send("quit\n")?;
        other.expect(format!("{}bye\n", opening(DECK)))?;
        other.expect_close()?;
        staying.push(other);
    }
    lab.doing("said \"quit\", read \"bye\" and the end of file, and went on sending");
    player.send("quit\n")?;
    player.expect("bye\n")?;
    player.expect_close()?;
    player.send_until_refused(b'x', Duration::from_millis(50))?;
    lab.doing(format!(
        "counted descriptors, when {PLAYERS} players had quit who did not leave"
    ));
    match before {
        Some(before) => lab.descriptors_fall_to(&server, before + PLAYERS / 3),
        None => Ok(()),
    }
}

fn survives_being_stopped(lab: &Lab) -> Verdict {
    let (server, mut player) = begin(lab, DECK)?;
    let mut typing = server.connect()?;
    typing.expect(opening(DECK))?;
    typing.send("sta")?;
    typing.wait_until_read()?;
    lab.doing(
        "stopped the server and let it go on, as Ctrl-Z and fg do, and went on as two players",
    );
    server.pause()?;
    server.resume();
    server.settle();
    player.send("hit\n")?;
    player.expect(FIRST_HIT)?;
    typing.send("nd\n")?;
    typing.expect(END)?;
    leave(typing)?;
    leave(player)
}

/// The server with a second's patience.
fn impatient(lab: &Lab) -> Verdict<Server> {
    lab.doing("gave it --idle-timeout 1");
    lab.serve_with(PROGRAM, ANY_PORT, &["--deck", DECK, "--idle-timeout", "1"])
}

/// Comes as a player, and answers each of three prompts late, but in time: `was_in_time` says so.
fn thinks_at_each_prompt(server: &Server, was_in_time: &mut bool) -> Verdict {
    const THINKING: Duration = Duration::from_millis(450);
    const IN_TIME: Duration = Duration::from_millis(800);
    // The server's clock begins with its prompt, which comes after what we did last.
    let mut limit = Deadline::after(IN_TIME);
    let mut player = server.connect()?;
    player.expect(opening(DECK))?;
    for (answer, reply) in [
        ("what?\n", format!("please answer hit or stand\n{MOVE}")),
        ("hit\n", FIRST_HIT.to_owned()),
        ("stand\n", END.to_owned()),
    ] {
        let waited = player.hesitate(THINKING);
        *was_in_time &= !limit.has_passed();
        waited?;
        limit = Deadline::after(IN_TIME);
        player.send(answer)?;
        let answered = player.expect(reply);
        *was_in_time &= !limit.has_passed();
        answered?;
    }
    Ok(())
}
