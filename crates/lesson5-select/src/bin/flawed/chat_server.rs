//! The mistakes of chat servers, one in each file, and their names.

use crate::Play;

/// The mistake of this name.
pub(crate) fn find(name: &str) -> Option<Play> {
    let play: Play = match name {
        "chat-server-right" => |arguments| crate::chat::run(arguments, Right),
        _ => return None,
    };
    Some(play)
}

struct Right;
impl crate::chat::Manner for Right {}
