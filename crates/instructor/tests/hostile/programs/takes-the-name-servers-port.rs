//! Lesson 1's `hostinfo`: attempts to take the port of the name server before it, and to answer in its place. Expected: the port is
//! taken already, and no check is broken.

mod proof;

use std::net::TcpListener;
use std::net::UdpSocket;

fn main() {
    proof::in_a_cell();
    let udp = UdpSocket::bind("127.0.0.53:53");
    let tcp = TcpListener::bind("127.0.0.53:53");
    let has_one = udp.is_ok() || tcp.is_ok();
    proof::tell(
        "UDP 127.0.0.53:53",
        udp.as_ref()
            .map_err(|error| std::io::Error::from(error.kind())),
    );
    proof::tell(
        "TCP 127.0.0.53:53",
        tcp.as_ref()
            .map_err(|error| std::io::Error::from(error.kind())),
    );
    if has_one {
        proof::wait();
    }
    proof::tried();
}
