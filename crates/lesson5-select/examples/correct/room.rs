//! The room as a machine without sockets: it is told who comes, what they say and who has gone, and says who is to be told what.

use std::collections::HashMap;

#[derive(Default)]
struct Person {
    name: Option<String>,
    unread: Vec<u8>,
    was_shown_out: bool,
}

#[derive(Default)]
pub(crate) struct Room {
    people: HashMap<usize, Person>,
    /// Who is to be told what, in this order.
    pub(crate) news: Vec<(usize, Vec<u8>)>,
    /// Who is to be closed when everything has been told.
    pub(crate) shown_out: Vec<usize>,
}

impl Room {
    pub(crate) fn come(&mut self, id: usize) {
        self.people.insert(id, Person::default());
    }

    pub(crate) fn hear(&mut self, id: usize, bytes: &[u8]) {
        match self.people.get_mut(&id) {
            Some(person) if !person.was_shown_out => person.unread.extend_from_slice(bytes),
            _ => return,
        }
        while let Some(line) = self.next_line(id) {
            match (line, self.people[&id].name.clone()) {
                (None, _) => self.show_out(id, "line too long"),
                (Some(line), Some(name)) => {
                    let said = [name.as_bytes(), b": ", &line, b"\n"].concat();
                    self.tell_all_but(id, &said);
                }
                (Some(line), None) => self.name(id, line),
            }
        }
    }

    /// Whoever has gone, or is to be thrown out.
    pub(crate) fn leave(&mut self, id: usize) {
        if let Some(name) = self.people.remove(&id).and_then(|person| person.name) {
            self.tell_all_but(id, format!("* {name} left\n").as_bytes());
        }
    }

    /// The next line; `Some(None)` where it is too long.
    fn next_line(&mut self, id: usize) -> Option<Option<Vec<u8>>> {
        let person = self.people.get_mut(&id)?;
        if person.was_shown_out {
            return None;
        }
        let end = person.unread.iter().position(|byte| *byte == b'\n');
        if end.unwrap_or(person.unread.len()) > 1024 {
            return Some(None);
        }
        let mut line: Vec<u8> = person.unread.drain(..=end?).collect();
        line.pop();
        if line.last() == Some(&b'\r') {
            line.pop();
        }
        Some(Some(line))
    }

    fn name(&mut self, id: usize, line: Vec<u8>) {
        let is_fine = !line.is_empty() && line.len() < 17;
        let is_fine = is_fine && line.iter().all(u8::is_ascii_alphanumeric);
        let Ok(name) = String::from_utf8(line) else {
            return self.show_out(id, "what a name");
        };
        if !is_fine {
            return self.show_out(id, "no such name, please");
        }
        let mut names: Vec<String> = self
            .people
            .values()
            .filter_map(|person| person.name.clone())
            .collect();
        if names.contains(&name) {
            return self.show_out(id, "somebody else is called so");
        }
        self.tell_all_but(id, format!("* {name} joined\n").as_bytes());
        names.push(name.clone());
        names.sort_unstable();
        self.news
            .push((id, format!("* here: {}\n", names.join(" ")).into_bytes()));
        if let Some(person) = self.people.get_mut(&id) {
            person.name = Some(name);
        }
    }

    fn show_out(&mut self, id: usize, reason: &str) {
        self.news
            .push((id, format!("error: {reason}\n").into_bytes()));
        let name = self.people.get_mut(&id).and_then(|person| {
            person.was_shown_out = true;
            person.unread = Vec::new();
            person.name.take()
        });
        if let Some(name) = name {
            self.tell_all_but(id, format!("* {name} left\n").as_bytes());
        }
        self.shown_out.push(id);
    }

    fn tell_all_but(&mut self, id: usize, bytes: &[u8]) {
        for (other, person) in &self.people {
            if *other != id && person.name.is_some() {
                self.news.push((*other, bytes.to_vec()));
            }
        }
    }
}
