//! Has the program read what we sent? Asked of the kernel, which knows how many bytes wait in each socket's queues.

use std::net::SocketAddr;

/// Has the program at the other end of our TCP connection read every byte (and the end of file) that we sent?
///
/// `Some(true)` once our kernel has had everything acknowledged and nothing waits in the program's socket; `None`
/// where the system does not tell (only Linux does).
pub(crate) fn is_read(ours: SocketAddr, theirs: SocketAddr) -> Option<bool> {
    let table = if ours.is_ipv4() {
        "/proc/self/net/tcp"
    } else {
        "/proc/self/net/tcp6"
    };
    let text = std::fs::read_to_string(table).ok()?;
    let (ours, theirs) = (hexadecimal(ours), hexadecimal(theirs));
    let mut sent = None;
    let mut read = None;
    for line in text.lines().skip(1) {
        let mut fields = line.split_whitespace().skip(1);
        let (Some(local), Some(remote), Some(_state), Some(queues)) =
            (fields.next(), fields.next(), fields.next(), fields.next())
        else {
            continue;
        };
        let Some((unacknowledged, unread)) = queues.split_once(':') else {
            continue;
        };
        if local == ours && remote == theirs {
            sent = Some(is_zero(unacknowledged));
        } else if local == theirs && remote == ours {
            read = Some(is_zero(unread));
        }
    }
    // A connection that is no longer in the table has nothing left to read.
    Some(sent.unwrap_or(true) && read.unwrap_or(true))
}

fn is_zero(number: &str) -> bool {
    number.bytes().all(|digit| digit == b'0')
}

/// An address as the kernel prints it: each 32 bits of it as a number of this machine's byte order.
fn hexadecimal(addr: SocketAddr) -> String {
    let octets = match addr {
        SocketAddr::V4(addr) => addr.ip().octets().to_vec(),
        SocketAddr::V6(addr) => addr.ip().octets().to_vec(),
    };
    let mut text = String::new();
    for word in octets.chunks_exact(4) {
        let bytes = [word[0], word[1], word[2], word[3]];
        text.push_str(&format!("{:08X}", u32::from_ne_bytes(bytes)));
    }
    format!("{text}:{:04X}", addr.port())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Deadline;
    use std::io::Read;
    use std::io::Write;
    use std::net::TcpListener;
    use std::net::TcpStream;
    use std::time::Duration;

    fn check(listen_at: &str) {
        let Ok(listener) = TcpListener::bind(listen_at) else {
            return; // A machine without this family has nothing to test.
        };
        let mut client = TcpStream::connect(listener.local_addr().unwrap()).unwrap();
        let (mut server, theirs) = listener.accept().unwrap();
        let ours = client.local_addr().unwrap();
        assert_eq!(theirs, ours);
        let peer = client.peer_addr().unwrap();
        let seen = || is_read(ours, peer);
        if !cfg!(target_os = "linux") {
            assert_eq!(seen(), None);
            return;
        }
        client.write_all(b"abc").unwrap();
        assert_eq!(seen(), Some(false));
        server.read_exact(&mut [0; 2]).unwrap();
        assert_eq!(seen(), Some(false));
        server.read_exact(&mut [0; 1]).unwrap();
        let soon = Deadline::after(Duration::from_secs(3));
        assert!(soon.poll(|| seen().filter(|read| *read)).is_some());
    }

    #[test]
    fn tells_when_the_other_side_has_read_everything() {
        check("127.0.0.1:0");
        check("[::1]:0");
    }
}
