//! Many clients in one thread, and the processor time that they cost a server.

use std::io;
use std::io::BufRead;
use std::io::BufReader;
use std::io::Read;
use std::io::Write;
use std::net::SocketAddr;
use std::net::TcpStream;
use std::process::Child;
use std::process::Command;
use std::process::Stdio;
use std::time::Duration;

const MESSAGE: [u8; 64] = [b'x'; 64];
/// Pairs of blocks, the first of which only warms up.
const BLOCKS: usize = 16;
/// Round trips in a block.
const ROUND_TRIPS: usize = 10_000;

/// The processor times of two servers for one round trip, block by block.
pub(crate) struct Comparison {
    pairs: Vec<(f64, f64)>,
}

/// A server that was started, and its clients. It is ended with this.
struct Server {
    child: Child,
    addr: SocketAddr,
    clients: Vec<TcpStream>,
}

/// Both servers with so many connections, all of which are busy.
pub(crate) fn compare_busy(
    one: &[&str; 2],
    other: &[&str; 2],
    connections: usize,
) -> io::Result<Comparison> {
    let (mut one, mut other) = (Server::start(one)?, Server::start(other)?);
    one.connect(connections)?;
    other.connect(connections)?;
    compare(&mut one, &mut other, connections)
}

/// The same server twice, once with many and once with few clients, of whom only one is busy.
pub(crate) fn compare_quiet(server: &[&str; 2], many: usize, few: usize) -> io::Result<Comparison> {
    let (mut one, mut other) = (Server::start(server)?, Server::start(server)?);
    one.connect(many + 1)?;
    other.connect(few + 1)?;
    compare(&mut one, &mut other, 1)
}

fn compare(one: &mut Server, other: &mut Server, busy: usize) -> io::Result<Comparison> {
    let mut pairs = Vec::new();
    for block in 0..BLOCKS {
        let pair = (one.measure(busy)?, other.measure(busy)?);
        if block > 0 {
            pairs.push(pair);
        }
    }
    Ok(Comparison { pairs })
}

impl Server {
    fn start(command: &[&str; 2]) -> io::Result<Server> {
        let mut child = Command::new(command[0])
            .arg(command[1])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .spawn()?;
        let mut line = String::new();
        if let Some(stdout) = child.stdout.take() {
            BufReader::new(stdout).read_line(&mut line)?;
        }
        let addr = line.trim_end().strip_prefix("listening on ");
        let addr = addr.and_then(|addr| addr.parse().ok());
        let Some(addr) = addr else {
            let _ = child.kill();
            let _ = child.wait();
            return Err(io::Error::other(format!("{} said {line:?}", command[0])));
        };
        Ok(Server {
            child,
            addr,
            clients: Vec::new(),
        })
    }

    fn connect(&mut self, connections: usize) -> io::Result<()> {
        for _ in 0..connections {
            let client = TcpStream::connect(self.addr)?;
            client.set_nodelay(true)?;
            client.set_read_timeout(Some(Duration::from_secs(10)))?;
            self.clients.push(client);
        }
        // Everybody is served once, so that nobody is still being accepted when the measuring begins.
        self.round(connections)
    }

    /// The microseconds of processor time for one round trip, with so many busy connections.
    fn measure(&mut self, busy: usize) -> io::Result<f64> {
        let unknown = || io::Error::other("the processor time of the server is not told");
        let before = cell::cpu_time(self.child.id()).ok_or_else(unknown)?;
        let rounds = ROUND_TRIPS.div_ceil(busy);
        for _ in 0..rounds {
            self.round(busy)?;
        }
        let after = cell::cpu_time(self.child.id()).ok_or_else(unknown)?;
        Ok((after - before).as_secs_f64() * 1e6 / (rounds * busy) as f64)
    }

    fn round(&mut self, busy: usize) -> io::Result<()> {
        for client in &mut self.clients[..busy] {
            client.write_all(&MESSAGE)?;
        }
        let mut reply = MESSAGE;
        for client in &mut self.clients[..busy] {
            client.read_exact(&mut reply)?;
        }
        Ok(())
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Comparison {
    /// Prints the comparison; is its bound kept?
    pub(crate) fn print(&self, title: &str, bound: Option<f64>) -> bool {
        let ratios = sorted(self.pairs.iter().map(|(one, other)| one / other));
        let one = median(&sorted(self.pairs.iter().map(|pair| pair.0)));
        let other = median(&sorted(self.pairs.iter().map(|pair| pair.1)));
        let ratio = median(&ratios);
        let is_kept = bound.is_none_or(|bound| ratio <= bound);
        let verdict = match bound {
            None => "no bound".to_owned(),
            Some(bound) if is_kept => format!("bound {bound}   ok"),
            Some(bound) => format!("bound {bound}   TOO MUCH"),
        };
        let (least, most) = (ratios[0], ratios[ratios.len() - 1]);
        println!("{title}");
        println!(
            "  {one:.2} / {other:.2} µs   ratio {ratio:.3} (min {least:.3}, max {most:.3})   {verdict}"
        );
        is_kept
    }
}

fn sorted(numbers: impl Iterator<Item = f64>) -> Vec<f64> {
    let mut numbers: Vec<f64> = numbers.collect();
    numbers.sort_by(f64::total_cmp);
    numbers
}

fn median(sorted: &[f64]) -> f64 {
    sorted[sorted.len() / 2]
}
