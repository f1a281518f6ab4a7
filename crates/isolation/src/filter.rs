//! The system calls that a program may make. All that a program of the course could need are among them; what is denied administers the
//! machine, looks into other processes, makes new namespaces, or is a part of the kernel that strangers often break out through.

use seccompiler::BpfProgram;
use seccompiler::SeccompAction;
use seccompiler::SeccompCmpArgLen;
use seccompiler::SeccompCmpOp;
use seccompiler::SeccompCondition;
use seccompiler::SeccompFilter;
use seccompiler::SeccompRule;
use seccompiler::TargetArch;
use seccompiler::sock_filter;
use std::collections::BTreeMap;

/// Not permitted.
const DENIED: &[libc::c_long] = &[
    // Mounts and roots.
    libc::SYS_mount,
    libc::SYS_umount2,
    libc::SYS_pivot_root,
    libc::SYS_chroot,
    libc::SYS_move_mount,
    libc::SYS_open_tree,
    libc::SYS_fsopen,
    libc::SYS_fsconfig,
    libc::SYS_fsmount,
    libc::SYS_fspick,
    libc::SYS_mount_setattr,
    libc::SYS_swapon,
    libc::SYS_swapoff,
    libc::SYS_quotactl,
    libc::SYS_acct,
    // Namespaces.
    libc::SYS_unshare,
    libc::SYS_setns,
    // Other processes.
    libc::SYS_ptrace,
    libc::SYS_process_vm_readv,
    libc::SYS_process_vm_writev,
    libc::SYS_process_madvise,
    libc::SYS_pidfd_getfd,
    libc::SYS_kcmp,
    // A program is one session and one group: a signal to it holds all of it still, and a kernel that shares the processors out among
    // sessions gives a thousand processes of one program no more than one of another's.
    libc::SYS_setsid,
    libc::SYS_setpgid,
    // Parts of the kernel.
    libc::SYS_bpf,
    libc::SYS_perf_event_open,
    libc::SYS_userfaultfd,
    libc::SYS_keyctl,
    libc::SYS_add_key,
    libc::SYS_request_key,
    libc::SYS_fanotify_init,
    libc::SYS_open_by_handle_at,
    libc::SYS_name_to_handle_at,
    // The machine.
    libc::SYS_kexec_load,
    libc::SYS_init_module,
    libc::SYS_finit_module,
    libc::SYS_delete_module,
    libc::SYS_reboot,
    libc::SYS_settimeofday,
    libc::SYS_clock_settime,
    libc::SYS_clock_adjtime,
    libc::SYS_adjtimex,
    libc::SYS_syslog,
    libc::SYS_sethostname,
    libc::SYS_setdomainname,
    libc::SYS_vhangup,
];

/// As if the kernel were older: programs and libraries then take another way. `clone3` hides its flags from a filter.
const ABSENT: &[libc::c_long] = &[
    libc::SYS_clone3,
    // Memory that belongs to no process, so that nobody could be held to account for it.
    libc::SYS_shmget,
    libc::SYS_msgget,
    libc::SYS_semget,
    libc::SYS_memfd_create,
    libc::SYS_memfd_secret,
    libc::SYS_io_uring_setup,
    libc::SYS_io_uring_enter,
    libc::SYS_io_uring_register,
];

/// What `clone` must not be asked for: namespaces, and a process that is not its maker's child but ours, whom nobody would wait for.
const NOT_CLONED: [libc::c_int; 8] = [
    libc::CLONE_PARENT,
    libc::CLONE_NEWUSER,
    libc::CLONE_NEWNS,
    libc::CLONE_NEWPID,
    libc::CLONE_NEWNET,
    libc::CLONE_NEWIPC,
    libc::CLONE_NEWUTS,
    libc::CLONE_NEWCGROUP,
];

/// Types text into a terminal as if a person did, and the console's own way to do the same.
const TYPING: [u64; 2] = [libc::TIOCSTI, 0x541c];

/// No call of this kernel or of one to come has a larger number; those of x86's third interface (x32) do.
const HIGHEST: u32 = 600;

