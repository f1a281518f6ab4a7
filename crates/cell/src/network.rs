//! The private network: user, network and mount namespaces whose only interface is `lo`.
//! Outside Linux, and where the system refuses, the machine's own loopback and the reason.

use std::sync::atomic::AtomicBool;
use std::sync::atomic::Ordering;

/// Set once this process is in namespaces of its own, and never taken back.
static PRIVATE: AtomicBool = AtomicBool::new(false);

/// Is this process in a private network that [`enter_private_network`] has made?
pub fn is_private() -> bool {
    PRIVATE.load(Ordering::Relaxed)
}

/// Which network the programs of this process run in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Network {
    /// A network of our own; `layers` names the namespaces that were really made.
    Private { layers: Vec<&'static str> },
    /// The machine's own loopback, and why it is not a private one.
    Host { reason: String },
}

/// Moves this process, and so all that it launches later, into a private network.
///
/// Tries the whole way in a forked child first, because a process that was refused half-way could
/// not go back. Never fails: where no private network can be had, the answer says why.
/// Must be called while the process has a single thread (the kernel refuses otherwise).
pub fn enter_private_network() -> Network {
    #[cfg(target_os = "linux")]
    let network = linux::enter();
    #[cfg(not(target_os = "linux"))]
    let network = Network::Host {
        reason: "only Linux has network namespaces".to_owned(),
    };
    let is_private = matches!(network, Network::Private { .. });
    PRIVATE.store(is_private, Ordering::Relaxed);
    network
}

/// Makes the network namespace that this process has been put into by others as useful as [`enter_private_network`] makes its own: raises
/// `lo`, keeps buffers small, and looks from inside that nothing leads out.
///
/// # Errors
/// Where something is refused, or the network has a way out.
#[cfg(target_os = "linux")]
pub fn prepare_network() -> Result<(), String> {
    linux::prepare()?;
    PRIVATE.store(true, Ordering::Relaxed);
    Ok(())
}

#[cfg(target_os = "linux")]
mod linux {
    use super::Network;
    use nix::errno::Errno;
    use nix::mount::MsFlags;
    use nix::sched::CloneFlags;
    use nix::sys::wait::WaitStatus;
    use nix::unistd::ForkResult;
    use std::fs;
    use std::io::Read;
    use std::io::Write;
    use std::net::TcpListener;
    use std::net::TcpStream;
    use std::os::fd::AsRawFd;

    const LAYERS: [&str; 3] = ["user", "net", "mount"];

    pub(super) fn enter() -> Network {
        match probe().and_then(|()| make()) {
            Ok(()) => Network::Private {
                layers: LAYERS.to_vec(),
            },
            Err(reason) => Network::Host { reason },
        }
    }

    /// Makes the namespaces in a child that ends at once, and brings its reason back through a pipe.
    fn probe() -> Result<(), String> {
        let (mut answers, mut answer) =
            std::io::pipe().map_err(|error| format!("failed to make a pipe: {error}"))?;
        // SAFETY: the caller promises a single thread, so the child may run any code: no lock can be
        // held by a thread that does not exist in it.
        match unsafe { nix::unistd::fork() } {
            Err(error) => Err(format!("failed to fork: {error}")),
            Ok(ForkResult::Child) => {
                if let Err(reason) = make() {
                    let _ = answer.write_all(reason.as_bytes());
                }
                // SAFETY: `_exit` ends the child without running the parent's destructors twice.
                unsafe { libc::_exit(0) }
            }
            Ok(ForkResult::Parent { child }) => {
                drop(answer);
                let mut reason = String::new();
                let read = answers.read_to_string(&mut reason);
                let ended = nix::sys::wait::waitpid(child, None);
                match (read, ended) {
                    (Ok(_), Ok(WaitStatus::Exited(_, 0))) if reason.is_empty() => Ok(()),
                    (Ok(_), Ok(WaitStatus::Exited(_, 0))) => Err(reason),
                    (read, ended) => Err(format!("the probe ended badly: {read:?}, {ended:?}")),
                }
            }
        }
    }

