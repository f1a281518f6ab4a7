//! The classic mistakes: flawed programs, and the checks that catch them.

mod echo_client;
mod echo_server;
mod greeter;
mod udp_echo_server;
mod unix_echo_server;

pub(crate) use echo_client::ECHO_CLIENT;
pub(crate) use echo_server::ECHO_SERVER;
pub(crate) use greeter::GREETER;
pub(crate) use udp_echo_server::UDP_ECHO_SERVER;
pub(crate) use unix_echo_server::UNIX_ECHO_SERVER;

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
