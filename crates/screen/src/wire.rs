//! What goes to and fro between watch mode and its screen.
//!
//! In: `page LINES top|stay`, then so many lines of text, then one for the last row. Out: `size COLUMNS ROWS`, `key NAME`, and
//! `trouble WORDS` before an end that nobody asked for.

use std::io;
use std::io::BufRead;
use std::io::Write;

/// More lines than any page has: a number that is larger is no page.
const MOST_LINES: usize = 1_000_000;

/// What is to be seen.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Page {
    pub(crate) lines: Vec<String>,
    /// The row at the bottom.
    pub(crate) status: String,
    /// Begin at the first line again, instead of where the reader is.
    pub(crate) from_top: bool,
}

/// The next page; `None` at the end, or where what comes is no page.
pub(crate) fn read(input: &mut impl BufRead) -> Option<Page> {
    let head = read_line(input)?;
    let mut words = head.split(' ');
    if words.next() != Some("page") {
        return None;
    }
    let count: usize = words.next()?.parse().ok()?;
    let from_top = words.next()? == "top";
    if count > MOST_LINES {
        return None;
    }
    let lines = (0..count)
        .map(|_| read_line(input))
        .collect::<Option<Vec<String>>>()?;
    let status = read_line(input)?;
    Some(Page {
        lines,
        status,
        from_top,
    })
}

fn read_line(input: &mut impl BufRead) -> Option<String> {
    let mut line = String::new();
    input.read_line(&mut line).ok()?;
    line.strip_suffix('\n').map(str::to_owned)
}

/// Tells how large the terminal is.
///
/// # Errors
/// Where nobody listens any more.
pub(crate) fn size(columns: usize, rows: usize) -> io::Result<()> {
    tell(&format!("size {columns} {rows}"))
}

/// Tells which key was pressed.
///
/// # Errors
/// Where nobody listens any more.
pub(crate) fn key(name: &str) -> io::Result<()> {
    tell(&format!("key {name}"))
}

/// Tells why this process ends.
pub(crate) fn trouble(error: &io::Error) {
    // Where nobody listens, nobody wants to know.
    let _ = tell(&format!("trouble {error}"));
}

fn tell(line: &str) -> io::Result<()> {
    let mut stdout = io::stdout().lock();
    writeln!(stdout, "{line}")?;
    stdout.flush()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(input: &str, expected: Option<Page>) {
        assert_eq!(read(&mut input.as_bytes()), expected);
    }

    #[test]
    fn a_page_is_read_whole_or_not_at_all() {
        let page = Page {
            lines: vec!["one".to_owned(), String::new()],
            status: "q quit".to_owned(),
            from_top: true,
        };
        check("page 2 top\none\n\nq quit\n", Some(page));
        check("page 2 top\none\n\nq qu", None);
        check("page many top\n", None);
        check("pages 0 top\n\n", None);
        check("", None);
    }
}
