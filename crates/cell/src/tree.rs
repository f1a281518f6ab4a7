//! The end of a whole process tree: the program, what it has started, and what has run away from it.
//!
//! On Linux this process adopts orphans, so that a daemon which left its group and its parent is still found
//! below us, and tells whose it was by the variable [`RUN_VARIABLE`] that it inherited. On other Unix
//! systems only the program's process group is ended; elsewhere only the program itself, by its owner.

/// The environment variable that marks everything a program starts as belonging to one launch.
pub const RUN_VARIABLE: &str = "LOOPBACK_RUN";

/// From now on, a process whose parent has ended becomes a child of this process instead of the system's first
/// process, so that it can be found and ended. Does nothing outside Linux.
pub fn adopt_orphans() {
    #[cfg(target_os = "linux")]
    {
        // Refused by no known kernel; where it were, `kill_tree` still ends what it can see.
        let _ = nix::sys::prctl::set_child_subreaper(true);
    }
}

/// The numbers of all processes below process `pid`, as far as the system tells. Empty outside Linux.
pub fn descendants(pid: u32) -> Vec<u32> {
    #[cfg(target_os = "linux")]
    return linux::descendants(pid);
    #[cfg(not(target_os = "linux"))]
    {
        let _ = pid;
        Vec::new()
    }
}

/// Where the system tells of process `pid` what all its threads share: `/proc/PID`, or, where the first thread has ended before the others,
/// `/proc/PID/task/TID` of one that runs; of a dead thread it would tell nothing. Outside Linux there is no such place.
pub fn living(pid: u32) -> String {
    let process = format!("/proc/{pid}");
    let is_dead = |task: &str| {
        let stat = std::fs::read_to_string(format!("{task}/stat")).unwrap_or_default();
        stat.rsplit_once(") ")
            .is_none_or(|(_, state)| state.starts_with(['Z', 'X']))
    };
    if !is_dead(&process) {
        return process;
    }
    let tasks = std::fs::read_dir(format!("{process}/task"));
    let mut tasks = tasks.into_iter().flatten().flatten();
    let living = tasks.find_map(|task| {
        let task = task.path().to_string_lossy().into_owned();
        (!is_dead(&task)).then_some(task)
    });
    living.unwrap_or(process)
}

/// Forgets how much memory process `pid` has had at most: from now on it is what it has. Does nothing where the system cannot.
pub fn reset_peak_memory(pid: u32) {
    // From proc(5): 5 resets the peak, and nothing else.
    let _ = std::fs::write(format!("{}/clear_refs", living(pid)), "5");
}

/// Ends process `pid`, its process group, its descendants and its runaways (those marked with `run`), by SIGKILL.
///
/// The caller still owns the process itself, has not reaped it yet, and does so afterwards. Gives up after 5 s against a program that
/// forks faster than it is ended.
pub fn kill_tree(pid: u32, run: &str) {
    #[cfg(target_os = "linux")]
    linux::kill_tree(pid, run);
    #[cfg(all(unix, not(target_os = "linux")))]
    {
        let _ = run;
        let group = nix::unistd::Pid::from_raw(pid as i32);
        let _ = nix::sys::signal::killpg(group, nix::sys::signal::Signal::SIGKILL);
    }
    #[cfg(not(unix))]
    let _ = (pid, run);
}

/// What is seen of a child without taking it off the system's table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Peeked {
    Runs,
    Ended(std::process::ExitStatus),
    /// The system does not tell without taking it off (only Linux does), or it is no child of ours.
    Unknown,
}

/// Has the child `pid` ended? It stays in the system's table, so that its number is not given to another process.
pub fn peek_end(pid: u32) -> Peeked {
    #[cfg(target_os = "linux")]
    return linux::peek_end(pid);
    #[cfg(not(target_os = "linux"))]
    {
        let _ = pid;
        Peeked::Unknown
    }
}

/// Takes the adopted orphans that have ended off the system's table, where they would add up. Only while no program runs that was
/// launched from the first thread: its owner waits for that one.
pub fn reap_orphans() {
    #[cfg(target_os = "linux")]
    linux::reap_orphans();
}

/// Ends every process below this one: the last sweep of a worker that is about to end itself.
pub fn kill_descendants() {
    kill_descendants_except(&[]);
}

/// The same, but for these children and all that is below them.
pub fn kill_descendants_except(kept: &[u32]) {
    #[cfg(target_os = "linux")]
    linux::kill_for_good(|| {
        let mut doomed = linux::descendants(std::process::id());
        for child in kept {
            let below = linux::descendants(*child);
            doomed.retain(|pid| pid != child && !below.contains(pid));
        }
        doomed
    });
    #[cfg(not(target_os = "linux"))]
    let _ = kept;
}

#[cfg(target_os = "linux")]
mod linux {
    use super::Peeked;
    use super::RUN_VARIABLE;
    use nix::sys::signal::Signal;
    use nix::sys::wait::WaitPidFlag;
    use nix::sys::wait::WaitStatus;
    use nix::unistd::Pid;
    use std::collections::BTreeMap;
    use std::fs;
    use std::os::unix::process::ExitStatusExt;
    use std::process::ExitStatus;
    use std::time::Duration;
    use std::time::Instant;

    /// How long to go after a tree that will not end: longer than any process needs to die on a crowded machine.
    const MOST: Duration = Duration::from_secs(5);

