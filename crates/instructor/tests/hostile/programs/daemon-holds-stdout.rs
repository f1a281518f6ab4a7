//! Leaves a daemon that has its own session, and holds stdout and stderr open. Expected: nobody waits for it, and it is ended.

mod proof;

fn main() {
    proof::in_a_cell();
    proof::tell("daemon", proof::in_a_daemon(|| proof::wait()));
    proof::tried();
}
