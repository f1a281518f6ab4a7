//! What is expected of one hostile submission, and whether its verdict says so.

use serde_json::Value;

/// One submission of the class, and the verdict that it deserves.
pub(crate) struct Row {
    pub(crate) id: String,
    demands: Vec<Demand>,
}

/// Something that must be so in the verdict.
enum Demand {
    /// The greeter compiles, or it does not, for a reason that has one of these words.
    Built,
    NotBuilt(&'static [&'static str]),
    /// Every check of the greeter passes.
    Passes,
    /// This check alone fails, with this cause.
    FailsOnly(&'static str, &'static str),
    /// Every check of the first stage fails, with one of these causes; its words and those about the programs hold one of these texts.
    Fails(&'static [&'static str], &'static [&'static str]),
    /// The stderr of the checks that failed holds this, or does not.
    Says(String),
    NeverSays(String),
    /// An ignored file whose path and reason hold these.
    Ignored(&'static str, &'static str),
    /// Nothing was handed in.
    Missing,
    /// Something was handed in, and nothing of it could be taken.
    Untaken,
}

impl Row {
    fn with(id: &str, demands: Vec<Demand>) -> Row {
        let id = id.to_owned();
        Row { id, demands }
    }

    /// The greeter has full marks.
    pub(crate) fn passes(id: &str) -> Row {
        Row::with(id, vec![Demand::Built, Demand::Passes])
    }

    /// The greeter has all marks but for this check's, which fails with this cause.
    pub(crate) fn fails_only(id: &str, check: &'static str, cause: &'static str) -> Row {
        Row::with(id, vec![Demand::Built, Demand::FailsOnly(check, cause)])
    }

    /// The greeter fails everything, with one of these causes and these words.
    pub(crate) fn fails(
        id: &str,
        causes: &'static [&'static str],
        words: &'static [&'static str],
    ) -> Row {
        let never = Demand::NeverSays("not in a cell".to_owned());
        Row::with(id, vec![Demand::Built, Demand::Fails(causes, words), never])
    }

    /// The greeter has tried everything that it wanted to, and nothing went through.
    pub(crate) fn is_refused(id: &str) -> Row {
        Row::fails(id, &["exited"], &["exit status 7"])
            .says("tried everything")
            .never_says("WENT THROUGH")
    }

    /// The greeter does not compile, or is not there, for a reason with one of these words.
    pub(crate) fn is_not_built(id: &str, reasons: &'static [&'static str]) -> Row {
        Row::with(id, vec![Demand::NotBuilt(reasons)])
    }

    /// The greeter may deserve this or that, but it is judged.
    pub(crate) fn is_judged(id: &str) -> Row {
        Row::with(id, Vec::new())
    }

    /// Something was handed in, and nothing of it could be taken.
    pub(crate) fn is_untaken(id: &str) -> Row {
        Row::with(id, vec![Demand::Untaken])
    }

    /// Nothing was handed in.
    pub(crate) fn is_missing(id: &str) -> Row {
        Row::with(id, vec![Demand::Missing])
    }

    pub(crate) fn says(self, text: &str) -> Row {
        self.and(Demand::Says(text.to_owned()))
    }

    pub(crate) fn never_says(self, text: &str) -> Row {
        self.and(Demand::NeverSays(text.to_owned()))
    }

    pub(crate) fn ignored(self, path: &'static str, why: &'static str) -> Row {
        self.and(Demand::Ignored(path, why))
    }

    fn and(mut self, demand: Demand) -> Row {
        self.demands.push(demand);
        self
    }

    /// What is not as expected, in words; empty where all is.
    pub(crate) fn problems(&self, verdict: &Value) -> Vec<String> {
        let mut problems = Vec::new();
        if verdict["state"] == "broken" {
            problems.push(format!("broken: {}", verdict["reason"]));
        }
        let broken = greeter_checks(verdict)
            .into_iter()
            .find(|check| check["outcome"] == "broken");
        problems.extend(broken.map(|check| format!("a broken check: {check}")));
        problems.extend(
            self.demands
                .iter()
                .filter_map(|demand| demand.look(verdict).err()),
        );
        problems
            .into_iter()
            .map(|problem| format!("{}: {problem}", self.id))
            .collect()
    }
}

