//! How much memory the programs of a cell may use together: a control group, where there is one for us, and in any case somebody who looks.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::Mutex;
use std::sync::MutexGuard;
use std::sync::PoisonError;
use std::time::Duration;

/// How often somebody looks.
const TICK: Duration = Duration::from_millis(50);

/// Looks every 50 ms how much memory all programs of this cell use, and ends the largest where that is too much.
#[derive(Debug)]
pub(crate) struct Watch {
    most: u64,
    /// Each program, and the first process of its namespace, where it has one.
    launched: Mutex<Vec<(u32, Option<u32>)>>,
    ended: Mutex<BTreeMap<u32, String>>,
}

impl Watch {
    pub(crate) fn start(most: u64) -> Arc<Watch> {
        let watch = Arc::new(Watch {
            most,
            launched: Mutex::default(),
            ended: Mutex::default(),
        });
        let weak = Arc::downgrade(&watch);
        // Ends with the last one who has the walls.
        std::thread::spawn(move || {
            while let Some(watch) = weak.upgrade() {
                watch.look();
                drop(watch);
                std::thread::park_timeout(TICK);
            }
        });
        watch
    }

    pub(crate) fn add(&self, pid: u32, keeper: Option<u32>) {
        lock(&self.launched).push((pid, keeper));
    }

    /// Why the program was ended, if it was.
    pub(crate) fn reason(&self, pid: u32) -> Option<String> {
        lock(&self.ended).get(&pid).cloned()
    }

    fn look(&self) {
        let mut launched = lock(&self.launched);
        launched.retain(|(pid, keeper)| is_there(keeper.unwrap_or(*pid)));
        let used = launched
            .iter()
            .map(|(pid, keeper)| (tree(*pid, *keeper), *pid, *keeper));
        let used: Vec<(u64, u32, Option<u32>)> = used.collect();
        let all: u64 = used.iter().map(|(bytes, _, _)| bytes).sum();
        if all <= self.most {
            return;
        }
        let Some((_, pid, keeper)) = used.into_iter().max() else {
            return;
        };
        // Without how much it was, which is chance.
        let most = self.most / 1024 / 1024;
        let reason = format!(
            "it was ended from outside: it used the most memory, and all programs that run at a time have {most} MiB"
        );
        lock(&self.ended).insert(pid, reason);
        match keeper {
            // With the first process of a namespace, everything in it ends.
            Some(keeper) => end(keeper),
            None => cell::kill_tree(pid, ""),
        }
    }
}

fn is_there(pid: u32) -> bool {
    Path::new(&format!("/proc/{pid}")).exists()
}

fn end(pid: u32) {
    let pid = nix::unistd::Pid::from_raw(pid as i32);
    let _ = nix::sys::signal::kill(pid, nix::sys::signal::Signal::SIGKILL);
}

/// The bytes in memory of a program and everything that it has started, as far as that is still below it or in its namespace.
fn tree(pid: u32, keeper: Option<u32>) -> u64 {
    // What has lost its parent belongs to the keeper.
    let adopted = keeper.map_or(Vec::new(), cell::descendants);
    let below = cell::descendants(pid).into_iter().chain(adopted);
    let one = |pid| resident(pid).unwrap_or(0);
    one(pid) + below.map(one).sum::<u64>()
}

/// The bytes that a process has in memory, without those of files, which are the machine's own affair. What it shares with its children is
/// counted for each of them: no program of the course shares memory.
fn resident(pid: u32) -> Option<u64> {
    let text = fs::read_to_string(format!("{}/status", cell::living(pid))).ok()?;
    Some(in_memory(&text))
}

/// From `/proc/PID/status`, which counts in units of 1024 bytes.
fn in_memory(status: &str) -> u64 {
    let numbers = status.lines().filter_map(|line| {
        let number = ["RssAnon:", "RssShmem:"]
            .iter()
            .find_map(|name| line.strip_prefix(name))?;
        number.trim().strip_suffix(" kB")?.parse::<u64>().ok()
    });
    numbers.sum::<u64>() * 1024
}

/// A control group with a limit on memory, version 1 or 2. It is removed when this is dropped, which needs it to be empty.
#[derive(Debug)]
pub struct MemoryGroup {
    folder: PathBuf,
}

