//! What a cell really is: a program of ours is started in it like a student's, tells what it sees and what it is refused, and each layer
//! counts only where that shows it.

use crate::layers::Layer;
use crate::room::UNLISTED_FILE;
use crate::walls::Walls;
use grader::Confinement;
use serde::Deserialize;
use serde::Serialize;
use std::fs;
use std::io;
use std::os::unix::fs::MetadataExt;
use std::path::Path;
use std::process::Command;
use std::process::Stdio;

/// What the probe sees, from where a student's program stands.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
struct Seen {
    /// Lines of `/proc/self/status`, by their names.
    no_new_privs: String,
    seccomp: String,
    /// Effective, permitted, and what exec could give, as one text.
    capabilities: String,
    uid: u32,
    pids: Vec<u32>,
    most_processes: String,
    /// The errors of what must be refused; `None` where it was not.
    unlisted: Option<String>,
    write_usr: Option<String>,
    mount: Option<String>,
    namespace: Option<String>,
    session_of_root: Option<String>,
    packets: Option<String>,
    /// The descriptors that are open.
    descriptors: Vec<String>,
}

/// The probe's own side: prints what it sees. With `hide`, it leaves a process behind that has cut everything that leads to it.
///
/// # Errors
/// Where stdout cannot be written.
pub fn look(hide: bool, out: &mut dyn io::Write) -> io::Result<()> {
    if hide {
        leave_daemon();
        return out.write_all(b"left\n");
    }
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = |name: &str| {
        let lines = status.lines();
        let found = lines
            .filter_map(|line| line.split_once(':'))
            .find(|(key, _)| *key == name);
        found.map_or(String::new(), |(_, value)| value.trim().to_owned())
    };
    let limits = fs::read_to_string("/proc/self/limits").unwrap_or_default();
    let processes = limits
        .lines()
        .find_map(|line| line.strip_prefix("Max processes"));
    let numbers = |folder: &str| -> Vec<String> {
        let entries = fs::read_dir(folder).into_iter().flatten().flatten();
        entries
            .map(|entry| entry.file_name().to_string_lossy().into_owned())
            .collect()
    };
    let refused = |result: io::Result<()>| result.err().map(|error| error.to_string());
    let nothing = None::<&str>;
    let nix_error = |result: nix::Result<()>| result.err().map(|error| error.desc().to_owned());
    let seen = Seen {
        no_new_privs: line("NoNewPrivs"),
        seccomp: line("Seccomp"),
        capabilities: ["CapEff", "CapPrm", "CapBnd"].map(line).join(" "),
        uid: nix::unistd::getuid().as_raw(),
        pids: numbers("/proc")
            .iter()
            .filter_map(|name| name.parse().ok())
            .collect(),
        most_processes: processes.unwrap_or_default().trim().to_owned(),
        unlisted: refused(fs::read(UNLISTED_FILE).map(drop)),
        write_usr: refused(fs::write("/usr/loopback-probe", "")),
        mount: nix_error(nix::mount::mount(
            Some("x"),
            "/tmp",
            Some("tmpfs"),
            nix::mount::MsFlags::empty(),
            nothing,
        )),
        namespace: nix_error(nix::sched::unshare(nix::sched::CloneFlags::CLONE_NEWUSER)),
        session_of_root: nix_error(nix::sys::signal::kill(
            nix::unistd::Pid::from_raw(1),
            nix::sys::signal::Signal::SIGCONT,
        )),
        packets: open_packet_socket(),
        descriptors: numbers("/proc/self/fd"),
    };
    serde_json::to_writer(&mut *out, &seen)?;
    out.flush()
}

/// A raw socket must be refused, whoever asks.
fn open_packet_socket() -> Option<String> {
    // SAFETY: the call takes numbers, and what it opens is closed.
    unsafe {
        let socket = libc::socket(libc::AF_PACKET, libc::SOCK_RAW, 0);
        if socket < 0 {
            return Some(io::Error::last_os_error().to_string());
        }
        libc::close(socket);
    }
    None
}

/// Forks twice, begins a session, closes everything and waits: what a daemon does.
fn leave_daemon() {
    // SAFETY: this process has a single thread; both children make system calls only, and the last one ends by itself.
    unsafe {
        if libc::fork() != 0 {
            return;
        }
        libc::setsid();
        if libc::fork() != 0 {
            libc::_exit(0);
        }
        libc::close_range(0, libc::c_uint::MAX, 0);
        libc::alarm(60);
        loop {
            libc::pause();
        }
    }
}

/// All layers of the cell that this process is the driver of. `executable` is our own in the cell, started with `arguments` to become
/// the probe; `outside` are the namespaces of the process that made the cell, as [`namespaces`] told them there.
pub fn probe_from_inside(
    walls: &Walls,
    executable: &Path,
    outside: &[(String, String)],
    has_own_user: bool,
) -> Vec<Layer> {
    let seen = see(walls, executable);
    let mut layers = own_namespaces(outside);
    match seen {
        Ok((seen, uid_outside)) => layers.extend(walls_of(&seen, uid_outside, has_own_user, walls)),
        Err(error) => {
            for name in ["no_new_privs", "caps", "seccomp", "rlimits"] {
                layers.push(missing(
                    name,
                    &format!("the probe could not be started: {error}"),
                ));
            }
        }
    }
    layers.push(match left_behind(walls, executable) {
        Ok(()) => there("tree_kill"),
        Err(reason) => missing("tree_kill", &reason),
    });
    layers
}

