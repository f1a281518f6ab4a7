//! The words of `bench --grade`.

use super::print;
use crate::bench::Sample;
use crate::bench::Watched;
use anyhow::Result;
use std::fmt::Write as _;

/// How many submissions there were, and what the plain way took for some of them.
pub(crate) struct Class<'a> {
    submissions: usize,
    plain: &'a [f64],
}

impl Class<'_> {
    pub(crate) fn of(submissions: usize, plain: &[f64]) -> Class<'_> {
        Class { submissions, plain }
    }
}

/// What grading took.
pub(crate) struct Graded {
    /// Seconds for the first submission of all, the dependencies compiled where they were not.
    pub(crate) prepare: f64,
    pub(crate) watched: Watched,
}

/// The whole benchmark, and whether its bounds are kept. `bounds` are the least ratio and the one to aim for, `most` the bytes of memory that
/// are allowed.
///
/// # Errors
/// Where stdout cannot be written.
pub(crate) fn graded(
    class: &Class<'_>,
    graded: &Graded,
    bounds: (f64, f64),
    most: u64,
) -> Result<bool> {
    let watched = &graded.watched;
    let mib = |bytes: u64| bytes as f64 / f64::from(1 << 20);
    let each = watched.seconds / class.submissions as f64;
    let (_, plain, _) = Sample(class.plain.to_vec()).spread();
    let ratio = plain / each;
    let (is_fast, is_small) = (ratio >= bounds.0, watched.memory.together <= most);
    let word = |is_met: bool, trouble: &'static str| if is_met { "ok" } else { trouble };
    let seconds: Vec<String> = class
        .plain
        .iter()
        .map(|seconds| format!("{seconds:.1}"))
        .collect();
    let mut text = String::new();
    let _ = writeln!(
        text,
        "a class of {} submissions to lesson 2, each another, with the machine's {} processors (the first one graded, dependencies \
         included: {:.1} s)",
        class.submissions,
        std::thread::available_parallelism().map_or(1, usize::from),
        graded.prepare,
    );
    let _ = writeln!(
        text,
        "  grade: {:.1} s, {each:.3} s a submission; {:.1} s of processor time, {:.2} compilers and {:.2} judges at a time",
        watched.seconds, watched.processor, watched.compilers, watched.judges,
    );
    let _ = writeln!(
        text,
        "  the plain way, a fresh copy and `cargo test` (measured on {}, taken as the same for all): {} s a submission",
        class.plain.len(),
        seconds.join(", "),
    );
    let _ = writeln!(
        text,
        "the plain way / grade, a submission (wall seconds)\n  {ratio:.1}   bound {} at least, aim {}   {}",
        bounds.0,
        bounds.1,
        word(is_fast, "TOO LITTLE"),
    );
    let _ = writeln!(
        text,
        "memory of the grader's own processes, at most (MiB; shared pages counted once)\n  together {:.1}   the first \
         {:.1}   the largest other {:.1}   bound {}   {}",
        mib(watched.memory.together),
        mib(watched.memory.first),
        mib(watched.memory.largest),
        mib(most),
        word(is_small, "TOO MUCH"),
    );
    print(&text)?;
    Ok(is_fast && is_small)
}
