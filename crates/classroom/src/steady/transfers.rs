//! Large amounts that go both ways at once, brought into one form: how they were cut into pieces, and how much of them fitted into the system's
//! buffers, is chance.

use grader::Event;
use grader::EventKind;
use grader::Side;
use std::collections::BTreeSet;

/// From this length on, data is a part of a transfer.
const LARGE: u64 = 1024;
/// A transfer of more than this, in one direction, has filled buffers on its way.
const MEASURED: u64 = 4096;
/// So many bytes are kept of a piece of data.
const KEPT: usize = 256;

/// Makes one event for each direction of every transfer, and counts large ones as [`Event::measured`].
pub(super) fn fold(events: &mut Vec<Event>) {
    let connections: BTreeSet<u32> = events.iter().map(|event| event.connection).collect();
    // Each place holds its event; that of a transfer's beginning holds one for each direction, the others of a transfer none.
    let mut folded: Vec<Vec<Event>> = events.drain(..).map(|event| vec![event]).collect();
    for connection in connections {
        let mut places = Vec::new();
        for place in 0..folded.len() {
            let Some(event) = folded[place].first() else {
                continue;
            };
            if event.connection != connection {
                continue;
            }
            match (event.event, event.from) {
                (EventKind::Data, _) => places.push(place),
                // Said behind the last byte by one thread of the check, while another one reads.
                (EventKind::End, Side::Check) => {}
                _ => fold_one(&mut folded, &std::mem::take(&mut places)),
            }
        }
        fold_one(&mut folded, &places);
    }
    events.extend(folded.into_iter().flatten());
}

/// Folds the data at these places of one connection, from the first large piece to the last one and the program's words behind it.
fn fold_one(events: &mut [Vec<Event>], places: &[usize]) {
    let large = |place: &usize| events[*place].iter().any(|event| event.length >= LARGE);
    let is_programs = |place: &&usize| {
        let mut here = events[**place].iter();
        here.all(|event| event.from == Side::Program)
    };
    let Some((first, last)) = places
        .iter()
        .position(large)
        .zip(places.iter().rposition(large))
    else {
        return;
    };
    let behind = places[last + 1..].iter().take_while(is_programs).count();
    let transfer = &places[first..=last + behind];
    let mut sums: Vec<Event> = Vec::new();
    for event in transfer
        .iter()
        .flat_map(|place| std::mem::take(&mut events[*place]))
    {
        match sums.iter_mut().find(|sum| sum.from == event.from) {
            Some(sum) => add(sum, &event),
            None => sums.push(event),
        }
    }
    if sums.iter().any(|sum| sum.length > MEASURED) {
        for sum in &mut sums {
            sum.measured = std::mem::take(&mut sum.length);
        }
    }
    events[places[first]] = sums;
}

/// Adds data that came behind it.
fn add(sum: &mut Event, more: &Event) {
    let kept = units(&sum.bytes).count();
    // Behind a gap nothing can be added.
    if kept as u64 == sum.length {
        let room = KEPT.saturating_sub(kept);
        sum.bytes.extend(units(&more.bytes).take(room));
    }
    sum.length += more.length;
    sum.pieces += more.pieces;
}

/// The single bytes of an escaped text: `a`, `\n`, `\x00`.
fn units(escaped: &str) -> impl Iterator<Item = &str> {
    let mut rest = escaped;
    std::iter::from_fn(move || {
        let length = match rest.strip_prefix('\\') {
            Some(after) if after.starts_with('x') => 4,
            Some(_) => 2,
            None => rest.chars().next()?.len_utf8(),
        };
        let (unit, after) = rest.split_at_checked(length).unwrap_or((rest, ""));
        rest = after;
        Some(unit)
    })
}
