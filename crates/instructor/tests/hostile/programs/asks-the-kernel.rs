//! Attempts what could lead out of a cell: namespaces, mounts, devices, keys, tracing machinery, typing into a terminal. Expected: every
//! one is refused.

mod proof;

use std::ffi::CStr;
use std::ffi::c_char;
use std::ffi::c_long;

unsafe extern "C" {
    fn syscall(number: c_long, ...) -> c_long;
    fn unshare(flags: i32) -> i32;
    fn setns(descriptor: i32, kind: i32) -> i32;
    fn mount(
        source: *const c_char,
        target: *const c_char,
        kind: *const c_char,
        flags: usize,
        data: usize,
    ) -> i32;
    fn umount2(target: *const c_char, flags: i32) -> i32;
    fn chroot(path: *const c_char) -> i32;
    fn mknod(path: *const c_char, mode: u32, device: u64) -> i32;
    fn setuid(user: u32) -> i32;
    fn sethostname(name: *const c_char, length: usize) -> i32;
    fn ioctl(descriptor: i32, request: u64, ...) -> i32;
    fn open(path: *const c_char, flags: i32, ...) -> i32;
}

/// The numbers of calls for which glibc has no function: bpf, keyctl, add_key, perf_event_open, userfaultfd, pivot_root,
/// open_by_handle_at, process_vm_readv, kexec_load.
#[cfg(target_arch = "x86_64")]
const NUMBERS: [c_long; 9] = [321, 250, 248, 298, 323, 155, 304, 310, 246];
#[cfg(not(target_arch = "x86_64"))]
const NUMBERS: [c_long; 9] = [280, 219, 217, 241, 282, 41, 265, 270, 104];
#[cfg(target_arch = "x86_64")]
const CLONE: c_long = 56;
#[cfg(not(target_arch = "x86_64"))]
const CLONE: c_long = 220;
/// A process that is the child of this one's parent, and tells it of its end.
const SIBLING: c_long = 0x8000 | 17;
/// The same number everywhere.
const IO_URING_SETUP: c_long = 425;
const PIDFD_OPEN: c_long = 434;
const TIOCSTI: u64 = 0x5412;
const NEWUSER: i32 = 0x1000_0000;

fn main() {
    proof::in_a_cell();
    namespaces();
    // SAFETY: where it is not refused, the child ends at once.
    let sibling = unsafe { syscall(CLONE, SIBLING, 0, 0, 0, 0) };
    if sibling == 0 {
        std::process::exit(0);
    }
    proof::tell_call("sibling", sibling);
    files();
    numbered_calls();
    terminals();
    proof::tried();
}

fn told(what: &str, answer: i32) {
    proof::tell_call(what, i64::from(answer));
}

fn namespaces() {
    for (name, flag) in [
        ("user", NEWUSER),
        ("network", 0x4000_0000),
        ("mount", 0x0002_0000),
        ("pid", 0x2000_0000),
        ("uts", 0x0400_0000),
        ("ipc", 0x0800_0000),
        ("cgroup", 0x0200_0000),
        ("user and network", NEWUSER | 0x4000_0000),
    ] {
        // SAFETY: a call without pointers.
        told(&format!("unshare {name}"), unsafe { unshare(flag) });
    }
    for file in [c"/proc/1/ns/net", c"/proc/1/ns/mnt", c"/proc/self/ns/user"] {
        // SAFETY: the path ends with a zero byte.
        let descriptor = unsafe { open(file.as_ptr(), 0) };
        // SAFETY: a call without pointers.
        told(&format!("setns {file:?}"), unsafe { setns(descriptor, 0) });
    }
}

