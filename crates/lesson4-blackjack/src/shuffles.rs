//! Stage 4, too: whose shuffles are the same, and whose are not.

use crate::PROGRAM;
use crate::table;
use crate::table::AGAIN;
use crate::table::Round;
use crate::table::leave;
use crate::table::opening;
use crate::table::play;
use grader::Cause;
use grader::Check;
use grader::Connection;
use grader::Failure;
use grader::Lab;
use grader::Server;
use grader::Verdict;
use grader::servers::ANY_PORT;
use std::collections::BTreeSet;

const ROUNDS: usize = 10;

pub(crate) const CHECKS: &[Check] = &[
    Check {
        name: "shuffles-for-each-round",
        title: "shuffles anew for each round",
        program: PROGRAM,
        stage: 4,
        points: 2,
        hint: "Each round has a new deck. Where does its randomness begin: with the same number every time?",
        run: shuffles_for_each_round,
    },
    Check {
        name: "shuffles-for-each-player",
        title: "shuffles in another way for each player",
        program: PROGRAM,
        stage: 4,
        points: 1,
        hint: "Without --seed, nobody can know from one connection what another one will be dealt.",
        run: shuffles_for_each_player,
    },
    Check {
        name: "repeats-its-shuffles-with-a-seed",
        title: "repeats its shuffles with --seed, whatever anybody has done before",
        program: PROGRAM,
        stage: 4,
        points: 3,
        hint: "With a seed, round k is the same for every player and in every run. A generator that all players \
               share, or that each drawn card moves on, depends on what others do.",
        run: repeats_its_shuffles_with_a_seed,
    },
    Check {
        name: "has-other-shuffles-for-another-seed",
        title: "has other shuffles for another seed",
        program: PROGRAM,
        stage: 4,
        points: 1,
        hint: "Is the seed used at all?",
        run: has_other_shuffles_for_another_seed,
    },
    Check {
        name: "stacks-each-deck",
        title: "puts the cards of --deck on top of each round's deck",
        program: PROGRAM,
        stage: 4,
        points: 1,
        hint: "Every round of every player begins with these cards, in this order; `as` is `AS`.",
        run: stacks_each_deck,
    },
    Check {
        name: "shuffles-below-the-stacked-cards",
        title: "shuffles the rest of the deck below the cards of --deck",
        program: PROGRAM,
        stage: 4,
        points: 2,
        hint: "What lies on top is not in the rest again, and the rest is shuffled as always.",
        run: shuffles_below_the_stacked_cards,
    },
];

fn shuffles_for_each_round(lab: &Lab) -> Verdict {
    let server = lab.serve(PROGRAM, ANY_PORT)?;
    lab.doing(format!(
        "played {ROUNDS} rounds without --seed, and looked at the first four cards of each"
    ));
    let rounds = decks(&mut server.connect()?, ROUNDS)?;
    differ(&rounds)
}

fn shuffles_for_each_player(lab: &Lab) -> Verdict {
    let servers = [lab.serve(PROGRAM, ANY_PORT)?, lab.serve(PROGRAM, ANY_PORT)?];
    lab.doing(format!("started it twice without --seed, came as {ROUNDS} players in all, and looked at the first four cards of each"));
    let mut players = Vec::new();
    for server in servers.iter().cycle().take(ROUNDS) {
        players.push(server.connect()?);
    }
    let mut rounds = Vec::new();
    for player in &mut players {
        rounds.extend(decks(player, 1)?);
    }
    differ(&rounds)
}

fn repeats_its_shuffles_with_a_seed(lab: &Lab) -> Verdict {
    let seed = a_seed(lab);
    let server = seeded(lab, &seed)?;
    lab.doing(format!(
        "played {ROUNDS} rounds with --seed {seed}, standing at once"
    ));
    let first = decks(&mut server.connect()?, ROUNDS)?;
    differ(&first)?;
    lab.doing(format!("came as a second player with --seed {seed}, drew cards, and compared the decks with those of the first player"));
    let mut player = server.connect()?;
    let mut second = Vec::new();
    for round in 0..ROUNDS {
        if round == 3 {
            // In the middle of one player's game, another one begins.
            same(&first, &decks(&mut server.connect()?, 2)?)?;
        }
        second.push(play(&mut player, |total| total < 16)?);
        player.send("yes\n")?;
    }
    same(&first, &second)?;
    lab.doing(format!(
        "started it again with --seed {seed}, and compared its decks with those of before"
    ));
    let again = seeded(lab, &seed)?;
    same(&first, &decks(&mut again.connect()?, ROUNDS)?)
}

