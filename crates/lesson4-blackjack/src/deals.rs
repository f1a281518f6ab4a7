//! Stage 2, too: the dealer, the hidden card, and hundreds of rounds that are played again by a model of ours.

use crate::PROGRAM;
use crate::model;
use crate::rules::stands;
use crate::shuffles::differ;
use crate::table;
use crate::table::AGAIN;
use crate::table::play;
use crate::table::serve;
use grader::Cause;
use grader::Check;
use grader::Failure;
use grader::Lab;
use grader::Verdict;
use grader::quote;
use grader::servers::ANY_PORT;
use std::collections::BTreeSet;

pub(crate) const CHECKS: &[Check] = &[
    Check {
        name: "draws-below-17",
        title: "lets the dealer draw while below 17",
        program: PROGRAM,
        stage: 2,
        points: 2,
        hint: "The dealer draws as long as the total is below 17: the test belongs at the head of a loop, with the \
               total of the hand as it is now.",
        run: draws_below_17,
    },
    Check {
        name: "stands-on-17",
        title: "lets the dealer stand on 17 and above",
        program: PROGRAM,
        stage: 2,
        points: 2,
        hint: "At 17 the dealer has enough, whatever the player has.",
        run: stands_on_17,
    },
    Check {
        name: "stands-on-a-soft-17",
        title: "lets the dealer stand on a 17 with an ace that counts 11",
        program: PROGRAM,
        stage: 2,
        points: 2,
        hint: "The best total is what counts, for the dealer as for the player: an ace and a six are 17.",
        run: stands_on_a_soft_17,
    },
    Check {
        name: "counts-the-dealers-aces",
        title: "counts the dealer's aces anew after each card",
        program: PROGRAM,
        stage: 2,
        points: 2,
        hint: "An ace that was 11 may have to be 1 after the next card, and then the dealer is below 17 again.",
        run: counts_the_dealers_aces,
    },
    Check {
        name: "hides-the-dealers-second-card",
        title: "keeps the dealer's second card off the wire",
        program: PROGRAM,
        stage: 2,
        points: 2,
        hint: "Hidden means not sent. Whatever is on the wire can be seen, whether a screen shows it or not: does a \
               debug print go to the player?",
        run: hides_the_dealers_second_card,
    },
    Check {
        name: "plays-by-the-rules",
        title: "plays 300 rounds by the rules",
        program: PROGRAM,
        stage: 2,
        points: 3,
        hint: "The line and the cards before it say which rule was broken. A deck has each card once: dealing a \
               card takes it away.",
        run: plays_by_the_rules,
    },
];

fn draws_below_17(lab: &Lab) -> Verdict {
    stands(lab, "KD 10S 10C 6S 5C", "10S 6S 5C (21)", "dealer wins")?;
    stands(
        lab,
        "KD 2S 10C 3S 4C 5D 2H 3D",
        "2S 3S 4C 5D 2H 3D (19)",
        "you win",
    )?;
    stands(
        lab,
        "KD 10H 7C 2S 2C 2D 4S",
        "10H 2S 2C 2D 4S (20)",
        "dealer wins",
    )
}

fn stands_on_17(lab: &Lab) -> Verdict {
    stands(lab, "KD 10S 10C 7S 4C", "10S 7S (17)", "you win")?;
    stands(lab, "KD 10S 9C 8S 3C", "10S 8S (18)", "you win")?;
    stands(lab, "KD 10S 10C 2S 5C 4D", "10S 2S 5C (17)", "you win")
}

fn stands_on_a_soft_17(lab: &Lab) -> Verdict {
    stands(lab, "KD AS 10C 6S 4C", "AS 6S (17)", "you win")?;
    stands(lab, "KD 6H 10C AD 4C", "6H AD (17)", "you win")?;
    stands(lab, "KD AS 10C 3S 3C 4D", "AS 3S 3C (17)", "you win")
}

fn counts_the_dealers_aces(lab: &Lab) -> Verdict {
    stands(lab, "KD AS 9C 5S 9H 6H", "AS 5S 9H 6H (21)", "dealer wins")?;
    stands(lab, "KD 10S 9C 6S AC 5D", "10S 6S AC (17)", "you win")?;
    stands(lab, "KD AS 9C AC AD 5H", "AS AC AD 5H (18)", "you win")?;
    stands(
        lab,
        "KD AS 9C 2C KC 9S",
        "AS 2C KC 9S (22)",
        "dealer busts, you win",
    )
}

fn hides_the_dealers_second_card(lab: &Lab) -> Verdict {
    // The hidden card is a nine, which makes sixteen with the seven: neither number has another reason to be there.
    let server = serve(lab, "KD 7S 5C 9H 3D 2H 3C")?;
    let mut player = server.connect()?;
    lab.doing("read all that came before it stood; the dealer's second card was 9H");
    for line in ["hit\n", "hit\n", ""] {
        let seen = player.read_until(table::MOVE.as_bytes(), "\"hit or stand?\\n\" in the end")?;
        let text = String::from_utf8_lossy(&seen).to_lowercase();
        if ["9", "16", "nine"].iter().any(|sign| text.contains(sign)) {
            let expected = "no sign of the nine before the player stands";
            return Err(Failure::new(Cause::WrongBytes, expected, quote(&seen)));
        }
        player.send(line)?;
    }
    lab.doing("stood, to see the dealer's second card");
    player.send("stand\n")?;
    player.expect(format!("dealer: 7S 9H 3C (19)\nyou win\n{AGAIN}"))
}

fn plays_by_the_rules(lab: &Lab) -> Verdict {
    const PLAYERS: usize = 3;
    const ROUNDS: usize = 100;
    let mut seen = BTreeSet::new();
    for one in 1..=PLAYERS {
        let seed = (lab.random().number() >> 33).to_string();
        let server = lab.serve_with(PROGRAM, ANY_PORT, &["--seed", &seed])?;
        let mut player = server.connect()?;
        let mut rounds = Vec::new();
        for round in 1..=ROUNDS {
            lab.doing(format!(
                "played round {round} of {ROUNDS} as player {one}, with --seed {seed}"
            ));
            let reckless = lab.random().number().is_multiple_of(4);
            let played = play(&mut player, |total| reckless || total < 15)?;
            seen.extend(played.dealt.iter().cloned());
            rounds.push(played);
            player.send("yes\n")?;
        }
        lab.doing(format!(
            "played {ROUNDS} rounds with --seed {seed}, and looked at the first four cards of each"
        ));
        differ(&rounds)?;
    }
    lab.doing(format!("played {} rounds", PLAYERS * ROUNDS));
    // About 1,700 cards were dealt: that one of the 52 is never among them does not happen.
    let missing: Vec<String> = model::all_cards()
        .filter(|card| !seen.contains(card))
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    let expected = "each of the 52 cards, sooner or later";
    let got = format!("never {}", missing.join(" "));
    Err(Failure::new(Cause::WrongBytes, expected, got))
}