impl MemoryGroup {
    /// Makes a group of this name beside or below our own, in which all processes together have `most` bytes.
    ///
    /// # Errors
    /// Why there can be none, in words for the person who has started us.
    pub fn new(name: &str, most: u64) -> Result<MemoryGroup, String> {
        let mounts = fs::read_to_string("/proc/self/mountinfo").unwrap_or_default();
        let own = fs::read_to_string("/proc/self/cgroup").unwrap_or_default();
        let places = places(&mounts, &own);
        let mut reason = "this system has no control groups for memory".to_owned();
        for place in places {
            match place.make(name, most) {
                Ok(folder) => return Ok(MemoryGroup { folder }),
                Err(error) => {
                    reason = format!(
                        "{} cannot be made: {error}",
                        place.folder.join(name).display()
                    );
                }
            }
        }
        Err(reason)
    }

    /// Removes the groups `PREFIX-PID-NUMBER` of processes that were killed before they could: each keeps some of the kernel's memory.
    pub fn forget_killed(prefix: &str) {
        let mounts = fs::read_to_string("/proc/self/mountinfo").unwrap_or_default();
        let own = fs::read_to_string("/proc/self/cgroup").unwrap_or_default();
        for place in places(&mounts, &own) {
            let entries = fs::read_dir(&place.folder).into_iter().flatten().flatten();
            for entry in entries {
                let name = entry.file_name();
                let owner = name.to_str().and_then(|name| owner(name, prefix));
                // Of somebody who lives it may be empty because it is new.
                if owner.is_some_and(|pid| !is_there(pid)) {
                    // Refused where a process is in it.
                    let _ = fs::remove_dir(entry.path());
                }
            }
        }
    }

    /// Puts a process, and what it will start, into the group.
    ///
    /// # Errors
    /// What the system answers.
    pub fn add(&self, pid: u32) -> io::Result<()> {
        fs::write(self.folder.join("cgroup.procs"), pid.to_string())
    }
}

impl Drop for MemoryGroup {
    fn drop(&mut self) {
        // A process that has just ended may still be on its way out.
        for _ in 0..100 {
            match fs::remove_dir(&self.folder) {
                Err(error) if error.raw_os_error() == Some(libc::EBUSY) => {
                    std::thread::park_timeout(Duration::from_millis(2));
                }
                _ => return,
            }
        }
    }
}

/// The process that has made the group `PREFIX-PID-NUMBER`.
fn owner(name: &str, prefix: &str) -> Option<u32> {
    let (pid, number) = name
        .strip_prefix(prefix)?
        .strip_prefix('-')?
        .split_once('-')?;
    number.parse::<u32>().ok()?;
    pid.parse().ok()
}

/// Where a group could be made.
#[derive(Debug, PartialEq, Eq)]
struct Place {
    folder: PathBuf,
    is_v2: bool,
}

impl Place {
    fn make(&self, name: &str, most: u64) -> io::Result<PathBuf> {
        if self.is_v2 {
            // Without this, groups below have no limit on memory. It is refused where processes are in the group itself.
            let control = self.folder.join("cgroup.subtree_control");
            let has = |text: String| text.split_whitespace().any(|word| word == "memory");
            if !fs::read_to_string(&control).is_ok_and(has) {
                fs::write(&control, "+memory")?;
            }
        }
        let folder = self.folder.join(name);
        fs::create_dir(&folder)?;
        let limit = if self.is_v2 {
            "memory.max"
        } else {
            "memory.limit_in_bytes"
        };
        let limited = fs::write(folder.join(limit), most.to_string());
        if let Err(error) = limited {
            let _ = fs::remove_dir(&folder);
            return Err(error);
        }
        // Where there is no swap, or it is not counted, there is nothing to limit.
        let (swap, none) = if self.is_v2 {
            ("memory.swap.max", "0".to_owned())
        } else {
            ("memory.memsw.limit_in_bytes", most.to_string())
        };
        let swap = folder.join(swap);
        if swap.exists() {
            let _ = fs::write(swap, none);
        }
        Ok(folder)
    }
}

