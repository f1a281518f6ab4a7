//! The help in steps for whoever is stuck: a ladder for each idea of the lesson.

mod sum_client;
mod sum_server;

use grader::Ladder;

pub(crate) const LADDERS: &[Ladder] = &[
    sum_server::LISTENING,
    sum_server::PIECES,
    sum_server::ONE_READER,
    sum_server::LINE_ENDS,
    sum_server::WHEN_A_CLIENT_ENDS,
    sum_server::TWO_WORDS,
    sum_server::INTEGERS,
    sum_server::OVERFLOW,
    sum_server::LONGEST_LINE,
    sum_server::FAREWELL,
    sum_server::FIXED,
    sum_server::LENGTH,
    sum_server::LONGEST_LENGTH,
    sum_server::SHUTDOWN,
    sum_server::RUDE_CLIENTS,
    sum_server::FAILED_ACCEPT,
    sum_server::WRONG_USAGE,
    sum_client::REQUEST,
    sum_client::FIRST_REPLY,
    sum_client::BROKEN_REPLY,
    sum_client::STRANGE_REPLY,
    sum_client::CONNECTING,
    sum_client::SIZES,
    sum_client::ENDED_REQUEST,
];