    fn make() -> Result<(), String> {
        let maps = IdentityMaps::prepare()?;
        nix::sched::unshare(
            CloneFlags::CLONE_NEWUSER | CloneFlags::CLONE_NEWNET | CloneFlags::CLONE_NEWNS,
        )
        .map_err(|error| {
            let why = match error {
                // The kernel's own text, "no space left on device", would send people to their disks.
                Errno::ENOSPC => "its limit for them is reached, or zero",
                error => error.desc(),
            };
            format!("the system refuses new namespaces: {why}")
        })?;
        maps.write()?;
        // Without this, a mount made inside would show outside, too.
        nix::mount::mount(
            None::<&str>,
            "/",
            None::<&str>,
            MsFlags::MS_REC | MsFlags::MS_PRIVATE,
            None::<&str>,
        )
        .map_err(|error| format!("failed to make the mounts private: {}", error.desc()))?;
        prepare()
    }

    pub(super) fn prepare() -> Result<(), String> {
        raise_loopback().map_err(|error| format!("failed to raise lo: {error}"))?;
        keep_buffers_small();
        prove_private()
    }

    /// The user and group numbers inside are the same as outside: files keep their owners, and a
    /// program sees itself as the user who started it.
    enum IdentityMaps {
        /// An ordinary user may map only itself, and writes its own map.
        Own { uid: u32, gid: u32 },
        /// Root may map everybody, but only from outside: a child that stays outside writes the maps.
        All {
            child: nix::unistd::Pid,
            go: std::io::PipeWriter,
            done: std::io::PipeReader,
        },
    }

    impl IdentityMaps {
        fn prepare() -> Result<IdentityMaps, String> {
            let uid = nix::unistd::geteuid();
            if !uid.is_root() {
                return Ok(IdentityMaps::Own {
                    uid: uid.as_raw(),
                    gid: nix::unistd::getegid().as_raw(),
                });
            }
            let pipes =
                || std::io::pipe().map_err(|error| format!("failed to make a pipe: {error}"));
            let (mut going, go) = pipes()?;
            let (done, mut tell) = pipes()?;
            // SAFETY: single-threaded, as `enter_private_network` demands.
            match unsafe { nix::unistd::fork() } {
                Err(error) => Err(format!("failed to fork: {error}")),
                Ok(ForkResult::Child) => {
                    drop(go);
                    if going.read_exact(&mut [0]).is_ok() {
                        let text = match map_everybody(nix::unistd::getppid().as_raw()) {
                            Ok(()) => "ok".to_owned(),
                            Err(error) => error.to_string(),
                        };
                        let _ = tell.write_all(text.as_bytes());
                    }
                    // SAFETY: as in `probe`.
                    unsafe { libc::_exit(0) }
                }
                Ok(ForkResult::Parent { child }) => Ok(IdentityMaps::All { child, go, done }),
            }
        }

        fn write(self) -> Result<(), String> {
            match self {
                IdentityMaps::Own { uid, gid } => fs::write("/proc/self/setgroups", "deny")
                    .and_then(|()| fs::write("/proc/self/uid_map", format!("{uid} {uid} 1")))
                    .and_then(|()| fs::write("/proc/self/gid_map", format!("{gid} {gid} 1")))
                    .map_err(|error| format!("the system refuses to map the user: {error}")),
                IdentityMaps::All {
                    child,
                    mut go,
                    mut done,
                } => {
                    let mut answer = String::new();
                    let asked = go.write_all(b"!").and_then(|()| {
                        done.read_to_string(&mut answer)?;
                        Ok(())
                    });
                    let _ = nix::sys::wait::waitpid(child, None);
                    match asked {
                        Ok(()) if answer == "ok" => Ok(()),
                        Ok(()) => Err(format!("the system refuses to map the users: {answer}")),
                        Err(error) => Err(format!("failed to map the users: {error}")),
                    }
                }
            }
        }
    }

