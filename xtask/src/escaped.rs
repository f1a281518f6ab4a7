//! Bytes that a report holds as text, escaped as in Rust.

/// The pieces that stand for one byte each.
pub(crate) fn units(text: &str) -> Vec<&str> {
    let mut units = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let length = match first {
            '\\' if rest.starts_with("\\x") => 4,
            '\\' => 2,
            first => first.len_utf8(),
        };
        // A text that somebody has cut may end in the middle of an escape.
        let (unit, more) = rest.split_at_checked(length).unwrap_or((rest, ""));
        units.push(unit);
        rest = more;
    }
    units
}

/// The bytes themselves; `None` where the text is not one that escaping makes.
pub(crate) fn bytes(text: &str) -> Option<Vec<u8>> {
    units(text)
        .into_iter()
        .map(|unit| match unit.as_bytes() {
            [byte] if *byte != b'\\' && byte.is_ascii() => Some(*byte),
            b"\\n" => Some(b'\n'),
            b"\\r" => Some(b'\r'),
            b"\\t" => Some(b'\t'),
            [b'\\', byte @ (b'\\' | b'\'' | b'"')] => Some(*byte),
            [b'\\', b'x', _, _] => u8::from_str_radix(&unit[2..], 16).ok(),
            _ => None,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_byte_comes_back() {
        let all: Vec<u8> = (0..=255).collect();
        let text = all.escape_ascii().to_string();
        assert_eq!(bytes(&text), Some(all));
        assert_eq!(units(&text).len(), 256);
    }

    #[test]
    fn what_was_never_escaped_is_refused() {
        for text in ["caf\u{e9}", "\\", "\\x4", "\\q", "\\xzz", "\\x\u{e9}"] {
            assert_eq!(bytes(text), None, "{text}");
        }
    }
}
