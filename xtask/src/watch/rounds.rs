//! The rounds of watch mode: each builds what has changed and judges what was built anew. They happen one after the other on a thread
//! of their own, and one that is out of date is given up.

use super::files;
use super::files::Content;
use crate::cargo;
use crate::cargo::Said;
use crate::progress;
use crate::progress::Gained;
use crate::progress::Sources;
use crate::replay;
use crate::worker;
use crate::worker::Answer;
use crate::worker::Grade;
use crate::worker::Job;
use crate::worker::Leash;
use crate::worker::Worker;
use anyhow::Context;
use anyhow::Result;
use grader::CheckReport;
use grader::Lesson;
use grader::LessonReport;
use grader::Program;
use grader::Programs;
use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;
use std::sync::Mutex;
use std::sync::PoisonError;
use std::sync::mpsc::Receiver;
use std::time::Duration;
use std::time::Instant;

/// What a round tells while it goes on.
pub(super) enum Told {
    Building,
    /// An error, as soon as the compiler has it.
    Error(String),
    NotBuilt,
    Checking,
    /// One check of this round is done.
    Checked(Box<CheckReport>),
    Judged(Box<Judged>),
    /// Not the student's fault.
    Trouble(anyhow::Error),
}

/// What a round has found out.
pub(super) struct Judged {
    /// Only the programs that were built anew are in it.
    pub(super) report: LessonReport,
    pub(super) built_in: Option<Duration>,
    pub(super) checked_in: Duration,
    pub(super) gained: Gained,
    /// What the compiler has to say, though it compiles.
    pub(super) warnings: Vec<String>,
    pub(super) warning: Option<anyhow::Error>,
}

/// What ends the checks that are being run.
#[derive(Clone, Default)]
pub(super) struct Brake(Arc<Mutex<Option<Leash>>>);

