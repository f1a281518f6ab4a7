//! The two prompts as they should be, and the words that answer them.

use crate::player::Choice;
use crate::player::End;
use crate::player::Player;
use crate::player::Turn;

/// Asks until the answer is one of the two words.
pub(crate) fn ask(player: &mut Player<'_>, question: &str, words: [&str; 2]) -> Turn<Choice> {
    loop {
        player.say(&format!("{question}\n"))?;
        let line = player.read_line()?;
        if let Some(choice) = (player.manner.choose)(&line, words)? {
            return Ok(choice);
        }
        say_sorry(player, words)?;
    }
}

/// Says which two words there are.
pub(crate) fn say_sorry(player: &mut Player<'_>, words: [&str; 2]) -> Turn {
    player.say(&format!("please answer {} or {}\n", words[0], words[1]))
}

/// Which of the two words a line is, or the first letter of which.
pub(crate) fn choose(line: &[u8], words: [&str; 2]) -> Turn<Option<Choice>> {
    let answer = trimmed(line).to_ascii_lowercase();
    choose_where(words, |word| {
        answer == word.as_bytes() || (word != "quit" && answer == word.as_bytes()[..1])
    })
}

/// The same with a mistake in how an answer is compared with a word.
pub(crate) fn choose_where(words: [&str; 2], is: impl Fn(&str) -> bool) -> Turn<Option<Choice>> {
    if is(words[0]) {
        Ok(Some(Choice::First))
    } else if is(words[1]) {
        Ok(Some(Choice::Second))
    } else if is("quit") {
        Err(End::Quit)
    } else {
        Ok(None)
    }
}

/// A line without its carriage return, and the spaces and tabs around it.
pub(crate) fn trimmed(line: &[u8]) -> &[u8] {
    without_return(line).trim_ascii()
}

/// A line without its carriage return.
pub(crate) fn without_return(line: &[u8]) -> &[u8] {
    line.strip_suffix(b"\r").unwrap_or(line)
}
