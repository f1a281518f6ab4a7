//! Greets as the lesson asks; one of its threads waits for a child that has its memory, which no SIGSTOP ends. Expected: the checks that hold
//! a program still fail, and none of them breaks.

mod proof;

unsafe extern "C" {
    fn vfork() -> i32;
    fn alarm(seconds: u32) -> u32;
    fn pause() -> i32;
}

fn main() {
    proof::in_a_cell();
    std::thread::spawn(|| {
        // SAFETY: the child makes calls without pointers, and never returns from here.
        unsafe {
            if vfork() == 0 {
                alarm(60);
                loop {
                    pause();
                }
            }
        }
    });
    proof::greet(&proof::listen());
}
