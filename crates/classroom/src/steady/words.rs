//! Names in texts that hold a process number.

/// What the folder of a check is called: `loopback-PID-NUMBER`.
const FOLDER: &str = "loopback-";
/// What Rust writes behind a panicking thread's name and number: `thread 'main' (17) panicked at`.
const PANICKED: &str = ") panicked";

/// The folders of one check, in the order in which it speaks of them.
#[derive(Debug, Default)]
pub(super) struct Folders {
    found: Vec<String>,
}

impl Folders {
    /// A text with its folders renamed.
    pub(super) fn rename(&mut self, text: &str) -> String {
        let mut renamed = String::with_capacity(text.len());
        let mut rest = text;
        while let Some(place) = rest.find(FOLDER) {
            let after = &rest[place + FOLDER.len()..];
            let length = numbers(after).unwrap_or_default();
            renamed.push_str(&rest[..place + FOLDER.len()]);
            if length > 0 {
                renamed.push_str(&format!("1-{}", self.number(&after[..length])));
            }
            rest = &after[length..];
        }
        renamed.push_str(rest);
        renamed
    }

    fn number(&mut self, folder: &str) -> usize {
        let found = self.found.iter().position(|one| one == folder);
        let place = found.unwrap_or_else(|| {
            self.found.push(folder.to_owned());
            self.found.len() - 1
        });
        place + 1
    }
}

/// The length of `123-4` at the beginning of a text.
fn numbers(text: &str) -> Option<usize> {
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let process = digits(text);
    let number = digits(text[process..].strip_prefix('-')?);
    (process > 0 && number > 0).then_some(process + 1 + number)
}

/// `thread 'main' (17) panicked` becomes `thread 'main' panicked`, as it was before Rust told the number.
pub(super) fn without_thread_numbers(text: &str) -> String {
    let mut left = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(place) = rest.find(PANICKED) {
        let before = rest[..place].trim_end_matches(|letter: char| letter.is_ascii_digit());
        match before.strip_suffix(" (") {
            Some(name) if name.ends_with(['\'', '>']) && before.len() < place => {
                left.push_str(name)
            }
            _ => left.push_str(&rest[..=place]),
        }
        rest = &rest[place + 1..];
    }
    left.push_str(rest);
    left
}
