//! Which checks these are: a verdict of other ones is not taken for one of these.

use anyhow::Context;
use anyhow::Result;
use sha2::Digest;
use sha2::Sha256;
use std::fs;
use std::path::Path;
use std::path::PathBuf;

/// A hash of everything that judges: the crates below `crates/`, without their tests, the lock file, and how many seconds compiling may take.
/// Every machine with the same checkout finds the same one.
///
/// # Errors
/// Where the files of our own workspace cannot be read.
pub(crate) fn checks(root: &Path, compile_seconds: u64) -> Result<String> {
    let mut files = vec![root.join("Cargo.lock"), root.join("Cargo.toml")];
    for entry in sorted(&root.join("crates"))? {
        for part in ["src", "skeleton"] {
            let folder = entry.join(part);
            if folder.is_dir() {
                collect(&folder, &mut files)?;
            }
        }
    }
    let mut hasher = Sha256::new();
    hasher.update(compile_seconds.to_le_bytes());
    for file in files {
        let content =
            fs::read(&file).with_context(|| format!("failed to read {}", file.display()))?;
        let name = file.strip_prefix(root).unwrap_or(&file).to_string_lossy();
        for part in [name.as_bytes(), &content] {
            hasher.update((part.len() as u64).to_le_bytes());
            hasher.update(part);
        }
    }
    let hash = hasher.finalize();
    Ok(hash.iter().map(|byte| format!("{byte:02x}")).collect())
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> Result<()> {
    for path in sorted(folder)? {
        if path.is_dir() {
            collect(&path, files)?;
        } else {
            files.push(path);
        }
    }
    Ok(())
}

fn sorted(folder: &Path) -> Result<Vec<PathBuf>> {
    let said = || format!("failed to list {}", folder.display());
    let entries = fs::read_dir(folder).with_context(said)?;
    let paths: std::io::Result<Vec<PathBuf>> = entries
        .map(|entry| entry.map(|entry| entry.path()))
        .collect();
    let mut paths = paths.with_context(said)?;
    paths.sort();
    Ok(paths)
}
