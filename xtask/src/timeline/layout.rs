//! Where everything stands: the lanes, the program's line, the column of times.

use super::fold::Row;
use super::fold::What;
use super::words;
use crate::messages::wrap;
use grader::Event;
use grader::EventKind;
use grader::Side;

/// More lanes than these confuse more than they show.
const MOST_LANES: usize = 4;
/// Characters between the last lane and the program's line, where the screen is wide enough.
const ROOM: usize = 44;
/// With less than this, the margin, the lanes and the times move together.
const COMFORTABLE: usize = 30;
/// With less than this, there are fewer lanes.
const LEAST: usize = 16;
/// On a screen narrower than this, lines may be longer than it.
const NARROWEST: usize = 32;

/// The places of one picture.
pub(super) struct Layout {
    /// How long a line may be.
    width: usize,
    margin: usize,
    /// From one lane to the next.
    gap: usize,
    room: usize,
    /// Digits of a time.
    time: usize,
    /// The connections that have a lane, in their order.
    pub(super) lanes: Vec<u32>,
    labels: Vec<String>,
}

impl Layout {
    pub(super) fn new(events: &[Event], width: usize) -> Layout {
        let width = width.max(NARROWEST);
        let ranked = ranked(events);
        let lanes = ranked.len().min(MOST_LANES);
        let label = |lane: &u32| label(events, *lane);
        let widest = ranked[..lanes].iter().map(|lane| label(lane).len()).max();
        let widest = widest.unwrap_or_default();
        let digits = digits(events);
        let build = |margin: usize, gap: usize, time: usize, lanes: usize| {
            let gap = gap.max(widest + 1);
            let taken = margin + time + " ms".len() + 3 + gap * lanes.saturating_sub(1);
            let mut chosen = ranked[..lanes].to_vec();
            chosen.sort_unstable();
            let labels = if ranked.len() > 1 {
                chosen.iter().map(label).collect()
            } else {
                Vec::new()
            };
            let room = width.saturating_sub(taken).min(ROOM);
            Layout {
                width,
                margin,
                gap,
                room,
                time,
                lanes: chosen,
                labels,
            }
        };
        let comfortable = build(2, 5, digits.max(9), lanes);
        if comfortable.room >= COMFORTABLE {
            return comfortable;
        }
        let narrow = (1..=lanes).rev().map(|lanes| build(0, 3, digits, lanes));
        let mut narrow = narrow.skip_while(|layout| layout.room < LEAST && layout.lanes.len() > 1);
        narrow.next().unwrap_or_else(|| build(0, 3, digits, 0))
    }

    /// Who stands where.
    pub(super) fn header(&self, program: &str) -> Vec<String> {
        let line = self.margin + self.inner() + 1;
        let short = program.split(" (pid").next().unwrap_or(program);
        let first = "check ".len();
        let name = if first + program.chars().count() <= self.width {
            program.to_owned()
        } else {
            words::cut(short, self.width - first)
        };
        let column = line.saturating_sub(5);
        let column = column.min(self.width - name.chars().count()).max(first);
        let mut lines = vec![format!("{:<column$}{name}", "check")];
        if !self.labels.is_empty() {
            let gap = self.gap;
            let labels: String = self
                .labels
                .iter()
                .map(|label| format!("{label:<gap$}"))
                .collect();
            lines.push(format!(
                "{:width$}{}",
                "",
                labels.trim_end(),
                width = self.margin
            ));
        }
        lines
    }

    /// The lines of one row.
    pub(super) fn row(&self, row: &Row, start: u64) -> Vec<String> {
        let time = format!(" {:>width$} ms", time(row.at_us, start), width = self.time);
        match &row.what {
            What::Arrow { event, note } => {
                let mut lines = vec![format!("{}{time}", self.arrow(event))];
                lines.extend(note.iter().flat_map(|note| self.note(note, event.from)));
                lines
            }
            What::Beside(event) => {
                let text = words::of(event, self.room.saturating_sub(2));
                vec![format!("{}{time}", self.quiet(&text, Side::Program))]
            }
            What::FoldedBeside(text) => {
                let mut lines: Vec<String> = self.note(text, Side::Program);
                lines[0].push_str(&time);
                lines
            }
            What::Folded(text) => self.folded(text, &time),
        }
    }

    /// A line that stands for what is left out.
    pub(super) fn gap(&self, text: &str) -> String {
        format!("{:width$}: {text}", "", width = self.margin)
    }

    /// The characters between the first lane and the program's line.
    fn inner(&self) -> usize {
        self.gap * self.lanes.len().saturating_sub(1) + self.room
    }

