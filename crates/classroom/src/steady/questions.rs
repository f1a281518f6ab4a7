//! The order of a resolver's questions, and how often it asks.

use grader::Event;
use grader::EventKind;
use grader::Side;
use std::collections::BTreeMap;
use std::ops::Range;

/// So often the same question is shown: whoever asks on and on does so until it is ended.
const REPEATED: usize = 8;

/// Takes the questions out that have been asked too often already.
pub(super) fn forget_repeated(events: &mut Vec<Event>) {
    let mut asked: BTreeMap<(u32, String), usize> = BTreeMap::new();
    let mut place = 0;
    while place < events.len() {
        let Some(text) = question(&events[place]) else {
            place += 1;
            continue;
        };
        let times = asked.entry((events[place].connection, text.to_owned()));
        let times = times.or_default();
        *times += 1;
        let block = block(events, place);
        if *times > REPEATED {
            events.drain(block);
        } else {
            place = block.end;
        }
    }
}

/// Puts a connection that the check has accepted behind the questions that follow it: a program may ask on while the check gets to accepting.
pub(super) fn accept_later(events: &mut [Event]) {
    for place in (0..events.len()).rev() {
        let event = &events[place];
        if (event.from, event.event) != (Side::Program, EventKind::Connect) {
            continue;
        }
        let behind = &events[place + 1..];
        let of_names = |event: &&Event| matches!(event.event, EventKind::Query | EventKind::Answer);
        let questions = behind.iter().take_while(of_names).count();
        events[place..=place + questions].rotate_left(1);
    }
}

/// Puts every question for an IPv6 address behind the same one for an IPv4 address: a resolver asks both at once, and whether the second one is
/// seen before what the first one's answer brings about is chance.
pub(super) fn order(events: &mut [Event]) {
    let mut place = 0;
    while place < events.len() {
        if let Some(wanted) = place_of_sister(events, place) {
            let block = block(events, place);
            let length = block.len();
            events[wanted..block.end].rotate_right(length);
            place += length;
        } else {
            place += 1;
        }
    }
}

/// Where this question belongs: behind its sister, and her answer, where she has none yet.
fn place_of_sister(events: &[Event], place: usize) -> Option<usize> {
    let event = &events[place];
    let name = question(event)?.strip_prefix("AAAA ")?;
    let is = |event: &Event, kind: &str| {
        event.connection == events[place].connection
            && question(event).and_then(|text| text.strip_prefix(kind)) == Some(name)
    };
    let sister = events[..place].iter().rposition(|event| is(event, "A "))?;
    let has_one = events[sister..place].iter().any(|event| is(event, "AAAA "));
    let behind = block(events, sister).end;
    (!has_one && behind < place).then_some(behind)
}

fn question(event: &Event) -> Option<&str> {
    (event.event == EventKind::Query).then_some(event.bytes.as_str())
}

/// A question and the answer behind it, where there is one.
fn block(events: &[Event], question: usize) -> Range<usize> {
    let is_answered = events.get(question + 1).is_some_and(|next| {
        next.event == EventKind::Answer && next.connection == events[question].connection
    });
    question..question + 1 + usize::from(is_answered)
}
