//! Says that somebody has come before it looks at the name.

use crate::Played;
use crate::chat;
use crate::chat::Manner;
use crate::room::Room;
use std::ffi::OsString;

pub(crate) fn play(arguments: &[OsString]) -> Played {
    chat::run(arguments, Flawed::default())
}

#[derive(Default)]
struct Flawed {
    asked: Option<String>,
}
impl Manner for Flawed {
    fn check_name(&mut self, room: &Room, line: &[u8]) -> Result<String, &'static str> {
        self.asked = Some(String::from_utf8_lossy(line).into_owned());
        if !self.is_name(line) {
            return Err("a name has 1 to 16 letters or digits");
        }
        let name = String::from_utf8_lossy(line).into_owned();
        if self.is_taken(room, &name) {
            return Err("this name is taken");
        }
        Ok(name)
    }

    fn show_out(&mut self, room: &mut Room, key: u64, reason: &str) {
        if let Some(name) = self.asked.take() {
            self.tell_others(room, key, format!("* {name} joined\n").as_bytes());
        }
        self.tell(room, key, format!("error: {reason}\n").as_bytes());
        self.leave(room, key);
        self.see_off(room, key);
    }
}
