//! Colour, where a person looks at a terminal that wants it. Never the only signal.

use std::io::IsTerminal;

/// How to mark a word.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Mark {
    Good,
    Bad,
    Note,
    Strong,
    Faint,
}

/// Does stdout show colours?
pub(crate) fn on_stdout() -> bool {
    is_wanted() && std::io::stdout().is_terminal()
}

/// Does stderr show colours?
pub(crate) fn on_stderr() -> bool {
    is_wanted() && std::io::stderr().is_terminal()
}

/// Does a person look at stderr, so that a line may be written over again and again?
pub(crate) fn is_watched() -> bool {
    std::io::stderr().is_terminal()
}

/// How wide a page is where nobody knows the screen.
pub(crate) const COLUMNS: usize = 100;

/// How wide the screen is that shows our stdout.
pub(crate) fn columns() -> usize {
    cell::terminal_columns().unwrap_or(COLUMNS)
}

/// The text in colour, or as it is.
pub(crate) fn paint(colour: bool, mark: Mark, text: &str) -> String {
    if !colour {
        return text.to_owned();
    }
    let code = match mark {
        Mark::Good => "32",
        Mark::Bad => "31;1",
        Mark::Note => "33",
        Mark::Strong => "1",
        Mark::Faint => "2",
    };
    format!("\x1b[{code}m{text}\x1b[0m")
}

fn is_wanted() -> bool {
    let is_set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    !is_set("NO_COLOR") && std::env::var_os("TERM").is_none_or(|term| term != "dumb")
}

/// A line in pieces that are no wider than so many columns; what a terminal obeys takes no room.
pub(crate) fn fit(line: &str, columns: usize) -> Vec<String> {
    let columns = columns.max(1);
    let mut pieces = vec![String::new()];
    let mut width = 0;
    let mut letters = line.chars();
    while let Some(letter) = letters.next() {
        if letter == '\x1b' {
            let piece = pieces.last_mut().expect("there is always a piece");
            piece.push(letter);
            // `ESC [ … letter` is all that we and the compiler write.
            for letter in letters.by_ref() {
                piece.push(letter);
                if letter.is_ascii_alphabetic() {
                    break;
                }
            }
            continue;
        }
        if width == columns {
            pieces.push(String::new());
            width = 0;
        }
        pieces
            .last_mut()
            .expect("there is always a piece")
            .push(if letter == '\t' { ' ' } else { letter });
        width += 1;
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_take_no_room() {
        assert_eq!(fit("", 3), [""]);
        assert_eq!(fit("abc", 3), ["abc"]);
        assert_eq!(fit("abcd", 3), ["abc", "d"]);
        let red = "\x1b[31;1mFAIL\x1b[0m x";
        assert_eq!(fit(red, 4), ["\x1b[31;1mFAIL\x1b[0m", " x"]);
        assert_eq!(fit(red, 6), [red]);
    }
}
