//! `grade`: a class from a folder of submissions to a table of grades.

use crate::DONE;
use crate::OUR_FAULT;
use crate::cells::Cells;
use crate::compile;
use crate::compile::Build;
use crate::compile::CompileJob;
use crate::compile::Kept;
use crate::compile::Prepared;
use crate::judge::CellJudge;
use crate::judge::nothing_handed_in;
use crate::messages;
use crate::outputs;
use crate::progress::Live;
use crate::versions;
use anyhow::Context;
use anyhow::Result;
use anyhow::bail;
use classroom::Partition;
use classroom::Store;
use classroom::exports;
use classroom::exports::Level;
use classroom::intake;
use classroom::intake::LessonFacts;
use classroom::plan;
use classroom::plan::Entry;
use classroom::plan::Frozen;
use classroom::plan::Scope;
use classroom::plan::Settings;
use classroom::run;
use classroom::store;
use grader::Lesson;
use signal_hook::consts::SIGINT;
use signal_hook::consts::SIGTERM;
use std::path::Path;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::RwLock;
use std::sync::atomic::AtomicBool;

/// Grade a class: each submission is compiled and judged in a cell of its own, without network.
#[derive(clap::Args)]
#[command(after_help = messages::GRADE_HELP_END)]
pub(crate) struct Arguments {
    /// The folder of submissions: STUDENT/lesson2-echo/src/…, STUDENT/exercises/lesson2-echo/src/… (a whole repository), or an archive
    /// of either for each student, STUDENT.zip or STUDENT.tar.gz.
    submissions: PathBuf,
    /// Where everything goes: grades.csv, feedback/, verdicts/.
    #[arg(long, value_name = "DIR", default_value = "grades")]
    out: PathBuf,
    /// The class as a CSV file with the columns id, name and e-mail; the ids are the names of the folders or archives. Who has handed in
    /// nothing is in the grades, too. Without it, names and addresses are those of the last run.
    #[arg(long, value_name = "FILE")]
    roster: Option<PathBuf>,
    /// Only this lesson (repeatable): 2, lesson2 or lesson2-echo. The others keep the verdicts and grades that they have. All five without it.
    #[arg(long, value_name = "LESSON")]
    lesson: Vec<String>,
    /// Only this student (repeatable), by id. The others keep the verdicts and grades that they have.
    #[arg(long, value_name = "STUDENT")]
    only: Vec<String>,
    /// How many submissions are judged at a time; one for each processor without it.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=256))]
    jobs: Option<u16>,
    /// How much a failure tells a student in the feedback: names of the failing checks, hints, or everything with the conversation. Without
    /// it as in the last run, and at first everything.
    #[arg(long, value_name = "LEVEL")]
    feedback: Option<Level>,
    /// Judge what has a verdict already, too.
    #[arg(long)]
    force: bool,
    /// Judge one part of the class on this machine: 3/10 is the third of ten. `auto` takes the numbers of a Slurm job array, auto/10 those
    /// of an indexed Kubernetes job. `merge` puts the parts together.
    #[arg(long, value_name = "K/N")]
    partition: Option<String>,
    /// How submissions are compiled: by calling rustc (auto, rustc), or through cargo, which is slower.
    #[arg(long, value_enum, default_value_t, value_name = "HOW")]
    build: Build,
    /// The class's seed, for the random numbers of all checks. Without it, it comes from the submissions.
    #[arg(long, value_name = "N")]
    seed: Option<u64>,
    /// Multiply every deadline by N, for a slow machine.
    #[arg(long, value_name = "N", default_value_t = 1, value_parser = clap::value_parser!(u32).range(1..=1000))]
    patience: u32,
    /// How long the programs of one submission may take to compile, together, in seconds.
    #[arg(long, value_name = "SECONDS", default_value_t = CompileJob::SECONDS, value_parser = clap::value_parser!(u64).range(1..=3600))]
    compile_time: u64,
    /// Go on where this machine cannot keep strangers' programs away from your files, network and processes. Only for people whom you trust;
    /// every result is stamped with it.
    #[arg(long)]
    allow_weak_isolation: bool,
}

