//! Students whose names attack whatever shows them. What they have handed in does not compile, so that nothing needs to run.

use crate::class::Class;
use crate::expected::Row;
use crate::place::Place;
use std::fs;

/// Names of folders; what a file system does not allow comes from the roster.
const NAMES: [&str; 15] = [
    "=cmd()",
    "+1+cmd|' C calc'!A0",
    "@SUM(1+1)",
    "-rf",
    "<img src=x onerror=alert(1)>",
    "<script>alert(1)<script>",
    "line\nbreak\n| a | b |",
    "tab\tname",
    "\x1b]0;owned\x07\x1b[31mred",
    "'; rm -rf ~; '",
    "$(reboot)`reboot`",
    "a,b\"c;d",
    "%2e%2e%2f",
    "\u{202e}eman",
    "[link](javascript:alert(1)) # *bold*",
];

/// Lays them out, and a roster with more of them.
pub(crate) fn rows(class: &Class, place: &Place) -> Vec<Row> {
    let long = "long ".repeat(45);
    let broken = |name: &&str| {
        class.broken_source(name);
        Row::is_not_built(name, &["does not compile"])
    };
    let mut rows: Vec<Row> = NAMES.iter().chain([&long.trim_end()]).map(broken).collect();
    fs::write(place.roster(), roster()).expect("a roster can be written");
    rows.extend(ABSENT.map(Row::is_missing));
    rows
}

/// On the roster only: they have handed in nothing.
const ABSENT: [&str; 5] = [
    "../x",
    "/etc/passwd",
    "..",
    "...",
    "../../verdicts/aaa-good",
];

fn roster() -> String {
    let mut text = "id,name,email\n".to_owned();
    for id in ABSENT {
        text.push_str(&format!(
            "{id},=HYPERLINK(\"\"http://192.0.2.1\"\"),<img src=x onerror=alert(1)>\n"
        ));
    }
    text.push_str("aaa-good,\"Ann, \x1b[31mthe \"\"good\"\"\n<script>alert(1)</script>\",@ann\n");
    text
}
