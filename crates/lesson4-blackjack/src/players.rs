//! Stage 4: many players, of whom none waits for another.

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
use crate::table::serve;
use crate::table::visit;
use grader::Check;
use grader::Connection;
use grader::Lab;
use grader::Verdict;

pub(crate) const CHECKS: &[Check] = &[
    Check {
        name: "plays-with-several-players",
        title: "plays with several players in the reverse order of their coming",
        program: PROGRAM,
        stage: 4,
        points: 3,
        hint: "The last to come plays first, and the first one is still thinking. Who accepts the second player \
               while your code waits for the first one's move? A thread that is joined at once is no thread.",
        run: plays_with_several_players,
    },
    Check {
        name: "waits-for-nobody",
        title: "plays on while others are silent",
        program: PROGRAM,
        stage: 4,
        points: 2,
        hint: "One says nothing at all, one has sent half a word. Only their own threads may wait for them.",
        run: waits_for_nobody,
    },
    Check {
        name: "keeps-its-games-apart",
        title: "gives every player a deck and a hand of their own",
        program: PROGRAM,
        stage: 4,
        points: 2,
        hint: "What one player draws is not missing in another one's deck. Make the deck and the hands in the \
               player's own thread.",
        run: keeps_its_games_apart,
    },
    Check {
        name: "plays-with-fifty-at-once",
        title: "plays with fifty players at once",
        program: PROGRAM,
        stage: 4,
        points: 2,
        hint: "A thread for each player, and none of them waits for a lock that another one holds while it talks.",
        run: plays_with_fifty_at_once,
    },
    Check {
        name: "goes-on-after-the-others-have-left",
        title: "plays on with one player while others come and go",
        program: PROGRAM,
        stage: 4,
        points: 1,
        hint: "A player who leaves ends one conversation, and nothing that the others need.",
        run: goes_on_after_the_others_have_left,
    },
];

fn plays_with_several_players(lab: &Lab) -> Verdict {
    const PLAYERS: usize = 5;
    let server = serve(lab, DECK)?;
    let mut players = Vec::new();
    for _ in 0..PLAYERS {
        players.push(server.connect()?);
    }
    for (one, mut player) in players.into_iter().enumerate().rev() {
        lab.doing(format!("let {PLAYERS} players come, and played as number {} while those before were still waiting", one + 1));
        player.expect(opening(DECK))?;
        plays_and_leaves(player)?;
    }
    Ok(())
}

fn waits_for_nobody(lab: &Lab) -> Verdict {
    let (server, mut thinking) = begin(lab, DECK)?;
    let mut typing = server.connect()?;
    typing.expect(opening(DECK))?;
    typing.send("sta")?;
    typing.wait_until_read()?;
    lab.doing("played while one player said nothing, and another one had sent half a word");
    for _ in 0..3 {
        visit(&server)?;
    }
    lab.doing(
        "went on as the player who had sent half a word, and then as the one who had said nothing",
    );
    typing.send("nd\n")?;
    typing.expect(END)?;
    thinking.send("hit\n")?;
    thinking.expect(FIRST_HIT)?;
    leave(typing)?;
    leave(thinking)
}

fn keeps_its_games_apart(lab: &Lab) -> Verdict {
    let (server, mut one) = begin(lab, DECK)?;
    let mut other = server.connect()?;
    lab.doing("came as a second player, while the first one had not moved yet");
    other.expect(opening(DECK))?;
    lab.doing("drew two cards as the first player, and then as the second one");
    for player in [&mut one, &mut other] {
        player.send("hit\n")?;
        player.expect(FIRST_HIT)?;
        player.send("hit\n")?;
        player.expect(SECOND_HIT)?;
    }
    lab.doing("stood as the first player, and saw that the second one was still asked");
    one.send("stand\n")?;
    one.expect(END)?;
    other.send("what?\n")?;
    other.expect(format!("please answer hit or stand\n{MOVE}"))?;
    other.send("stand\n")?;
    other.expect(END)?;
    one.send("yes\n")?;
    one.expect(opening(DECK))?;
    leave(other)?;
    leave(one)
}

fn plays_with_fifty_at_once(lab: &Lab) -> Verdict {
    const PLAYERS: usize = 50;
    let server = serve(lab, DECK)?;
    let mut players = Vec::new();
    for one in 1..=PLAYERS {
        lab.doing(format!("came as player {one} of {PLAYERS}"));
        let mut player = server.connect()?;
        player.expect(opening(DECK))?;
        players.push(player);
    }
    for (said, heard) in [("hit\n", FIRST_HIT), ("stand\n", END), ("no\n", BYE)] {
        lab.doing(format!(
            "said {} as each of {PLAYERS} players, and read the answers when all had said it",
            grader::quote(said.as_bytes())
        ));
        for player in &mut players {
            player.send(said)?;
        }
        for player in &mut players {
            player.expect(heard)?;
        }
    }
    players.iter_mut().try_for_each(Connection::expect_close)
}

fn goes_on_after_the_others_have_left(lab: &Lab) -> Verdict {
    let (server, mut player) = begin(lab, DECK)?;
    let mut others = Vec::new();
    for _ in 0..4 {
        let mut other = server.connect()?;
        other.expect(opening(DECK))?;
        others.push(other);
    }
    lab.doing("left as four others, each in another way, and went on as the first player");
    let mut other = others.remove(0);
    other.send("quit\n")?;
    other.expect(BYE)?;
    other.expect_close()?;
    let mut other = others.remove(0);
    other.finish_sending()?;
    other.expect_close()?;
    drop(others.remove(0));
    let mut other = others.remove(0);
    other.send("stand\nno\n")?;
    other.expect(format!("{END}{BYE}"))?;
    other.expect_close()?;
    player.send("hit\n")?;
    player.expect(FIRST_HIT)?;
    plays_and_leaves_from_there(player)?;
    visit(&server)
}

/// From the first prompt to the end.
fn plays_and_leaves(mut player: Connection) -> Verdict {
    player.send("hit\n")?;
    player.expect(FIRST_HIT)?;
    plays_and_leaves_from_there(player)
}

/// From the prompt after the first card to the end.
fn plays_and_leaves_from_there(mut player: Connection) -> Verdict {
    player.send("stand\n")?;
    player.read_until(AGAIN.as_bytes(), "\"play again?\\n\" in the end")?;
    player.send("no\n")?;
    player.expect(BYE)?;
    player.expect_close()
}
