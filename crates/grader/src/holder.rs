//! Who holds the address that a program wants to listen on: from the kernel's tables of sockets to the processes that have the
//! socket open. Gives data; the words about it are made elsewhere.
//!
//! Only Linux tells so much. Elsewhere it is found out by trying whether somebody holds the address, and not who.

mod listening;
mod process;
mod table;

pub use process::Process;
use std::fmt;
use std::net::IpAddr;
use std::net::SocketAddr;
use std::net::TcpListener;
use std::net::UdpSocket;
use std::path::Path;
use std::path::PathBuf;
use table::Socket;

/// What a program listens on, or wants to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Endpoint {
    Tcp(SocketAddr),
    Udp(SocketAddr),
    Unix(PathBuf),
}

impl fmt::Display for Endpoint {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Endpoint::Tcp(addr) => write!(formatter, "{addr}"),
            Endpoint::Udp(addr) => write!(formatter, "{addr} (UDP)"),
            Endpoint::Unix(path) => write!(formatter, "{}", path.display()),
        }
    }
}

/// Somebody who has an address that another one wants.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holder {
    /// What it listens on, which may be more than what is wanted: every address of the machine.
    pub endpoints: Vec<Endpoint>,
    pub owner: Owner,
}

/// Whose a socket is, as far as the system tells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Owner {
    Process(Process),
    /// A process of the user with this number, into which we may not look.
    AnotherUser(u32),
    /// No process that can be seen from here: it is in another container, or the system's own.
    Hidden,
    /// This system does not tell.
    Untold,
}

/// Everybody who holds what `wanted` would need, so that binding it fails. Nobody holds port 0, or a socket's file that its server
/// has left behind.
pub fn find(wanted: &Endpoint) -> Vec<Holder> {
    if is_any_port(wanted) {
        return Vec::new();
    }
    if !cfg!(target_os = "linux") {
        let endpoints = vec![wanted.clone()];
        let owner = Owner::Untold;
        return (!can_be_bound(wanted))
            .then_some(Holder { endpoints, owner })
            .into_iter()
            .collect();
    }
    let mut sockets = table::sockets_like(wanted);
    sockets.retain(|socket| conflict(wanted, &socket.endpoint));
    if sockets.is_empty() {
        return Vec::new();
    }
    // A socket for IPv6 alone leaves IPv4 free, and no table tells it from the others.
    if sockets
        .iter()
        .all(|socket| is_doubtful(wanted, &socket.endpoint))
        && can_be_bound(wanted)
    {
        return Vec::new();
    }
    let mut holders = holders(&sockets);
    holders.retain_mut(|holder| keep_same_file(wanted, holder));
    holders
}

/// The processes whose command line begins with these words and that listen somewhere on the internet.
pub(crate) fn copies(words: &[String]) -> Vec<Holder> {
    let mut holders = holders(&table::internet_sockets());
    holders.retain(|holder| {
        matches!(&holder.owner, Owner::Process(process) if process.command.starts_with(words))
    });
    holders
}

fn is_any_port(wanted: &Endpoint) -> bool {
    matches!(wanted, Endpoint::Tcp(addr) | Endpoint::Udp(addr) if addr.port() == 0)
}

/// Does a socket at `held` keep another one from being bound to `wanted`? Of a path only its last part is compared.
fn conflict(wanted: &Endpoint, held: &Endpoint) -> bool {
    match (wanted, held) {
        (Endpoint::Tcp(wanted), Endpoint::Tcp(held))
        | (Endpoint::Udp(wanted), Endpoint::Udp(held)) => {
            wanted.port() == held.port() && overlap(wanted.ip(), held.ip())
        }
        (Endpoint::Unix(wanted), Endpoint::Unix(held)) => wanted.file_name() == held.file_name(),
        _ => false,
    }
}

fn overlap(one: IpAddr, other: IpAddr) -> bool {
    // An IPv4 address may be written as one of IPv6, and `[::]` takes clients of both.
    let (one, other) = (one.to_canonical(), other.to_canonical());
    let covers =
        |wide: IpAddr, ip: IpAddr| wide.is_unspecified() && (wide.is_ipv6() || ip.is_ipv4());
    one == other || covers(one, other) || covers(other, one)
}

/// Do the two conflict only if the one for IPv6 takes IPv4 as well?
fn is_doubtful(wanted: &Endpoint, held: &Endpoint) -> bool {
    match (wanted, held) {
        (Endpoint::Tcp(wanted), Endpoint::Tcp(held))
        | (Endpoint::Udp(wanted), Endpoint::Udp(held)) => {
            wanted.ip().to_canonical().is_ipv4() != held.ip().to_canonical().is_ipv4()
        }
        _ => false,
    }
}

fn can_be_bound(wanted: &Endpoint) -> bool {
    let is_taken = |error: std::io::Error| error.kind() == std::io::ErrorKind::AddrInUse;
    match wanted {
        Endpoint::Tcp(addr) => !TcpListener::bind(addr).is_err_and(is_taken),
        Endpoint::Udp(addr) => !UdpSocket::bind(addr).is_err_and(is_taken),
        // Binding would make the file.
        Endpoint::Unix(_) => true,
    }
}

/// The sockets' owners, each once. A process that somebody has inherited a socket from or to is one of several.
fn holders(sockets: &[Socket]) -> Vec<Holder> {
    let inodes: Vec<u64> = sockets.iter().map(|socket| socket.inode).collect();
    let found = process::with_sockets(&inodes);
    let mut holders: Vec<Holder> = Vec::new();
    for socket in sockets {
        let owners = found
            .iter()
            .filter(|(inode, _)| *inode == socket.inode)
            .map(|(_, process)| Owner::Process(process.clone()));
        let mut owners: Vec<Owner> = owners.collect();
        if owners.is_empty() {
            owners.push(unseen(socket.user));
        }
        for owner in owners {
            match holders.iter_mut().find(|holder| holder.owner == owner) {
                Some(holder) if holder.endpoints.contains(&socket.endpoint) => {}
                Some(holder) => holder.endpoints.push(socket.endpoint.clone()),
                None => holders.push(Holder {
                    endpoints: vec![socket.endpoint.clone()],
                    owner,
                }),
            }
        }
    }
    holders
}

