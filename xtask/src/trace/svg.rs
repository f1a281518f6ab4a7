//! The conversation as a picture that a browser shows, light or dark: our connections on the left, the program on the right, time
//! running down. No script, no font and no link of its own.

mod marks;
mod text;

use super::Story;
use super::picture::Picture;
use super::picture::Row;
use super::picture::What;
use super::picture::picture;
use crate::messages;
use crate::messages::trace::Shape;
use grader::EventKind;
use grader::Failure;
use grader::Side;
use marks::arrow;
use std::fmt::Write;
use text::broken;
use text::escape;
use text::pointed;
use text::wrapped;

const STYLE: &str = include_str!("svg.css");

/// All lengths are in pixels. A letter of the monospaced font is about so wide.
const LETTER: f64 = 7.9;
const MARGIN: f64 = 28.0;
/// Times end here, and the first lane is beyond.
const TIMES: f64 = 112.0;
const FIRST_LANE: f64 = 142.0;
const BETWEEN_LANES: f64 = 38.0;
/// Between the last lane and the program, where the words stand.
const CONVERSATION: f64 = 520.0;
/// Right of the program, with and without notes.
const NOTES: f64 = 400.0;
const NO_NOTES: f64 = 200.0;
const ROW: f64 = 34.0;
const GAP_ROW: f64 = 26.0;
const LINE: f64 = 18.0;
/// Of a longer note, so many lines are shown.
const NOTE_LINES: usize = 6;
/// Of what was expected and got, so many lines.
const FAILURE_LINES: usize = 5;

/// A drawing that grows downwards.
struct Drawing {
    body: String,
    y: f64,
    width: f64,
    program_x: f64,
}

pub(super) fn document(story: &Story<'_>) -> String {
    let picture = picture(story);
    let has_notes = picture.rows.iter().any(|row| row.what == What::Note);
    let program_x = lane_x(picture.lanes.len().saturating_sub(1)) + CONVERSATION;
    let mut drawing = Drawing {
        body: String::new(),
        y: MARGIN,
        width: program_x + if has_notes { NOTES } else { NO_NOTES },
        program_x,
    };
    drawing.heading(story);
    if let Some(failure) = &story.check.failure {
        drawing.failure(failure);
    }
    if picture.rows.is_empty() {
        drawing.y += LINE;
        drawing.words(MARGIN, "faint", messages::trace::NOTHING_SAID);
    } else {
        drawing.conversation(story, &picture);
        drawing.key();
    }
    let (width, height) = (drawing.width, drawing.y + MARGIN);
    let title = escape(&format!("{}: {}", story.check.program, story.check.title));
    let body = drawing.body;
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" width=\"{width}\" height=\"{height}\" \
         viewBox=\"0 0 {width} {height}\">\n<title>{title}</title>\n<style>\n{STYLE}</style>\n\
         <rect class=\"paper\" width=\"100%\" height=\"100%\"/>\n{body}</svg>\n"
    )
}

fn lane_x(lane: usize) -> f64 {
    FIRST_LANE + lane as f64 * BETWEEN_LANES
}

impl Drawing {
    fn heading(&mut self, story: &Story<'_>) {
        let check = story.check;
        self.y += 8.0;
        self.words(
            MARGIN,
            "faint",
            &messages::trace::heading(story.lesson, check),
        );
        self.y += 30.0;
        self.words(
            MARGIN,
            "title",
            &format!("{} {}", check.program, check.title),
        );
        self.y += 26.0;
        let class = if check.failure.is_some() {
            "strong bad"
        } else {
            "strong good"
        };
        self.words(MARGIN, class, &messages::trace::verdict(check));
        self.y += 20.0;
    }

    /// What was done, expected and got, on a panel of its own.
    fn failure(&mut self, failure: &Failure) {
        let letters = ((self.width - 2.0 * MARGIN - 130.0) / LETTER) as usize;
        let mut lines: Vec<(&str, String)> = Vec::new();
        for (label, text) in messages::trace::failure(failure) {
            let is_got = label == messages::trace::GOT;
            let wrapped = match failure.caret {
                Some(caret) if is_got => pointed(&text, caret, letters),
                Some(_) => broken(&text, letters),
                None => wrapped(&text, letters, FAILURE_LINES),
            };
            let labels = std::iter::once(label).chain(std::iter::repeat(""));
            lines.extend(labels.zip(wrapped));
        }
        let height = lines.len() as f64 * LINE + 22.0;
        let (y, width) = (self.y, self.width - 2.0 * MARGIN);
        self.tag(&format!(
            "<rect class=\"panel\" x=\"{MARGIN}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" rx=\"6\"/>"
        ));
        self.y += 10.0;
        for (label, text) in lines {
            self.y += LINE;
            self.words(MARGIN + 16.0, "faint", label);
            self.code(MARGIN + 106.0, "start", "", &text);
        }
        self.y += 30.0;
    }

