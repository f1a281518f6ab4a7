//! Runs a program and judges it from outside, as a black box over real sockets.
//!
//! Knows no lesson and prints nothing: lessons bring their checks as plain functions over a [`Lab`], and
//! [`grade()`] turns a lesson and somebody's programs into a [`Report`].

mod abandon;
mod bytes;
mod calls;
mod captured;
mod cost;
mod deadline;
mod failure;
mod finished;
mod grade;
pub mod holder;
mod lab;
mod lesson;
mod names;
mod panics;
mod peer;
mod program;
mod proof;
mod queues;
mod random;
mod report;
mod resources;
mod running;
mod schedule;
mod scratch;
mod server;
pub mod servers;
mod taken;
mod tracer;
mod transcript;
mod watch;

pub use abandon::end_with_stdin;
pub use bytes::quote;
pub use cost::Work;
pub use deadline::Deadline;
pub use failure::Cause;
pub use failure::Failure;
pub use finished::Finished;
pub use grade::Options;
pub use grade::grade;
pub use grade::grade_check;
pub use lab::Lab;
pub use lab::Stdin;
pub use lab::Surroundings;
pub use lesson::Check;
pub use lesson::Flaw;
pub use lesson::Ladder;
pub use lesson::Lesson;
pub use lesson::Stage;
pub use lesson::Variant;
pub use lesson::VariantKind;
pub use names::Domain;
pub use names::Trouble;
pub use names::enter_private_network;
pub use names::names_are_missing;
pub use peer::Connection;
pub use peer::Datagrams;
pub use peer::Listener;
pub use peer::Silent;
pub use program::Program;
pub use program::Programs;
pub use proof::has_python;
pub use proof::prove_flaw;
pub use proof::prove_variant;
pub use random::Random;
pub use report::BuildReport;
pub use report::CheckReport;
pub use report::Environment;
pub use report::LessonReport;
pub use report::Outcome;
pub use report::Report;
pub use report::SCHEMA;
pub use running::Running;
pub use scratch::remove_folders;
pub use server::Server;
pub use tracer::Tracer;
pub use tracer::find_strace;
pub use transcript::Event;
pub use transcript::EventKind;
pub use transcript::Side;
pub use transcript::Transcript;

/// What a check answers: nothing where the program does what the lesson's README promises.
pub type Verdict<T = ()> = Result<T, Failure>;