    pub(super) fn descendants(pid: u32) -> Vec<u32> {
        let mut found = children(pid);
        let mut next = 0;
        while let Some(&child) = found.get(next) {
            let grandchildren = children(child);
            found.extend(grandchildren.into_iter().filter(|pid| *pid != child));
            next += 1;
        }
        found
    }

    pub(super) fn kill_tree(pid: u32, run: &str) {
        kill_one(pid, true);
        kill_until_gone(|| {
            let mut doomed = descendants(pid);
            for orphan in adopted() {
                if orphan != pid && is_marked(orphan, run) {
                    doomed.push(orphan);
                    doomed.extend(descendants(orphan));
                }
            }
            doomed.push(pid);
            doomed
        });
    }

    /// Ends what `find` finds, and looks again afterwards: the list of a process's threads breaks off where one of them ends
    /// meanwhile, as many do just then, and with them their children are missed.
    pub(super) fn kill_for_good(find: impl Fn() -> Vec<u32>) {
        const LOOKS: u32 = 3;
        let start = Instant::now();
        let mut looks = 1;
        while looks > 0 {
            looks -= 1;
            if kill_until_gone(&find) && start.elapsed() < MOST {
                looks = LOOKS;
            }
            if looks > 0 {
                std::thread::park_timeout(Duration::from_millis(1));
            }
        }
    }

    /// Was there anything to end?
    fn kill_until_gone(find: impl Fn() -> Vec<u32>) -> bool {
        let start = Instant::now();
        let mut pause = Duration::from_micros(20);
        let mut found = false;
        // What was found once is waited for, with the moment of its birth, though it be found no more: an ending process first loses
        // its environment, by which it was known as one of these.
        let mut ending: BTreeMap<u32, String> = BTreeMap::new();
        loop {
            for pid in find() {
                if let Some(birth) = birth_of_living(pid) {
                    found = true;
                    ending.insert(pid, birth);
                    kill_one(pid, false);
                }
            }
            ending.retain(|pid, birth| birth_of_living(*pid).as_ref() == Some(birth));
            if ending.is_empty() || start.elapsed() > MOST {
                return found;
            }
            // A signal is delivered when its victim next runs.
            std::thread::park_timeout(pause);
            pause = (pause * 2).min(Duration::from_millis(2));
        }
    }

    /// Takes the orphans that have ended off the system's table.
    pub(super) fn reap_orphans() {
        for orphan in adopted() {
            if !is_alive(orphan) {
                let orphan = Pid::from_raw(orphan as i32);
                let _ = nix::sys::wait::waitpid(orphan, Some(WaitPidFlag::WNOHANG));
            }
        }
    }

    pub(super) fn peek_end(pid: u32) -> Peeked {
        let flags = WaitPidFlag::WEXITED | WaitPidFlag::WNOHANG | WaitPidFlag::WNOWAIT;
        // The numbers of wait(2): a status in the upper byte, or a signal in the lower one.
        match nix::sys::wait::waitid(nix::sys::wait::Id::Pid(Pid::from_raw(pid as i32)), flags) {
            Ok(WaitStatus::Exited(_, status)) => {
                Peeked::Ended(ExitStatus::from_raw((status & 0xff) << 8))
            }
            Ok(WaitStatus::Signaled(_, signal, dumped)) => Peeked::Ended(ExitStatus::from_raw(
                signal as i32 | if dumped { 0x80 } else { 0 },
            )),
            Ok(_) => Peeked::Runs,
            Err(_) => Peeked::Unknown,
        }
    }

    fn kill_one(pid: u32, whole_group: bool) {
        let pid = Pid::from_raw(pid as i32);
        // A process that has just ended is no error: that is what we are after.
        if whole_group {
            let _ = nix::sys::signal::killpg(pid, Signal::SIGKILL);
        }
        let _ = nix::sys::signal::kill(pid, Signal::SIGKILL);
    }

    /// Orphans are adopted by the first thread, whose children are only these and what it launched itself.
    fn adopted() -> Vec<u32> {
        let own = std::process::id();
        read_numbers(&format!("/proc/{own}/task/{own}/children"))
    }

    fn is_marked(pid: u32, run: &str) -> bool {
        let mark = format!("{RUN_VARIABLE}={run}");
        fs::read(format!("/proc/{pid}/environ")).is_ok_and(|environment| {
            environment
                .split(|byte| *byte == 0)
                .any(|entry| entry == mark.as_bytes())
        })
    }

    fn is_alive(pid: u32) -> bool {
        birth_of_living(pid).is_some()
    }

    /// When a process was started, in ticks since the machine was; `None` where it has ended. A number may be given to another process
    /// later, which then has another birth.
    fn birth_of_living(pid: u32) -> Option<String> {
        /// Behind the name: the state is the first field, the start the twentieth.
        const START: usize = 19;
        let stat = fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
        let (_, rest) = stat.rsplit_once(") ")?;
        let mut fields = rest.split(' ');
        let start = fields.clone().nth(START)?.to_owned();
        (!matches!(fields.next(), None | Some("Z" | "X"))).then_some(start)
    }

    fn children(pid: u32) -> Vec<u32> {
        let Ok(threads) = fs::read_dir(format!("/proc/{pid}/task")) else {
            return Vec::new();
        };
        threads
            .flatten()
            .flat_map(|thread| read_numbers(&thread.path().join("children").to_string_lossy()))
            .collect()
    }

    fn read_numbers(path: &str) -> Vec<u32> {
        let text = fs::read_to_string(path).unwrap_or_default();
        text.split_whitespace()
            .filter_map(|number| number.parse().ok())
            .collect()
    }
}
