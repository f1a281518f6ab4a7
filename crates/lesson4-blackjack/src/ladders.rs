//! The help in steps for whoever is stuck: a ladder for each idea of the lesson.

use grader::Ladder;

pub(crate) const LADDERS: &[Ladder] = &[];
