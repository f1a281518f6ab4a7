//! Checks of a program that there is none of: it is missing, or does not compile.

use crate::failure::Cause;
use crate::failure::Failure;
use crate::grade::blank;
use crate::lesson::Lesson;
use crate::report::CheckReport;
use crate::report::Outcome;

/// The checks of one of the lesson's programs, in the lesson's order: each failed with [`Cause::NotBuilt`] and no points, since nothing could
/// be run. `reason` says why: `src/bin/greeter.rs is missing`. Empty where the lesson has no such program.
pub fn not_built(lesson: &Lesson, program: &str, seed: u64, reason: &str) -> Vec<CheckReport> {
    lesson
        .checks()
        .filter(|check| check.program == program)
        .map(|check| {
            let expected = format!("a program called {program}");
            let mut failure = Failure::new(Cause::NotBuilt, expected, reason);
            failure.doing = format!("looked for {program}");
            let mut report = blank(check, seed);
            report.outcome = Outcome::Failed;
            report.failure = Some(failure);
            report
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lesson::Check;
    use crate::lesson::Stage;

    const fn check(name: &'static str, program: &'static str) -> Check {
        Check {
            name,
            title: "says hello",
            program,
            stage: 1,
            points: 3,
            hint: "say it",
            run: |_| Ok(()),
        }
    }

    const ONE: &[Check] = &[check("a", "one"), check("b", "one")];
    const OTHER: &[Check] = &[check("c", "two")];

    #[test]
    fn every_check_of_the_program_fails_for_the_same_reason_and_no_other_program_is_in_it() {
        let lesson = Lesson {
            name: "lesson0-hello",
            title: "hello",
            programs: &["one", "two"],
            stages: &[Stage {
                number: 1,
                title: "hello",
            }],
            checks: &[ONE, OTHER],
            ladders: &[],
            flaws: &[],
            variants: &[],
            needs_names: false,
        };
        let reports = not_built(&lesson, "one", 7, "it does not compile");
        let names: Vec<&str> = reports.iter().map(|report| report.name.as_str()).collect();
        assert_eq!(names, ["a", "b"]);
        for report in reports {
            assert_eq!((report.outcome, report.seed), (Outcome::Failed, 7));
            assert_eq!((report.points, report.max_points), (0, 3));
            let failure = report.failure.expect("it has failed");
            assert_eq!(failure.cause, Cause::NotBuilt);
            assert_eq!(failure.got, "it does not compile");
        }
        assert!(not_built(&lesson, "three", 7, "").is_empty());
    }
}