impl Demand {
    fn look(&self, verdict: &Value) -> Result<(), String> {
        let greeter = find(&verdict["programs"], "greeter");
        let checks = greeter_checks(verdict);
        match self {
            Demand::Built => {
                let words = format!("the greeter was not built: {greeter}");
                holds(greeter["ok"] == true && verdict["state"] == "graded", words)
            }
            Demand::NotBuilt(reasons) => {
                holds(
                    greeter["ok"] == false && has_one(&greeter["reason"], reasons),
                    format!("{greeter}"),
                )?;
                let score = &verdict["lessons"][0]["score"];
                holds(score == 0, format!("it has {score} points"))
            }
            Demand::Passes => all_pass(&checks, &[]),
            Demand::FailsOnly(name, cause) => {
                let found = checks.iter().find(|check| check["name"] == *name);
                let failed = found.is_some_and(|check| check["failure"]["cause"] == *cause);
                holds(
                    failed,
                    format!("{name} did not fail with {cause}: {found:?}"),
                )?;
                all_pass(&checks, &[name])
            }
            Demand::Fails(causes, words) => fails(&checks, causes, words),
            Demand::Says(words) => {
                let silent = failed(&checks).find(|check| !has(&check["stderr"], words));
                holds(
                    silent.is_none(),
                    format!("{words:?} is not on stderr: {silent:?}"),
                )
            }
            Demand::NeverSays(words) => {
                let talker = failed(&checks).find(|check| has(&check["stderr"], words));
                let stderr = talker.map(|check| check["stderr"].as_str());
                holds(
                    talker.is_none(),
                    format!("{words:?} is on stderr: {stderr:?}"),
                )
            }
            Demand::Ignored(path, why) => {
                let ignored = verdict["ignored"].as_array();
                let found = ignored.is_some_and(|list| {
                    list.iter()
                        .any(|file| has(&file["path"], path) && has(&file["why"], why))
                });
                holds(
                    found,
                    format!("{path:?} is not ignored for {why:?}: {ignored:?}"),
                )
            }
            Demand::Missing => {
                let state = &verdict["state"];
                holds(state == "missing", format!("{state} {greeter}"))
            }
            Demand::Untaken => holds(
                verdict["state"] == "nothing_taken"
                    || greeter["ok"] == false && has(&greeter["reason"], "missing"),
                format!("{} {greeter}", verdict["state"]),
            ),
        }
    }
}

/// The checks of the first stage fail like this, those after it are blocked.
fn fails(checks: &[&Value], causes: &[&str], words: &[&str]) -> Result<(), String> {
    holds(checks.len() == 12, format!("{} checks", checks.len()))?;
    for check in checks {
        let is_failed = check["outcome"] == "failed" || check["outcome"] == "timed_out";
        if check["stage"] == 1 {
            let failure = &check["failure"];
            let cause_is_right = causes.iter().any(|cause| failure["cause"] == *cause);
            let is_right = is_failed && cause_is_right && has_one(&said_of(check), words);
            holds(
                is_right,
                format!(
                    "{}: {} {failure} {}",
                    check["name"], check["outcome"], check["programs"]
                ),
            )?;
        }
        holds(
            check["points"] == 0,
            format!("{} has points", check["name"]),
        )?;
    }
    Ok(())
}

/// What the grader says of a failure, and of what became of the programs.
fn said_of(check: &Value) -> Value {
    Value::String(format!("{} {}", check["failure"]["got"], check["programs"]))
}

/// All these checks pass but for some; one that this machine cannot run is no failure.
fn all_pass(checks: &[&Value], but: &[&str]) -> Result<(), String> {
    holds(checks.len() == 12, format!("{} checks", checks.len()))?;
    let fails = |check: &&&Value| {
        check["outcome"] != "passed"
            && check["outcome"] != "unavailable"
            && !but.iter().any(|name| check["name"] == *name)
    };
    let first = checks.iter().find(fails);
    holds(first.is_none(), format!("a check does not pass: {first:?}"))?;
    let passed = checks.iter().filter(|check| check["outcome"] == "passed");
    holds(
        passed.count() >= 9,
        "most checks are unavailable".to_owned(),
    )
}

/// The greeter's checks in a verdict.
pub(crate) fn greeter_checks(verdict: &Value) -> Vec<&Value> {
    let checks = verdict["lessons"][0]["checks"].as_array();
    let of_greeter = |check: &&Value| check["program"] == "greeter";
    checks.into_iter().flatten().filter(of_greeter).collect()
}

fn failed<'a>(checks: &'a [&Value]) -> impl Iterator<Item = &'a Value> {
    let with_failure = |check: &&Value| !check["failure"].is_null();
    checks.iter().copied().filter(with_failure)
}

fn find<'a>(programs: &'a Value, name: &str) -> &'a Value {
    let found = programs
        .as_array()
        .and_then(|list| list.iter().find(|program| program["name"] == name));
    found.unwrap_or(&Value::Null)
}

fn has(value: &Value, words: &str) -> bool {
    value.as_str().unwrap_or_default().contains(words)
}

fn has_one(value: &Value, words: &[&str]) -> bool {
    words.iter().any(|words| has(value, words))
}

fn holds(holds: bool, problem: String) -> Result<(), String> {
    if holds { Ok(()) } else { Err(problem) }
}
