//! Attempts to reach addresses outside, which are reserved for documentation and belong to nobody. It does so only after the proof that
//! `lo` is the only interface. Expected: the network is unreachable.

mod proof;

use std::net::SocketAddr;
use std::net::TcpStream;
use std::net::UdpSocket;
use std::time::Duration;

fn main() {
    proof::in_a_cell();
    for outside in ["192.0.2.1:9", "198.51.100.7:53", "[2001:db8::1]:9"] {
        let addr: SocketAddr = outside.parse().expect("an address");
        proof::tell(
            &format!("TCP {outside}"),
            TcpStream::connect_timeout(&addr, Duration::from_secs(2)),
        );
        let any = if addr.is_ipv4() {
            "0.0.0.0:0"
        } else {
            "[::]:0"
        };
        let sent = UdpSocket::bind(any).and_then(|socket| socket.send_to(b"nobody", addr));
        proof::tell(&format!("UDP {outside}"), sent);
    }
    proof::tried();
}
