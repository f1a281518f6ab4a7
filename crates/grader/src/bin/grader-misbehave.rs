//! Programs that do what no lesson asks for: `grader-misbehave HOW [ARGUMENTS]`, for the grader's own tests.

#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    clippy::todo,
    clippy::disallowed_methods,
    reason = "these programs misbehave on purpose"
)]

use std::io::Read;
use std::io::Write;
use std::net::TcpListener;
use std::net::TcpStream;
use std::process::Command;
use std::process::ExitCode;
use std::thread::sleep;
use std::time::Duration;

/// Longer than any test may take; a program that is not ended by then ends itself.
const FOR_EVER: Duration = Duration::from_secs(300);

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().collect();
    let how = arguments.get(1).map_or("", String::as_str);
    match how {
        "serves-well" => serve(|client| echo(&client)),
        "exits-at-once" => return ExitCode::from(7),
        "never-listens" => sleep(FOR_EVER),
        "panics" => panic!("the sky is falling"),
        "runs-into-a-todo" => todo!("listen"),
        "panics-in-a-thread" => serve(|_client| {
            let panicking = std::thread::spawn(|| panic!("not in front of the client"));
            let _ = panicking.join();
        }),
        "hangs-in-the-middle" => serve(|mut client| {
            let mut half = [0; 3];
            let _ = client
                .read_exact(&mut half)
                .and_then(|()| client.write_all(&half));
            sleep(FOR_EVER);
        }),
        "floods-stdout" => flood(std::io::stdout()),
        "floods-stderr" => {
            std::thread::spawn(|| flood(std::io::stderr()));
            serve(|client| echo(&client));
        }
        "leaves-a-daemon" => {
            daemon(&arguments);
            serve(|client| echo(&client));
        }
        "ends-but-leaves-a-daemon" => daemon(&arguments),
        "lingers" => linger(&arguments),
        "obeys" | "insists" => return serve_at(how, &arguments),
        "says-what-it-does" => serve(|mut client| {
            eprintln!("a client is here");
            let _ = client.write_all(b"123__");
            sleep(Duration::from_millis(20));
            eprintln!("the client has had its answer");
            sleep(FOR_EVER);
        }),
        "prints-to-the-client" => serve(|mut client| drop(client.write_all(b"123\x1b[2J"))),
        _ => return ExitCode::from(2),
    }
    ExitCode::SUCCESS
}

fn serve(talk: fn(TcpStream)) {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port is free");
    serve_with(&listener, talk);
}

/// `obeys ADDR` listens there; `insists FILE ADDR` listens on the address that the file holds, whatever it is told.
fn serve_at(how: &str, arguments: &[String]) -> ExitCode {
    let told = arguments.last().map_or("", String::as_str);
    let file = arguments.get(2).map_or("", String::as_str);
    let insisted = std::fs::read_to_string(file).unwrap_or_default();
    let addr = if how == "insists" { &insisted } else { told };
    match TcpListener::bind(addr) {
        Ok(listener) => serve_with(&listener, |client| echo(&client)),
        Err(error) => eprintln!("error: cannot listen on {told}: {error}"),
    }
    ExitCode::FAILURE
}

fn serve_with(listener: &TcpListener, talk: fn(TcpStream)) {
    println!(
        "listening on {}",
        listener
            .local_addr()
            .expect("a bound socket has an address")
    );
    for client in listener.incoming().flatten() {
        talk(client);
    }
}

fn echo(mut client: &TcpStream) {
    let mut buffer = [0; 1024];
    while let Ok(count @ 1..) = client.read(&mut buffer) {
        if client.write_all(&buffer[..count]).is_err() {
            return;
        }
    }
}

fn flood(mut stream: impl Write) {
    let noise = [b'#'; 8192];
    while stream.write_all(&noise).is_ok() {}
}

/// Starts a process that leaves our session and keeps our pipes, and waits until it has written its number to a file in HOME.
#[expect(clippy::zombie_processes, reason = "a daemon is not waited for")]
fn daemon(arguments: &[String]) {
    let folder = std::env::var("HOME").unwrap_or_default();
    let own = &arguments[0];
    let started = Command::new("setsid")
        .args([own.as_str(), "lingers", &folder])
        .spawn();
    started.expect("setsid comes with util-linux");
    let file = std::path::Path::new(&folder).join("daemon.pid");
    for _ in 0..2000 {
        if std::fs::read(&file).is_ok_and(|text| !text.is_empty()) {
            return;
        }
        sleep(Duration::from_millis(2));
    }
}

fn linger(arguments: &[String]) {
    let folder = arguments.get(2).map_or("", String::as_str);
    // Renamed into place: each check starts a daemon of its own, and whoever is ended in the middle leaves no empty file.
    let own = format!("{folder}/{}", std::process::id());
    let _ = std::fs::write(&own, std::process::id().to_string())
        .and_then(|()| std::fs::rename(&own, format!("{folder}/daemon.pid")));
    sleep(FOR_EVER);
}