/// The namespaces of this process: their kind, and which one it is.
pub fn namespaces() -> Vec<(String, String)> {
    let kinds = ["user", "net", "pid", "mnt", "ipc", "uts", "cgroup"];
    let read = |kind: &str| {
        let link = fs::read_link(format!("/proc/self/ns/{kind}")).ok()?;
        Some((kind.to_owned(), link.to_string_lossy().into_owned()))
    };
    kinds.into_iter().filter_map(read).collect()
}

fn own_namespaces(outside: &[(String, String)]) -> Vec<Layer> {
    let inside = namespaces();
    let layer = |(kind, link): &(String, String)| {
        let name = if kind == "mnt" {
            "mount"
        } else {
            kind.as_str()
        };
        if outside
            .iter()
            .any(|other| other.0 == *kind && other.1 == *link)
        {
            missing(name, "the cell is in the machine's own namespace")
        } else {
            there(name)
        }
    };
    inside.iter().map(layer).collect()
}

fn walls_of(seen: &Seen, uid_outside: u32, has_own_user: bool, walls: &Walls) -> Vec<Layer> {
    let mut layers = vec![
        layer(
            "no_new_privs",
            seen.no_new_privs == "1",
            "a program could become somebody else by exec",
        ),
        layer(
            "caps",
            seen.capabilities
                .split(' ')
                .all(|set| set.bytes().all(|digit| digit == b'0'))
                && seen.mount.is_some(),
            &format!("a program has capabilities: {}", seen.capabilities),
        ),
        layer(
            "seccomp",
            seen.seccomp == "2" && seen.namespace.is_some() && seen.packets.is_some(),
            "the filter of system calls does not hold",
        ),
        layer(
            "rlimits",
            seen.most_processes
                .starts_with(|digit: char| digit.is_ascii_digit()),
            "the number of processes is not limited",
        ),
    ];
    let version = walls.landlock();
    layers.push(match version {
        0 => missing(
            "landlock",
            "this kernel has none (it needs Linux 5.13, and Landlock among its security modules)",
        ),
        _ if seen.unlisted.is_some() => there(&format!("landlock({version})")),
        _ => missing("landlock", "a file was read that no rule allows"),
    });
    layers.push(if has_own_user && uid_outside != 0 {
        there("uid")
    } else {
        missing("uid", "only root can give programs a user of their own")
    });
    layers.retain(|layer| layer.missing.is_none() || layer.name != "mount");
    let is_alone = seen.pids.iter().all(|pid| *pid != 1) && seen.pids.len() == 1;
    if !is_alone {
        layers.push(missing(
            "pid",
            &format!("a program sees other processes: {:?}", seen.pids),
        ));
    }
    if seen.write_usr.is_none() {
        layers.push(missing("mount", "a program can write into /usr"));
    }
    layers
}

/// What the probe sees, and its user as the cell's root sees it.
fn see(walls: &Walls, executable: &Path) -> io::Result<(Seen, u32)> {
    let mut command = Command::new(executable);
    command.arg("look").env_clear();
    command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null());
    let mut confined = walls.start(&mut command, None)?;
    let uid = fs::metadata(format!("/proc/{}", confined.child.id()))?.uid();
    let stdout = confined.child.stdout.take();
    let text = stdout.map_or(Ok(String::new()), io::read_to_string)?;
    confined.keeper.end();
    confined.child.wait()?;
    confined.keeper.wait();
    Ok((serde_json::from_str(&text)?, uid))
}

/// Is everything gone once a program's keeper has been ended?
fn left_behind(walls: &Walls, executable: &Path) -> Result<(), String> {
    let failed = |error: io::Error| format!("the probe could not be started: {error}");
    let mut command = Command::new(executable);
    command.args(["look", "--hide"]).env_clear();
    command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null());
    let mut confined = walls.start(&mut command, None).map_err(failed)?;
    let stdout = confined.child.stdout.take();
    let said = stdout
        .map_or(Ok(String::new()), io::read_to_string)
        .map_err(failed)?;
    if said != "left\n" {
        return Err("the probe left no process behind".to_owned());
    }
    confined.keeper.end();
    confined.child.wait().map_err(failed)?;
    confined.keeper.wait();
    let own = std::process::id().to_string();
    let entries = fs::read_dir("/proc").map_err(failed)?.flatten();
    let names = entries.map(|entry| entry.file_name().to_string_lossy().into_owned());
    let left: Vec<String> = names
        .filter(|name| name.bytes().all(|byte| byte.is_ascii_digit()) && *name != own)
        .collect();
    if left.is_empty() {
        return Ok(());
    }
    Err(format!(
        "processes outlive their program: {}",
        left.join(", ")
    ))
}

fn layer(name: &str, is_there: bool, reason: &str) -> Layer {
    if is_there {
        there(name)
    } else {
        missing(name, reason)
    }
}

fn there(name: &str) -> Layer {
    Layer {
        name: name.to_owned(),
        missing: None,
    }
}

fn missing(name: &str, reason: &str) -> Layer {
    Layer {
        name: name.to_owned(),
        missing: Some(reason.to_owned()),
    }
}
