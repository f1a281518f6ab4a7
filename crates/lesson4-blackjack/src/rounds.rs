//! Stage 1: one player, one round, the same words every time.

use crate::PROGRAM;
use crate::table::AGAIN;
use crate::table::BYE;
use crate::table::MOVE;
use crate::table::begin;
use crate::table::leave;
use crate::table::opening;
use crate::table::says;
use grader::Check;
use grader::Lab;
use grader::Verdict;

/// A deck whose totals leave no question, and its dealer's hand.
const DECK: &str = "KD 7S 5C 9D 4H 3C";

pub(crate) const CHECKS: &[Check] = &[
    Check {
        name: "deals-two-cards-each",
        title: "deals two cards each, and asks for a move",
        program: PROGRAM,
        stage: 1,
        points: 2,
        hint: "The server speaks first: the dealer's shown card, the player's hand and total, the prompt, each on a \
               line of its own. Dealt in turn: player, dealer, player, dealer.",
        run: deals_two_cards_each,
    },
    Check {
        name: "gives-a-card",
        title: "gives another card on hit, and asks again",
        program: PROGRAM,
        stage: 1,
        points: 1,
        hint: "The new card joins the hand, the whole hand is shown with its new total, and then comes the prompt \
               again.",
        run: gives_a_card,
    },
    Check {
        name: "ends-the-round-on-stand",
        title: "plays the dealer's hand on stand, and says who has won",
        program: PROGRAM,
        stage: 1,
        points: 1,
        hint: "After stand: one line with all of the dealer's cards and their total, one line with the outcome, and \
               the question `play again?`.",
        run: ends_the_round_on_stand,
    },
    Check {
        name: "ends-the-game",
        title: "says bye and closes when the player has had enough",
        program: PROGRAM,
        stage: 1,
        points: 1,
        hint: "`no` to `play again?` is answered with `bye`, then the connection is closed: when its last handle is \
               dropped.",
        run: ends_the_game,
    },
    Check {
        name: "plays-another-round",
        title: "plays another round on yes",
        program: PROGRAM,
        stage: 1,
        points: 1,
        hint: "After `yes` there is a new deck, and everything begins again. What is left over from the round \
               before?",
        run: plays_another_round,
    },
    Check {
        name: "serves-the-next-player",
        title: "serves the next player",
        program: PROGRAM,
        stage: 1,
        points: 1,
        hint: "accept() gives one player. Who asks for the next one?",
        run: serves_the_next_player,
    },
    Check {
        name: "announces-itself-on-one-line",
        title: "says where it listens, and nothing else on stdout",
        program: PROGRAM,
        stage: 1,
        points: 1,
        hint: "Stdout is for the one line `listening on ADDR`; the cards belong on the connection, and whatever \
               else you say on stderr.",
        run: announces_itself_on_one_line,
    },
];

fn deals_two_cards_each(lab: &Lab) -> Verdict {
    begin(lab, DECK).map(drop)?;
    begin(lab, "2H KC 3D QS").map(drop)
}

fn gives_a_card(lab: &Lab) -> Verdict {
    let (_server, mut player) = begin(lab, "2D 7S 5C 9D 4H 3C 6S")?;
    let hands = ["2D 5C 4H (11)", "2D 5C 4H 3C (14)", "2D 5C 4H 3C 6S (20)"];
    for hand in hands {
        says(
            lab,
            &mut player,
            "hit\n",
            &format!("player: {hand}\n{MOVE}"),
        )?;
    }
    Ok(())
}

fn ends_the_round_on_stand(lab: &Lab) -> Verdict {
    let (_server, mut player) = begin(lab, DECK)?;
    let hand = format!("player: KD 5C 4H (19)\n{MOVE}");
    says(lab, &mut player, "hit\n", &hand)?;
    says(
        lab,
        &mut player,
        "stand\n",
        &format!("dealer: 7S 9D 3C (19)\npush\n{AGAIN}"),
    )
}

fn ends_the_game(lab: &Lab) -> Verdict {
    let (_server, mut player) = begin(lab, DECK)?;
    lab.doing("stood, and answered \"no\" when it was asked for another round");
    player.send("stand\n")?;
    player.read_until(AGAIN.as_bytes(), "\"play again?\\n\" in the end")?;
    player.send("no\n")?;
    player.expect(BYE)?;
    player.expect_close()
}

fn plays_another_round(lab: &Lab) -> Verdict {
    let (_server, mut player) = begin(lab, DECK)?;
    for round in 2..5 {
        lab.doing("stood, to play another round");
        player.send("stand\n")?;
        player.read_until(AGAIN.as_bytes(), "\"play again?\\n\" in the end")?;
        lab.doing(format!("answered \"yes\" to play round {round}"));
        player.send("yes\n")?;
        player.expect(opening(DECK))?;
    }
    Ok(())
}

fn serves_the_next_player(lab: &Lab) -> Verdict {
    let (server, mut player) = begin(lab, DECK)?;
    lab.doing("ended a game, and came as a second player");
    player.send("stand\n")?;
    player.read_until(AGAIN.as_bytes(), "\"play again?\\n\" in the end")?;
    player.send("no\n")?;
    player.read_until(BYE.as_bytes(), "\"bye\\n\"")?;
    player.expect_close()?;
    drop(player);
    server.connect()?.expect(opening(DECK))
}

fn announces_itself_on_one_line(lab: &Lab) -> Verdict {
    let (server, mut player) = begin(lab, DECK)?;
    lab.doing("played a round, then looked at its stdout");
    player.send("stand\n")?;
    player.read_until(AGAIN.as_bytes(), "\"play again?\\n\" in the end")?;
    leave(player)?;
    server.says_nothing_more()
}