/// # Errors
/// Wrong usage, and what is not a student's fault.
pub(crate) fn main(arguments: &Arguments) -> Result<u8> {
    let lessons = lessons(&arguments.lesson)?;
    let partition = partition(arguments)?;
    // What cells show must be readable for the user in them, whatever mask the instructor prefers.
    nix::sys::stat::umask(nix::sys::stat::Mode::from_bits_truncate(0o022));
    let stop = stop_on_signals()?;
    let (mut entries, notes) = take_in(arguments, &lessons)?;
    messages::notes(&notes);
    let cells = Cells::probe()?;
    if !cells.are_strong() && !arguments.allow_weak_isolation {
        bail!("{}", messages::weak(&cells.layers));
    }
    let store = Store::open(&arguments.out)?;
    // Kept at once: a run that is interrupted, and goes on without it, must not tell students more.
    let level = exports::level_of(store.folder(), arguments.feedback)?;
    let mut all = notes_of_others(store.folder(), arguments, &lessons)?;
    store::add_notes(&mut all, notes);
    let mut notes = all;
    store::write_notes(store.folder(), &notes)?;
    if arguments.roster.is_none() {
        plan::name_as_before(store.folder(), &mut entries)?;
    }
    let (root, target) = (xtask::share::root(), xtask::share::target());
    let prepared = compile::prepare(
        &root,
        &target,
        xtask::share::course(),
        arguments.build,
        &messages::step,
    )?;
    if let Some(reason) = &prepared.fell_back {
        let note = format!("compiling through cargo, which is slower: {reason}");
        messages::notes(std::slice::from_ref(&note));
        store::add_notes(&mut notes, [note]);
    }
    let settings = Settings {
        toolchain: prepared.compiler.clone(),
        checks: versions::checks(&root, arguments.compile_time)?,
        seed: match arguments.seed {
            Some(seed) => seed,
            None => plan::class_seed(store.folder(), &entries)?,
        },
        patience: arguments.patience,
        allow_weak: !cells.are_strong(),
    };
    let frozen = plan::freeze(&store, &settings, entries, scope(arguments))?;
    let judge = CellJudge {
        cells: &cells,
        prepared: &prepared,
        kept: kept(&store, &prepared, &cells)?,
        // Where there are no cells, compilers and programs work in folders of their own, and get its path all the same.
        scratch: std::path::absolute(store.scratch())
            .context("failed to find the scratch folder")?,
        patience: arguments.patience,
        compile_seconds: arguments.compile_time,
        quiet: RwLock::new(()),
        stop: &stop,
    };
    let options = run::Options {
        jobs: jobs(arguments, &cells),
        force: arguments.force,
        partition,
        stop: &stop,
    };
    let live = Live::new();
    let done = classroom::run(&store, &frozen, &judge, &nothing_handed_in, &options, &live);
    live.end();
    finish(arguments, level, notes, &store, &frozen, &done?, &cells)
}

/// Writes what comes out, and says so.
fn finish(
    arguments: &Arguments,
    level: Level,
    mut notes: Vec<String>,
    store: &Store,
    frozen: &Frozen,
    done: &run::Summary,
    cells: &Cells,
) -> Result<u8> {
    messages::notes(&done.notes);
    store::add_notes(&mut notes, done.notes.iter().cloned());
    store::write_notes(store.folder(), &notes)?;
    if done.left > 0 {
        messages::interrupted(done, arguments.force);
        return Ok(OUR_FAULT);
    }
    let outputs = outputs::write(store.folder(), &frozen.plan, level)?;
    messages::graded(done, &outputs, &arguments.out, !cells.are_strong())?;
    messages::noted(notes.len(), &arguments.out)?;
    store::finished(store.folder())?;
    Ok(if done.broken.is_empty() {
        DONE
    } else {
        OUR_FAULT
    })
}

