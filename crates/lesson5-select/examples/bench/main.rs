//! What a round trip of 64 bytes costs select-server in processor time, beside servers of another build in the same run:
//! `lesson5-bench PATH-OF-SELECT-SERVER`.
//!
//! For each number of connections, all of them are busy: each sends 64 bytes, then each reads 64 bytes, and again. The servers take
//! turns, block by block, and what counts is the median of the ratios of neighbouring blocks: whatever else the machine does
//! meets both.

#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    clippy::disallowed_methods,
    reason = "this is a program for a terminal, and its servers are started and ended by it"
)]

#[cfg(target_os = "linux")]
mod epoll;
#[cfg(target_os = "linux")]
mod load;
#[cfg(target_os = "linux")]
mod threads;

use std::process::ExitCode;

/// Enough for ten thousand connections, of which each side is in another process.
#[cfg(target_os = "linux")]
const DESCRIPTORS: u64 = 10_500;

#[cfg(not(target_os = "linux"))]
fn main() -> ExitCode {
    eprintln!("this benchmark reads the processor time of other processes, which only Linux tells");
    ExitCode::from(2)
}

#[cfg(target_os = "linux")]
fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let done = match words.as_slice() {
        ["epoll"] => epoll::serve(),
        ["threads"] => threads::serve(),
        [path] => compare(path),
        _ => {
            eprintln!("Usage: lesson5-bench PATH-OF-SELECT-SERVER");
            return ExitCode::from(2);
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

/// The three comparisons, a line each. Fails where a bound is not kept.
#[cfg(target_os = "linux")]
fn compare(solution: &str) -> std::io::Result<()> {
    // A network of its own: no port of the machine's is used.
    grader::enter_private_network();
    let descriptors = cell::raise_descriptor_limit(DESCRIPTORS).unwrap_or_default();
    let own = std::env::current_exe()?;
    let own = own.to_string_lossy();
    let solution = [solution, "127.0.0.1:0"];
    let (epoll, threads) = ([own.as_ref(), "epoll"], [own.as_ref(), "threads"]);
    println!(
        "processor time of the server for a round trip of 64 bytes (µs: medians; ratio: median of neighbouring blocks)"
    );
    let mut is_kept = true;
    for (connections, other, name, bound) in [
        (50, &epoll, "a plain epoll loop", 1.15),
        (1000, &epoll, "a plain epoll loop", 1.15),
        (1000, &threads, "a thread for each client", 0.65),
    ] {
        let found = load::compare_busy(&solution, other, connections)?;
        is_kept &= found.print(
            &format!("{connections} busy connections, select-server / {name}"),
            Some(bound),
        );
    }
    for (quiet, bound) in [(1000, Some(1.2)), (10_000, None)] {
        let needed = quiet as u64 + 100;
        if descriptors < needed {
            println!("1 busy connection, beside {quiet} quiet ones / beside 10");
            println!(
                "  not measured: a process may have {descriptors} descriptors, and {needed} are needed"
            );
            continue;
        }
        let found = load::compare_quiet(&solution, quiet, 10)?;
        is_kept &= found.print(
            &format!("1 busy connection, beside {quiet} quiet ones / beside 10"),
            bound,
        );
    }
    if is_kept {
        return Ok(());
    }
    Err(std::io::Error::other("a bound is not kept"))
}
