//! Who holds the address that a server of the course wants, and is it the student's own older run?

use crate::catalogue;
use crate::catalogue::Door;
use crate::messages;
use crate::workspace;
use grader::holder::Endpoint;
use grader::holder::Process;
use std::ffi::OsString;
use std::net::SocketAddr;
use std::path::Path;
use std::path::PathBuf;

/// Says who holds the address that this program is about to listen on. Says nothing where it is free, and of programs that do
/// not listen.
pub(crate) fn warn(program: &str, solution: bool, arguments: &[OsString]) {
    let Some(wanted) = wanted(program, arguments) else {
        return;
    };
    let holders = grader::holder::find(&wanted);
    if !holders.is_empty() {
        let elsewhere = elsewhere(program, solution, arguments);
        messages::holder::held(&wanted, &holders, elsewhere.as_deref());
    }
}

/// Every address that a server of the course listens on unless it is told another, each once, with the server's lesson.
pub(crate) fn defaults() -> Vec<(&'static str, Endpoint)> {
    let mut all: Vec<(&'static str, Endpoint)> = Vec::new();
    for lesson in catalogue::COURSE {
        for program in lesson.programs {
            let wanted = wanted(program, &[]);
            let is_new = |wanted: &Endpoint| all.iter().all(|(_, known)| known != wanted);
            if let Some(wanted) = wanted.filter(is_new) {
                all.push((catalogue::short(lesson.name), wanted));
            }
        }
    }
    all
}

/// Does the process run what was built in this workspace? Then a student has started it, and forgotten it.
pub(crate) fn is_own_older_run(process: &Process) -> bool {
    let is_below = |folder: &PathBuf| process.executable.starts_with(folder);
    let is_by_hand = process.is_same_user && !process.is_of_a_check;
    is_by_hand && target_folders().iter().any(is_below)
}

/// What a program of the course listens on when it is started with these arguments. `None` for what does not listen, for a
/// question about its usage, and where the program will refuse what it was given.
fn wanted(program: &str, arguments: &[OsString]) -> Option<Endpoint> {
    let words: Vec<&str> = arguments.iter().filter_map(|word| word.to_str()).collect();
    if words.iter().any(|word| ["-h", "--help"].contains(word)) {
        return None;
    }
    let (door, port) = catalogue::door(program)?;
    if door == Door::Path {
        let path = arguments
            .iter()
            .find(|word| !word.to_string_lossy().starts_with('-'));
        return path.map(|path| Endpoint::Unix(path.into()));
    }
    // A name with a port is not what these programs take.
    let given = words
        .iter()
        .find(|word| !word.starts_with('-') && word.contains(':'));
    let addr: SocketAddr = match given {
        Some(given) => given.parse().ok()?,
        None => SocketAddr::from(([127, 0, 0, 1], port)),
    };
    Some(if door == Door::Udp {
        Endpoint::Udp(addr)
    } else {
        Endpoint::Tcp(addr)
    })
}

/// The command that runs the same program on any free port. `None` for what listens on a path.
fn elsewhere(program: &str, solution: bool, arguments: &[OsString]) -> Option<String> {
    const ANY_PORT: &str = "127.0.0.1:0";
    if catalogue::door(program)?.0 == Door::Path {
        return None;
    }
    let mut words: Vec<String> = arguments
        .iter()
        .map(|word| word.to_string_lossy().into_owned())
        .collect();
    let given = words
        .iter_mut()
        .find_map(|word| Some((word.parse::<SocketAddr>().ok()?, word)));
    match given {
        Some((mut addr, word)) => {
            addr.set_port(0);
            *word = addr.to_string();
        }
        None => words.insert(0, ANY_PORT.to_owned()),
    }
    let words = shlex::try_join(words.iter().map(String::as_str)).ok()?;
    let solution = if solution { " --solution" } else { "" };
    Some(format!("cargo xtask run{solution} {program} -- {words}"))
}

/// Where cargo puts what it builds here: the folder of this workspace, the one that it uses now, and the one from which this very
/// command was started, which a configuration of the student's may have chosen.
fn target_folders() -> Vec<PathBuf> {
    let own = std::env::current_exe().ok();
    let own = own.as_deref().and_then(Path::parent).and_then(Path::parent);
    let folders = [
        Some(workspace::root().join("target")),
        Some(workspace::target()),
        own.map(Path::to_owned),
    ];
    let real = folders
        .into_iter()
        .flatten()
        .filter_map(|folder| folder.canonicalize().ok());
    real.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(program: &str, arguments: &[&str], expected: Option<&str>) {
        let arguments: Vec<OsString> = arguments.iter().map(OsString::from).collect();
        let found = wanted(program, &arguments).map(|endpoint| endpoint.to_string());
        assert_eq!(found.as_deref(), expected, "{program} {arguments:?}");
    }

    #[test]
    fn a_server_wants_the_address_that_it_is_given_or_its_default() {
        check("echo-server", &[], Some("127.0.0.1:10000"));
        check("echo-server", &["[::1]:7"], Some("[::1]:7"));
        check("echo-server", &["--", "127.0.0.1:7"], Some("127.0.0.1:7"));
        check("udp-echo-server", &[], Some("127.0.0.1:10000 (UDP)"));
        check(
            "sum-server",
            &["--framing", "fixed"],
            Some("127.0.0.1:50000"),
        );
        check(
            "blackjack-server",
            &["--seed", "7", "0.0.0.0:1"],
            Some("0.0.0.0:1"),
        );
        check(
            "unix-echo-server",
            &["/tmp/echo.sock"],
            Some("/tmp/echo.sock"),
        );
        // None of these will listen.
        check("unix-echo-server", &[], None);
        check("echo-server", &["--help"], None);
        check("echo-server", &["localhost:10000"], None);
        check("echo-client", &["127.0.0.1:10000"], None);
        check("fetch", &["127.0.0.1", "80"], None);
    }

    #[test]
    fn every_default_is_named_once() {
        let found = defaults();
        let found: Vec<String> = found
            .iter()
            .map(|(lesson, endpoint)| format!("{lesson} {endpoint}"))
            .collect();
        let expected = [
            "lesson2 127.0.0.1:10000",
            "lesson2 127.0.0.1:10000 (UDP)",
            "lesson3 127.0.0.1:50000",
            "lesson4 127.0.0.1:9000",
            "lesson5 127.0.0.1:65432",
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn the_way_out_keeps_the_other_arguments() {
        let arguments = ["--seed", "7", "[::1]:9000"].map(OsString::from);
        let found = elsewhere("blackjack-server", true, &arguments);
        let expected = "cargo xtask run --solution blackjack-server -- --seed 7 '[::1]:0'";
        assert_eq!(found.as_deref(), Some(expected));
        let found = elsewhere("greeter", false, &[]);
        assert_eq!(
            found.as_deref(),
            Some("cargo xtask run greeter -- 127.0.0.1:0")
        );
        assert_eq!(elsewhere("unix-echo-server", false, &["x".into()]), None);
    }
}
