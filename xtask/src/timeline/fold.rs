//! From events to rows: what belongs together becomes one.

use super::hidden;
use super::words;
use grader::Cause;
use grader::CheckReport;
use grader::Event;
use grader::EventKind;
use grader::Failure;
use grader::Side;

/// Data from here on is part of a transfer.
const LARGE: u64 = 1024;
/// A transfer of so many steps is still shown step by step.
const STEPS: usize = 4;
/// So many lines of stderr in a row are still shown, and so many calls of the same name.
pub(super) const LINES: usize = 3;

/// One row of the picture.
pub(super) struct Row {
    pub(super) at_us: u64,
    pub(super) what: What,
    /// How many events it stands for.
    pub(super) events: usize,
}

pub(super) enum What {
    /// An event of a connection that has a lane, perhaps with more words about it.
    Arrow {
        event: Event,
        note: Option<String>,
    },
    /// What the program said or called beside the wire.
    Beside(Event),
    FoldedBeside(String),
    /// What happened on connections without a lane.
    Folded(String),
}

/// The rows of a conversation in which only these connections have lanes. Of what the program says and calls, runs of more than
/// `most` are one row.
pub(super) fn rows(check: &CheckReport, lanes: &[u32], most: usize) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut between = Vec::new();
    for (event, events) in transfers(&check.transcript, lanes) {
        if !event.event.is_on_the_wire() || !lanes.contains(&event.connection) {
            between.push(event);
            continue;
        }
        rows.extend(gather(&std::mem::take(&mut between), most));
        rows.push(Row {
            at_us: event.at_us,
            what: What::Arrow { event, note: None },
            events,
        });
    }
    rows.extend(gather(&between, most));
    mark_difference(&mut rows, check);
    rows
}

/// The events, each with how many it stands for: long transfers are two of them, one in each direction.
fn transfers(events: &[Event], lanes: &[u32]) -> Vec<(Event, usize)> {
    let mut folded: Vec<Option<(Event, usize)>> = events
        .iter()
        .map(|event| Some((event.clone(), 1)))
        .collect();
    for lane in lanes {
        let mut steps: Vec<usize> = Vec::new();
        for (place, event) in events.iter().enumerate() {
            let is_own = event.event.is_on_the_wire() && event.connection == *lane;
            match event.event {
                _ if !is_own => {}
                EventKind::Data => steps.push(place),
                _ => fold_transfer(&mut folded, &std::mem::take(&mut steps)),
            }
        }
        fold_transfer(&mut folded, &steps);
    }
    folded.into_iter().flatten().collect()
}

/// Folds the data at these places, from the first large piece to the last one.
fn fold_transfer(events: &mut [Option<(Event, usize)>], places: &[usize]) {
    let is_large = |place: &usize| {
        let event = events[*place].as_ref();
        event.is_some_and(|(event, _)| event.total() >= LARGE)
    };
    let first = places.iter().position(is_large);
    let last = places.iter().rposition(is_large);
    let Some((first, last)) = first.zip(last) else {
        return;
    };
    if last - first < STEPS {
        return;
    }
    let mut sums: Vec<(Side, usize)> = Vec::new();
    for place in &places[first..=last] {
        let Some((event, _)) = events[*place].take() else {
            continue;
        };
        match sums.iter().find(|(side, _)| *side == event.from) {
            Some((_, sum)) => {
                if let Some((whole, count)) = &mut events[*sum] {
                    whole.length += event.total();
                    whole.pieces += event.pieces;
                    *count += 1;
                }
            }
            None => {
                sums.push((event.from, *place));
                events[*place] = Some((event, 1));
            }
        }
    }
}

/// The rows for what happened between two arrows: on hidden connections, and beside the wire.
fn gather(events: &[Event], most: usize) -> Vec<Row> {
    let (hidden, beside): (Vec<&Event>, Vec<&Event>) = events
        .iter()
        .partition(|event| event.event.is_on_the_wire());
    let mut rows: Vec<Row> = Vec::new();
    if let Some(first) = hidden.first() {
        rows.push(Row {
            at_us: first.at_us,
            what: What::Folded(hidden::summary(&hidden)),
            events: hidden.len(),
        });
    }
    for run in beside.chunk_by(|one, next| is_same(one, next)) {
        if run.len() > most {
            rows.push(folded_beside(run));
            continue;
        }
        rows.extend(run.iter().map(|event| Row {
            at_us: event.at_us,
            what: What::Beside((*event).clone()),
            events: 1,
        }));
    }
    rows.sort_by_key(|row| row.at_us);
    rows
}

/// Lines of stderr are all alike; calls are where they have the same name.
fn is_same(one: &Event, next: &Event) -> bool {
    one.event == next.event && (one.event == EventKind::Stderr || name(one) == name(next))
}

fn folded_beside(run: &[&Event]) -> Row {
    let text = if run[0].event == EventKind::Stderr {
        words::lines_on_stderr(run.len())
    } else {
        words::calls(run.len(), name(run[0]))
    };
    Row {
        at_us: run[0].at_us,
        what: What::FoldedBeside(text),
        events: run.len(),
    }
}

/// What stands before a call's arguments: its name, perhaps with the number of a step.
fn name(call: &Event) -> &str {
    call.bytes.split('(').next().unwrap_or(&call.bytes)
}

/// Says where the difference is that the failure speaks of, at the large data that holds it.
fn mark_difference(rows: &mut [Row], check: &CheckReport) {
    // What was printed is not on the wire.
    let is_here = |failure: &&Failure| failure.cause == Cause::WrongBytes;
    let failure = check.failure.as_ref().filter(is_here);
    let at = failure.and_then(|failure| failure.difference_at);
    let Some(at) = at else { return };
    let last = rows.iter_mut().rev().find_map(|row| match &mut row.what {
        What::Arrow { event, note }
            if event.event == EventKind::Data && event.from == Side::Program =>
        {
            Some((event, note))
        }
        _ => None,
    });
    if let Some((event, note)) = last
        && event.total() >= LARGE
        && at < event.total()
    {
        *note = Some(words::first_difference(at));
    }
}
