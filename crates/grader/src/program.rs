//! What to run: a name of the lesson's, and the command that stands for it.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::path::PathBuf;

/// An executable that plays one of the lesson's programs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Program {
    /// The executable, then arguments that come before those of the check.
    command: Vec<OsString>,
}

impl Program {
    /// A program that is one executable file.
    pub fn executable(path: impl Into<PathBuf>) -> Program {
        Program {
            command: vec![path.into().into_os_string()],
        }
    }

    /// A program that is a command with arguments of its own. `None` for an empty command.
    pub fn command<W: Into<OsString>>(words: impl IntoIterator<Item = W>) -> Option<Program> {
        let command: Vec<OsString> = words.into_iter().map(Into::into).collect();
        (!command.is_empty()).then_some(Program { command })
    }

    /// The executable and its leading arguments.
    pub fn words(&self) -> (&OsString, &[OsString]) {
        let (executable, arguments) = self
            .command
            .split_first()
            .expect("the constructors refuse an empty command");
        (executable, arguments)
    }
}

/// The programs to judge, by the lesson's names for them. Programs not named are left out of checks and points.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Programs(BTreeMap<String, Program>);

impl Programs {
    /// The program of that name.
    pub fn get(&self, name: &str) -> Option<&Program> {
        self.0.get(name)
    }

    /// Is there nothing to judge?
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Every program with its name.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Program)> {
        self.0
            .iter()
            .map(|(name, program)| (name.as_str(), program))
    }
}

impl FromIterator<(String, Program)> for Programs {
    fn from_iter<I: IntoIterator<Item = (String, Program)>>(programs: I) -> Programs {
        Programs(programs.into_iter().collect())
    }
}