/// From `/proc/self/mountinfo` and `/proc/self/cgroup`: below our own group in version 1; beside it, or below it, in version 2.
fn places(mounts: &str, own: &str) -> Vec<Place> {
    let mut places = Vec::new();
    for line in own.lines() {
        let mut parts = line.splitn(3, ':');
        let (Some(_), Some(controllers), Some(path)) = (parts.next(), parts.next(), parts.next())
        else {
            continue;
        };
        let path = path.trim_start_matches('/');
        if controllers.split(',').any(|name| name == "memory") {
            let root = mount_point(mounts, "cgroup", "memory");
            places.extend(root.map(|root| Place {
                folder: root.join(path),
                is_v2: false,
            }));
        } else if controllers.is_empty()
            && let Some(root) = mount_point(mounts, "cgroup2", "")
        {
            let group = root.join(path);
            let beside = group.parent().filter(|parent| parent.starts_with(&root));
            for folder in [beside.map(Path::to_owned), Some(group.clone())]
                .into_iter()
                .flatten()
            {
                places.push(Place {
                    folder,
                    is_v2: true,
                });
            }
        }
    }
    places
}

/// Where a file system of this kind is mounted, one whose options name the controller.
fn mount_point(mounts: &str, kind: &str, controller: &str) -> Option<PathBuf> {
    mounts.lines().find_map(|line| {
        let (place, source) = line.split_once(" - ")?;
        let mut source = source.split(' ');
        let is_kind = source.next() == Some(kind);
        let options = source.nth(1).unwrap_or_default();
        let has = controller.is_empty() || options.split(',').any(|option| option == controller);
        (is_kind && has).then(|| place.split(' ').nth(4).map(PathBuf::from))?
    })
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shared_memory_counts_and_files_do_not() {
        let status = "Name:\tx\nVmRSS:\t   60 kB\nRssAnon:\t   10 kB\nRssFile:\t   30 kB\nRssShmem:\t   20 kB\n";
        assert_eq!(in_memory(status), 30 * 1024);
        assert_eq!(in_memory(""), 0);
    }

    #[test]
    fn both_versions_of_control_groups_are_found() {
        let old = "30 24 0:26 / /sys/fs/cgroup/memory rw,relatime - cgroup cgroup rw,memory\n\
                   31 24 0:27 / /sys/fs/cgroup/unified rw - cgroup2 cgroup2 rw\n";
        assert_eq!(
            places(old, "4:memory:/a/b\n0::/\n"),
            [
                Place {
                    folder: "/sys/fs/cgroup/memory/a/b".into(),
                    is_v2: false
                },
                Place {
                    folder: "/sys/fs/cgroup/unified/".into(),
                    is_v2: true
                },
            ]
        );
        let new = "30 24 0:26 / /sys/fs/cgroup rw,relatime - cgroup2 cgroup2 rw,nsdelegate\n";
        assert_eq!(
            places(new, "0::/user.slice/user-1000.slice/session.scope\n"),
            [
                Place {
                    folder: "/sys/fs/cgroup/user.slice/user-1000.slice".into(),
                    is_v2: true
                },
                Place {
                    folder: "/sys/fs/cgroup/user.slice/user-1000.slice/session.scope".into(),
                    is_v2: true
                },
            ]
        );
        assert_eq!(places("", "0::/\n"), []);
    }

    #[test]
    fn a_group_names_the_process_that_made_it() {
        assert_eq!(owner("loopback-17-0", "loopback"), Some(17));
        for other in [
            "loopback-17",
            "loopback-17-x",
            "loopback--1",
            "loop-17-0",
            "user-17-0",
        ] {
            assert_eq!(owner(other, "loopback"), None, "{other}");
        }
    }

    #[test]
    fn a_group_of_version_2_gets_its_limits() {
        let folder = std::env::temp_dir().join(format!("loopback-group-{}", std::process::id()));
        fs::create_dir(&folder).unwrap();
        fs::write(folder.join("cgroup.subtree_control"), "cpu").unwrap();
        let place = Place {
            folder: folder.clone(),
            is_v2: true,
        };
        let made = place.make("one", 4096).unwrap();
        assert_eq!(fs::read_to_string(made.join("memory.max")).unwrap(), "4096");
        let control = fs::read_to_string(folder.join("cgroup.subtree_control")).unwrap();
        assert_eq!(control, "+memory");
        fs::remove_dir_all(folder).unwrap();
    }
}
