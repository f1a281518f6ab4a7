//! A student, and how a student's name becomes the name of a file.

use serde::Deserialize;
use serde::Serialize;

/// One student of the class. All three are texts of somebody else's, and may hold anything.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Student {
    /// What the submission is called, and the roster's first column.
    pub id: String,
    /// From the roster; empty without one.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// From the roster; empty without one.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub email: String,
}

/// Of a name, so many bytes are written as they are; what comes after them is only told apart.
const LONGEST: usize = 100;

/// The name of a student's file or folder: ASCII letters, digits, `-`, `_`, `.` and `@` as they are, every other byte as `%41`. Different
/// students have different names, also where the file system knows no difference between `a` and `A`, or leaves out a period at the end; none begins
/// with a dot, or is a device of Windows.
pub fn file_name(id: &str) -> String {
    let mut name = String::new();
    for (place, byte) in id.bytes().enumerate() {
        let is_plain = byte.is_ascii_lowercase()
            || byte.is_ascii_digit()
            || matches!(byte, b'-' | b'_' | b'@')
            || (byte == b'.' && place > 0 && place + 1 < id.len());
        let is_plain = is_plain && !(place == 0 && is_device(id));
        if is_plain {
            name.push(char::from(byte));
        } else {
            name.push_str(&format!("%{byte:02x}"));
        }
    }
    if name.is_empty() {
        return "%".to_owned();
    }
    if name.len() > LONGEST {
        let mut cut = LONGEST;
        // Never in the middle of a `%41`.
        while name[..cut].rfind('%').is_some_and(|at| at + 3 > cut) {
            cut -= 1;
        }
        name.truncate(cut);
        name.push_str("%%");
        name.push_str(&crate::hash::hex(id.as_bytes())[..16]);
    }
    name
}

/// Would Windows take it for a device, whatever comes after a period?
fn is_device(id: &str) -> bool {
    let stem = id.split('.').next().unwrap_or_default();
    let is_numbered = |name: &str| {
        let number = stem.strip_prefix(name);
        number.is_some_and(|number| matches!(number.as_bytes(), [b'0'..=b'9']))
    };
    matches!(stem, "con" | "prn" | "aux" | "nul") || is_numbered("com") || is_numbered("lpt")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_name_is_another_one_on_windows() {
        for (id, expected) in [
            ("anna.", "anna%2e"),
            ("an.na", "an.na"),
            ("nul", "%6eul"),
            ("com1.x", "%63om1.x"),
            ("com10", "com10"),
            ("console", "console"),
        ] {
            assert_eq!(file_name(id), expected);
        }
    }

    #[test]
    fn no_name_leaves_its_folder_or_meets_another() {
        let names = [
            "",
            ".",
            "..",
            "../x",
            "/etc",
            "a",
            "A",
            "a b",
            "a%20b",
            "=cmd()",
            "<img onerror=…>",
            "x\ny",
            "con\0",
            "jürgen",
            "a@b.example",
        ];
        let files: std::collections::BTreeSet<String> = names
            .iter()
            .map(|name| file_name(name).to_lowercase())
            .collect();
        assert_eq!(files.len(), names.len());
        for file in files {
            assert!(
                !file.contains(['/', '\\', '\0', '\n', '<', '=', ' ']),
                "{file}"
            );
            assert!(!file.starts_with('.'), "{file}");
        }
        assert_eq!(file_name("a@b.example"), "a@b.example");
    }

    #[test]
    fn a_long_name_is_cut_and_stays_its_own() {
        let (one, other) = ("ü".repeat(200), format!("{}a", "ü".repeat(200)));
        assert_ne!(file_name(&one), file_name(&other));
        assert!(file_name(&one).len() < 130);
    }
}
