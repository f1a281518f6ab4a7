//! What a program sees of the machine, where that is not the machine as it is.

use std::path::Path;

/// What a program sees of the machine that it runs on, where that is not the machine as it is.
#[derive(Debug, Clone, Copy, Default)]
pub struct Surroundings<'a> {
    /// The machine's name.
    pub hostname: Option<&'a str>,
    /// The system's resolver waits 1 s for a name server that does not answer, not twice 5 s. Programs with a resolver of their own
    /// may not know of it.
    pub impatient_resolver: bool,
    /// The check's own folder, where it has one: the only one that a confined program shares with the check. Set by the [`crate::Lab`].
    pub folder: Option<&'a Path>,
}

impl Surroundings<'_> {
    /// Is everything as the machine has it?
    pub(crate) fn are_usual(&self) -> bool {
        self.hostname.is_none() && !self.impatient_resolver
    }
}
