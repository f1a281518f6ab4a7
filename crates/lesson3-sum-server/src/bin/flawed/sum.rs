//! What a request means, as it should be, in parts, so that a flawed server replaces just the part with its mistake.

/// Adds two numbers, where the sum fits.
pub(crate) type Add = fn(i64, i64) -> Option<i64>;

/// Reads one integer.
pub(crate) type Integer = fn(&[u8]) -> Option<i64>;

/// Makes the text of the reply to a request's text.
pub(crate) type ReplyTo = fn(&[u8]) -> String;

/// The text of the reply to the request `text`, whatever its framing.
pub(crate) fn reply_to(text: &[u8]) -> String {
    reply_to_words(&words(text), integer, i64::checked_add)
}

/// The same, with a mistake in how a number is read.
pub(crate) fn reply_with(text: &[u8], integer: Integer) -> String {
    reply_to_words(&words(text), integer, i64::checked_add)
}

/// The same, with a mistake in how two numbers are added.
pub(crate) fn reply_adding(text: &[u8], add: Add) -> String {
    reply_to_words(&words(text), integer, add)
}

/// The reply to a request that has been taken apart.
pub(crate) fn reply_to_words(words: &[&[u8]], integer: Integer, add: Add) -> String {
    let &[a, b] = words else {
        return "error: expected two integers".to_owned();
    };
    match integer(a).zip(integer(b)).map(|(a, b)| add(a, b)) {
        Some(Some(sum)) => sum.to_string(),
        Some(None) => "error: overflow".to_owned(),
        None => "error: expected 64-bit integers".to_owned(),
    }
}

/// What stands between spaces and tabs.
pub(crate) fn words(text: &[u8]) -> Vec<&[u8]> {
    text.split(|byte| matches!(byte, b' ' | b'\t'))
        .filter(|word| !word.is_empty())
        .collect()
}

/// Reads one integer: a sign or none, then ASCII digits.
pub(crate) fn integer(word: &[u8]) -> Option<i64> {
    std::str::from_utf8(word).ok()?.parse().ok()
}
