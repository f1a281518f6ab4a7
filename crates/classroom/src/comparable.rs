//! What of two verdicts must be equal, where the same work has been judged twice.

use crate::verdict::Verdict;
use grader::CheckReport;
use serde_json::Value;

/// Fields that hold a duration, a time, or an amount that was measured.
const MEASURED: [&str; 3] = ["duration_ms", "at_us", "measured"];
/// How a process is named in a report: `greeter (pid 17)`.
const PROCESS: &str = "(pid ";

/// A verdict without durations, times and process numbers, and without the amounts that were measured: processor time, memory, how much the
/// system's buffers held.
pub fn comparable(verdict: &Verdict) -> Value {
    let mut value = serde_json::to_value(verdict).expect("a verdict is JSON");
    strip(&mut value);
    value
}

/// The same of one check.
pub fn comparable_check(check: &CheckReport) -> Value {
    let mut value = serde_json::to_value(check).expect("a report is JSON");
    strip(&mut value);
    value
}

/// What of a verdict makes a grade: two verdicts on the same work that agree in it are no conflict.
pub(crate) fn result(verdict: &Verdict) -> Value {
    let report = verdict.report();
    let checks = report.checks.iter();
    let checks: Vec<Value> = checks
        .map(|check| serde_json::json!([check.name, check.outcome, check.points, check.max_points]))
        .collect();
    serde_json::json!([
        verdict.state,
        verdict.isolation.weak,
        report.score,
        report.max_score,
        checks
    ])
}

fn strip(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            fields.retain(|name, _| !MEASURED.contains(&name.as_str()));
            fields.values_mut().for_each(strip);
        }
        Value::Array(values) => values.iter_mut().for_each(strip),
        Value::String(text) => *text = without_processes(text),
        _ => {}
    }
}

fn without_processes(text: &str) -> String {
    let mut left = String::with_capacity(text.len());
    let mut parts = text.split(PROCESS);
    left.push_str(parts.next().unwrap_or_default());
    for part in parts {
        left.push_str(PROCESS);
        left.push_str(part.trim_start_matches(|letter: char| letter.is_ascii_digit()));
    }
    left
}
