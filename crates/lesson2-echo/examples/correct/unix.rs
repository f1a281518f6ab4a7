//! The Unix-domain server with threads, and as asynchronous tasks.

use crate::manner::Manner;
use std::process::ExitCode;

#[cfg(not(unix))]
pub(crate) fn unix_echo_server(_: &[&str], _: &Manner) -> ExitCode {
    crate::usage("(not on this system)")
}

#[cfg(not(unix))]
pub(crate) fn asynchronous(_: &[&str]) -> ExitCode {
    crate::usage("(not on this system)")
}

#[cfg(unix)]
pub(crate) fn unix_echo_server(arguments: &[&str], manner: &Manner) -> ExitCode {
    let (path, listener) = match server::open(arguments) {
        Ok(opened) => opened,
        Err(status) => return status,
    };
    crate::announce(path);
    std::thread::scope(|scope| {
        loop {
            match listener.accept() {
                Ok((client, _)) => drop(scope.spawn(move || server::echo(&client, manner))),
                Err(_) => std::thread::sleep(std::time::Duration::from_millis(20)),
            }
        }
    })
}

#[cfg(unix)]
pub(crate) fn asynchronous(arguments: &[&str]) -> ExitCode {
    let (path, listener) = match server::open(arguments) {
        Ok(opened) => opened,
        Err(status) => return status,
    };
    let Ok(listener) = smol::Async::new(listener) else {
        return ExitCode::FAILURE;
    };
    crate::announce(path);
    smol::block_on(async {
        loop {
            if let Ok((client, _)) = listener.accept().await {
                let client = std::sync::Arc::new(client);
                smol::spawn(async move {
                    let _ = smol::io::copy(&*client, &*client).await;
                })
                .detach();
            }
        }
    })
}

#[cfg(unix)]
mod server {
    use crate::cannot_listen;
    use crate::manner::Manner;
    use crate::usage;
    use socket2::Domain;
    use socket2::SockAddr;
    use socket2::Socket;
    use socket2::Type;
    use std::fs;
    use std::io;
    use std::io::Read;
    use std::io::Write;
    use std::os::unix::fs::FileTypeExt;
    use std::os::unix::net::UnixListener;
    use std::os::unix::net::UnixStream;
    use std::process::ExitCode;

    pub(super) fn open<'a>(arguments: &[&'a str]) -> Result<(&'a str, UnixListener), ExitCode> {
        let path = *arguments.first().ok_or_else(|| usage("PATH"))?;
        let bound = UnixListener::bind(path).or_else(|error| {
            if is_stale(path)? {
                fs::remove_file(path)?;
                UnixListener::bind(path)
            } else {
                Err(error)
            }
        });
        bound
            .map(|listener| (path, listener))
            .map_err(|error| cannot_listen(path, &error))
    }

    fn is_stale(path: &str) -> io::Result<bool> {
        if !fs::symlink_metadata(path)?.file_type().is_socket() {
            return Ok(false);
        }
        let probe = Socket::new(Domain::UNIX, Type::STREAM, None)?;
        probe.set_nonblocking(true)?;
        let answer = probe.connect(&SockAddr::unix(path)?);
        Ok(answer.is_err_and(|error| error.kind() == io::ErrorKind::ConnectionRefused))
    }

    pub(super) fn echo(mut client: &UnixStream, manner: &Manner) {
        let mut buffer = vec![0; manner.buffer];
        while let Ok(count @ 1..) = client.read(&mut buffer) {
            manner.dawdle();
            if client.write_all(&buffer[..count]).is_err() {
                return;
            }
        }
    }
}