    fn arrow(&self, event: &Event) -> String {
        let several = self.lanes.len() > 1;
        let own = self.lanes.iter().position(|lane| *lane == event.connection);
        let own = own.unwrap_or_default();
        let last = self.lanes.len().saturating_sub(1);
        let mut line = " ".repeat(self.margin);
        for lane in 0..last {
            let (mark, fill) = match (lane < own, lane == own, event.from) {
                (true, ..) => ('|', " ".repeat(self.gap - 1)),
                (false, true, Side::Check) => ('+', "-".repeat(self.gap - 1)),
                (false, true, Side::Program) => ('|', format!("<{}", "-".repeat(self.gap - 2))),
                (false, false, _) => ('|', "-".repeat(self.gap - 1)),
            };
            line.push(mark);
            line.push_str(&fill);
        }
        let starts_here = several && own == last && event.from == Side::Check;
        line.push(if starts_here { '+' } else { '|' });
        let begin = if several { "-" } else { "" };
        let text = words::of(event, self.room.saturating_sub(4 + begin.len()));
        let used = text.chars().count() + begin.len() + 3;
        let dashes = "-".repeat(self.room.saturating_sub(used));
        let head = if own == last { "<" } else { "-" };
        line.push_str(&match event.from {
            Side::Check => format!("{begin} {text} {dashes}>|"),
            Side::Program => format!("{head}{begin}{dashes} {text} |"),
        });
        line
    }

    /// More words about the row above.
    fn note(&self, text: &str, side: Side) -> Vec<String> {
        let lines = wrap(text, self.room.saturating_sub(2));
        lines.iter().map(|line| self.quiet(line, side)).collect()
    }

    /// A row without an arrow, its text on that side.
    fn quiet(&self, text: &str, side: Side) -> String {
        let text = words::cut(text, self.room.saturating_sub(2));
        let room = self.room.saturating_sub(2);
        let text = match side {
            Side::Check => format!(" {text:<room$} "),
            Side::Program => format!(" {text:>room$} "),
        };
        let lanes =
            format!("|{}", " ".repeat(self.gap - 1)).repeat(self.lanes.len().saturating_sub(1));
        format!("{:margin$}{lanes}|{text}|", "", margin = self.margin)
    }

    /// A row across all lanes.
    fn folded(&self, text: &str, time: &str) -> Vec<String> {
        let inner = self.inner();
        let mut lines: Vec<String> = wrap(text, inner.saturating_sub(2))
            .iter()
            .map(|line| {
                format!(
                    "{:margin$}: {line:<width$}:",
                    "",
                    margin = self.margin,
                    width = inner - 1
                )
            })
            .collect();
        lines[0].push_str(time);
        lines
    }
}

/// When the conversation began: with the first event on the wire, or where there is none, the first of all.
pub(super) fn start(events: &[Event]) -> u64 {
    let mut wire = events.iter().filter(|event| event.event.is_on_the_wire());
    wire.next()
        .or(events.first())
        .map_or(0, |event| event.at_us)
}

/// How many characters the longest time has.
fn digits(events: &[Event]) -> usize {
    let start = start(events);
    let times = events.iter().map(|event| time(event.at_us, start).len());
    times.max().unwrap_or_default()
}

/// In milliseconds; what came before the conversation has a minus.
fn time(at_us: u64, start: u64) -> String {
    format!("{:.1}", (at_us as f64 - start as f64) / 1000.0)
}

/// All connections, those first that the last events are about. Our closing of them, which ends every check, says nothing.
fn ranked(events: &[Event]) -> Vec<u32> {
    let is_ours = |event: &&&Event| event.event == EventKind::Close && event.from == Side::Check;
    let wire: Vec<&Event> = events
        .iter()
        .filter(|event| event.event.is_on_the_wire())
        .collect();
    let spoken = wire.iter().rev().filter(|event| !is_ours(event));
    let closed = wire.iter().rev().filter(is_ours);
    let mut ranked = Vec::new();
    let mut known = std::collections::HashSet::new();
    for event in spoken.chain(closed) {
        if known.insert(event.connection) {
            ranked.push(event.connection);
        }
    }
    ranked
}

/// What a lane is called.
fn label(events: &[Event], lane: u32) -> String {
    let is_dns = |event: &Event| {
        event.connection == lane && matches!(event.event, EventKind::Query | EventKind::Answer)
    };
    if events.iter().any(is_dns) {
        "DNS".to_owned()
    } else {
        format!("#{lane}")
    }
}