    /// Gives process `pid` the numbers that this process can see, each mapped to itself.
    fn map_everybody(pid: i32) -> std::io::Result<()> {
        for kind in ["uid_map", "gid_map"] {
            let seen = fs::read_to_string(format!("/proc/self/{kind}"))?;
            let mut map = String::new();
            for line in seen.lines() {
                let mut numbers = line.split_whitespace();
                if let (Some(inside), _, Some(count)) =
                    (numbers.next(), numbers.next(), numbers.next())
                {
                    map.push_str(&format!("{inside} {inside} {count}\n"));
                }
            }
            fs::write(format!("/proc/{pid}/{kind}"), map)?;
        }
        Ok(())
    }

    /// Keeps the system from growing the buffers of a TCP connection to several megabytes: what a program must do when nobody takes what it
    /// writes can then be seen with little data. Least, default and most bytes; the first two are the system's own.
    ///
    /// Best effort: where the settings cannot be written, everything works as with large buffers.
    fn keep_buffers_small() {
        for (setting, most) in [("tcp_wmem", 256 * 1024), ("tcp_rmem", 1024 * 1024)] {
            let path = format!("/proc/sys/net/ipv4/{setting}");
            let Ok(text) = fs::read_to_string(&path) else {
                continue;
            };
            if let [least, default, _] = *text.split_whitespace().collect::<Vec<&str>>() {
                let _ = fs::write(&path, format!("{least} {default} {most}"));
            }
        }
    }

    /// `lo` is down in a fresh network namespace.
    fn raise_loopback() -> std::io::Result<()> {
        let socket = std::net::UdpSocket::bind("0.0.0.0:0")?;
        // SAFETY: `ifreq` is plain data, for which all zeroes is a valid value.
        let mut request: libc::ifreq = unsafe { std::mem::zeroed() };
        for (to, from) in request.ifr_name.iter_mut().zip(b"lo\0") {
            *to = *from as libc::c_char;
        }
        request.ifr_ifru.ifru_flags = (libc::IFF_UP | libc::IFF_RUNNING) as libc::c_short;
        // SAFETY: the descriptor is open, and SIOCSIFFLAGS reads an `ifreq` that lives long enough.
        let result = unsafe { libc::ioctl(socket.as_raw_fd(), libc::SIOCSIFFLAGS, &request) };
        if result == 0 {
            Ok(())
        } else {
            Err(std::io::Error::last_os_error())
        }
    }

    /// A successful `unshare` proves nothing: looks from inside that `lo` is the only interface, and
    /// that a connection over it works.
    fn prove_private() -> Result<(), String> {
        let devices = fs::read_to_string("/proc/self/net/dev")
            .map_err(|error| format!("failed to list the interfaces: {error}"))?;
        let names: Vec<&str> = devices
            .lines()
            .filter_map(|line| line.split_once(':'))
            .map(|(name, _)| name.trim())
            .collect();
        // Tunnel drivers put an unusable device of theirs into every new namespace; it is down.
        let foreign = names
            .iter()
            .any(|name| *name != "lo" && is_up(name).unwrap_or(true));
        if foreign || !names.contains(&"lo") {
            return Err(format!("the new network has other interfaces: {names:?}"));
        }
        TcpListener::bind("127.0.0.1:0")
            .and_then(|listener| TcpStream::connect(listener.local_addr()?))
            .map(drop)
            .map_err(|error| format!("the new loopback does not carry a connection: {error}"))
    }

    fn is_up(name: &str) -> std::io::Result<bool> {
        let socket = std::net::UdpSocket::bind("0.0.0.0:0")?;
        // SAFETY: as in `raise_loopback`.
        let mut request: libc::ifreq = unsafe { std::mem::zeroed() };
        for (to, from) in request.ifr_name.iter_mut().zip(name.bytes()).take(15) {
            *to = from as libc::c_char;
        }
        // SAFETY: the descriptor is open, and SIOCGIFFLAGS writes into an `ifreq` that lives long enough.
        if unsafe { libc::ioctl(socket.as_raw_fd(), libc::SIOCGIFFLAGS, &mut request) } != 0 {
            return Err(std::io::Error::last_os_error());
        }
        // SAFETY: SIOCGIFFLAGS has just filled this field of the union.
        let flags = unsafe { request.ifr_ifru.ifru_flags };
        Ok(i32::from(flags) & libc::IFF_UP != 0)
    }
}
