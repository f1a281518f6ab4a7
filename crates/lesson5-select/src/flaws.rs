//! The classic mistakes: flawed programs, and the checks that catch them.

pub(crate) mod chat_server;
pub(crate) mod select_server;

#[cfg(test)]
mod tests {
    use crate::LESSON;
    use std::collections::BTreeSet;

    #[test]
    fn every_check_catches_a_flaw() {
        let caught: BTreeSet<&str> = LESSON
            .flaws()
            .flat_map(|flaw| flaw.caught_by)
            .map(|(check, _)| *check)
            .collect();
        let all: BTreeSet<&str> = LESSON.checks().map(|check| check.name).collect();
        assert_eq!(caught, all);
    }

    #[test]
    fn every_flaw_has_a_name_of_its_own() {
        let mut names = BTreeSet::new();
        for flaw in LESSON.flaws() {
            assert!(names.insert(flaw.name), "{}", flaw.name);
        }
    }
}