/// The filters of a program, to be applied in this order.
///
/// # Errors
/// Where a filter cannot be compiled, or this processor is not known.
pub(crate) fn filters() -> Result<Vec<BpfProgram>, String> {
    let target: TargetArch = std::env::consts::ARCH
        .try_into()
        .map_err(|error| format!("no filter for this processor: {error:?}"))?;
    let compile = |rules: Rules, errno: libc::c_int| {
        let denied = SeccompAction::Errno(errno as u32);
        SeccompFilter::new(rules, SeccompAction::Allow, denied, target)
            .and_then(TryInto::try_into)
            .map_err(|error| format!("failed to compile a filter: {error}"))
    };
    Ok(vec![
        unknown(),
        compile(plain(ABSENT), libc::ENOSYS)?,
        compile(sockets()?, libc::EAFNOSUPPORT)?,
        compile(denied()?, libc::EPERM)?,
    ])
}

type Rules = BTreeMap<i64, Vec<SeccompRule>>;

fn plain(calls: &[libc::c_long]) -> Rules {
    calls.iter().map(|call| (*call, Vec::new())).collect()
}

fn denied() -> Result<Rules, String> {
    let mut rules = plain(DENIED);
    let namespaces = NOT_CLONED.iter().map(|flag| {
        let flag = *flag as u64;
        rule(&[condition(0, SeccompCmpOp::MaskedEq(flag), flag)?])
    });
    rules.insert(libc::SYS_clone, namespaces.collect::<Result<_, _>>()?);
    let typing = TYPING
        .iter()
        .map(|request| rule(&[condition(1, SeccompCmpOp::Eq, *request)?]));
    rules.insert(libc::SYS_ioctl, typing.collect::<Result<_, _>>()?);
    // What cannot be dumped has files in /proc that belong to the machine's root. Where an ordinary user grades, the checks could no longer
    // count its descriptors, nor take them away.
    let hiding = condition(0, SeccompCmpOp::Eq, libc::PR_SET_DUMPABLE as u64)?;
    rules.insert(libc::SYS_prctl, vec![rule(&[hiding])?]);
    Ok(rules)
}

/// What is not the internet, nor a path, nor a question about the machine's own addresses: raw packets, other machines' sockets, the
/// kernel's ciphers …
fn sockets() -> Result<Rules, String> {
    let families = [
        libc::AF_UNIX,
        libc::AF_INET,
        libc::AF_INET6,
        libc::AF_NETLINK,
    ];
    let others = families
        .iter()
        .map(|family| condition(0, SeccompCmpOp::Ne, *family as u64))
        .collect::<Result<Vec<_>, _>>()?;
    let netlink = [
        condition(0, SeccompCmpOp::Eq, libc::AF_NETLINK as u64)?,
        condition(2, SeccompCmpOp::Ne, libc::NETLINK_ROUTE as u64)?,
    ];
    let rules = vec![rule(&others)?, rule(&netlink)?];
    Ok(BTreeMap::from([(libc::SYS_socket, rules)]))
}

fn condition(argument: u8, op: SeccompCmpOp, value: u64) -> Result<SeccompCondition, String> {
    SeccompCondition::new(argument, SeccompCmpArgLen::Dword, op, value)
        .map_err(|error| format!("failed to describe a filter: {error}"))
}

fn rule(conditions: &[SeccompCondition]) -> Result<SeccompRule, String> {
    SeccompRule::new(conditions.to_vec())
        .map_err(|error| format!("failed to describe a filter: {error}"))
}

/// Answers "no such call" to every number that no call has.
fn unknown() -> BpfProgram {
    const LOAD_WORD: u16 = (libc::BPF_LD | libc::BPF_W | libc::BPF_ABS) as u16;
    const JUMP_IF_GREATER: u16 = (libc::BPF_JMP | libc::BPF_JGT | libc::BPF_K) as u16;
    const RETURN: u16 = (libc::BPF_RET | libc::BPF_K) as u16;
    let statement = |code, k| sock_filter {
        code,
        jt: 0,
        jf: 0,
        k,
    };
    vec![
        // The number is the first word of what a filter sees.
        statement(LOAD_WORD, 0),
        sock_filter {
            code: JUMP_IF_GREATER,
            jt: 1,
            jf: 0,
            k: HIGHEST,
        },
        statement(RETURN, libc::SECCOMP_RET_ALLOW),
        statement(RETURN, libc::SECCOMP_RET_ERRNO | libc::ENOSYS as u32),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_filter_compiles() {
        let filters = filters().unwrap();
        assert_eq!(filters.len(), 4);
        assert!(filters.iter().all(|filter| filter.len() < 4096));
    }
}
