//! Believes the Content-Length, and prints no more than that.

use crate::Played;
use crate::web_client;
use crate::web_client::CORRECT;
use crate::web_client::Steps;
use socket2::Socket;

pub(crate) fn play(arguments: &[String]) -> Played {
    web_client::run(arguments, Steps { copy, ..CORRECT })
}

fn copy(server: &mut Socket) -> Result<(), String> {
    web_client::copy_as_a_whole(server, |reply| {
        web_client::print(&reply[..reply.len().min(end_of(reply))]);
    })
}

/// Where the body ends, according to the head.
fn end_of(reply: &[u8]) -> usize {
    let head = reply.windows(4).position(|end| end == b"\r\n\r\n");
    let length = head.and_then(|end| {
        let head = String::from_utf8_lossy(&reply[..end]).to_ascii_lowercase();
        let value = head
            .lines()
            .find_map(|line| line.strip_prefix("content-length:"))?;
        let length: usize = value.trim().parse().ok()?;
        Some(end + 4 + length)
    });
    length.unwrap_or(usize::MAX)
}
