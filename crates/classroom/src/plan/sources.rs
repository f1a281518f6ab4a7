//! The taken files, kept as they were when the plan was made: `DIR/sources/HASH/src/…`.

use super::key;
use crate::store;
use crate::store::Store;
use crate::store::sources_path;
use anyhow::Context;
use anyhow::Result;
use anyhow::bail;
use std::collections::BTreeMap;
use std::io;
use std::path::Component;
use std::path::Path;

/// Keeps some files under their hash. They are not brought to the disk one by one, which would cost more than judging them: whatever a power
/// failure has left of them is found here by its hash, and written again.
pub(super) fn keep(store: &Store, source: &str, files: &BTreeMap<String, Vec<u8>>) -> Result<()> {
    let place = sources_path(store.folder(), source);
    if holds(&place, source) {
        return Ok(());
    }
    let failed = || format!("failed to write {}", place.display());
    store::create_folder(&store.folder().join("sources"))?;
    let beside = store.scratch().join(format!("source-{source}"));
    for (path, bytes) in files {
        let is_inside = Path::new(path)
            .components()
            .all(|part| matches!(part, Component::Normal(_)));
        if !is_inside || !path.starts_with("src/") {
            bail!("{path:?} is no path below src");
        }
        let file = beside.join(path);
        let folder = file.parent().context("a file is in a folder")?;
        std::fs::create_dir_all(folder).with_context(failed)?;
        std::fs::write(&file, bytes).with_context(failed)?;
    }
    if let Err(error) = std::fs::remove_dir_all(&place)
        && error.kind() != io::ErrorKind::NotFound
    {
        return Err(error).with_context(failed);
    }
    std::fs::rename(&beside, &place).with_context(failed)
}

/// Copies the files with this hash from another folder with results, where they are whole there and missing here.
pub(crate) fn copy(store: &Store, from: &Path, source: &str) -> Result<()> {
    if !holds(&sources_path(store.folder(), source), source)
        && let Ok(files) = read(&sources_path(from, source))
        && key::source(&files) == source
    {
        keep(store, source, &files)?;
    }
    Ok(())
}

/// Are the files with this hash there, whole, and no others?
fn holds(place: &Path, source: &str) -> bool {
    read(place).is_ok_and(|files| key::source(&files) == source)
}

fn read(folder: &Path) -> io::Result<BTreeMap<String, Vec<u8>>> {
    let mut files = BTreeMap::new();
    let mut folders = vec![(folder.to_owned(), String::new())];
    while let Some((folder, above)) = folders.pop() {
        for entry in std::fs::read_dir(folder)? {
            let entry = entry?;
            let name = entry.file_name().into_string();
            let name = name.map_err(|_| io::ErrorKind::InvalidData)?;
            let path = format!("{above}{name}");
            let kind = entry.file_type()?;
            if kind.is_dir() {
                folders.push((entry.path(), format!("{path}/")));
            } else if kind.is_file() {
                files.insert(path, std::fs::read(entry.path())?);
            } else {
                return Err(io::ErrorKind::InvalidData.into());
            }
        }
    }
    Ok(files)
}
