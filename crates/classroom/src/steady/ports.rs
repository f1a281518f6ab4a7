//! Ports that the system has chosen, renamed.

use grader::CheckReport;
use grader::EventKind;
use std::collections::BTreeMap;
use std::ops::RangeInclusive;

/// Of which the system chooses, in a network of our own: Linux' default. All have five digits, so that no length changes.
const CHOSEN: RangeInclusive<u32> = 32768..=60999;
/// The first one's new name.
const FIRST: u32 = 40001;

/// The ports of one check, each with its new name.
#[derive(Debug, Default)]
pub(super) struct Ports {
    names: BTreeMap<String, u32>,
}

impl Ports {
    /// Finds the ports in what a check has told its programs, in its conversation, and last in what is said about it.
    pub(super) fn of(report: &CheckReport) -> Ports {
        let mut ports = Ports::default();
        for launch in &report.launches {
            let mut before = "";
            for argument in &launch.arguments {
                // `fetch 127.0.0.1 42933`
                if is_host(before) {
                    ports.add(argument);
                }
                ports.add_all(argument);
                before = argument;
            }
        }
        for event in &report.transcript {
            if event.event == EventKind::Connect {
                ports.add_all(&event.bytes);
            }
            ports.add_all(&event.local);
        }
        if let Some(failure) = &report.failure {
            ports.add_all(&failure.doing);
            ports.add_all(&failure.expected);
            ports.add_all(&failure.got);
        }
        ports.add_all(&report.stderr);
        ports
    }

    /// A text with its addresses renamed. Only a number behind an address is a port: a program's own numbers, and a check's, stay.
    pub(super) fn rename(&self, text: &str) -> String {
        let mut renamed = String::with_capacity(text.len());
        let mut rest = text;
        while let Some((place, port)) = next(rest) {
            renamed.push_str(&rest[..place]);
            renamed.push_str(&self.name(port));
            rest = &rest[place + port.len()..];
        }
        renamed.push_str(rest);
        renamed
    }

    /// An argument that may be a port by itself.
    pub(super) fn rename_argument(&self, argument: &str) -> String {
        self.name(argument)
    }

    /// Words of ours, in which a port may stand behind a host and a space: `ran it for 127.0.0.1 42933`.
    pub(super) fn rename_words(&self, text: &str) -> String {
        let words: Vec<&str> = text.split(' ').collect();
        let mut renamed: Vec<String> = Vec::new();
        for (place, word) in words.iter().enumerate() {
            let before = place.checked_sub(1).map_or("", |place| words[place]);
            let bare = word.trim_end_matches([',', ';', ':']);
            if is_host(before) || before == "port" {
                renamed.push(format!("{}{}", self.name(bare), &word[bare.len()..]));
            } else {
                renamed.push((*word).to_owned());
            }
        }
        renamed.join(" ")
    }

    fn name(&self, port: &str) -> String {
        let name = self.names.get(port);
        name.map_or_else(|| port.to_owned(), u32::to_string)
    }

    fn add_all(&mut self, text: &str) {
        let mut rest = text;
        while let Some((place, port)) = next(rest) {
            self.add(port);
            rest = &rest[place + port.len()..];
        }
    }

    fn add(&mut self, port: &str) {
        let is_chosen = port.len() == 5 && port.parse().is_ok_and(|port| CHOSEN.contains(&port));
        if is_chosen && !self.names.contains_key(port) {
            let name = FIRST + self.names.len() as u32;
            self.names.insert(port.to_owned(), name);
        }
    }
}

/// The next number that stands behind a host and a colon, and its place.
fn next(text: &str) -> Option<(usize, &str)> {
    text.match_indices(':').find_map(|(colon, _)| {
        let start = colon + 1;
        let digits = text[start..].bytes().take_while(u8::is_ascii_digit).count();
        let before = &text[..colon];
        let host = before
            .rfind(|letter: char| !(letter.is_ascii_alphanumeric() || "[]:.-_%".contains(letter)))
            .map_or(before, |place| {
                let letter = before[place..].chars().next().map_or(1, char::len_utf8);
                &before[place + letter..]
            });
        (digits == 5 && is_host(host)).then(|| (start, &text[start..start + digits]))
    })
}

/// `127.0.0.1`, `[::1]`, `::1`, `localhost`, `www.abc.lab.test`
fn is_host(text: &str) -> bool {
    let bare = text
        .strip_prefix('[')
        .and_then(|text| text.strip_suffix(']'));
    let bare = bare.unwrap_or(text);
    bare.parse::<std::net::IpAddr>().is_ok()
        || bare == "localhost"
        || bare.ends_with(".test")
        || bare.ends_with(".localhost")
}
