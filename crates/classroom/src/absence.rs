//! Why there is nothing to judge of a submission.

use serde::Deserialize;
use serde::Serialize;

/// Three parties that are never confused: who has handed in nothing, what cannot be taken, and what we cannot read.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Absence {
    /// Nothing was handed in.
    #[default]
    Missing,
    /// Something was, and none of it could be taken. No points, but somebody should look at it.
    NothingTaken,
    /// The machine did not let us read it: no fault of the student's, and no score.
    Unread,
}

impl Absence {
    /// The one that needs not be written.
    pub(crate) fn is_missing(&self) -> bool {
        *self == Absence::Missing
    }
}
