//! The outcome of a run as data only: what `--json` prints and what a gradebook stores.

use crate::Event;
use crate::Failure;
use crate::Trace;
use serde::Deserialize;
use serde::Serialize;

/// The version of the format. Within a version fields are only added.
pub const SCHEMA: &str = "loopback/report/1";

/// Everything that one command found out.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Report {
    pub schema: String,
    pub lessons: Vec<LessonReport>,
}

/// One lesson, judged.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct LessonReport {
    pub lesson: String,
    /// Whose programs: `exercise`, `solution` or `program` (named with `--program`).
    pub target: String,
    pub score: u32,
    /// The points of all checks that this machine could run.
    pub max_score: u32,
    pub build: BuildReport,
    pub environment: Environment,
    pub checks: Vec<CheckReport>,
    /// How often everything was run (`--repeat`).
    pub runs: u32,
}

/// Did the programs compile?
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BuildReport {
    pub ok: bool,
    /// What the compiler said, where it failed.
    pub diagnostics: String,
}

/// Where the programs ran.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Environment {
    /// `private`, `host`, or `none` where nothing was run.
    pub network: String,
    pub layers: Vec<String>,
    /// Why the network is not a private one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// One check, judged.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct CheckReport {
    pub name: String,
    pub title: String,
    pub program: String,
    pub stage: u8,
    pub outcome: Outcome,
    pub points: u32,
    pub max_points: u32,
    pub duration_ms: u64,
    /// The seed of the run: `--seed` with this number brings exactly this check back.
    pub seed: u64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub failure: Option<Failure>,
    pub hint: String,
    /// What the program wrote to stderr, bytes that are no text replaced, and cut to its beginning where it is long.
    pub stderr: String,
    /// What had become of the programs when the check ended, a line each.
    pub programs: Vec<String>,
    pub transcript: Vec<Event>,
    /// How each program was started, in this order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub launches: Vec<Launch>,
    /// How many of the runs passed (`--repeat`).
    pub passes: u32,
    /// Every piece of the conversation (`--trace`), for files of its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub trace: Option<Trace>,
}

/// One start of a program.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Launch {
    /// The lesson's name for it.
    pub program: String,
    /// What the check told it, behind the arguments that belong to the command.
    pub arguments: Vec<String>,
    /// Was more done to it than a command line could do: words on its stdin, another machine around it, a stop at the right moment?
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub staged: bool,
}

/// How a check ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    Passed,
    Failed,
    /// A wait ran into its deadline.
    TimedOut,
    /// The program ran into a `todo!`.
    NotStarted,
    /// Not run, since its program fails everything in the stage before.
    Blocked,
    /// This machine cannot run it.
    Unavailable,
    /// Our fault, not the student's.
    Broken,
}

impl Outcome {
    /// Does it count against the program?
    pub fn is_failure(self) -> bool {
        matches!(self, Outcome::Failed | Outcome::TimedOut)
    }
}

impl LessonReport {
    /// How many checks ended like this.
    pub fn count(&self, outcome: Outcome) -> usize {
        self.checks
            .iter()
            .filter(|check| check.outcome == outcome)
            .count()
    }

    /// Adds the points up again, after checks were added, removed or changed.
    pub fn add_up(&mut self) {
        let counted = || {
            self.checks
                .iter()
                .filter(|check| check.outcome != Outcome::Unavailable)
        };
        self.score = counted().map(|check| check.points).sum();
        self.max_score = counted().map(|check| check.max_points).sum();
    }
}
