//! Folds long runs of the same calls: a transfer of megabytes is two calls, made a thousand times.

use super::Call;

/// A run is made of at most so many calls, over and over.
const LONGEST_ROUND: usize = 4;
/// So many rounds are shown, and a run has at least so many more.
const SHOWN: usize = 2;
const FOLDED: usize = 4;

/// One call of a thread.
pub(super) struct Step {
    pub(super) call: Call,
    /// What makes two calls the same: the name, the descriptor, and how it ended.
    pub(super) kind: String,
    /// How many bytes it carried.
    pub(super) bytes: u64,
}

impl Step {
    /// The call with its descriptor, and without what it carried: `recv(4)`.
    fn short(&self) -> String {
        let text = &self.call.text;
        let end = text.find([',', ')']).unwrap_or(text.len());
        format!("{})", &text[..end])
    }
}

/// The calls of one thread, in their order.
pub(super) fn fold(steps: Vec<Step>) -> Vec<Call> {
    let mut calls = Vec::new();
    let mut at = 0;
    while at < steps.len() {
        let (round, rounds) = longest_run(&steps[at..]);
        if rounds < SHOWN + FOLDED {
            calls.push(steps[at].call.clone());
            at += 1;
            continue;
        }
        let run = &steps[at..at + round * rounds];
        let (shown, folded) = run.split_at(round * SHOWN);
        calls.extend(shown.iter().map(|step| step.call.clone()));
        calls.push(Call {
            at_us: folded[0].call.at_us,
            text: summary(folded, round),
        });
        at += run.len();
    }
    calls
}

/// How many calls the steps begin with that repeat, and how often.
fn longest_run(steps: &[Step]) -> (usize, usize) {
    let rounds = |round: usize| {
        let same = |at: usize| steps[at].kind == steps[at % round].kind;
        let same = (0..steps.len()).take_while(|at| same(*at)).count();
        (round, same / round)
    };
    let candidates = (1..=LONGEST_ROUND.min(steps.len())).map(rounds);
    // The shortest round of those that cover most.
    candidates
        .rev()
        .max_by_key(|(round, rounds)| {
            if *rounds < SHOWN + FOLDED {
                0
            } else {
                round * rounds
            }
        })
        .unwrap_or((1, 1))
}

/// `… 532 more rounds: recv(4), send(4)`, or `… 40 more: recv(4), 40960 bytes`.
fn summary(folded: &[Step], round: usize) -> String {
    let rounds = folded.len() / round;
    let calls: Vec<String> = folded[..round].iter().map(Step::short).collect();
    let calls = calls.join(", ");
    if round > 1 {
        // What is read is written again, mostly: the sum of their bytes would say nothing.
        return format!("… {rounds} more rounds: {calls}");
    }
    match folded.iter().map(|step| step.bytes).sum::<u64>() {
        0 => format!("… {rounds} more: {calls}"),
        bytes => format!("… {rounds} more: {calls}, {bytes} bytes"),
    }
}
