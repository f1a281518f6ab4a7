//! How a submission becomes programs: our manifests, our lock file, no network, limits on everything; the dependencies are compiled once
//! for all.
//!
//! [`prepare()`] makes the template, a small workspace with the lessons' exercises as we hand them out, and builds it once with cargo. That
//! leaves the compiled dependencies and a recipe: how cargo calls the compiler for each program. [`compile()`] repeats those calls for
//! a submission's files, or has cargo do it where there is no recipe. [`Kept`] takes what came out, and spares what came out before.

mod cargo;
mod diagnostics;
mod direct;
mod job;
mod kept;
mod launch;
mod prepare;
mod recipe;
mod running;
mod stage;
mod take;
mod template;
#[cfg(test)]
mod tests;
mod words;

pub(crate) use job::Build;
pub(crate) use job::CompileJob;
pub(crate) use job::Method;
pub(crate) use kept::Kept;
pub(crate) use launch::Launch;
#[cfg(test)]
pub(crate) use launch::Plain;
pub(crate) use prepare::Prepared;
pub(crate) use prepare::prepare;
pub(crate) use stage::stage;
pub(crate) use words::took_too_long;

use classroom::ProgramBuild;

/// Compiles each of the job's programs; their executables are then in `job.out`, each under its program's name.
///
/// Whatever is wrong with the submission is in the answer, which has one entry for each of `job.programs`, in that order.
///
/// # Errors
/// Where the machine or we are at fault: no compiler could be started.
pub(crate) fn compile(job: &CompileJob, launch: &dyn Launch) -> std::io::Result<Vec<ProgramBuild>> {
    match &job.method {
        Method::Rustc(recipe) => direct::compile(job, recipe, launch),
        Method::Cargo { .. } => cargo::compile(job, launch),
    }
}
