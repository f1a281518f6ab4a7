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
    use socket2::Socket;
    use std::io;
    use std::io::Write;
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
        // TODO: leave everything alone that is no socket. A socket file is stale when a connection to it is refused: only then remove it.
        // Nothing at all, and what is not yours to remove, is no error here: bind will find out. (Until stage 3, Ok(()) is enough.)
        todo!("remove {path:?} if it is a socket file behind which nobody listens")
    }

    fn listen(path: &Path) -> io::Result<Socket> {
        // TODO: the steps socket, bind and listen, with Domain::UNIX and SockAddr::unix.
        todo!("make a socket that listens on {path:?}")
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
        // TODO: the same conversation as in the TCP server.
        todo!("send back what {client:?} sends, until it has finished")
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
