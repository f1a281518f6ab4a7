//! The same echo over a Unix-domain socket, whose address is a path.
//!
//! `unix-echo-server PATH`, for example `unix-echo-server /tmp/echo.sock`.

use clap::Parser;
use std::path::PathBuf;
use std::process::ExitCode;

/// Sends every byte back, over a Unix-domain socket.
#[derive(Parser)]
struct Arguments {
    /// Where to make the socket.
    path: PathBuf,
}

#[cfg(unix)]
fn main() -> ExitCode {
    unix::run(&Arguments::parse().path)
}

#[cfg(not(unix))]
fn main() -> ExitCode {
    let path = Arguments::parse().path;
    eprintln!(
        "error: cannot listen on {}: this system has no Unix-domain sockets here",
        path.display()
    );
    ExitCode::FAILURE
}

#[cfg(unix)]
mod unix {
    use socket2::Domain;
    use socket2::SockAddr;
    use socket2::Socket;
    use socket2::Type;
    use std::fs;
    use std::io;
    use std::io::Read;
    use std::io::Write;
    use std::os::unix::fs::FileTypeExt;
    use std::path::Path;
    use std::process::ExitCode;
    use std::thread;
    use std::time::Duration;

    pub fn run(path: &Path) -> ExitCode {
        let listener = match remove_stale(path).and_then(|()| listen(path)) {
            Ok(listener) => listener,
            Err(error) => {
                log(&format!(
                    "error: cannot listen on {}: {error}",
                    path.display()
                ));
                return ExitCode::FAILURE;
            }
        };
        let mut stdout = io::stdout();
        let _ = writeln!(stdout, "listening on {}", path.display()).and_then(|()| stdout.flush());
        serve(&listener)
    }

    /// Removes what a server that was killed has left: a socket file behind which nobody listens.
    fn remove_stale(path: &Path) -> io::Result<()> {
        // Not metadata(), which would follow a symbolic link and judge some other file.
        match fs::symlink_metadata(path) {
            Ok(found) if found.file_type().is_socket() => {}
            // Anything else is not ours to remove: bind will say that the path is taken, or make it.
            _ => return Ok(()),
        }
        let socket = Socket::new(Domain::UNIX, Type::STREAM, None)?;
        // The queue of a busy server may be full; a blocking connect would wait for a place in it.
        socket.set_nonblocking(true)?;
        match socket.connect(&SockAddr::unix(path)?) {
            // Only a refusal proves that nobody is there.
            Err(error) if error.kind() == io::ErrorKind::ConnectionRefused => fs::remove_file(path),
            _ => Ok(()),
        }
    }

    fn listen(path: &Path) -> io::Result<Socket> {
        let socket = Socket::new(Domain::UNIX, Type::STREAM, None)?;
        // bind makes the file; it never replaces one.
        socket.bind(&SockAddr::unix(path)?)?;
        socket.listen(128)?;
        Ok(socket)
    }

    /// Serves one client after the other, for ever, like the TCP server: above the address nothing differs.
    fn serve(listener: &Socket) -> ! {
        loop {
            match listener.accept() {
                Ok((mut client, _)) => converse(&mut client),
                Err(error) => pause_after(&error),
            }
        }
    }

    /// Sends back what comes, until the client has shut its sending side.
    fn converse(client: &mut Socket) {
        let mut buffer = [0; 16 * 1024];
        loop {
            let outcome = match client.read(&mut buffer) {
                Ok(0) => return,
                Ok(count) => client.write_all(&buffer[..count]),
                Err(error) if error.kind() == io::ErrorKind::Interrupted => Ok(()),
                Err(error) => Err(error),
            };
            if let Err(error) = outcome {
                log(&format!("a client was cut off: {error}"));
                return;
            }
        }
    }

    /// What to do when accept fails, so that the server lives on.
    fn pause_after(error: &io::Error) {
        log(&format!("cannot accept: {error}"));
        // Out of descriptors, accept fails again at once: give the machine a moment.
        thread::sleep(Duration::from_millis(50));
    }

    /// Messages for people go to stderr; where nobody reads them, that is no reason to end.
    fn log(message: &str) {
        let _ = writeln!(io::stderr(), "{message}");
    }
}
