//! Reads `/etc/hosts` by hand, as those do who believe that all names stand there.

/// Does the name stand in the file?
pub(crate) fn contains(name: &str) -> bool {
    let text = std::fs::read_to_string("/etc/hosts").unwrap_or_default();
    text.lines().any(|line| {
        let line = line.split('#').next().unwrap_or_default();
        // The address comes first.
        line.split_whitespace().skip(1).any(|word| word == name)
    })
}
