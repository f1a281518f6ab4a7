//! What every hostile program begins with: the proof that it is locked in. Where the proof fails it does nothing but say so.
//! Beside it, a greeter that does all that the lesson asks for, for those that attack from behind one.
#![allow(
    dead_code,
    reason = "every program that includes this file uses another part of it"
)]

use std::fs;
use std::io;
use std::io::Write;
use std::net::SocketAddr;
use std::net::TcpListener;
use std::net::TcpStream;
use std::process::exit;
use std::time::Duration;

/// No program of these lives longer, in seconds.
const LIFE: u32 = 60;
/// The exit status of an attacker that has tried everything.
const TRIED: i32 = 7;

unsafe extern "C" {
    fn alarm(seconds: u32) -> u32;
    fn fork() -> i32;
    fn setsid() -> i32;
    fn close(descriptor: i32) -> i32;
    fn waitpid(pid: i32, status: *mut i32, options: i32) -> i32;
}

/// Ends the process with status 3 where it is not in a cell: the only interface is `lo`, the root cannot be written, the numbers of
/// processes begin anew, and nobody's home is there. From here on the process lives for 60 s at most.
pub fn in_a_cell() {
    if let Err(why) = prove() {
        eprintln!("not in a cell: {why}");
        exit(3);
    }
    live_for(LIFE);
}

fn prove() -> Result<(), String> {
    let devices =
        fs::read_to_string("/proc/net/dev").map_err(|error| format!("devices: {error}"))?;
    let interfaces: Vec<&str> = devices
        .lines()
        .filter_map(|line| line.split_once(':'))
        .map(|(name, _)| name.trim())
        .collect();
    if interfaces != ["lo"] {
        return Err(format!("the interfaces are {interfaces:?}"));
    }
    let mounts =
        fs::read_to_string("/proc/self/mounts").map_err(|error| format!("mounts: {error}"))?;
    let root = mounts
        .lines()
        .rfind(|line| line.split(' ').nth(1) == Some("/"));
    let options = root
        .and_then(|line| line.split(' ').nth(3))
        .unwrap_or_default();
    if !options.split(',').any(|option| option == "ro") {
        return Err(format!("the root is mounted {options}"));
    }
    if std::process::id() > 500 {
        return Err(format!("process {}", std::process::id()));
    }
    if fs::read_dir("/home").is_ok_and(|mut homes| homes.next().is_some()) {
        return Err("people live here".to_owned());
    }
    Ok(())
}

/// From now on this process lives for so many seconds at most.
pub fn live_for(seconds: u32) {
    // SAFETY: sets a timer of this process.
    unsafe { alarm(seconds) };
}

/// Says how an attempt ended. `refused` is what the tests look for; so is `WENT THROUGH`.
pub fn tell<T>(what: &str, result: io::Result<T>) {
    match result {
        Ok(_) => eprintln!("{what}: WENT THROUGH"),
        Err(error) => eprintln!("{what}: refused, {error}"),
    }
}

/// The same for a system call that answers -1 where it is refused.
pub fn tell_call(what: &str, answer: i64) {
    tell(what, answered(answer));
}

/// What a system call has answered, -1 for an error.
pub fn answered(answer: i64) -> io::Result<i64> {
    if answer == -1 {
        Err(io::Error::last_os_error())
    } else {
        Ok(answer)
    }
}

/// Everything was tried: the last line, by which a test knows that nothing was left out.
pub fn tried() -> ! {
    eprintln!("tried everything");
    exit(TRIED);
}

/// Waits, without using the processor, for the timer to end this process.
pub fn wait() -> ! {
    loop {
        std::thread::park();
    }
}

/// Runs `work` in a child that lives for 20 s at most. The number of the child, or why there is none.
pub fn in_a_child(work: impl FnOnce()) -> io::Result<i32> {
    // SAFETY: these programs have a single thread when they fork.
    let pid = answered(i64::from(unsafe { fork() }))? as i32;
    if pid == 0 {
        live_for(20);
        work();
        exit(0);
    }
    Ok(pid)
}

/// Runs `work` in a process that has left its session and its parent. It lives for 5 minutes at most: longer than the class is graded,
/// so that a daemon which nobody ends is found.
pub fn in_a_daemon(work: impl FnOnce()) -> io::Result<()> {
    let between = in_a_child(|| {
        // SAFETY: a call without pointers.
        unsafe { setsid() };
        let _ = in_a_child(|| {
            live_for(300);
            work();
        });
    })?;
    let mut status = 0;
    // SAFETY: waits for the child between, which ends at once; `status` is ours.
    unsafe { waitpid(between, &raw mut status, 0) };
    Ok(())
}

/// Closes every descriptor.
pub fn close_everything() {
    for descriptor in 0..1024 {
        // SAFETY: nothing in this process uses a descriptor afterwards.
        unsafe { close(descriptor) };
    }
}

/// The address in the arguments; what is none is wrong usage.
pub fn asked() -> SocketAddr {
    let text = std::env::args()
        .nth(1)
        .unwrap_or("127.0.0.1:10000".to_owned());
    text.parse().unwrap_or_else(|error| {
        eprintln!("error: invalid value '{text}' for '[ADDR]': {error}");
        exit(2)
    })
}

/// A socket that listens where the arguments say, announced on stdout.
pub fn listen() -> TcpListener {
    let asked = asked();
    let listening = TcpListener::bind(asked).and_then(|listener| {
        let addr = listener.local_addr()?;
        Ok((listener, addr))
    });
    match listening {
        Ok((listener, addr)) => {
            let mut stdout = io::stdout();
            let _ = writeln!(stdout, "listening on {addr}").and_then(|()| stdout.flush());
            listener
        }
        Err(error) => {
            eprintln!("error: cannot listen on {asked}: {error}");
            exit(1)
        }
    }
}

/// Greets one client after the other, as the lesson asks.
pub fn greet(listener: &TcpListener) -> ! {
    serve(listener, |mut client, peer| {
        let _ = client.write_all(format!("Hello {}\n", peer.ip()).as_bytes());
    })
}

/// Hands one client after the other to `talk`.
pub fn serve(listener: &TcpListener, mut talk: impl FnMut(TcpStream, SocketAddr)) -> ! {
    loop {
        match listener.accept() {
            Ok((client, peer)) => talk(client, peer),
            Err(_) => std::thread::sleep(Duration::from_millis(50)),
        }
    }
}
