//! The echo server on the system's own calls: epoll where there is epoll, and one loop for everything.

use crate::announce;
use std::net::SocketAddr;
use std::process::ExitCode;

#[cfg(target_os = "linux")]
pub(crate) fn select_server(addr: SocketAddr, variant: &str) -> ExitCode {
    let manner = match variant {
        "epoll" => linux::Manner {
            piece: usize::MAX,
            buffer: 4096,
        },
        "small-pieces" => linux::Manner {
            piece: 100,
            buffer: 1000,
        },
        "one-mebibyte-at-a-time" => linux::Manner {
            piece: usize::MAX,
            buffer: 1 << 20,
        },
        _ => return announce::usage("select-server epoll"),
    };
    match linux::serve(addr, manner) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => announce::cannot_listen(addr, &error),
    }
}

#[cfg(not(target_os = "linux"))]
pub(crate) fn select_server(addr: SocketAddr, variant: &str) -> ExitCode {
    announce::cannot_listen(addr, &format!("{variant} is for Linux only"))
}

#[cfg(target_os = "linux")]
mod linux {
    use crate::announce;
    use nix::sys::epoll::Epoll;
    use nix::sys::epoll::EpollCreateFlags;
    use nix::sys::epoll::EpollEvent;
    use nix::sys::epoll::EpollFlags;
    use nix::sys::epoll::EpollTimeout;
    use std::collections::BTreeMap;
    use std::io;
    use std::io::ErrorKind;
    use std::io::Read;
    use std::io::Write;
    use std::net::SocketAddr;
    use std::net::TcpStream;
    use std::os::fd::AsRawFd;

    #[derive(Debug, Clone, Copy)]
    pub(super) struct Manner {
        pub(super) piece: usize,
        pub(super) buffer: usize,
    }

    struct Client {
        stream: TcpStream,
        owed: Vec<u8>,
        written: usize,
        has_ended: bool,
        /// What epoll tells of it.
        flags: EpollFlags,
    }

    pub(super) fn serve(addr: SocketAddr, manner: Manner) -> io::Result<()> {
        let listener = announce::listen(addr)?;
        let epoll = Epoll::new(EpollCreateFlags::empty())?;
        // By descriptor number. The system gives a freed one away again, so whoever leaves is forgotten before it is closed, and
        // newcomers come last in a turn.
        let mut clients: BTreeMap<u64, Client> = BTreeMap::new();
        let door = listener.as_raw_fd() as u64;
        epoll.add(&listener, EpollEvent::new(EpollFlags::EPOLLIN, door))?;
        let mut events = vec![EpollEvent::empty(); 256];
        let mut buffer = vec![0; manner.buffer];
        let mut is_full = false;
        loop {
            let timeout = if is_full {
                EpollTimeout::from(50_u8)
            } else {
                EpollTimeout::NONE
            };
            let count = match epoll.wait(&mut events, timeout) {
                Ok(count) => count,
                Err(nix::errno::Errno::EINTR) => continue,
                Err(error) => return Err(error.into()),
            };
            let mut somebody_waits = is_full;
            for event in &events[..count] {
                let key = event.data();
                if key == door {
                    somebody_waits = true;
                    continue;
                }
                let Some(client) = clients.get_mut(&key) else {
                    continue;
                };
                match client.proceed(&mut buffer, manner) {
                    Ok(flags) if flags == client.flags => {}
                    Ok(flags) if !flags.is_empty() => {
                        client.flags = flags;
                        epoll.modify(&client.stream, &mut EpollEvent::new(flags, key))?;
                    }
                    _ => {
                        epoll.delete(&client.stream)?;
                        clients.remove(&key);
                    }
                }
            }
            if !somebody_waits {
                continue;
            }
            let was_full = std::mem::take(&mut is_full);
            loop {
                match listener.accept() {
                    Ok((stream, _)) => {
                        stream.set_nonblocking(true)?;
                        let key = stream.as_raw_fd() as u64;
                        epoll.add(&stream, EpollEvent::new(EpollFlags::EPOLLIN, key))?;
                        clients.insert(
                            key,
                            Client {
                                stream,
                                owed: Vec::new(),
                                written: 0,
                                has_ended: false,
                                flags: EpollFlags::EPOLLIN,
                            },
                        );
                    }
                    Err(error) if error.kind() == ErrorKind::WouldBlock => break,
                    Err(_) => {
                        is_full = true;
                        break;
                    }
                }
            }
            if is_full != was_full {
                let flags = if is_full {
                    EpollFlags::empty()
                } else {
                    EpollFlags::EPOLLIN
                };
                epoll.modify(&listener, &mut EpollEvent::new(flags, door))?;
            }
        }
    }

    impl Client {
        /// Reads once where nothing is owed, and writes. Says what to wait for; nothing where all is done.
        fn proceed(&mut self, buffer: &mut [u8], manner: Manner) -> io::Result<EpollFlags> {
            if self.written == self.owed.len() && !self.has_ended {
                match self.stream.read(buffer) {
                    Ok(0) => self.has_ended = true,
                    Ok(count) => {
                        self.owed.clear();
                        self.owed.extend_from_slice(&buffer[..count]);
                        self.written = 0;
                    }
                    Err(error) if error.kind() == ErrorKind::WouldBlock => {}
                    Err(error) => return Err(error),
                }
            }
            while self.written < self.owed.len() {
                let end = self
                    .owed
                    .len()
                    .min(self.written.saturating_add(manner.piece));
                match self.stream.write(&self.owed[self.written..end]) {
                    Ok(count) => self.written += count,
                    Err(error) if error.kind() == ErrorKind::WouldBlock => {
                        return Ok(EpollFlags::EPOLLOUT);
                    }
                    Err(error) => return Err(error),
                }
            }
            Ok(if self.has_ended {
                EpollFlags::empty()
            } else {
                EpollFlags::EPOLLIN
            })
        }
    }
}
