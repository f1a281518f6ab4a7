//! Accepts every client, keeps it, and says nothing. Expected: each check is given up after the promised 5 s.

mod proof;

fn main() {
    proof::in_a_cell();
    let mut clients = Vec::new();
    proof::serve(&proof::listen(), |client, _| clients.push(client));
}