fn has_other_shuffles_for_another_seed(lab: &Lab) -> Verdict {
    let (one, other) = (a_seed(lab), a_seed(lab));
    let mut rounds = Vec::new();
    for seed in [one.as_str(), other.as_str(), "0", "1", "4294967297"] {
        let server = seeded(lab, seed)?;
        rounds.extend(decks(&mut server.connect()?, 3)?);
    }
    lab.doing(format!(
        "compared three rounds with --seed {one}, {other}, 0, 1 and 4294967297"
    ));
    differ(&rounds)
}

fn stacks_each_deck(lab: &Lab) -> Verdict {
    let deck = "2D 10S 3C 9D 4H";
    let server = table::serve(lab, &deck.to_lowercase())?;
    for player in ["first", "second"] {
        lab.doing(format!(
            "came as the {player} player, with --deck \"{}\"",
            deck.to_lowercase()
        ));
        let mut player = server.connect()?;
        player.expect(opening(deck))?;
        player.send("stand\nyes\n")?;
        player.read_until(AGAIN.as_bytes(), "\"play again?\\n\" in the end")?;
        lab.doing("played a second round");
        player.expect(opening(deck))?;
        leave(player)?;
    }
    Ok(())
}

fn shuffles_below_the_stacked_cards(lab: &Lab) -> Verdict {
    let stack = "2D 10S 3C 7D";
    let server = table::serve(lab, stack)?;
    let mut player = server.connect()?;
    lab.doing(format!(
        "played {ROUNDS} rounds with --deck \"{stack}\", drawing cards"
    ));
    let below_17 = |total| total < 17;
    let mut drawn = BTreeSet::new();
    for round in play_rounds(&mut player, ROUNDS, below_17)? {
        if round.dealt[..4] != ["2D", "10S", "3C", "7D"] {
            let got = round.dealt.join(" ");
            return Err(Failure::new(
                Cause::WrongBytes,
                format!("{stack} on top"),
                got,
            ));
        }
        drawn.insert(round.dealt[4..].join(" "));
    }
    lab.doing(format!("played twice with --deck \"{stack}\" and --seed 7"));
    let mut seeded = Vec::new();
    for _ in 0..2 {
        let options = ["--deck", stack, "--seed", "7"];
        let server = lab.serve_with(PROGRAM, ANY_PORT, &options)?;
        seeded.push(play_rounds(&mut server.connect()?, 3, below_17)?);
    }
    same(&seeded[0], &seeded[1])?;
    lab.doing(format!(
        "played {ROUNDS} rounds with --deck \"{stack}\", drawing cards"
    ));
    // Two cards at least are drawn in each round; that two rounds draw the same does happen, that most do does not.
    if drawn.len() > ROUNDS / 2 {
        return Ok(());
    }
    let expected = "other cards below the stacked ones in each round";
    let got = drawn.into_iter().collect::<Vec<String>>().join("; ");
    Err(Failure::new(Cause::WrongBytes, expected, got))
}

fn a_seed(lab: &Lab) -> String {
    // Any u64 is a seed.
    lab.random().number().to_string()
}

fn seeded(lab: &Lab, seed: &str) -> Verdict<Server> {
    lab.serve_with(PROGRAM, ANY_PORT, &["--seed", seed])
}

/// So many rounds of a player who stands at once.
fn decks(player: &mut Connection, rounds: usize) -> Verdict<Vec<Round>> {
    play_rounds(player, rounds, |_| false)
}

/// So many rounds of a player who decides like this.
fn play_rounds(
    player: &mut Connection,
    rounds: usize,
    hits: fn(u32) -> bool,
) -> Verdict<Vec<Round>> {
    let mut played = Vec::new();
    for round in 0..rounds {
        if round > 0 {
            player.send("yes\n")?;
        }
        played.push(play(player, hits)?);
    }
    Ok(played)
}

/// No deck came twice. Two of ten decks begin with the same four cards once in 140,000 times; twice is no accident.
pub(crate) fn differ(rounds: &[Round]) -> Verdict {
    let openings: BTreeSet<&[String]> = rounds.iter().map(|round| &round.dealt[..4]).collect();
    if openings.len() + 1 >= rounds.len() {
        return Ok(());
    }
    let shown: Vec<String> = rounds
        .iter()
        .map(|round| round.dealt[..4].join(" "))
        .collect();
    Err(Failure::new(
        Cause::WrongBytes,
        "another deck each time",
        shown.join("; "),
    ))
}

/// Round by round the same deck, as far as both have seen it.
fn same(expected: &[Round], got: &[Round]) -> Verdict {
    for (one, other) in expected.iter().zip(got) {
        let seen = one.dealt.len().min(other.dealt.len());
        let (one, other): (&[String], &[String]) = (&one.dealt[..seen], &other.dealt[..seen]);
        if one != other {
            return Err(Failure::different(
                Cause::WrongBytes,
                one.join(" ").as_bytes(),
                other.join(" ").as_bytes(),
            ));
        }
    }
    Ok(())
}
