//! Greets as the lesson asks, while another thread spins. Expected: one check says that it uses the processor, and it is ended.

mod proof;

fn main() {
    proof::in_a_cell();
    let listener = proof::listen();
    std::thread::spawn(move || proof::greet(&listener));
    loop {
        std::hint::spin_loop();
    }
}
