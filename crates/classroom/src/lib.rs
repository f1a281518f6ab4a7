//! The instructor's side of the course: takes a class's submissions in, plans what is to be judged, has it judged by workers, stores each
//! verdict durably, and turns verdicts into grades and feedback.
//!
//! Prints nothing, knows no lesson and starts no program: who judges a submission is a [`Judge`].

mod absence;
mod comparable;
pub mod exports;
mod hash;
pub mod intake;
mod judge;
pub mod merge;
pub mod partition;
pub mod plan;
pub mod run;
pub mod steady;
pub mod store;
mod student;
mod verdict;

pub use absence::Absence;
pub use comparable::comparable;
pub use comparable::comparable_check;
pub use judge::Broken;
pub use judge::Judge;
pub use judge::Judged;
pub use judge::Unit;
pub use merge::merge;
pub use partition::Partition;
pub use plan::Plan;
pub use run::run;
pub use store::Store;
pub use student::Student;
pub use student::file_name;
pub use verdict::Ignored;
pub use verdict::Isolation;
pub use verdict::ProgramBuild;
pub use verdict::State;
pub use verdict::Verdict;
pub use verdict::stored;
