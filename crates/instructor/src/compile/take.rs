//! What came out of a job is taken out of its cell: regular files of a bounded size, and nothing else.

use anyhow::Context;
use anyhow::Result;
use anyhow::ensure;
use nix::fcntl::OFlag;
use std::fs::File;
use std::fs::OpenOptions;
use std::io::Read;
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;
use std::path::PathBuf;

/// Bytes of one executable. Those of the course have 2 MiB.
pub(crate) const LARGEST: u64 = 64 * 1024 * 1024;

/// Copies the executable of `program` from a job's folder `out` into `folder`, and says where it is now. Called when the job's cell has ended.
///
/// # Errors
/// Where there is none, or something else than a file of at most [`LARGEST`] bytes.
pub(crate) fn take(out: &Path, program: &str, folder: &Path) -> Result<PathBuf> {
    let from = out.join(program);
    // A link would lead to a file of ours, a named pipe would make us wait.
    let source = OpenOptions::new()
        .read(true)
        .custom_flags((OFlag::O_NOFOLLOW | OFlag::O_NONBLOCK | OFlag::O_CLOEXEC).bits())
        .open(&from)
        .with_context(|| format!("failed to open what the compiler made of {program}"))?;
    let metadata = source.metadata().context("failed to look at it")?;
    ensure!(
        metadata.is_file(),
        "what the compiler made of {program} is no regular file"
    );
    ensure!(
        metadata.len() <= LARGEST,
        "what the compiler made of {program} is larger than {} MiB",
        LARGEST >> 20
    );
    let to = folder.join(program);
    let mut target = create(&to).with_context(|| format!("failed to create {}", to.display()))?;
    // It may not grow beyond that while it is read, either.
    let mut source = source.take(LARGEST);
    std::io::copy(&mut source, &mut target)
        .with_context(|| format!("failed to write {}", to.display()))?;
    Ok(to)
}

fn create(path: &Path) -> std::io::Result<File> {
    let file = OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o755)
        .open(path)?;
    // Whatever mask we were started with: others than we run it.
    file.set_permissions(std::os::unix::fs::PermissionsExt::from_mode(0o755))?;
    Ok(file)
}
