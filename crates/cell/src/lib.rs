//! Where a program runs: the private network that it is launched in, and the certain end of
//! everything that it has started. Knows no lesson and no check; holds all `unsafe` code of the project.

mod clock;
mod descriptors;
mod fifo;
mod names;
mod network;
mod pause;
mod terminal;
mod tree;

pub use clock::age;
pub use clock::cpu_time;
pub use descriptors::forbid_new_descriptors;
pub use descriptors::raise_descriptor_limit;
pub use descriptors::restore_descriptors;
pub use fifo::make_fifo;
pub use names::replace_in_etc;
pub use names::start_with_hostname;
pub use network::Network;
pub use network::enter_private_network;
pub use network::is_private;
#[cfg(target_os = "linux")]
pub use network::prepare_network;
pub use pause::pause;
pub use pause::resume;
pub use terminal::terminal_columns;
pub use tree::Peeked;
pub use tree::RUN_VARIABLE;
pub use tree::adopt_orphans;
pub use tree::descendants;
pub use tree::kill_descendants;
pub use tree::kill_descendants_except;
pub use tree::kill_tree;
pub use tree::living;
pub use tree::peek_end;
pub use tree::reap_orphans;
pub use tree::reset_peak_memory;
