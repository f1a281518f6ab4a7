//! Leaves a daemon that has its own session, no descriptor and another folder. Expected: it is ended.

mod proof;

fn main() {
    proof::in_a_cell();
    let daemon = proof::in_a_daemon(|| {
        let _ = std::env::set_current_dir("/");
        proof::close_everything();
        proof::wait();
    });
    proof::tell("daemon", daemon);
    proof::tried();
}
