//! What watch mode knows, and what of it is on the screen.

use super::rounds::Judged;
use super::rounds::Told;
use super::screen::Page;
use crate::messages::watch as words;
use crate::progress::Gained;
use crate::style;
use grader::CheckReport;
use grader::Lesson;
use grader::LessonReport;
use grader::Outcome;
use std::time::Duration;
use std::time::Instant;

/// Checks that wait for something that never comes take seconds. What the others have found is shown after this time.
const PATIENCE: Duration = Duration::from_millis(300);

/// After this time, a reader has begun with what is shown.
const READING_TIME: Duration = Duration::from_secs(2);

/// What is to be seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum View {
    /// The first failing check whole, and a line for each of the others.
    Verdict,
    /// A line for every check.
    All,
    /// The whole conversation of the check that is shown.
    Conversation,
    /// All lessons.
    List,
    /// The lesson's text.
    Text,
    /// What the keys do.
    Keys,
}

/// How far the round is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Phase {
    Building,
    DoesNotCompile,
    Checking,
    /// What was judged is true of the files as they are.
    Done,
    Trouble(String),
}

/// Everything that a page is made of.
pub(crate) struct State {
    pub(crate) lesson: &'static Lesson,
    pub(crate) columns: usize,
    pub(crate) phase: Phase,
    pub(crate) view: View,
    /// The newest report of each program, together.
    report: Option<LessonReport>,
    /// What this round has found out so far.
    fresh: Vec<CheckReport>,
    checking_since: Option<Instant>,
    /// The name of the failing check that is shown whole; the first one, where it no longer fails.
    chosen: Option<String>,
    is_chosen_by_hand: bool,
    /// Since when it has been shown, before its round was over.
    chosen_since: Option<Instant>,
    /// How many steps of its ladder are shown.
    pub(crate) steps: u8,
    pub(crate) errors: Vec<String>,
    pub(crate) saved: Option<String>,
    pub(crate) built_in: Option<Duration>,
    pub(crate) checked_in: Option<Duration>,
    pub(crate) gained: Gained,
    pub(crate) warnings: Vec<String>,
    pub(crate) warning: Option<String>,
    from_top: bool,
}

impl State {
    pub(crate) fn new(lesson: &'static Lesson) -> State {
        State {
            lesson,
            columns: 80,
            phase: Phase::Building,
            view: View::Verdict,
            report: None,
            fresh: Vec::new(),
            checking_since: None,
            chosen: None,
            is_chosen_by_hand: false,
            chosen_since: None,
            steps: 0,
            errors: Vec::new(),
            saved: None,
            built_in: None,
            checked_in: None,
            gained: Gained::default(),
            warnings: Vec::new(),
            warning: None,
            from_top: true,
        }
    }

    /// The newest verdict, where there is one.
    pub(crate) fn report(&self) -> Option<&LessonReport> {
        self.report.as_ref()
    }

    /// The checks that fail, in the lesson's order.
    pub(crate) fn failing(&self) -> Vec<&CheckReport> {
        let failing = |check: &&CheckReport| {
            matches!(
                check.outcome,
                Outcome::Failed | Outcome::TimedOut | Outcome::Broken
            )
        };
        let old = self.report.iter().flat_map(|report| &report.checks);
        // While a round goes on, what it has found counts: the old report is about other files.
        let mut failing: Vec<&CheckReport> = if self.shows_fresh() {
            self.fresh.iter().filter(failing).collect()
        } else {
            old.filter(failing).collect()
        };
        // What an earlier stage is about comes first, whichever program it is of.
        failing.sort_by_key(|check| check.stage);
        failing
    }

    /// The failing check that is shown whole.
    pub(crate) fn shown(&self) -> Option<&CheckReport> {
        let failing = self.failing();
        let chosen = failing
            .iter()
            .find(|check| Some(&check.name) == self.chosen.as_ref());
        chosen.or(failing.first()).copied()
    }

    /// Has this round gone on for so long that what it has found should be seen before it is over?
    pub(crate) fn shows_fresh(&self) -> bool {
        let is_long = |since: Instant| since.elapsed() >= PATIENCE;
        self.phase == Phase::Checking
            && !self.fresh.is_empty()
            && self.checking_since.is_some_and(is_long)
    }

    /// How many checks this round has done.
    pub(crate) fn done(&self) -> usize {
        self.fresh.len()
    }

    /// After how long the page is to be drawn again, though nothing happens.
    pub(super) fn patience(&self) -> Option<Duration> {
        let since = self.checking_since?;
        let left = PATIENCE.checked_sub(since.elapsed())?;
        (self.phase == Phase::Checking).then_some(left)
    }

