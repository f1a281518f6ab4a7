//! The mistakes of select servers, one in each file, and their names.

use crate::Play;

/// The mistake of this name.
pub(crate) fn find(name: &str) -> Option<Play> {
    let play: Play = match name {
        "select-server-right" => |arguments| crate::select::run(arguments, Right),
        _ => return None,
    };
    Some(play)
}

struct Right;
impl crate::select::Manner for Right {}
