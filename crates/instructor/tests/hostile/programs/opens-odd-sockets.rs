//! Attempts to open sockets of families that no lesson has, and raw ones. Expected: all are refused.

mod proof;

unsafe extern "C" {
    fn socket(domain: i32, kind: i32, protocol: i32) -> i32;
}

const STREAM: i32 = 1;
const DATAGRAM: i32 = 2;
const RAW: i32 = 3;
const SEQUENCED: i32 = 5;

fn main() {
    proof::in_a_cell();
    for (name, domain, kind, protocol) in [
        ("AF_PACKET", 17, RAW, 0x0300),
        ("AF_VSOCK", 40, STREAM, 0),
        ("AF_ALG", 38, SEQUENCED, 0),
        ("AF_KEY", 15, RAW, 2),
        ("AF_XDP", 44, RAW, 0),
        ("AF_BLUETOOTH", 31, RAW, 1),
        ("AF_TIPC", 30, STREAM, 0),
        ("AF_CAN", 29, RAW, 1),
        ("AF_RDS", 21, SEQUENCED, 0),
        ("raw IPv4", 2, RAW, 1),
        ("raw IPv6", 10, RAW, 58),
        ("netlink of the firewall", 16, RAW, 12),
        ("netlink of audits", 16, RAW, 9),
        ("netlink of devices", 16, DATAGRAM, 15),
        ("netlink of generic families", 16, RAW, 16),
    ] {
        // SAFETY: a call without pointers.
        proof::tell_call(name, i64::from(unsafe { socket(domain, kind, protocol) }));
    }
    proof::tried();
}