fn unseen(user: Option<u32>) -> Owner {
    match user {
        Some(user) if Some(user) != process::own_user() => Owner::AnotherUser(user),
        _ => Owner::Hidden,
    }
}

/// Leaves of a holder's paths those that mean the wanted file. The table has a path as its program gave it, which may count from
/// the program's own folder.
fn keep_same_file(wanted: &Endpoint, holder: &mut Holder) -> bool {
    let Endpoint::Unix(wanted) = wanted else {
        return true;
    };
    let folder = match &holder.owner {
        Owner::Process(process) => process.folder.clone().unwrap_or_default(),
        _ => PathBuf::new(),
    };
    holder.endpoints.retain(|endpoint| match endpoint {
        Endpoint::Unix(path) => is_same_file(wanted, &folder.join(path)),
        _ => false,
    });
    !holder.endpoints.is_empty()
}

fn is_same_file(one: &Path, other: &Path) -> bool {
    match (one.canonicalize(), other.canonicalize()) {
        (Ok(one), Ok(other)) => one == other,
        // Where there is no file, whoever listens behind it is in nobody's way.
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(wanted: &str, held: &str, expected: bool) {
        let tcp = |text: &str| Endpoint::Tcp(text.parse().unwrap());
        assert_eq!(
            conflict(&tcp(wanted), &tcp(held)),
            expected,
            "{wanted} {held}"
        );
        let udp = Endpoint::Udp(held.parse().unwrap());
        assert!(!conflict(&tcp(wanted), &udp), "TCP and UDP count apart");
    }

    #[test]
    fn an_address_conflicts_with_itself_and_with_every_address() {
        check("127.0.0.1:10000", "127.0.0.1:10000", true);
        check("127.0.0.1:10000", "127.0.0.1:10001", false);
        check("127.0.0.1:10000", "127.0.0.2:10000", false);
        check("127.0.0.1:10000", "0.0.0.0:10000", true);
        check("0.0.0.0:10000", "127.0.0.1:10000", true);
        check("127.0.0.1:10000", "[::]:10000", true);
        check("[::]:10000", "127.0.0.1:10000", true);
        check("127.0.0.1:10000", "[::ffff:127.0.0.1]:10000", true);
        check("127.0.0.1:10000", "[::1]:10000", false);
        check("[::1]:10000", "0.0.0.0:10000", false);
        check("[::1]:10000", "[::]:10000", true);
    }

    #[cfg(target_os = "linux")]
    fn pids(wanted: &Endpoint) -> Vec<u32> {
        let pid = |holder: Holder| match holder.owner {
            Owner::Process(process) => process.pid,
            other => panic!("this process can be seen: {other:?}"),
        };
        find(wanted).into_iter().map(pid).collect()
    }

    #[test]
    #[cfg(target_os = "linux")]
    fn finds_this_process_as_long_as_it_listens() {
        let own = [std::process::id()];
        let tcp = TcpListener::bind("127.0.0.1:0").unwrap();
        let wanted = Endpoint::Tcp(tcp.local_addr().unwrap());
        assert_eq!(pids(&wanted), own);
        let holder = find(&wanted).remove(0);
        let Owner::Process(process) = holder.owner else {
            panic!("seen above");
        };
        assert_eq!(process.executable, std::env::current_exe().unwrap());
        assert!(process.is_same_user && !process.is_stopped);
        assert!(!process.is_replaced && !process.is_of_a_check);
        assert!(process.age.unwrap().as_secs() < 3600, "{:?}", process.age);
        drop(tcp);
        assert_eq!(pids(&wanted), []);

        let udp = UdpSocket::bind("127.0.0.1:0").unwrap();
        assert_eq!(pids(&Endpoint::Udp(udp.local_addr().unwrap())), own);
    }

    #[test]
    #[cfg(target_os = "linux")]
    fn a_wide_socket_for_ipv6_alone_leaves_ipv4_free() {
        use socket2::Domain;
        use socket2::Type;
        for only in [false, true] {
            let socket = socket2::Socket::new(Domain::IPV6, Type::STREAM, None).unwrap();
            let any: SocketAddr = "[::]:0".parse().unwrap();
            if socket
                .set_only_v6(only)
                .and_then(|()| socket.bind(&any.into()))
                .is_err()
            {
                return; // A machine without this family has nothing to test.
            }
            socket.listen(1).unwrap();
            let port = socket.local_addr().unwrap().as_socket().unwrap().port();
            let wanted = Endpoint::Tcp(SocketAddr::from(([127, 0, 0, 1], port)));
            assert_eq!(pids(&wanted).is_empty(), only);
        }
    }

    #[test]
    #[cfg(target_os = "linux")]
    fn a_sockets_file_is_held_only_while_somebody_listens() {
        let folder = crate::scratch::Scratch::new().unwrap();
        let path = folder.path().join("a name with spaces");
        let listener = std::os::unix::net::UnixListener::bind(&path).unwrap();
        let wanted = Endpoint::Unix(path);
        assert_eq!(pids(&wanted), [std::process::id()]);
        let beside = Endpoint::Unix(folder.path().join("elsewhere/a name with spaces"));
        assert_eq!(pids(&beside), []);
        drop(listener);
        assert_eq!(pids(&wanted), []);
    }
}
