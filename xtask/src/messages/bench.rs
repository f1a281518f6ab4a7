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

/// What grading costs, and whether its memory is bounded: `most` are the bytes that are allowed.
///
/// # Errors
/// Where stdout cannot be written.
pub(crate) fn graded(class: &Class<'_>, graded: &Graded, most: u64) -> Result<bool> {
    let watched = &graded.watched;
    let mib = |bytes: u64| bytes as f64 / f64::from(1 << 20);
    let each = watched.seconds / class.submissions as f64;
    let (_, plain, _) = Sample(class.plain.to_vec()).spread();
    let is_small = watched.memory.together <= most;
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
        "  a fresh copy, and `cargo test` for the lesson's package alone (measured on {}, taken as the same for all): {} s a \
         submission, {:.1} times as long",
        class.plain.len(),
        seconds.join(", "),
        plain / each,
    );
    let _ = writeln!(
        text,
        "memory of the grader's own processes, at most (MiB; shared pages counted once)\n  together {:.1}   the first \
         {:.1}   the largest other {:.1}   bound {}   {}",
        mib(watched.memory.together),
        mib(watched.memory.first),
        mib(watched.memory.largest),
        mib(most),
        if is_small { "ok" } else { "TOO MUCH" },
    );
    print(&text)?;
    Ok(is_small)
}

/// The plain way as it is for whoever knows nothing of the workspace: a fresh copy, and `cargo test`. `seconds` is `None` where it was not
/// measured.
///
/// # Errors
/// Where stdout cannot be written.
pub(crate) fn whole(each: f64, seconds: Option<f64>, bounds: (f64, f64)) -> Result<bool> {
    let Some(seconds) = seconds else {
        print(
            "a fresh copy and the whole `cargo test`: not measured, and the bound not tried, because of --skip-whole\n",
        )?;
        return Ok(true);
    };
    let ratio = seconds / each;
    let is_fast = ratio >= bounds.0;
    print(&format!(
        "the plain way, a fresh copy and the whole `cargo test` (measured on one, which fails: it ends there): {seconds:.1} s\n\
         the plain way / grade, a submission (wall seconds)\n  {ratio:.1}   bound {} at least, aim {}   {}\n",
        bounds.0,
        bounds.1,
        if is_fast { "ok" } else { "TOO LITTLE" },
    ))?;
    Ok(is_fast)
}
