//! A program's stderr, without what depends on how much the program happened to read or how long it ran.

/// Of a line, so many characters: a panic quotes as much as one read has brought.
const LINE: usize = 240;
/// So often the same line is repeated at most: a program that loops says it until it is ended.
const REPEATED: usize = 8;
/// What Rust calls a connection that the other side has left.
const LOST: [&str; 3] = ["(os error 104)", "(os error 32)", "(os error 107)"];
/// What the grader writes below a text that it has cut.
const CUT: &str = "… and ";
const MORE: &str = " more bytes";

/// The text with long lines cut, and without the rest of a line that is repeated on and on.
pub(super) fn shorten(text: &str) -> String {
    let mut lines: Vec<&str> = text.split_inclusive('\n').collect();
    let is_cut = lines.last().is_some_and(|last| {
        let last = last.trim_end();
        last.starts_with(CUT) && last.ends_with(MORE)
    });
    if is_cut {
        lines.pop();
        // Where the cut is, stands the beginning of a line.
        lines.pop();
    }
    let mut shortened = String::with_capacity(text.len());
    for run in lines.chunk_by(|one, next| one.trim_end() == next.trim_end()) {
        for line in run.iter().take(REPEATED) {
            add(&mut shortened, line);
        }
        if run.len() > REPEATED {
            shortened.push_str("… again and again\n");
        }
    }
    if is_cut {
        shortened.push_str("… and more\n");
    }
    shortened
}

/// Takes the last lines away that name a lost connection. Whether a program hears of a connection that is closed as a reset, as a broken pipe or
/// as an end of file depends on what had arrived by then.
pub(super) fn forget_lost_clients(text: &mut String) {
    while let Some(last) = text.split_inclusive('\n').next_back()
        && LOST.iter().any(|error| last.contains(error))
    {
        text.truncate(text.len() - last.len());
    }
}

fn add(text: &mut String, line: &str) {
    match line.char_indices().nth(LINE) {
        Some((cut, _)) => {
            text.push_str(&line[..cut]);
            text.push_str("…\n");
        }
        None => text.push_str(line),
    }
}