    fn conversation(&mut self, story: &Story<'_>, picture: &Picture) {
        self.y += 18.0;
        self.heads(story, picture);
        let heights: Vec<f64> = picture.rows.iter().map(height).collect();
        let bottom = self.y + heights.iter().sum::<f64>() + 14.0;
        self.lifelines(picture, &heights, bottom);
        let start = picture.rows.first().map_or(0, |row| row.at_us);
        let wrong = wrong_row(story, picture);
        for (place, (row, height)) in picture.rows.iter().zip(&heights).enumerate() {
            if wrong == Some(place) {
                let (y, width) = (self.y + 2.0, self.width - MARGIN);
                self.tag(&format!(
                    "<rect class=\"band\" x=\"{}\" y=\"{y}\" width=\"{width}\" height=\"{ROW}\" rx=\"4\"/>",
                    MARGIN / 2.0
                ));
                let (x, y) = (self.program_x + 14.0, self.y + 22.0);
                self.text(
                    x,
                    y,
                    "start",
                    "words strong bad",
                    messages::trace::WRONG_HERE,
                );
            }
            self.row(row, start);
            self.y += height;
        }
        self.y = bottom + 8.0;
    }

    /// The numbers of the connections above their lanes, and the program's name.
    fn heads(&mut self, story: &Story<'_>, picture: &Picture) {
        let y = self.y;
        for (lane, connection) in picture.lanes.iter().enumerate() {
            let x = lane_x(lane);
            let ends = messages::trace::ends(*connection, story.conversation(*connection));
            self.tag(&format!(
                "<g><title>{}</title><rect class=\"pill\" x=\"{}\" y=\"{}\" width=\"34\" height=\"22\" rx=\"11\"/>\
                 <text x=\"{x}\" y=\"{}\" text-anchor=\"middle\">{connection}</text></g>",
                escape(&ends), x - 17.0, y - 15.0, y + 1.0
            ));
        }
        let (check, program) = messages::trace::sides(story.check);
        self.text(MARGIN, y, "start", "words strong", &check);
        self.text(self.program_x, y, "middle", "words strong", &program);
        self.y += 14.0;
    }

    /// A line for each connection while it is open, and one for the program.
    fn lifelines(&mut self, picture: &Picture, heights: &[f64], bottom: f64) {
        let (top, x) = (self.y - 6.0, self.program_x);
        self.line("program", x, top, x, bottom);
        for lane in 0..picture.lanes.len() {
            let x = lane_x(lane);
            self.line("line", x, top, x, bottom);
            let mut y = self.y;
            let mut life: Option<(f64, f64)> = None;
            for (row, height) in picture.rows.iter().zip(heights) {
                if matches!(row.what, What::Event { lane: of, .. } if of == lane) {
                    let at = y + 24.0;
                    life = Some((life.map_or(at, |(from, _)| from), at));
                }
                y += height;
            }
            if let Some((from, to)) = life {
                self.line("open", x, from, x, to.max(from + 1.0));
            }
        }
    }

    fn row(&mut self, row: &Row, start: u64) {
        let y = self.y + 24.0;
        match &row.what {
            What::Gap => {
                let x = self.program_x - CONVERSATION / 2.0;
                self.text(x, self.y + 17.0, "middle", "words faint", &row.words);
                return;
            }
            What::Note => self.note(row),
            What::Event { lane, from, event } => self.arrow(*lane, *from, *event, &row.words),
        }
        let time = messages::trace::time(row.at_us - start);
        self.text(TIMES, y + 4.0, "end", "faint", &time);
    }

    /// What the program said or called, beside its line.
    fn note(&mut self, row: &Row) {
        let lines = note_lines(&row.words);
        let (x, y) = (self.program_x + 18.0, self.y + 5.0);
        let (width, height) = (NOTES - 18.0 - MARGIN, lines.len() as f64 * LINE + 8.0);
        self.tag(&format!(
            "<path class=\"note\" d=\"M{x} {y}h{width}v{height}h-{width}v-{}l-8 -5l8 -5z\"/>",
            height - 18.0 - 5.0
        ));
        for (place, line) in lines.iter().enumerate() {
            let y = y + 17.0 + place as f64 * LINE;
            self.text(x + 10.0, y, "start", "", line);
        }
    }

