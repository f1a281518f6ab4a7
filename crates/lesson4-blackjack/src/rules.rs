//! Stage 2: what a hand is worth, and who wins, with decks that were stacked for the purpose.

use crate::PROGRAM;
use crate::table::AGAIN;
use crate::table::MOVE;
use crate::table::begin;
use grader::Check;
use grader::Lab;
use grader::Verdict;

pub(crate) const CHECKS: &[Check] = &[
    Check {
        name: "counts-every-rank",
        title: "counts 2 to 10 as they are, and jack, queen and king as 10",
        program: PROGRAM,
        stage: 2,
        points: 1,
        hint: "A picture counts 10, a number what it says. Is 10 read as a 1 and a 0 somewhere?",
        run: counts_every_rank,
    },
    Check {
        name: "counts-an-ace-as-11",
        title: "counts an ace as 11 where that is not too much",
        program: PROGRAM,
        stage: 2,
        points: 1,
        hint: "Count every ace as 1 first; if there is one and 10 more still fit, add them.",
        run: counts_an_ace_as_11,
    },
    Check {
        name: "counts-an-ace-as-1",
        title: "counts an ace as 1 where 11 would be too much",
        program: PROGRAM,
        stage: 2,
        points: 2,
        hint: "The same ace can count 11 before a card and 1 after it: the total belongs to the whole hand, and is \
               never added to.",
        run: counts_an_ace_as_1,
    },
    Check {
        name: "counts-several-aces",
        title: "counts two, three and four aces",
        program: PROGRAM,
        stage: 2,
        points: 2,
        hint: "Two aces of 11 are 22 already. So how many of them can ever count 11?",
        run: counts_several_aces,
    },
    Check {
        name: "asks-at-21",
        title: "asks for a move at 21, too",
        program: PROGRAM,
        stage: 2,
        points: 1,
        hint: "Two cards of 21 are nothing special here, and nobody stands for the player. Only above 21 is there \
               nothing to ask.",
        run: asks_at_21,
    },
    Check {
        name: "ends-the-round-on-a-bust",
        title: "ends the round when the player is over 21",
        program: PROGRAM,
        stage: 2,
        points: 2,
        hint: "Over 21: the player's line, then the dealer's two cards with their total, then `bust, dealer wins`. \
               The dealer draws nothing, and nobody is asked for a move.",
        run: ends_the_round_on_a_bust,
    },
    Check {
        name: "lets-the-higher-total-win",
        title: "lets the higher total win, and calls equal ones a push",
        program: PROGRAM,
        stage: 2,
        points: 2,
        hint: "Compare totals, not the number of cards; equal totals are `push`, also at 21.",
        run: lets_the_higher_total_win,
    },
    Check {
        name: "lets-the-player-win-when-the-dealer-busts",
        title: "lets the player win when the dealer is over 21",
        program: PROGRAM,
        stage: 2,
        points: 1,
        hint: "A dealer with 26 has the higher number, and has lost. Which comparison comes first?",
        run: lets_the_player_win_when_the_dealer_busts,
    },
];

fn counts_every_rank(lab: &Lab) -> Verdict {
    shows(
        lab,
        "2C 9D 3H 9C 4S 5D",
        &[("2C 3H 4S", 9), ("2C 3H 4S 5D", 14)],
    )?;
    shows(lab, "6C 9D 7H 9C 8S", &[("6C 7H 8S", 21)])?;
    shows(lab, "9H 9D 10C 9C", &[])?;
    shows(lab, "JC 9D QH 9C", &[])?;
    shows(lab, "KD 9D 2H 9C 7C", &[("KD 2H 7C", 19)])
}

fn counts_an_ace_as_11(lab: &Lab) -> Verdict {
    shows(lab, "AS 9D 9H 9C", &[])?;
    shows(lab, "KH 9D AD 9C", &[])?;
    shows(
        lab,
        "2S 9D 3H 9C AC 5D",
        &[("2S 3H AC", 16), ("2S 3H AC 5D", 21)],
    )
}

fn counts_an_ace_as_1(lab: &Lab) -> Verdict {
    shows(lab, "KD 9D 5C 9C AH", &[("KD 5C AH", 16)])?;
    shows(lab, "AS 9D 5C 9C KH", &[("AS 5C KH", 16)])?;
    shows(
        lab,
        "AD 9D 6C 9C 9H 4S",
        &[("AD 6C 9H", 16), ("AD 6C 9H 4S", 20)],
    )
}

