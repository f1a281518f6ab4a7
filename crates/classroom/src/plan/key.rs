//! The hashes that name a submission's files, and everything that its verdict depends on.

use super::Entry;
use super::Settings;
use crate::hash;
use std::collections::BTreeMap;

/// Seeds are below this.
const SEEDS: u64 = 1_000_000;
/// A class's seed is a number that every reader of JSON keeps as it is.
const CLASS_SEEDS: u64 = 1 << 48;

/// The hash of some files: their paths and contents, and nothing else.
pub(super) fn source(files: &BTreeMap<String, Vec<u8>>) -> String {
    let parts = files
        .iter()
        .flat_map(|(path, bytes)| [path.as_bytes(), bytes.as_slice()]);
    of("", parts)
}

/// The seed of a submission's checks. It depends on the submission itself, so that whoever writes a guess of it into a program has another one.
pub(super) fn seed(class: u64, lesson: &str, source: Option<&str>) -> u64 {
    let class = class.to_string();
    let parts = [class.as_str(), lesson, source.unwrap_or_default()];
    number(&of("loopback/seed/1", parts.map(str::as_bytes))) % SEEDS
}

/// The hash of all that a verdict depends on.
pub(super) fn key(settings: &Settings, lesson: &str, source: Option<&str>, seed: u64) -> String {
    let (seed, patience) = (seed.to_string(), settings.patience.to_string());
    let parts = [
        lesson,
        source.unwrap_or_default(),
        &settings.checks,
        &settings.toolchain,
        &seed,
        &patience,
        if settings.allow_weak { "weak" } else { "" },
    ];
    of("loopback/key/1", parts.map(str::as_bytes))
}

/// A seed from all that a class has handed in, in whatever order.
pub(super) fn class_seed(entries: &[Entry]) -> u64 {
    let mut sources: Vec<String> = entries.iter().map(|entry| source(&entry.files)).collect();
    sources.sort_unstable();
    let parts = sources.iter().map(|source| source.as_bytes());
    number(&of("loopback/class/1", parts)) % CLASS_SEEDS
}

/// The hash of a list. Each part's length is in it, so that no two lists run together to the same bytes.
fn of<'a>(what: &str, parts: impl IntoIterator<Item = &'a [u8]>) -> String {
    let mut bytes = what.as_bytes().to_vec();
    for part in parts {
        bytes.extend_from_slice(&(part.len() as u64).to_le_bytes());
        bytes.extend_from_slice(part);
    }
    hash::hex(&bytes)
}

fn number(hash: &str) -> u64 {
    u64::from_str_radix(&hash[..16], 16).expect("a hash is hexadecimal digits")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(list: &[(&str, &str)]) -> BTreeMap<String, Vec<u8>> {
        let owned = |(path, text): &(&str, &str)| ((*path).to_owned(), text.as_bytes().to_vec());
        list.iter().map(owned).collect()
    }

    #[test]
    fn other_files_have_another_hash() {
        let all = [
            files(&[("a", "b")]),
            files(&[("ab", "")]),
            files(&[("a", "b"), ("c", "")]),
            files(&[("a", ""), ("b", "c")]),
            files(&[]),
        ];
        let hashes: std::collections::BTreeSet<String> = all.iter().map(source).collect();
        assert_eq!(hashes.len(), all.len());
    }

    #[test]
    fn each_input_of_a_verdict_changes_its_key() {
        let settings = Settings {
            toolchain: "rustc 1".to_owned(),
            checks: "c".to_owned(),
            seed: 1,
            patience: 1,
            allow_weak: false,
        };
        let changed = |change: fn(&mut Settings)| {
            let mut settings = settings.clone();
            change(&mut settings);
            let seed = seed(settings.seed, "lesson1", Some("s"));
            key(&settings, "lesson1", Some("s"), seed)
        };
        let keys = [
            changed(|_| {}),
            changed(|settings| settings.toolchain.push('1')),
            changed(|settings| settings.checks.push('1')),
            changed(|settings| settings.seed = 2),
            changed(|settings| settings.patience = 2),
            changed(|settings| settings.allow_weak = true),
            key(&settings, "lesson2", Some("s"), 1),
            key(&settings, "lesson1", Some("t"), 1),
            key(&settings, "lesson1", None, 1),
        ];
        let different: std::collections::BTreeSet<&String> = keys.iter().collect();
        assert_eq!(different.len(), keys.len());
    }
}
