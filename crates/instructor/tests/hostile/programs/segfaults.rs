//! Writes to address 0. Expected: the verdict names the signal.

mod proof;

fn main() {
    proof::in_a_cell();
    let nowhere = std::hint::black_box(std::ptr::null_mut::<u8>());
    // SAFETY: there is none; that is the point.
    unsafe { nowhere.write_volatile(1) };
}