fn counts_several_aces(lab: &Lab) -> Verdict {
    shows(lab, "AS 9D AH 9C 9H", &[("AS AH 9H", 21)])?;
    shows(lab, "AS 9D KH 9C AC", &[("AS KH AC", 12)])?;
    let many = [
        ("AS AH AC", 13),
        ("AS AH AC AD", 14),
        ("AS AH AC AD 7H", 21),
    ];
    shows(lab, "AS 9D AH 9C AC AD 7H", &many)?;
    let small = [
        ("AS AH AC", 13),
        ("AS AH AC AD", 14),
        ("AS AH AC AD 2C", 16),
        ("AS AH AC AD 2C 2D", 18),
        ("AS AH AC AD 2C 2D 2H", 20),
        ("AS AH AC AD 2C 2D 2H 2S", 12),
    ];
    shows(lab, "AS 9D AH 9C AC AD 2C 2D 2H 2S", &small)?;
    shows(
        lab,
        "AS 9D AH 9C AC 9S",
        &[("AS AH AC", 13), ("AS AH AC 9S", 12)],
    )
}

fn asks_at_21(lab: &Lab) -> Verdict {
    shows(lab, "AS 9D KH 9C 5D", &[("AS KH 5D", 16)])?;
    shows(lab, "KD 9D 6C 9C 5H", &[("KD 6C 5H", 21)])
}

fn ends_the_round_on_a_bust(lab: &Lab) -> Verdict {
    let (_server, mut player) = begin(lab, "KD 7S QC 9D 2H 4C")?;
    let bust = "player: KD QC 2H (22)\ndealer: 7S 9D (16)\nbust, dealer wins\n";
    lab.doing("hit, with KD and QC in the hand and 2H on the deck");
    player.send("hit\n")?;
    player.expect(format!("{bust}{AGAIN}"))?;
    let (_server, mut player) = begin(lab, "10D AS 8C AD 4H KH")?;
    let bust = "player: 10D 8C 4H (22)\ndealer: AS AD (12)\nbust, dealer wins\n";
    lab.doing("hit, with 10D and 8C in the hand and 4H on the deck");
    player.send("hit\n")?;
    player.expect(format!("{bust}{AGAIN}"))
}

fn lets_the_higher_total_win(lab: &Lab) -> Verdict {
    stands(lab, "KD 10S 9C 8D", "10S 8D (18)", "you win")?;
    stands(lab, "KD 10S 8C 9D", "10S 9D (19)", "dealer wins")?;
    stands(lab, "2D 10S 3C 7D", "10S 7D (17)", "dealer wins")?;
    stands(lab, "KD 10S 9C 9D", "10S 9D (19)", "push")?;
    stands(lab, "AD KS KC AC", "KS AC (21)", "push")?;
    stands(lab, "AD KS KC 6C 5C", "KS 6C 5C (21)", "push")
}

fn lets_the_player_win_when_the_dealer_busts(lab: &Lab) -> Verdict {
    stands(
        lab,
        "2D 10S 3C 6D KH",
        "10S 6D KH (26)",
        "dealer busts, you win",
    )?;
    stands(
        lab,
        "KD 9S KC 7D 6H",
        "9S 7D 6H (22)",
        "dealer busts, you win",
    )
}

/// With this deck, the player's first hand is shown with its right total, and after each hit the next of `hands`.
fn shows(lab: &Lab, deck: &str, hands: &[(&str, u32)]) -> Verdict {
    let (_server, mut player) = begin(lab, deck)?;
    for (hand, total) in hands {
        lab.doing(format!("hit, with --deck \"{deck}\""));
        player.send("hit\n")?;
        player.expect(format!("player: {hand} ({total})\n{MOVE}"))?;
    }
    Ok(())
}

/// With this deck, a player who stands at once sees this hand of the dealer's, and this outcome.
pub(crate) fn stands(lab: &Lab, deck: &str, dealer: &str, outcome: &str) -> Verdict {
    let (_server, mut player) = begin(lab, deck)?;
    lab.doing(format!("stood, with --deck \"{deck}\""));
    player.send("stand\n")?;
    player.expect(format!("dealer: {dealer}\n{outcome}\n{AGAIN}"))
}
