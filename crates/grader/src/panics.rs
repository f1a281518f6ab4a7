//! Reads a Rust panic out of what a program wrote to stderr.

/// A panic's own words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Panic {
    /// `src/bin/greeter.rs:12:5`
    pub(crate) place: String,
    pub(crate) message: String,
}

impl Panic {
    /// Did the program run into a `todo!` (or `unimplemented!`)?
    pub(crate) fn is_todo(&self) -> bool {
        ["not yet implemented", "not implemented"]
            .iter()
            .any(|text| self.message.starts_with(text))
    }
}

/// The first panic in a program's stderr. Rust's own format since 1.73: the place ends the first line, the message
/// begins on the second.
pub(crate) fn find(stderr: &str) -> Option<Panic> {
    let mut lines = stderr.lines();
    while let Some(line) = lines.next() {
        let Some((thread, place)) = line.split_once(" panicked at ") else {
            continue;
        };
        if thread.starts_with("thread '") && place.ends_with(':') {
            return Some(Panic {
                place: place.trim_end_matches(':').to_owned(),
                message: lines.next().unwrap_or_default().to_owned(),
            });
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_place_and_message_between_other_lines() {
        let stderr = "waiting\nthread 'main' (42) panicked at src/bin/greeter.rs:12:5:\nnot yet implemented: \
                      listen\nnote: run with `RUST_BACKTRACE=1`\n";
        let panic = find(stderr).unwrap();
        assert_eq!(panic.place, "src/bin/greeter.rs:12:5");
        assert_eq!(panic.message, "not yet implemented: listen");
        assert!(panic.is_todo());
    }

    #[test]
    fn an_ordinary_panic_is_no_todo_and_talk_of_panics_is_no_panic() {
        let panic =
            find("thread '<unnamed>' panicked at a.rs:1:1:\nindex out of bounds\n").unwrap();
        assert!(!panic.is_todo());
        assert_eq!(find("the crowd panicked at noon\n"), None);
    }
}
