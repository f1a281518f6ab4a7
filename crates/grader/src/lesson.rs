//! The table that a lesson is: its programs, its stages, its checks, and the proof that they are right.

use crate::Cause;
use crate::Lab;
use crate::Program;
use crate::Verdict;
use std::ffi::OsString;
use std::path::Path;

/// One lesson of the course.
#[derive(Debug)]
pub struct Lesson {
    /// The name of its folder: `lesson2-echo`.
    pub name: &'static str,
    /// What it is about, in a few words.
    pub title: &'static str,
    /// The programs that a student writes, in the order they are met; each is a file `src/bin/NAME.rs`.
    pub programs: &'static [&'static str],
    /// The stages, in the order they are met.
    pub stages: &'static [Stage],
    /// The checks, in the order a student meets them: a list for each program.
    pub checks: &'static [&'static [Check]],
    /// Help for whoever is stuck: each check is on exactly one ladder.
    pub ladders: &'static [Ladder],
    /// Programs with one classic mistake each, and the checks that catch it: a list for each program.
    pub flaws: &'static [&'static [Flaw]],
    /// Correct programs of quite another build than the solution.
    pub variants: &'static [Variant],
    /// Are there flaws that only checks with names of the lab can tell from a correct program?
    pub needs_names: bool,
}

impl Lesson {
    /// Can this machine show what each flaw is? Outside Linux, several checks cannot see what they look for; without a private
    /// network, some have no names.
    pub fn can_prove_flaws(&self) -> bool {
        let has_names = || crate::names::names_are_missing().is_none();
        cfg!(target_os = "linux") && (!self.needs_names || has_names())
    }

    /// Every check, in order.
    pub fn checks(&self) -> impl Iterator<Item = &'static Check> {
        self.checks.iter().copied().flatten()
    }

    /// The help for one of its checks.
    pub fn ladder(&self, check: &str) -> Option<&'static Ladder> {
        let helps = |ladder: &&Ladder| ladder.checks.contains(&check);
        self.ladders.iter().find(helps)
    }

    /// Every flawed program.
    pub fn flaws(&self) -> impl Iterator<Item = &'static Flaw> {
        self.flaws.iter().copied().flatten()
    }
}

/// A step of a lesson.
#[derive(Debug)]
pub struct Stage {
    /// Counted from 1.
    pub number: u8,
    /// What the student works on in it.
    pub title: &'static str,
}

/// One thing that a lesson's README promises, and the function that tries it.
#[derive(Debug)]
pub struct Check {
    /// An interface: people name it on the command line, and gradebooks store it.
    pub name: &'static str,
    /// The same as a sentence about the program's behaviour.
    pub title: &'static str,
    /// The program it judges.
    pub program: &'static str,
    pub stage: u8,
    pub points: u32,
    /// A question or a pointer for whoever fails it.
    pub hint: &'static str,
    pub run: fn(&Lab) -> Verdict,
}

/// Help in steps, for the checks that one idea solves. A step is shown when it is asked for, and says no more than it must.
#[derive(Debug)]
pub struct Ladder {
    /// The names of the checks that it helps with.
    pub checks: &'static [&'static str],
    /// First a question to think about. Ends in a question mark.
    pub question: &'static str,
    /// Then the call to look at, and what about it.
    pub call: &'static str,
    /// At last how a program does it, step by step, or in a few lines separated by `\n`.
    pub sketch: &'static str,
    /// What whoever passes them has learnt, in one sentence.
    pub learnt: &'static str,
}

/// A program with one classic mistake.
#[derive(Debug)]
pub struct Flaw {
    /// The first argument of the lesson's flawed program that chooses it.
    pub name: &'static str,
    /// The program that it plays.
    pub program: &'static str,
    /// The mistake, in a sentence.
    pub mistake: &'static str,
    /// The checks that fail, each with its cause: these and no other.
    pub caught_by: &'static [(&'static str, Cause)],
}

/// A correct program of quite another build.
#[derive(Debug)]
pub struct Variant {
    /// The first argument of the lesson's correct program, or the name of a script beside it.
    pub name: &'static str,
    /// The program that it plays.
    pub program: &'static str,
    pub kind: VariantKind,
}

impl Variant {
    /// A variant that the lesson's example program plays.
    pub const fn example(name: &'static str, program: &'static str) -> Variant {
        Variant {
            name,
            program,
            kind: VariantKind::Example,
        }
    }

    /// A variant that is a script beside it.
    pub const fn python(name: &'static str, program: &'static str) -> Variant {
        Variant {
            name,
            program,
            kind: VariantKind::Python,
        }
    }

    /// How it is started: by the lesson's example program `example`, or as a script in the folder `scripts`.
    pub fn launch(&self, example: &Path, scripts: &Path) -> Program {
        let words: Vec<OsString> = match self.kind {
            VariantKind::Example => vec![example.into(), self.program.into(), self.name.into()],
            VariantKind::Python => vec!["python3".into(), scripts.join(self.name).into()],
        };
        Program::command(words).expect("both commands have words")
    }
}

/// How a [`Variant`] is started.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum VariantKind {
    /// By the lesson's multi-call example program.
    Example,
    /// By Python 3, where the machine has it.
    Python,
}
