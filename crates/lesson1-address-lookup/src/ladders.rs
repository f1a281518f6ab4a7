//! The help in steps for whoever is stuck: a ladder for each idea of the lesson.

mod addrinfo;
mod fetch;
mod names;

use grader::Ladder;

pub(crate) const LADDERS: &[Ladder] = &[
    names::OWN_NAME,
    names::EVERY_ADDRESS,
    names::ONCE_AND_IN_ORDER,
    names::CANONICAL_NAME,
    names::WAY_BACK,
    names::SEVERAL_ARGUMENTS,
    names::REASONS,
    names::WRONG_USAGE,
    addrinfo::CONSTANTS,
    addrinfo::EVERY_ENTRY,
    addrinfo::SERVICES,
    addrinfo::SERVICE_NOT_KNOWN,
    addrinfo::PORT_RANGE,
    fetch::REQUEST,
    fetch::HOST_HEADER,
    fetch::REPLY,
    fetch::END_OF_THE_REPLY,
    fetch::NEXT_ADDRESS,
    fetch::SILENCE,
    fetch::NO_CONNECTION,
];
