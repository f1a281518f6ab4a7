//! An echo client with two threads that share a count.

use crate::manner::Manner;
use crate::usage;
use std::io::Read;
use std::io::Write;
use std::net::SocketAddr;
use std::net::TcpStream;
use std::process::ExitCode;
use std::sync::Condvar;
use std::sync::Mutex;
use std::sync::PoisonError;

#[derive(Default)]
struct Progress {
    total: Option<usize>,
    printed: usize,
    closed: bool,
}

/// The address and the message, as clap would find them.
pub(crate) fn parse<'a>(arguments: &[&'a str]) -> Result<(SocketAddr, Option<&'a str>), ExitCode> {
    let words: Vec<&str> = arguments
        .iter()
        .copied()
        .filter(|word| *word != "--")
        .collect();
    let [text, message @ ..] = words.as_slice() else {
        return Err(usage("ADDR [MESSAGE]"));
    };
    let addr = text
        .parse()
        .map_err(|_| usage(&format!("ADDR [MESSAGE], not {text}")))?;
    Ok((addr, message.first().copied()))
}

pub(crate) fn echo_client(arguments: &[&str], manner: &Manner) -> ExitCode {
    let (addr, message) = match parse(arguments) {
        Ok(parsed) => parsed,
        Err(status) => return status,
    };
    manner.begin();
    let connected = TcpStream::connect(addr).and_then(|stream| Ok((stream.try_clone()?, stream)));
    let (sending, receiving) = match connected {
        Ok(handles) => handles,
        Err(error) => {
            eprintln!("error: no conversation with {addr}: {error}");
            return ExitCode::FAILURE;
        }
    };
    let input: Box<dyn Read + Send> = match message {
        Some(message) => Box::new(std::io::Cursor::new(message.as_bytes().to_vec())),
        None => Box::new(std::io::stdin()),
    };
    // Leaked on purpose: the threads may outlive this function, the process not.
    let shared: &'static (Mutex<Progress>, Condvar) = Box::leak(Box::default());
    let buffer = manner.buffer;
    std::thread::spawn(move || send(input, sending, buffer, shared));
    let noise = Manner { ..*manner };
    std::thread::spawn(move || print(receiving, &noise, shared));
    let (progress, changed) = shared;
    let mut state = progress.lock().unwrap_or_else(PoisonError::into_inner);
    loop {
        match state.total {
            Some(total) if state.printed >= total => return ExitCode::SUCCESS,
            Some(total) if state.closed => {
                eprintln!(
                    "\nerror: server closed after {} of {total} bytes",
                    state.printed
                );
                return ExitCode::FAILURE;
            }
            _ => state = changed.wait(state).unwrap_or_else(PoisonError::into_inner),
        }
    }
}

/// Never shuts its sending side: it need not.
fn send(
    mut input: Box<dyn Read + Send>,
    mut stream: TcpStream,
    size: usize,
    (progress, changed): &(Mutex<Progress>, Condvar),
) {
    let mut buffer = vec![0; size];
    let mut total = 0;
    while let Ok(count @ 1..) = input.read(&mut buffer) {
        total += count;
        let _ = stream.write_all(&buffer[..count]);
    }
    progress
        .lock()
        .unwrap_or_else(PoisonError::into_inner)
        .total = Some(total);
    changed.notify_all();
    // The handle must live as long as the other direction is in use.
    std::mem::forget(stream);
}

fn print(mut stream: TcpStream, manner: &Manner, (progress, changed): &(Mutex<Progress>, Condvar)) {
    let mut buffer = vec![0; manner.buffer];
    let mut stdout = std::io::stdout();
    while let Ok(count @ 1..) = stream.read(&mut buffer) {
        manner.dawdle();
        let _ = stdout
            .write_all(&buffer[..count])
            .and_then(|()| stdout.flush());
        progress
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .printed += count;
        changed.notify_all();
    }
    progress
        .lock()
        .unwrap_or_else(PoisonError::into_inner)
        .closed = true;
    changed.notify_all();
}