    /// The check that help is for: the one that is shown, or the first that is not begun.
    pub(crate) fn in_need(&self) -> Option<&CheckReport> {
        let not_started = || {
            let checks = self.report.iter().flat_map(|report| &report.checks);
            checks
                .filter(|check| check.outcome == Outcome::NotStarted)
                .min_by_key(|check| check.stage)
        };
        self.shown().or_else(not_started)
    }

    /// All is to be checked again, though nothing was saved.
    pub(super) fn again(&mut self) {
        self.saved = None;
    }

    pub(super) fn saved(&mut self, file: String) {
        self.saved = Some(file);
        self.warning = None;
    }

    pub(super) fn hear(&mut self, told: Told) {
        match told {
            Told::Building => {
                self.phase = Phase::Building;
                self.errors.clear();
            }
            Told::Error(text) => self.errors.push(text),
            Told::NotBuilt => self.look_at(Phase::DoesNotCompile),
            Told::Checking => {
                self.phase = Phase::Checking;
                self.errors.clear();
                self.fresh.clear();
                self.checking_since = Some(Instant::now());
                if !self.is_chosen_by_hand {
                    self.chosen = None;
                }
            }
            Told::Checked(check) => {
                self.fresh.push(*check);
                if self.shows_fresh() && self.chosen.is_none() {
                    // The reader has begun with this one: another one that comes later must not push it away.
                    self.chosen = self.shown().map(|check| check.name.clone());
                    self.is_chosen_by_hand = false;
                    self.chosen_since = Some(Instant::now());
                    self.from_top |= self.chosen.is_some();
                }
            }
            Told::Judged(judged) => self.take(*judged),
            Told::Trouble(error) => self.look_at(Phase::Trouble(format!("{error:#}"))),
        }
    }

    /// A new phase that the student should see at once.
    fn look_at(&mut self, phase: Phase) {
        self.phase = phase;
        self.view = View::Verdict;
        self.from_top = true;
    }

    fn take(&mut self, judged: Judged) {
        let before = self.shown().map(|check| check.name.clone());
        self.built_in = judged.built_in;
        self.checked_in = Some(judged.checked_in);
        self.gained = judged.gained;
        self.warnings = judged.warnings;
        self.warning = judged.warning.map(|error| format!("{error:#}"));
        self.phase = Phase::Done;
        self.errors.clear();
        self.fresh.clear();
        self.report = Some(match self.report.take() {
            Some(old) => together(self.lesson, old, judged.report),
            None => judged.report,
        });
        let now = self.shown().map(|check| check.name.clone());
        // What has just come has not been read yet: the first one in the lesson's order takes its place.
        let is_read = self.is_chosen_by_hand
            || self
                .chosen_since
                .is_some_and(|since| since.elapsed() >= READING_TIME);
        if now != self.chosen || !is_read {
            self.chosen = None;
            self.is_chosen_by_hand = false;
        }
        self.chosen_since = None;
        let now = self.shown().map(|check| check.name.clone());
        if now != before {
            // Another check is another matter: from its beginning, and without the help for the last one.
            self.steps = 0;
            self.from_top = true;
        }
    }

    pub(super) fn press(&mut self, key: &str) {
        let view = match key {
            "h" => {
                self.steps = (self.steps + 1).min(crate::messages::hint::STEPS);
                View::Verdict
            }
            "n" => {
                self.choose_next();
                View::Verdict
            }
            "a" => View::All,
            "c" => View::Conversation,
            "l" => View::List,
            "t" => View::Text,
            "?" => View::Keys,
            "esc" => View::Verdict,
            _ => return,
        };
        // The same key leads back.
        let is_toggle = self.view == view && key != "h" && key != "n";
        self.from_top = key != "h";
        self.view = if is_toggle { View::Verdict } else { view };
    }

    fn choose_next(&mut self) {
        let failing = self.failing();
        let shown = self.shown().map(|check| &check.name);
        let place = failing.iter().position(|check| Some(&check.name) == shown);
        let next = place.map_or(0, |place| (place + 1) % failing.len());
        self.chosen = failing.get(next).map(|check| check.name.clone());
        self.is_chosen_by_hand = true;
        self.steps = 0;
    }

    /// The page as it is now.
    pub(super) fn page(&mut self) -> Page {
        Page {
            lines: words::page(self)
                .iter()
                .flat_map(|line| style::fit(line, self.columns))
                .collect(),
            status: words::status(self),
            from_top: std::mem::take(&mut self.from_top),
        }
    }
}

/// The old report, with the new one's checks in place of its own.
fn together(lesson: &Lesson, old: LessonReport, new: LessonReport) -> LessonReport {
    let mut all = LessonReport {
        checks: Vec::new(),
        ..new.clone()
    };
    let reports = [&new, &old];
    for check in lesson.checks() {
        let found = reports.iter().find_map(|report| {
            let mut checks = report.checks.iter();
            checks.find(|report| report.name == check.name)
        });
        all.checks.extend(found.cloned());
    }
    all.add_up();
    all
}
