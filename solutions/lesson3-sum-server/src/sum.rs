//! What a request means, however it was framed: frame first, parse second.

/// Adds the two numbers in `text`, for example `b"1 2"`, or says what is wrong with it.
///
/// # Errors
/// The reason, without the word `error`.
pub fn add_text(text: &[u8]) -> Result<i64, &'static str> {
    // Bytes, not str: what arrives need not be UTF-8, and that is an answer, not a crash.
    let mut words = text
        .split(|byte| matches!(byte, b' ' | b'\t'))
        .filter(|word| !word.is_empty());
    match (words.next(), words.next(), words.next()) {
        (Some(a), Some(b), None) => add(integer(a)?, integer(b)?),
        _ => Err("expected two integers with a space between them"),
    }
}

/// Adds two numbers, or says that the sum does not fit.
///
/// # Errors
/// `overflow`.
pub fn add(a: i64, b: i64) -> Result<i64, &'static str> {
    // A plain + would panic in a debug build, and give a wrong sum in a release build.
    a.checked_add(b).ok_or("overflow")
}

/// The text of the reply to the request `text`: the sum, or `error: ` and why there is none.
pub fn reply_to(text: &[u8]) -> String {
    match add_text(text) {
        Ok(sum) => sum.to_string(),
        Err(reason) => format!("error: {reason}"),
    }
}

/// The sum in the text of a reply.
///
/// # Errors
/// The server's reason why there is none, or that the reply is neither a sum nor an error.
pub fn sum_in(reply: &[u8]) -> Result<i64, String> {
    // It will be printed on somebody's terminal: what is not plain text is escaped.
    if let Some(reason) = reply.strip_prefix(b"error: ") {
        return Err(reason.escape_ascii().to_string());
    }
    integer(reply).map_err(|_| format!("the reply is no number: {}", reply.escape_ascii()))
}

/// Reads one integer: a sign or none, then ASCII digits.
fn integer(word: &[u8]) -> Result<i64, &'static str> {
    // str::parse takes just that, and checks the range. What is not UTF-8 holds no digits.
    let text = std::str::from_utf8(word).unwrap_or("");
    text.parse().map_err(|_| "expected 64-bit integers")
}
