//! Texts as lines, and as XML has them.

use crate::messages;

/// Cut into lines of so many letters, wherever that is.
pub(super) fn broken(text: &str, letters: usize) -> Vec<String> {
    let text: Vec<char> = messages::trace::printable(text).chars().collect();
    text.chunks(letters).map(String::from_iter).collect()
}

/// The same with a caret below the letter in this column.
pub(super) fn pointed(text: &str, caret: usize, letters: usize) -> Vec<String> {
    let mut lines = broken(text, letters);
    let (line, column) = (caret / letters, caret % letters);
    let words = messages::trace::FIRST_DIFFERENCE;
    lines.insert(
        (line + 1).min(lines.len()),
        format!("{:column$}^ {words}", ""),
    );
    lines
}

/// In lines of so many letters at most; of more lines than `most`, the last one says so.
pub(super) fn wrapped(text: &str, letters: usize, most: usize) -> Vec<String> {
    let mut lines = Vec::new();
    for line in messages::trace::lines(text, letters) {
        // What has no place to break at, a quoted text, is broken anywhere.
        lines.extend(broken(&line, letters));
    }
    if lines.len() > most {
        lines.truncate(most);
        lines[most - 1] = messages::trace::CUT.to_owned();
    }
    lines
}

/// A text as XML has it, which has no control characters at all.
pub(super) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\u{fffe}' | '\u{ffff}' => escaped.push('\u{fffd}'),
            letter if letter.is_control() && letter != '\t' => escaped.push('\u{fffd}'),
            letter => escaped.push(letter),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_text_is_markup() {
        let text = "<b a=\"1\">&amp;</b>\u{1b}[2J\0\u{ffff}";
        let expected = "&lt;b a=&quot;1&quot;&gt;&amp;amp;&lt;/b&gt;\u{fffd}[2J\u{fffd}\u{fffd}";
        assert_eq!(escape(text), expected);
    }

    #[test]
    fn long_texts_are_broken_and_cut() {
        assert_eq!(wrapped("one two three", 7, 5), ["one two", "three"]);
        assert_eq!(wrapped("abcdefgh", 3, 5), ["abc", "def", "gh"]);
        assert_eq!(
            wrapped("1\n2\n3\n4\n", 9, 3),
            ["1", "2", messages::trace::CUT]
        );
    }

    #[test]
    fn a_caret_stands_below_its_letter_in_whichever_line_that_is() {
        let check = |caret: usize, expected: &str, line: usize| {
            let lines = pointed("abcdefgh", caret, 3);
            assert_eq!(
                lines[line],
                format!("{expected} {}", messages::trace::FIRST_DIFFERENCE)
            );
        };
        check(1, " ^", 1);
        check(5, "  ^", 2);
        check(8, "  ^", 3);
    }
}
