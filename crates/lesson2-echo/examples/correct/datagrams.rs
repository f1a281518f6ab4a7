//! A UDP echo server with three threads on one socket: answers may overtake each other.

use crate::addr;
use crate::announce;
use crate::cannot_listen;
use crate::manner::Manner;
use std::net::UdpSocket;
use std::process::ExitCode;

pub(crate) fn udp_echo_server(arguments: &[&str], manner: &Manner) -> ExitCode {
    let addr = match addr(arguments) {
        Ok(addr) => addr,
        Err(status) => return status,
    };
    let socket = match UdpSocket::bind(addr) {
        Ok(socket) => socket,
        Err(error) => return cannot_listen(addr, &error),
    };
    manner.begin();
    announce(socket.local_addr().unwrap_or(addr));
    std::thread::scope(|scope| {
        for _ in 0..3 {
            scope.spawn(|| {
                let mut buffer = vec![0; 70_000];
                loop {
                    if let Ok((count, sender)) = socket.recv_from(&mut buffer) {
                        manner.dawdle();
                        let _ = socket.send_to(&buffer[..count], sender);
                    }
                }
            });
        }
    });
    ExitCode::SUCCESS
}