fn files() {
    const DEVICE: u32 = 0o060_666;
    let tmpfs = c"tmpfs".as_ptr();
    // SAFETY: all texts end with a zero byte.
    unsafe {
        told("mount tmpfs", mount(tmpfs, c"/tmp".as_ptr(), tmpfs, 0, 0));
        told(
            "mount proc",
            mount(c"proc".as_ptr(), c"/proc".as_ptr(), c"proc".as_ptr(), 0, 0),
        );
        told(
            "remount /",
            mount(std::ptr::null(), c"/".as_ptr(), std::ptr::null(), 0x20, 0),
        );
        told(
            "bind /usr",
            mount(
                c"/usr".as_ptr(),
                c"/tmp".as_ptr(),
                std::ptr::null(),
                0x1000,
                0,
            ),
        );
        told("unmount /proc", umount2(c"/proc".as_ptr(), 2));
        told("chroot", chroot(c"/tmp".as_ptr()));
        told(
            "a block device",
            mknod(c"/tmp/disk".as_ptr(), DEVICE, 0x0800),
        );
        told(
            "a device of memory",
            mknod(c"/tmp/mem".as_ptr(), 0o020_666, 0x0101),
        );
        told("host name", sethostname(c"owned".as_ptr(), 5));
    }
    for path in [
        c"/dev/mem",
        c"/dev/kmsg",
        c"/dev/kvm",
        c"/dev/sda",
        c"/dev/vda",
        c"/dev/fuse",
        c"/dev/net/tun",
    ] {
        // SAFETY: the path ends with a zero byte.
        told(&format!("open {path:?}"), unsafe { open(path.as_ptr(), 2) });
    }
}

fn numbered_calls() {
    let [
        bpf,
        keyctl,
        add_key,
        perf,
        userfault,
        pivot,
        by_handle,
        read_memory,
        kexec,
    ] = NUMBERS;
    let name: &CStr = c"owned";
    let zeroes = [0_u8; 256];
    let buffer = zeroes.as_ptr();
    // SAFETY: every pointer leads to 256 readable zeroes or to a text; nothing is written through them that is used.
    unsafe {
        proof::tell_call("bpf", syscall(bpf, 0_i64, buffer, 72_i64));
        proof::tell_call("keyctl", syscall(keyctl, 0_i64, -3_i64, 1_i64));
        proof::tell_call(
            "add_key",
            syscall(
                add_key,
                c"user".as_ptr(),
                name.as_ptr(),
                buffer,
                8_i64,
                -3_i64,
            ),
        );
        proof::tell_call(
            "perf_event_open",
            syscall(perf, buffer, 0_i64, -1_i64, -1_i64, 0_i64),
        );
        proof::tell_call("userfaultfd", syscall(userfault, 0_i64));
        proof::tell_call(
            "pivot_root",
            syscall(pivot, c"/tmp".as_ptr(), c"/tmp".as_ptr()),
        );
        proof::tell_call(
            "open_by_handle_at",
            syscall(by_handle, -100_i64, buffer, 0_i64),
        );
        proof::tell_call(
            "process_vm_readv",
            syscall(read_memory, 1_i64, buffer, 1_i64, buffer, 1_i64, 0_i64),
        );
        proof::tell_call("kexec_load", syscall(kexec, 0_i64, 0_i64, buffer, 0_i64));
        proof::tell_call(
            "io_uring_setup",
            syscall(IO_URING_SETUP, 8_i64, [0_u8; 256].as_mut_ptr()),
        );
        proof::tell_call(
            "pidfd_open of the parent",
            syscall(
                PIDFD_OPEN,
                i64::from(std::os::unix::process::parent_id()),
                0_i64,
            ),
        );
        told("setuid 0", setuid(0));
    }
}

fn terminals() {
    let letter = b'x';
    // SAFETY: the path ends with a zero byte.
    let terminal = unsafe { open(c"/dev/tty".as_ptr(), 2) };
    told("open /dev/tty", terminal);
    for descriptor in [0, 1, 2, terminal] {
        // SAFETY: the pointer leads to one byte.
        told(&format!("type into descriptor {descriptor}"), unsafe {
            ioctl(descriptor, TIOCSTI, &raw const letter)
        });
    }
    // Some systems look at the lower half of the number only.
    // SAFETY: as above.
    told("type in disguise", unsafe {
        ioctl(0, TIOCSTI | 1 << 32, &raw const letter)
    });
}
