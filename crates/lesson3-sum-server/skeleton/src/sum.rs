//! What a request means, however it was framed: frame first, parse second.

/// Adds the two numbers in `text`, for example `b"1 2"`, or says what is wrong with it.
///
/// # Errors
/// The reason, without the word `error`.
pub fn add_text(text: &[u8]) -> Result<i64, &'static str> {
    // TODO: find the words between spaces and tabs. Two of them, both integers: add them. Anything else is an error.
    todo!("read two integers in {text:?} and add them")
}

/// Adds two numbers, or says that the sum does not fit.
///
/// # Errors
/// `overflow`.
pub fn add(a: i64, b: i64) -> Result<i64, &'static str> {
    // TODO: a sum of two i64 need not be one.
    todo!("add {a} and {b}")
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
    // TODO: a reply may begin with `error: `, and what follows is the reason; else it must be an integer. It comes from a stranger:
    // anything can be in it.
    todo!("find the sum in {reply:?}")
}
