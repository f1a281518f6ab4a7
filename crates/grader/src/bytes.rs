//! Bytes as people read them: quoted, escaped, and cut only where nothing that matters is hidden.

use std::fmt::Write as _;

/// Up to so many bytes are quoted whole; of more, only the surroundings of one place are shown.
pub(crate) const WHOLE: usize = 96;
/// How many bytes are shown on each side of the place that matters.
const AROUND: usize = 16;

/// The bytes as a quoted text, escaped as in Rust. Of a long text, the beginning and the end, and its length.
pub fn quote(bytes: &[u8]) -> String {
    if bytes.len() <= WHOLE {
        return format!("\"{}\"", bytes.escape_ascii());
    }
    let head = bytes[..AROUND].escape_ascii();
    let tail = bytes[bytes.len() - AROUND..].escape_ascii();
    format!(
        "\"{head}…{tail}\" ({} bytes)",
        thousands(bytes.len() as u64)
    )
}

/// Two texts that differ, shown so that the difference is seen.
pub(crate) struct Difference {
    pub(crate) expected: String,
    pub(crate) got: String,
    /// The column of `got`, in characters, below which a caret marks the first wrong byte.
    pub(crate) caret: usize,
    /// The place of the first wrong byte, counted from 0.
    pub(crate) at: usize,
}

/// Compares two texts; `None` where they are equal. Where `goes_on`, more has come or may come than `got`.
pub(crate) fn difference(expected: &[u8], got: &[u8], goes_on: bool) -> Option<Difference> {
    let at = first_difference(expected, got)?;
    let longest = expected.len().max(got.len());
    let from = if longest <= WHOLE {
        0
    } else {
        at.saturating_sub(AROUND)
    };
    let to = if longest <= WHOLE {
        longest
    } else {
        at + AROUND
    };
    let (expected_text, _) = window(expected, from, to, at, false);
    let (got_text, caret) = window(got, from, to, at, goes_on);
    Some(Difference {
        expected: expected_text,
        got: got_text,
        caret,
        at,
    })
}

/// The place of the first byte in which the two differ; the length of the shorter where it begins the longer.
pub(crate) fn first_difference(left: &[u8], right: &[u8]) -> Option<usize> {
    if left == right {
        return None;
    }
    let shorter = left.len().min(right.len());
    let place = left
        .iter()
        .zip(right)
        .position(|(left, right)| left != right);
    Some(place.unwrap_or(shorter))
}

/// The bytes from `from` to `to`, quoted, and the column at which byte `at` begins.
fn window(bytes: &[u8], from: usize, to: usize, at: usize, goes_on: bool) -> (String, usize) {
    let from = from.min(bytes.len());
    let to = to.min(bytes.len());
    let at = at.clamp(from, to);
    let mut text = String::new();
    if from > 0 {
        let _ = write!(text, "… from byte {}: ", thousands(from as u64));
    }
    text.push('"');
    let _ = write!(text, "{}", bytes[from..at].escape_ascii());
    let caret = text.chars().count();
    let _ = write!(text, "{}", bytes[at..to].escape_ascii());
    text.push('"');
    if goes_on {
        text.push('…');
    } else if to < bytes.len() {
        let _ = write!(text, "… ({} bytes)", thousands(bytes.len() as u64));
    } else if from > 0 {
        let _ = write!(text, " ({} bytes)", thousands(bytes.len() as u64));
    }
    (text, caret)
}

/// A number with a comma between thousands.
pub fn thousands(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_texts_are_quoted_whole_with_a_caret_below_the_first_wrong_byte() {
        let found = difference(b"24\n", b"3\n", false).unwrap();
        assert_eq!(
            (
                found.expected.as_str(),
                found.got.as_str(),
                found.caret,
                found.at
            ),
            (r#""24\n""#, r#""3\n""#, 1, 0)
        );
        let missing = difference(b"hello\n", b"hello", false).unwrap();
        assert_eq!(
            (missing.got.as_str(), missing.caret, missing.at),
            (r#""hello""#, 6, 5)
        );
    }

    #[test]
    fn the_caret_counts_escaped_characters() {
        let found = difference(b"\xff\x00b", b"\xff\x00c", false).unwrap();
        assert_eq!(found.got, r#""\xff\x00c""#);
        assert_eq!(&found.got[found.caret..=found.caret], "c");
    }

    #[test]
    fn long_texts_show_the_surroundings_of_the_difference() {
        let expected = vec![b'a'; 5000];
        let mut got = expected.clone();
        got[3000] = b'b';
        let found = difference(&expected, &got, false).unwrap();
        assert_eq!(found.at, 3000);
        assert_ne!(found.expected, found.got);
        assert!(
            found.got.starts_with("… from byte 2,984: \"aaa"),
            "{}",
            found.got
        );
        assert!(found.got.ends_with("\"… (5,000 bytes)"), "{}", found.got);
        assert_eq!(found.got.chars().nth(found.caret), Some('b'));
    }

    #[test]
    fn equal_texts_have_no_difference() {
        assert!(difference(b"same", b"same", false).is_none());
        assert_eq!(first_difference(b"", b"x"), Some(0));
    }

    #[test]
    fn thousands_are_separated() {
        for (number, text) in [
            (0, "0"),
            (999, "999"),
            (1000, "1,000"),
            (8_388_608, "8,388,608"),
        ] {
            assert_eq!(thousands(number), text);
        }
    }
}
