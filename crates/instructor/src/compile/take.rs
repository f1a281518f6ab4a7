//! What came out of a job is taken out of its cell: regular files of a bounded size, and nothing else.

use anyhow::Context;
use anyhow::Result;
use anyhow::ensure;
use nix::fcntl::OFlag;
use std::fs::File;
use std::fs::OpenOptions;
use std::io::Read;
use std::io::Take;
use std::os::unix::fs::OpenOptionsExt;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::path::PathBuf;

/// Bytes of one executable. Those of the course have 2 MiB.
pub(crate) const LARGEST: u64 = 64 * 1024 * 1024;

/// Copies the executable of `program` from a job's folder `out` into `folder`, and says where it is now. Called when the job's cell has ended.
///
/// Inside: why it cannot be taken, which is the submission's affair: there is none, or something else than a file of at most [`LARGEST`] bytes.
///
/// # Errors
/// Where it cannot be written, which is ours.
pub(crate) fn take(
    out: &Path,
    program: &str,
    folder: &Path,
) -> Result<std::result::Result<PathBuf, String>> {
    let mut source = match open(&out.join(program), LARGEST) {
        Ok(source) => source,
        Err(error) => {
            let what = format!("failed to take what the compiler made of {program}");
            return Ok(Err(format!("{:#}", error.context(what))));
        }
    };
    let to = folder.join(program);
    let mut target = create(&to).with_context(|| format!("failed to create {}", to.display()))?;
    std::io::copy(&mut source, &mut target)
        .with_context(|| format!("failed to write {}", to.display()))?;
    Ok(Ok(to))
}

/// The text of a file that came out of a job's cell.
///
/// # Errors
/// Where it is something else than a file of at most `most` bytes of UTF-8.
pub(super) fn take_text(file: &Path, most: u64) -> Result<String> {
    let mut text = String::new();
    open(file, most)?.read_to_string(&mut text)?;
    Ok(text)
}

/// A regular file of at most `most` bytes, and no more of it if it grows.
fn open(file: &Path, most: u64) -> Result<Take<File>> {
    // A link would lead to a file of ours, a named pipe would make us wait.
    let flags = OFlag::O_NOFOLLOW | OFlag::O_NONBLOCK | OFlag::O_CLOEXEC;
    let source = OpenOptions::new()
        .read(true)
        .custom_flags(flags.bits())
        .open(file)?;
    let metadata = source.metadata()?;
    ensure!(metadata.is_file(), "it is no regular file");
    ensure!(
        metadata.len() <= most,
        "it is larger than {} MiB",
        most >> 20
    );
    Ok(source.take(most))
}

fn create(path: &Path) -> std::io::Result<File> {
    let file = OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o755)
        .open(path)?;
    // Whatever mask we were started with: others than we run it.
    file.set_permissions(PermissionsExt::from_mode(0o755))?;
    Ok(file)
}
