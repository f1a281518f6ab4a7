//! The least that a server with one thread does: an echo on epoll, without a library between, and nothing that is not needed.

use nix::sys::epoll::Epoll;
use nix::sys::epoll::EpollCreateFlags;
use nix::sys::epoll::EpollEvent;
use nix::sys::epoll::EpollFlags;
use nix::sys::epoll::EpollTimeout;
use socket2::Domain;
use socket2::Socket;
use socket2::Type;
use std::io;
use std::io::ErrorKind;
use std::io::Read;
use std::io::Write;
use std::net::SocketAddr;
use std::net::TcpListener;
use std::net::TcpStream;
use std::os::fd::AsRawFd;

struct Client {
    stream: TcpStream,
    owed: Vec<u8>,
}

/// A listening socket with room for a thousand clients at once, which has said where it listens.
pub(crate) fn listen() -> io::Result<TcpListener> {
    let socket = Socket::new(Domain::IPV4, Type::STREAM, None)?;
    socket.bind(&SocketAddr::from(([127, 0, 0, 1], 0)).into())?;
    socket.listen(1024)?;
    let listener = TcpListener::from(socket);
    println!("listening on {}", listener.local_addr()?);
    Ok(listener)
}

pub(crate) fn serve() -> io::Result<()> {
    let listener = listen()?;
    listener.set_nonblocking(true)?;
    let epoll = Epoll::new(EpollCreateFlags::EPOLL_CLOEXEC)?;
    epoll.add(&listener, EpollEvent::new(EpollFlags::EPOLLIN, u64::MAX))?;
    // By descriptor number.
    let mut clients: Vec<Option<Client>> = Vec::new();
    let mut events = vec![EpollEvent::empty(); 1024];
    let mut buffer = vec![0; 64 * 1024];
    loop {
        let count = match epoll.wait(&mut events, EpollTimeout::NONE) {
            Err(nix::errno::Errno::EINTR) => continue,
            count => count?,
        };
        for event in &events[..count] {
            if event.data() == u64::MAX {
                accept(&listener, &epoll, &mut clients)?;
                continue;
            }
            let place = event.data() as usize;
            let Some(client) = clients[place].as_mut() else {
                continue;
            };
            let goes_on = proceed(client, &epoll, event.data(), &mut buffer);
            if !matches!(goes_on, Ok(true)) {
                epoll.delete(&client.stream)?;
                clients[place] = None;
            }
        }
    }
}

fn accept(
    listener: &TcpListener,
    epoll: &Epoll,
    clients: &mut Vec<Option<Client>>,
) -> io::Result<()> {
    loop {
        match listener.accept() {
            Ok((stream, _)) => {
                stream.set_nonblocking(true)?;
                stream.set_nodelay(true)?;
                let place = stream.as_raw_fd() as usize;
                epoll.add(&stream, EpollEvent::new(EpollFlags::EPOLLIN, place as u64))?;
                if clients.len() <= place {
                    clients.resize_with(place + 1, || None);
                }
                let owed = Vec::new();
                clients[place] = Some(Client { stream, owed });
            }
            Err(error) if error.kind() == ErrorKind::WouldBlock => return Ok(()),
            Err(error) => return Err(error),
        }
    }
}

/// Reads once, and writes what came; only what is not taken is kept.
fn proceed(client: &mut Client, epoll: &Epoll, key: u64, buffer: &mut [u8]) -> io::Result<bool> {
    let had_owed = !client.owed.is_empty();
    if !had_owed {
        let count = match client.stream.read(buffer) {
            Err(error) if error.kind() == ErrorKind::WouldBlock => return Ok(true),
            count => count?,
        };
        if count == 0 {
            return Ok(false);
        }
        let written = match client.stream.write(&buffer[..count]) {
            Err(error) if error.kind() == ErrorKind::WouldBlock => 0,
            written => written?,
        };
        client.owed.extend_from_slice(&buffer[written..count]);
    } else {
        let written = client.stream.write(&client.owed)?;
        client.owed.drain(..written);
    }
    if had_owed == client.owed.is_empty() {
        let flags = if had_owed {
            EpollFlags::EPOLLIN
        } else {
            EpollFlags::EPOLLOUT
        };
        epoll.modify(&client.stream, &mut EpollEvent::new(flags, key))?;
    }
    Ok(true)
}