    /// An arrow from one side to the other, and its words above it. What happened shows in the shapes at its ends.
    fn arrow(&mut self, lane: usize, from: Side, event: EventKind, words: &str) {
        let (y, left, right) = (self.y + 24.0, lane_x(lane), self.program_x);
        let (start, tip) = match from {
            Side::Check => (left, right - 3.0),
            Side::Program => (right, left + 3.0),
        };
        let class = match (event, from) {
            (EventKind::Reset | EventKind::Refused, _) => "broken",
            (_, Side::Check) => "check-side",
            (_, Side::Program) => "program-side",
        };
        self.tag(&arrow(Shape::of(event), class, start, tip, y));
        let last_lane = self.program_x - CONVERSATION;
        match from {
            Side::Check => self.text(last_lane + 22.0, y - 7.0, "start", "", words),
            Side::Program => self.text(right - 22.0, y - 7.0, "end", "", words),
        }
    }

    /// What the shapes mean.
    fn key(&mut self) {
        self.y += 20.0;
        let mut x = MARGIN;
        for shape_of in Shape::ALL {
            let name = messages::trace::shape(shape_of);
            let class = match shape_of {
                Shape::Reset | Shape::Refused => "broken",
                _ => "check-side",
            };
            let y = self.y - 4.0;
            self.tag(&arrow(shape_of, class, x + 4.0, x + 48.0, y));
            self.text(x + 60.0, self.y, "start", "words faint", name);
            x += 60.0 + name.chars().count() as f64 * 7.2 + 18.0;
        }
    }

    fn words(&mut self, x: f64, class: &str, text: &str) {
        let y = self.y;
        self.text(x, y, "start", &format!("words {class}"), text);
    }

    fn code(&mut self, x: f64, anchor: &str, class: &str, text: &str) {
        let y = self.y;
        self.text(x, y, anchor, class, text);
    }

    fn text(&mut self, x: f64, y: f64, anchor: &str, class: &str, text: &str) {
        if !text.is_empty() {
            let text = escape(text);
            self.tag(&format!(
                "<text xml:space=\"preserve\" class=\"{class}\" x=\"{x}\" y=\"{y}\" text-anchor=\"{anchor}\">{text}</text>"
            ));
        }
    }

    fn line(&mut self, class: &str, x: f64, y: f64, to_x: f64, to_y: f64) {
        self.tag(&format!(
            "<line class=\"{class}\" x1=\"{x}\" y1=\"{y}\" x2=\"{to_x}\" y2=\"{to_y}\"/>"
        ));
    }

    fn tag(&mut self, tag: &str) {
        let _ = writeln!(self.body, "{tag}");
    }
}

fn height(row: &Row) -> f64 {
    match row.what {
        What::Event { .. } => ROW,
        What::Note => (note_lines(&row.words).len() as f64 * LINE + 18.0).max(ROW),
        What::Gap => GAP_ROW,
    }
}

fn note_lines(words: &str) -> Vec<String> {
    let letters = ((NOTES - 18.0 - MARGIN - 20.0) / LETTER) as usize;
    wrapped(words, letters, NOTE_LINES)
}

/// The row in which the first wrong byte came.
fn wrong_row(story: &Story<'_>, picture: &Picture) -> Option<usize> {
    let failure = story
        .check
        .failure
        .as_ref()
        .filter(|failure| failure.caret.is_some())?;
    picture.rows.iter().rposition(|row| {
        row.at_us <= failure.at_us
            && matches!(
                row.what,
                What::Event {
                    from: Side::Program,
                    event: EventKind::Data,
                    ..
                }
            )
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trace::sample;

    #[test]
    fn everything_that_happened_is_drawn_and_nothing_else_is_markup() {
        let mut stderr = sample::event(250, 0, Side::Program, EventKind::Stderr);
        stderr.words = "<script>".to_owned();
        let pieces = vec![
            sample::event(0, 1, Side::Check, EventKind::Connect),
            sample::data(100, 1, Side::Check, b"<a & b>"),
            stderr,
            sample::data(300, 1, Side::Program, b"wrong"),
            sample::event(400, 1, Side::Program, EventKind::Reset),
        ];
        sample::check(
            |story| {
                let text = document(story);
                for wanted in [
                    "sends &lt;one&gt; line back",
                    "&quot;&lt;a &amp; b&gt;&quot;",
                    "&lt;script&gt;",
                    "echo-server (pid 4123)",
                    messages::trace::WRONG_HERE,
                    messages::trace::FIRST_DIFFERENCE,
                    ">reset<",
                    "prefers-color-scheme: dark",
                ] {
                    assert!(text.contains(wanted), "no {wanted} in\n{text}");
                }
                assert!(
                    !text.contains("<script") && !text.contains("href"),
                    "{text}"
                );
                assert_eq!(
                    text.matches("<text").count(),
                    text.matches("</text>").count()
                );
            },
            pieces,
        );
    }
}
