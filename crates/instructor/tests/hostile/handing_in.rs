//! Submissions that attack whoever takes them in: links, pipes, archives, sizes, numbers, names.

use crate::class::Class;
use crate::class::program;
use crate::class::repository;
use crate::expected::Row;
use crate::place::Place;
use flate2::Compression;
use flate2::write::GzEncoder;
use std::ffi::OsStr;
use std::fs;
use std::fs::File;
use std::io::Write;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::symlink;
use std::path::Path;
use zip::write::SimpleFileOptions;

const GREETER: &str = "src/bin/greeter.rs";
const IN_ARCHIVE: &str = "exercises/lesson2-echo/src/bin/greeter.rs";
/// What a bomb becomes, in bytes.
const BOMB: u64 = 64 << 20;

/// Lays them out, and says what they deserve.
pub(crate) fn rows(class: &Class, place: &Place) -> Vec<Row> {
    let mut rows = sizes(class);
    rows.extend(links(class, place));
    rows.extend(archives(class.folder(), place));
    rows.push(odd_file_names(class));
    rows
}

/// More than anybody needs.
fn sizes(class: &Class) -> Vec<Row> {
    class.write("has-a-source-of-100-megabytes", GREETER, "");
    let path = class.work("has-a-source-of-100-megabytes").join(GREETER);
    let file = File::create(path).expect("a file can be made");
    file.set_len(100 << 20).expect("a file can be made longer");
    class.hostile("has-10000-files", "ignores-sigterm");
    for number in 0..10_000 {
        class.write("has-10000-files", &format!("src/many/file_{number}.rs"), "");
    }
    let deep = format!("src/{}deep.rs", "d/".repeat(200));
    class.hostile("has-200-levels", "ignores-sigterm");
    class.write("has-200-levels", &deep, "");
    class.hostile("is-no-text", "ignores-sigterm");
    class.write("is-no-text", GREETER, b"fn main() {} // \xff\xfe\n");
    vec![
        Row::is_untaken("has-a-source-of-100-megabytes")
            .ignored("greeter.rs", "larger than 256 KiB"),
        Row::passes("has-10000-files").ignored("src/many/", "64 files"),
        Row::passes("has-200-levels").ignored("d/d", "6 levels"),
        Row::is_untaken("is-no-text").ignored("greeter.rs", "not UTF-8"),
    ]
}

/// A greeter that is something else than a file of the student's own.
fn links(class: &Class, place: &Place) -> Vec<Row> {
    let solution = repository().join("solutions/lesson2-echo/src");
    let bin = |id: &str| {
        let folder = class.work(id).join("src/bin");
        fs::create_dir_all(&folder).expect("a folder can be made");
        folder.join("greeter.rs")
    };
    symlink(solution.join("bin/greeter.rs"), bin("is-a-link")).expect("a link can be made");
    fs::create_dir_all(class.work("is-in-a-linked-folder")).expect("a folder can be made");
    symlink(&solution, class.work("is-in-a-linked-folder").join("src"))
        .expect("a link can be made");
    symlink("greeter.rs", bin("is-a-link-to-itself")).expect("a link can be made");
    symlink("/dev/zero", bin("is-a-link-to-a-device")).expect("a link can be made");
    fs::hard_link(place.secret_file(), bin("is-a-hard-link")).expect("a link can be made");
    cell::make_fifo(&bin("is-a-pipe")).expect("a pipe can be made");
    std::os::unix::net::UnixListener::bind(bin("is-a-socket")).expect("a socket can be made");
    fs::create_dir_all(bin("is-a-folder")).expect("a folder can be made");
    vec![
        Row::is_untaken("is-a-link").ignored("greeter.rs", "link"),
        Row::is_untaken("is-in-a-linked-folder"),
        Row::is_untaken("is-a-link-to-itself").ignored("greeter.rs", "link"),
        Row::is_untaken("is-a-link-to-a-device").ignored("greeter.rs", "link"),
        Row::is_untaken("is-a-hard-link").ignored("greeter.rs", "hard link"),
        Row::is_untaken("is-a-pipe").ignored("greeter.rs", "pipe"),
        Row::is_untaken("is-a-socket").ignored("greeter.rs", "socket"),
        Row::is_untaken("is-a-folder"),
    ]
}

