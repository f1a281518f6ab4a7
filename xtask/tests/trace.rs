//! `check --trace`: the three files of a conversation, read again.

use assert_cmd::Command;
use assert_cmd::assert::Assert;
use predicates::prelude::PredicateBooleanExt;
use predicates::str::contains;
use predicates::str::is_empty;
use std::fs;
use std::io::Write;
use std::path::PathBuf;

const FIN: u8 = 0x01;
const SYN: u8 = 0x02;
const PSH: u8 = 0x08;
const ACK: u8 = 0x10;

fn check(arguments: &[&str], status: i32) -> Assert {
    Command::new(env!("CARGO_BIN_EXE_xtask"))
        .arg("check")
        .args(arguments)
        .env_remove("CARGO_TARGET_DIR")
        .assert()
        .code(status)
}

/// A folder of one test's own, removed at its end.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Folder {
        let path = std::env::temp_dir().join(format!("xtask-trace-{name}-{}", std::process::id()));
        fs::create_dir_all(&path).expect("a folder can be made");
        Folder(path)
    }

    fn path(&self) -> &str {
        self.0.to_str().expect("the path is text")
    }

    fn read(&self, file: &str) -> Vec<u8> {
        fs::read(self.0.join(file)).unwrap_or_else(|error| panic!("{file}: {error}"))
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

#[test]
fn a_conversation_is_told_in_three_files_that_agree() {
    let folder = Folder::new("greeter");
    let arguments = ["lesson2", "greeter", "--solution", "--trace", folder.path()];
    check(&arguments, 0).stderr(contains(" conversations to ").and(contains("each as .json")));
    let json: serde_json::Value =
        serde_json::from_slice(&folder.read("lesson2-echo/greets-a-client-by-its-address.json"))
            .expect("one document");
    let expected = [
        ("schema", "loopback/trace/1"),
        ("lesson", "lesson2-echo"),
        ("check", "greets-a-client-by-its-address"),
        ("program", "greeter"),
        ("outcome", "passed"),
    ];
    for (key, value) in expected {
        assert_eq!(json[key], value);
    }
    let said: String = json["events"]
        .as_array()
        .expect("a list of events")
        .iter()
        .filter(|event| event["event"] == "data" && event["from"] == "program")
        .map(|event| event["bytes"].as_str().expect("a text"))
        .collect();
    assert!(said.starts_with("Hello"), "{json}");

    let packets = packets(&folder.read("lesson2-echo/greets-a-client-by-its-address.pcapng"));
    let flags: Vec<u8> = packets.iter().map(|packet| packet[33]).collect();
    let beginning = [SYN, SYN | ACK, ACK, PSH | ACK, ACK];
    assert_eq!(flags[..5], beginning, "{flags:?}");
    let ends = flags.iter().filter(|flags| **flags == FIN | ACK).count();
    assert_eq!(ends, 2, "both sides close: {flags:?}");
    let carried: Vec<u8> = packets
        .iter()
        .flat_map(|packet| packet[40..].to_vec())
        .collect();
    assert_eq!(carried.escape_ascii().to_string(), said);

    let svg = String::from_utf8(folder.read("lesson2-echo/greets-a-client-by-its-address.svg"))
        .expect("text");
    assert!(
        svg.starts_with("<svg ") && svg.ends_with("</svg>\n"),
        "{svg}"
    );
    assert!(
        svg.contains("connect 127.0.0.1:") && svg.contains("Hello"),
        "{svg}"
    );
    tshark_has_no_complaint(&folder);
}

#[test]
fn a_failure_stands_in_its_files_and_other_files_are_left_alone() {
    let folder = Folder::new("failure");
    fs::create_dir_all(folder.0.join("lesson2-echo")).expect("a folder can be made");
    fs::write(folder.0.join("lesson2-echo/notes.txt"), "mine").expect("a file can be written");
    let traced = [
        "greets-a-client-by-its-address",
        "--program",
        "greeter=false",
        "--trace",
        folder.path(),
    ];
    let arguments = [&["lesson2"], &traced[..], &["--seed", "3"]].concat();
    let plain = [&["lesson2"], &traced[..3], &["--seed", "3"]].concat();
    let told = check(&arguments, 1).stderr(contains("wrote 1 conversation to "));
    // What the command itself says does not change, but for the number of the process.
    let said = |assert: &Assert| {
        let text = String::from_utf8_lossy(&assert.get_output().stdout).into_owned();
        let lines = text.lines().filter(|line| !line.contains("(pid "));
        lines.map(str::to_owned).collect::<Vec<String>>()
    };
    assert_eq!(said(&told), said(&check(&plain, 1)));
    let json = folder.read("lesson2-echo/greets-a-client-by-its-address.json");
    let json: serde_json::Value = serde_json::from_slice(&json).expect("one document");
    assert_eq!(
        (&json["outcome"], &json["seed"]),
        (&"failed".into(), &3.into())
    );
    assert_eq!(json["failure"]["cause"], "exited");
    let svg = String::from_utf8(folder.read("lesson2-echo/greets-a-client-by-its-address.svg"))
        .expect("text");
    assert!(svg.contains("it has ended: exit status 1"), "{svg}");
    assert_eq!(
        packets(&folder.read("lesson2-echo/greets-a-client-by-its-address.pcapng")),
        Vec::<Vec<u8>>::new()
    );
    assert_eq!(folder.read("lesson2-echo/notes.txt"), b"mine");
}

#[test]
fn a_report_in_json_holds_no_trace() {
    let folder = Folder::new("report");
    let arguments = [
        "lesson2",
        "greets-a-client-by-its-address",
        "--solution",
        "--json",
        "--trace",
        folder.path(),
    ];
    let told = check(&arguments, 0);
    let report: serde_json::Value =
        serde_json::from_slice(&told.get_output().stdout).expect("stdout is one JSON document");
    assert_eq!(report["schema"], "loopback/report/1");
    assert!(
        report["lessons"][0]["checks"][0].get("trace").is_none(),
        "{report}"
    );
    folder.read("lesson2-echo/greets-a-client-by-its-address.pcapng");
}

#[test]
fn a_folder_that_cannot_be_written_is_said_before_anything_is_built() {
    let folder = Folder::new("file");
    let file = folder.0.join("a-file");
    fs::write(&file, "").expect("a file can be written");
    let inside = file.join("traces");
    let arguments = [
        "lesson2",
        "--solution",
        "--trace",
        inside.to_str().expect("text"),
    ];
    check(&arguments, 2).stdout(is_empty()).stderr(
        contains("failed to write")
            .and(contains("--trace"))
            .and(contains("Compiling").not()),
    );
}

/// The packets of a capture, in their order. Every block must say the same length at both ends.
fn packets(capture: &[u8]) -> Vec<Vec<u8>> {
    const ENHANCED_PACKET: usize = 6;
    let number =
        |at: usize| u32::from_le_bytes(capture[at..at + 4].try_into().expect("4 bytes")) as usize;
    assert_eq!(number(0), 0x0a0d_0d0a, "a section header comes first");
    assert_eq!(number(8), 0x1a2b_3c4d, "and says the order of bytes");
    let mut packets = Vec::new();
    let mut at = 0;
    while at < capture.len() {
        let length = number(at + 4);
        assert_eq!(number(at + length - 4), length, "at byte {at}");
        if number(at) == ENHANCED_PACKET {
            let kept = number(at + 20);
            packets.push(capture[at + 28..at + 28 + kept].to_vec());
        }
        at += length;
    }
    packets
}

/// Reads every capture of a folder with tshark, which knows better than we do what is wrong with a packet.
fn tshark_has_no_complaint(folder: &Folder) {
    let files = fs::read_dir(folder.0.join("lesson2-echo")).expect("a folder can be read");
    let files = files.map(|entry| entry.expect("an entry can be read").path());
    let captures: Vec<PathBuf> = files
        .filter(|file| file.extension().is_some_and(|end| end == "pcapng"))
        .collect();
    assert!(captures.len() >= 5, "{captures:?}");
    for capture in captures {
        let mut tshark = std::process::Command::new("tshark");
        tshark.arg("-r").arg(&capture);
        for protocol in ["ip", "tcp", "udp"] {
            tshark.args(["-o", &format!("{protocol}.check_checksum:TRUE")]);
        }
        let complaints =
            "tcp.analysis.flags or tcp.checksum.status == 0 or ip.checksum.status == 0";
        let listed = tshark.args(["-Y", complaints]).output();
        let Ok(listed) = listed else {
            // Not through a macro, whose words the test runner would keep to itself.
            let words = "left out: tshark is not installed, so nobody else has read the captures";
            writeln!(std::io::stderr(), "{words}").expect("stderr is open");
            return;
        };
        let complaints = String::from_utf8_lossy(&listed.stdout);
        assert!(
            listed.status.success(),
            "{}",
            String::from_utf8_lossy(&listed.stderr)
        );
        assert!(complaints.is_empty(), "{}: {complaints}", capture.display());
    }
}
