//! Attempts to end its parent, the first process and every number up to 400 but its own. Expected: there is nobody to meet.

mod proof;

unsafe extern "C" {
    fn kill(pid: i32, signal: i32) -> i32;
}

fn main() {
    proof::in_a_cell();
    let own = std::process::id() as i32;
    let parent = std::os::unix::process::parent_id() as i32;
    let mut met = Vec::new();
    for pid in std::iter::once(parent)
        .chain(1..400)
        .filter(|pid| *pid > 0 && *pid != own)
    {
        for signal in [19, 15, 9] {
            // SAFETY: a call without pointers.
            if unsafe { kill(pid, signal) } == 0 {
                met.push((pid, signal));
            }
        }
    }
    eprintln!("signals were taken by {met:?}; the parent is {parent}");
    proof::tried();
}
