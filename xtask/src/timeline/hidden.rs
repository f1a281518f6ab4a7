//! What happened on connections that have no lane, in one sentence.

use grader::Event;
use grader::EventKind;
use grader::Side;
use grader::thousands;
use std::collections::BTreeMap;

/// What happened on one of them.
#[derive(Default)]
struct Part {
    sent: u64,
    came: u64,
}

/// `… 198 more connections: connect, 64 bytes each way, close …`
pub(super) fn summary(events: &[&Event]) -> String {
    let mut parts: BTreeMap<u32, Part> = BTreeMap::new();
    let mut steps: Vec<(&str, usize)> = Vec::new();
    for event in events {
        let part = parts.entry(event.connection).or_default();
        let step = match (event.event, event.from) {
            (EventKind::Data, Side::Check) => {
                part.sent += event.total();
                "data"
            }
            (EventKind::Data, Side::Program) => {
                part.came += event.total();
                "data"
            }
            (kind, from) => word(kind, from),
        };
        match steps.iter_mut().find(|(known, _)| *known == step) {
            Some((_, times)) => *times += 1,
            None => steps.push((step, 1)),
        }
    }
    let amount = amount(parts.values());
    let steps: Vec<String> = steps
        .into_iter()
        .map(|(step, times)| match step {
            "data" => amount.clone(),
            step if times == parts.len() => step.to_owned(),
            step => format!("{} × {step}", thousands(times as u64)),
        })
        .collect();
    format!("… {}: {} …", who(&parts), steps.join(", "))
}

fn who(parts: &BTreeMap<u32, Part>) -> String {
    match parts.first_key_value() {
        Some((number, _)) if parts.len() == 1 => format!("connection #{number}"),
        _ => format!("{} more connections", thousands(parts.len() as u64)),
    }
}

fn word(kind: EventKind, from: Side) -> &'static str {
    match kind {
        EventKind::Connect => "connect",
        EventKind::Refused => "not connected",
        EventKind::End if from == Side::Check => "half-close",
        EventKind::End => "end of file",
        EventKind::Reset => "reset",
        EventKind::Close => "close",
        EventKind::Query => "DNS question",
        EventKind::Answer => "DNS answer",
        EventKind::Data | EventKind::Stderr | EventKind::Call => "",
    }
}

/// How much went to the program and came back: of each connection where all are alike, else of all together.
fn amount<'a>(parts: impl Iterator<Item = &'a Part>) -> String {
    let parts: Vec<&Part> = parts.filter(|part| part.sent + part.came > 0).collect();
    let first = parts.first().map_or((0, 0), |part| (part.sent, part.came));
    let are_alike = parts.iter().all(|part| (part.sent, part.came) == first);
    let (sent, came, all) = if are_alike {
        (first.0, first.1, "")
    } else {
        let sent = parts.iter().map(|part| part.sent).sum();
        let came = parts.iter().map(|part| part.came).sum();
        (sent, came, " in all")
    };
    let bytes = |count: u64| match count {
        1 => "1 byte".to_owned(),
        count => format!("{} bytes", thousands(count)),
    };
    match (sent, came) {
        (sent, came) if sent == came => format!("{} each way{all}", bytes(sent)),
        (sent, 0) => format!("{} sent{all}", bytes(sent)),
        (0, came) => format!("{} back{all}", bytes(came)),
        (sent, came) => format!("{} sent, {} back{all}", bytes(sent), bytes(came)),
    }
}