fn lessons(named: &[String]) -> Result<Vec<&'static Lesson>> {
    if named.is_empty() {
        return Ok(xtask::share::course().to_vec());
    }
    let found: Result<Vec<&'static Lesson>> = named
        .iter()
        .map(|name| xtask::share::find_lesson(name))
        .collect();
    let mut found = found?;
    // In the order of the course, each once.
    found.sort_by_key(|lesson| lesson.name);
    found.dedup_by_key(|lesson| lesson.name);
    Ok(found)
}

fn scope(arguments: &Arguments) -> Scope {
    if !arguments.only.is_empty() {
        Scope::Part
    } else if !arguments.lesson.is_empty() {
        Scope::Lessons
    } else {
        Scope::Class
    }
}

/// What an earlier run has noted, and this one, which looks at a part of the class only, does not look at again.
fn notes_of_others(
    folder: &Path,
    arguments: &Arguments,
    lessons: &[&'static Lesson],
) -> Result<Vec<String>> {
    let scope = scope(arguments);
    if scope == Scope::Class {
        return Ok(Vec::new());
    }
    let is_of_another_lesson = |note: &str| {
        let course = xtask::share::course().iter();
        let mut others = course.filter(|lesson| !lessons.iter().any(|one| one.name == lesson.name));
        others.any(|lesson| note.contains(lesson.name))
    };
    let is_of_another_student = |note: &str| {
        let mut students = arguments.only.iter();
        !students.any(|id| note.starts_with(&format!("{id}: ")))
    };
    let mut notes = store::read_notes(&[folder.to_owned()])?;
    notes.retain(|note| match scope {
        Scope::Part => is_of_another_student(note),
        _ => is_of_another_lesson(note),
    });
    Ok(notes)
}

fn partition(arguments: &Arguments) -> Result<Option<Partition>> {
    let variable = |name: &str| std::env::var(name).ok();
    let text = arguments.partition.as_deref();
    text.map(|text| Partition::parse(text, &variable))
        .transpose()
}

/// The submissions, and what the instructor should know about the folder.
fn take_in(
    arguments: &Arguments,
    lessons: &[&'static Lesson],
) -> Result<(Vec<Entry>, Vec<String>)> {
    let facts: Vec<LessonFacts> = lessons
        .iter()
        .map(|lesson| LessonFacts {
            name: lesson.name,
            programs: lesson.programs,
        })
        .collect();
    let mut entries = Vec::new();
    let notes = intake::take_each(
        &arguments.submissions,
        arguments.roster.as_deref(),
        Some(&arguments.out),
        &facts,
        &arguments.only,
        |submission| {
            entries.push(Entry {
                student: submission.student,
                lesson: submission.lesson,
                files: submission.taken.files,
                reason: submission.taken.reason,
                absence: submission.taken.absence,
                ignored: submission.taken.ignored,
                ignored_more: submission.taken.ignored_more,
            });
            Ok(())
        },
    )?;
    Ok((entries, notes))
}

/// Where executables are kept during this run, in a folder that no cell shows; where there are no cells, a program could replace another's.
fn kept(store: &Store, prepared: &Prepared, cells: &Cells) -> Result<Kept> {
    let most = if cells.are_strong() { Kept::BYTES } else { 0 };
    Kept::open(&store.scratch().join("kept"), &prepared.fingerprint, most)
}

/// A worker for each processor; where programs are not kept apart, one after the other.
fn jobs(arguments: &Arguments, cells: &Cells) -> usize {
    if !cells.are_strong() {
        return 1;
    }
    let processors = || std::thread::available_parallelism().map_or(1, usize::from);
    arguments.jobs.map_or_else(processors, usize::from)
}

/// Set by the first Ctrl-C, which lets nothing new begin; the second ends this process, and with it every cell.
fn stop_on_signals() -> Result<Arc<AtomicBool>> {
    let stop = Arc::new(AtomicBool::new(false));
    for signal in [SIGINT, SIGTERM] {
        signal_hook::flag::register_conditional_shutdown(
            signal,
            i32::from(OUR_FAULT),
            Arc::clone(&stop),
        )
        .and_then(|_| signal_hook::flag::register(signal, Arc::clone(&stop)))
        .context("failed to listen for Ctrl-C")?;
    }
    Ok(stop)
}
