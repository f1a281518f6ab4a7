//! Two texts above each other, and a caret below the first difference, on a screen of any width.

use super::INDENT;
use crate::messages::wrap;
use std::fmt::Write;

/// So much behind the caret is always shown: an escape is up to four characters long, and its first one tells nothing.
const BEHIND: usize = 8;

/// The lines for `expected` and `got`, which are equal up to the column `caret`, and the caret. Where the screen has no room for
/// them, what is quoted is cut to the same window around it, and the words behind it go on below.
pub(super) fn lines(expected: &str, got: &str, caret: usize, after: f64, room: usize) -> String {
    let room = room.max(3 * BEHIND);
    let (expected, got) = (Split::new(expected), Split::new(got));
    let longest = expected.length().max(got.length());
    let from = if longest <= room || caret + BEHIND < room {
        0
    } else {
        caret - (room / 2).min(caret)
    };
    let caret = caret - from;
    let mut text = String::new();
    let [(first, more), (got, more_got)] = [expected, got].map(|split| split.fitting(from, room));
    let _ = writeln!(text, "{INDENT}expected  {first}");
    below(&mut text, &more);
    let _ = writeln!(text, "{INDENT}got       {got}");
    let words = format!("first difference, after {after:.1} ms");
    let _ = if caret + 2 + words.len() <= room {
        writeln!(text, "{INDENT}{:10}{:caret$}^ {words}", "", "")
    } else if words.len() < caret {
        writeln!(
            text,
            "{INDENT}{:10}{words:>width$} ^",
            "",
            width = caret - 1
        )
    } else {
        writeln!(text, "{INDENT}{:10}{:caret$}^", "", "")
    };
    if caret + 2 + words.len() > room && words.len() >= caret {
        below(&mut text, &wrap(&words, room));
    }
    below(&mut text, &more_got);
    text
}

fn below(text: &mut String, lines: &[String]) {
    for line in lines {
        let _ = writeln!(text, "{INDENT}{:10}{line}", "");
    }
}

/// A text that begins with a quote, and the words behind it.
struct Split<'a> {
    quote: &'a str,
    words: &'a str,
}

impl<'a> Split<'a> {
    fn new(text: &'a str) -> Split<'a> {
        let mut inside = false;
        let mut escaped = false;
        for (place, letter) in text.char_indices() {
            if letter == '"' && !escaped {
                if inside {
                    let (quote, words) = text.split_at(place + 1);
                    return Split { quote, words };
                }
                inside = true;
            }
            escaped = letter == '\\' && !escaped;
        }
        Split {
            quote: text,
            words: "",
        }
    }

    fn length(&self) -> usize {
        self.quote.chars().count()
    }

    /// The first line, and those below it.
    fn fitting(&self, from: usize, room: usize) -> (String, Vec<String>) {
        let mut first = window(self.quote, from, room);
        // Words that belong to the quote stand directly behind it, as in `"…"… (5,000 bytes)`.
        let (close, words) = self.words.split_once(' ').unwrap_or((self.words, ""));
        let mut words = words;
        if first.chars().count() + close.chars().count() <= room {
            first.push_str(close);
        }
        while let Some(word) = words.split(' ').next().filter(|word| !word.is_empty()) {
            if first.chars().count() + 1 + word.chars().count() > room {
                break;
            }
            first.push(' ');
            first.push_str(word);
            words = words[word.len()..].trim_start();
        }
        let more = if words.is_empty() {
            Vec::new()
        } else {
            wrap(words, room)
        };
        (first, more)
    }
}

/// The characters from `from` on for which there is room; an ellipsis stands for what is left out on either side.
fn window(text: &str, from: usize, room: usize) -> String {
    let count = text.chars().count();
    let mut letters: Vec<char> = text.chars().skip(from).take(room).collect();
    if from > 0
        && let Some(first) = letters.first_mut()
    {
        *first = '…';
    }
    if count > from.saturating_add(room)
        && let Some(last) = letters.last_mut()
    {
        *last = '…';
    }
    letters.into_iter().collect()
}

#[cfg(test)]
mod tests {
    fn check(expected: &str, got: &str, caret: usize, room: usize, lines: &[&str]) {
        let text = super::lines(expected, got, caret, 0.2, room);
        let found: Vec<&str> = text
            .lines()
            .map(|line| line.get(8..).unwrap_or_default())
            .collect();
        assert_eq!(found, lines, "{text}");
    }

    #[test]
    fn where_there_is_room_both_texts_are_whole() {
        check(
            r#""caf\xc3""#,
            r#""caf\xef""#,
            4,
            82,
            &[
                r#"expected  "caf\xc3""#,
                r#"got       "caf\xef""#,
                "              ^ first difference, after 0.2 ms",
            ],
        );
    }

    #[test]
    fn on_a_narrow_screen_both_are_cut_to_the_same_window() {
        check(
            "\"abcdefghijklmnopqrstuvwxyz\"",
            "\"abcdefghijklmnopqrstuVwxyz\"",
            22,
            24,
            &[
                "expected  …klmnopqrstuvwxyz\"",
                "got       …klmnopqrstuVwxyz\"",
                "                      ^",
                "          first difference, after",
                "          0.2 ms",
            ],
        );
        check(
            "\"a\"",
            "\"\"; it panicked at main.rs:5",
            1,
            24,
            &[
                "expected  \"a\"",
                "got       \"\"; it panicked at",
                "           ^",
                "          first difference, after",
                "          0.2 ms",
                "          main.rs:5",
            ],
        );
        check(
            "\"abcdefghijklmnopqrstuvwxyz\"",
            "\"Abcdefghijklmnopqrstuvwxyz\"",
            1,
            24,
            &[
                "expected  \"abcdefghijklmnopqrstuv…",
                "got       \"Abcdefghijklmnopqrstuv…",
                "           ^",
                "          first difference, after",
                "          0.2 ms",
            ],
        );
    }

    /// Texts that differ somewhere, in windows of every size: the caret stands below a difference, or below the escape that
    /// makes it, and no line is longer than the room.
    #[test]
    fn cut_texts_never_look_equal() {
        for place in 0..96 {
            for other in [b'b', b'\0', b'"', 0xff] {
                let expected = vec![b'a'; 96];
                let mut got = expected.clone();
                got[place] = other;
                let quoted = |bytes: &[u8]| format!("\"{}\"", bytes.escape_ascii());
                for room in 24..110 {
                    let text =
                        super::lines(&quoted(&expected), &quoted(&got), place + 1, 0.2, room);
                    let lines: Vec<Vec<char>> = text
                        .lines()
                        .map(|line| line.chars().skip(18).collect())
                        .collect();
                    let caret = lines[2].iter().position(|letter| *letter == '^').unwrap();
                    assert_ne!(lines[0].get(caret), lines[1].get(caret), "{text}");
                    assert!(
                        lines.iter().all(|line| line.len() <= room),
                        "{room}: {text}"
                    );
                }
            }
        }
    }
}
