//! The date and the time of day, for the names of backups: what the calendar needs, and no more.

use std::time::SystemTime;
use std::time::UNIX_EPOCH;

const SECONDS_A_DAY: u64 = 86_400;

/// Now, in UTC: `2026-11-22T103105Z`. Without colons, which Windows does not take in the name of a file.
pub(crate) fn now() -> String {
    // A clock before 1970 is wrong anyway, and a wrong date must not stop a backup.
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    written(since.unwrap_or_default().as_secs())
}

fn written(seconds: u64) -> String {
    let (year, month, day) = civil(seconds / SECONDS_A_DAY);
    let rest = seconds % SECONDS_A_DAY;
    let (hour, minute, second) = (rest / 3600, rest / 60 % 60, rest % 60);
    format!("{year:04}-{month:02}-{day:02}T{hour:02}{minute:02}{second:02}Z")
}

/// The year, month and day that come so many days after 1 January 1970.
fn civil(mut days: u64) -> (u64, u64, u64) {
    let mut year = 1970;
    while days >= days_of(year) {
        days -= days_of(year);
        year += 1;
    }
    let february = if is_leap(year) { 29 } else { 28 };
    let mut month = 1;
    for length in [31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30] {
        if days < length {
            break;
        }
        days -= length;
        month += 1;
    }
    (year, month, days + 1)
}

fn days_of(year: u64) -> u64 {
    if is_leap(year) { 366 } else { 365 }
}

fn is_leap(year: u64) -> bool {
    (year.is_multiple_of(4) && !year.is_multiple_of(100)) || year.is_multiple_of(400)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(seconds: u64, expected: &str) {
        assert_eq!(written(seconds), expected);
    }

    #[test]
    fn seconds_become_a_date() {
        check(0, "1970-01-01T000000Z");
        check(951_782_399, "2000-02-28T235959Z");
        check(951_782_400, "2000-02-29T000000Z");
        check(951_868_800, "2000-03-01T000000Z");
        check(1_704_067_199, "2023-12-31T235959Z");
        check(1_735_603_200, "2024-12-31T000000Z");
        check(1_795_343_465, "2026-11-22T103105Z");
        check(4_107_542_400, "2100-03-01T000000Z");
    }
}
