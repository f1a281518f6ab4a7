//! Wants 1500 MiB that no process has for its own: mappings that could be shared, and memory without an owner. Expected: it is ended.

mod proof;

use std::ffi::c_char;

unsafe extern "C" {
    fn mmap(
        address: usize,
        length: usize,
        protection: i32,
        flags: i32,
        descriptor: i32,
        offset: i64,
    ) -> *mut u8;
    fn shmget(key: i32, size: usize, flags: i32) -> i32;
    fn memfd_create(name: *const c_char, flags: u32) -> i32;
}

const PIECE: usize = 10 << 20;
const PAGE: usize = 4096;
const READ_AND_WRITE: i32 = 3;
const SHARED_WITHOUT_A_FILE: i32 = 0x21;

fn main() {
    proof::in_a_cell();
    // SAFETY: calls without pointers, and a text that ends with a zero byte.
    unsafe {
        proof::tell_call("segment", i64::from(shmget(0, PIECE, 0o1600)));
        proof::tell_call("memfd", i64::from(memfd_create(c"x".as_ptr(), 0)));
    }
    for _ in 0..150 {
        // SAFETY: a new mapping of `PIECE` bytes, or none; nothing else uses it.
        unsafe {
            let piece = mmap(0, PIECE, READ_AND_WRITE, SHARED_WITHOUT_A_FILE, -1, 0);
            if piece as isize == -1 {
                break;
            }
            for place in (0..PIECE).step_by(PAGE) {
                piece.add(place).write_volatile(1);
            }
        }
        // Slow enough for a machine that has nothing but somebody who looks from time to time.
        std::thread::sleep(std::time::Duration::from_millis(5));
    }
    std::thread::sleep(std::time::Duration::from_millis(500));
    eprintln!("1500 MiB: WENT THROUGH");
    proof::tried();
}