/// Archives, of which each is a student.
fn archives(folder: &Path, place: &Place) -> Vec<Row> {
    let good = [
        (IN_ARCHIVE, program("ignores-sigterm")),
        (
            "exercises/lesson2-echo/src/bin/proof/mod.rs",
            program("proof/mod"),
        ),
    ];
    let escaped = place.trap().display().to_string();
    let up = format!("{}{escaped}", "../".repeat(20));
    let leaving = [
        "../../../escaped.rs",
        escaped.as_str(),
        up.as_str(),
        "exercises/lesson2-echo/src/../../../../../escaped.rs",
    ];
    let entries = good.iter().map(|(name, text)| (*name, text.as_bytes()));
    let entries: Vec<(&str, &[u8])> = entries
        .chain(leaving.map(|name| (name, b"escaped".as_slice())))
        .collect();
    write_zip(&folder.join("zip-leaves-its-folder.zip"), &entries);
    write_tar(&folder.join("tar-leaves-its-folder.tar.gz"), &entries);
    let zeroes = vec![0; usize::try_from(BOMB).expect("a size fits")];
    write_zip(&folder.join("zip-bomb.zip"), &[(IN_ARCHIVE, &zeroes)]);
    write_tar(&folder.join("tar-bomb.tar.gz"), &[(IN_ARCHIVE, &zeroes)]);
    fs::write(
        folder.join("zip-is-none.zip"),
        "PK\x03\x04 this is no archive",
    )
    .expect("a file can be written");
    fs::write(
        folder.join("tar-is-none.tar.gz"),
        b"\x1f\x8b\x08 this is no archive",
    )
    .expect("a file can be written");
    write_tar_of_links(&folder.join("tar-of-links.tar.gz"));
    vec![
        Row::passes("zip-leaves-its-folder").ignored("escaped", ""),
        Row::passes("tar-leaves-its-folder").ignored("escaped", ""),
        Row::is_untaken("zip-bomb"),
        Row::is_untaken("tar-bomb"),
        Row::is_untaken("zip-is-none"),
        Row::is_untaken("tar-is-none"),
        Row::is_untaken("tar-of-links").ignored("greeter.rs", "link"),
    ]
}

fn write_zip(path: &Path, entries: &[(&str, &[u8])]) {
    let mut archive = zip::ZipWriter::new(File::create(path).expect("a file can be made"));
    for (name, contents) in entries {
        archive
            .start_file(*name, SimpleFileOptions::default())
            .expect("an entry can be made");
        archive
            .write_all(contents)
            .expect("an entry can be written");
    }
    archive.finish().expect("an archive can be finished");
}

fn write_tar(path: &Path, entries: &[(&str, &[u8])]) {
    let file = File::create(path).expect("a file can be made");
    let mut archive = tar::Builder::new(GzEncoder::new(file, Compression::fast()));
    for (name, contents) in entries {
        archive
            .append(&header(name, contents.len() as u64), *contents)
            .expect("an entry can be written");
    }
    let packed = archive.into_inner().expect("an archive can be finished");
    packed.finish().expect("an archive can be packed");
}

/// A header with a name that the library itself would refuse.
fn header(name: &str, size: u64) -> tar::Header {
    let mut header = tar::Header::new_old();
    let field = &mut header.as_old_mut().name;
    let length = name.len().min(field.len());
    field[..length].copy_from_slice(&name.as_bytes()[name.len() - length..]);
    header.set_size(size);
    header.set_mode(0o644);
    header.set_cksum();
    header
}

/// Links, a device and a pipe in the place of the lesson's programs.
fn write_tar_of_links(path: &Path) {
    use tar::EntryType;
    let file = File::create(path).expect("a file can be made");
    let mut archive = tar::Builder::new(GzEncoder::new(file, Compression::fast()));
    for (program, kind, target) in [
        ("greeter", EntryType::Symlink, "/etc/passwd"),
        ("echo-server", EntryType::Link, "/etc/passwd"),
        ("echo-client", EntryType::Char, "nowhere"),
        ("udp-echo-server", EntryType::Fifo, "nowhere"),
        (
            "unix-echo-server",
            EntryType::Symlink,
            "../../../../../../../../etc/passwd",
        ),
    ] {
        let mut header = header(&format!("exercises/lesson2-echo/src/bin/{program}.rs"), 0);
        header.set_entry_type(kind);
        header
            .set_link_name(target)
            .expect("a link can have this target");
        header.set_cksum();
        archive
            .append(&header, std::io::empty())
            .expect("an entry can be written");
    }
    let packed = archive.into_inner().expect("an archive can be finished");
    packed.finish().expect("an archive can be packed");
}

/// A good greeter beside files whose names command whatever shows them.
fn odd_file_names(class: &Class) -> Row {
    let id = "has-odd-file-names";
    class.hostile(id, "ignores-sigterm");
    let long = format!("{}.rs", "n".repeat(240));
    let names: [&[u8]; 11] = [
        b"=cmd().rs",
        b"<img src=x onerror=alert(1)>.rs",
        b"line\nbreak.rs",
        b"\x1b]0;owned\x07\x1b[31mred.rs",
        b"\xff\xfe.rs",
        b"-rf.rs",
        b"..rs",
        b"a b;$(reboot).rs",
        "\u{202e}sr.reteerg.rs".as_bytes(),
        b"`x`|[a](b).rs",
        long.as_bytes(),
    ];
    for name in names {
        let path = class.work(id).join("src/bin").join(OsStr::from_bytes(name));
        fs::write(path, "fn main() {}\n").expect("a file can be written");
    }
    Row::passes(id)
        .ignored("=cmd().rs", "name")
        .ignored("<img", "name")
        .ignored("break.rs", "name")
        .ignored("nnnn", "name")
}
