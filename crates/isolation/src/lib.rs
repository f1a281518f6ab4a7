//! The full cell: what surrounds the programs of people whom nobody trusts, layer by layer, each of them proved by a launch.
//!
//! A cell is a process with namespaces of its own (users, network, processes, mounts, IPC, names, control groups) and a file system of
//! which it sees only what it was given. In it runs our driver, as its first process; each program that the driver starts is put behind
//! walls once more ([`Walls`]): an inner process and mount namespace, no privileges, no more than a few resources, and only the system
//! calls and files that a program of the course could need. Linux only; elsewhere everything here says so.

#[cfg(target_os = "linux")]
mod enter;
#[cfg(target_os = "linux")]
mod files;
#[cfg(target_os = "linux")]
mod filter;
mod layers;
#[cfg(target_os = "linux")]
mod memory;
#[cfg(target_os = "linux")]
mod probe;
mod room;
#[cfg(target_os = "linux")]
mod root;
#[cfg(target_os = "linux")]
mod steps;
#[cfg(target_os = "linux")]
mod walls;

#[cfg(target_os = "linux")]
pub use enter::enter;
pub use layers::Layer;
pub use layers::NECESSARY;
pub use layers::is_strong;
#[cfg(target_os = "linux")]
pub use memory::MemoryGroup;
#[cfg(target_os = "linux")]
pub use probe::look;
#[cfg(target_os = "linux")]
pub use probe::namespaces;
#[cfg(target_os = "linux")]
pub use probe::probe_from_inside;
pub use room::Room;
pub use room::Shown;
pub use room::has_own;
#[cfg(target_os = "linux")]
pub use walls::Limits;
#[cfg(target_os = "linux")]
pub use walls::Walls;