impl Brake {
    /// Gives up the checks of this round; what was found is out of date.
    pub(super) fn pull(&self) {
        let leash = self.lock().take();
        if let Some(leash) = leash {
            leash.lock().unwrap_or_else(PoisonError::into_inner).take();
        }
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Option<Leash>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What to check again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Wish {
    /// The programs that have changed.
    Changed,
    /// All of them.
    Everything,
}

/// What the rounds know of those before.
pub(super) struct Rounds {
    lesson: &'static Lesson,
    /// The process of the screen, which no sweep may end.
    screen: Option<u32>,
    colour: bool,
    brake: Brake,
    built: Option<(Content, BTreeMap<String, String>)>,
    /// The compiler's, about what is built.
    warnings: Vec<String>,
    /// Programs that were built and not judged since.
    unjudged: BTreeSet<&'static str>,
    /// The worker of the next round, which enters its network while nothing else is to be done.
    next_worker: Option<Worker>,
}

impl Rounds {
    pub(super) fn new(
        lesson: &'static Lesson,
        screen: Option<u32>,
        colour: bool,
        brake: Brake,
    ) -> Rounds {
        Rounds {
            lesson,
            screen,
            colour,
            brake,
            built: None,
            warnings: Vec::new(),
            unjudged: lesson.programs.iter().copied().collect(),
            next_worker: None,
        }
    }

    /// A round for each wish, until nobody wishes any more.
    pub(super) fn go(mut self, wishes: &Receiver<Wish>, tell: impl Fn(Told) + Sync) {
        while let Ok(mut wish) = wishes.recv() {
            // Wishes that came meanwhile are one.
            while let Ok(more) = wishes.try_recv() {
                wish = if more == Wish::Everything { more } else { wish };
            }
            if wish == Wish::Everything {
                self.unjudged = self.lesson.programs.iter().copied().collect();
            }
            if let Err(error) = self.round(&tell) {
                tell(Told::Trouble(error));
            }
            self.next_worker = self.next_worker.take().or_else(|| Worker::start().ok());
        }
    }

    fn round(&mut self, tell: &(impl Fn(Told) + Sync)) -> Result<()> {
        // Before the build: what is saved while it goes on has not been checked.
        let sources = Sources::read(self.lesson);
        let begin = Instant::now();
        let Some(was_built) = self.build(tell)? else {
            tell(Told::NotBuilt);
            return Ok(());
        };
        let built_in = was_built.then(|| begin.elapsed());
        tell(Told::Checking);
        let begin = Instant::now();
        let lesson = self.lesson;
        let warnings = self.warnings.clone();
        // As soon as the report is there: the worker still has to clear up.
        self.judge(tell, |report| {
            let checked_in = begin.elapsed();
            let recorded = progress::record(&report, lesson, &sources);
            let remembered = replay::remember(std::iter::once(&report), false, &[]);
            let (gained, warning) = match remembered.and(recorded) {
                Ok(gained) => (gained, None),
                Err(error) => (Gained::default(), Some(error)),
            };
            tell(Told::Judged(Box::new(Judged {
                report,
                built_in,
                checked_in,
                gained,
                warnings: warnings.clone(),
                warning,
            })));
        })
    }

    /// Builds what is not built. Answers whether cargo was needed; `None` where something does not compile.
    fn build(&mut self, tell: &(impl Fn(Told) + Sync)) -> Result<Option<bool>> {
        let content = files::content(self.lesson);
        let is_there = |built: &(Content, BTreeMap<String, String>)| {
            built.0 == content && built.1.values().all(|path| Path::new(path).is_file())
        };
        if self.built.as_ref().is_some_and(is_there) {
            return Ok(Some(false));
        }
        self.built = None;
        cargo::expect_files(self.lesson.name, self.lesson.programs, false)?;
        tell(Told::Building);
        let arguments = cargo::program_arguments(self.lesson.name, self.lesson.programs, false);
        let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
        let built = cargo::build_heard(&arguments, self.colour, |said| {
            if let Said::Error(text) = said {
                tell(Told::Error(text.to_owned()));
            }
        })?;
        let anew =
            self.lesson.programs.iter().filter(|name| {
                built.executables.contains_key(**name) && !built.fresh.contains(**name)
            });
        self.unjudged.extend(anew);
        if !built.ok {
            return Ok(None);
        }
        self.warnings = built.warnings;
        self.built = Some((content, built.executables));
        Ok(Some(true))
    }

    /// Judges what has not been judged. There is no report of checks that were given up.
    fn judge(
        &mut self,
        tell: &(impl Fn(Told) + Sync),
        mut judged: impl FnMut(LessonReport),
    ) -> Result<()> {
        let (_, executables) = self.built.as_ref().context("nothing is built")?;
        let programs: Programs = self
            .unjudged
            .iter()
            .filter_map(|name| {
                let executable = executables.get(*name)?;
                Some(((*name).to_owned(), Program::executable(executable)))
            })
            .collect();
        let job = Job::Grade(Grade {
            trace: false,
            lesson: self.lesson.name.to_owned(),
            programs: worker::commands(&programs),
            only: Vec::new(),
            seed: crate::check::fresh_seed(),
            patience: 1,
            repeat: 1,
            strace: None,
            progress: false,
            each: true,
        });
        let worker = match self.next_worker.take() {
            Some(worker) => worker,
            None => Worker::start()?,
        };
        let leash = worker.leash();
        *self.brake.lock() = Some(Arc::clone(&leash));
        let mut is_judged = false;
        let kept: Vec<u32> = self.screen.into_iter().collect();
        let result = worker.run(&job, &kept, |answer| match answer {
            Answer::Check(check) => tell(Told::Checked(check)),
            Answer::Lesson(mut report) => {
                report.target = "exercise".to_owned();
                judged(*report);
                is_judged = true;
            }
        });
        // Nobody can pull what is not there: then it was pulled before.
        let is_given_up = self.brake.lock().take().is_none();
        if is_judged {
            self.unjudged.clear();
        }
        if is_given_up {
            return Ok(());
        }
        result?;
        anyhow::ensure!(is_judged, "the worker reported nothing");
        Ok(())
    }
}
