//! Attempts to command whatever shows its words: a terminal, a spreadsheet, a page, an XML file. Expected: the words arrive nowhere as
//! they are.

mod proof;

use std::io::Write;

const WORDS: &[u8] = b"\x1b]0;owned\x07\x1b[2J\x1b[31mred\x00\xff\xfe\xc3(]]><script>alert(1)</script>\r=cmd()|' /C calc'!A0\x9b31m\
    \xe2\x80\xae<img src=x onerror=alert(1)>[link](javascript:alert(1))```\n";

fn main() {
    proof::in_a_cell();
    let _ = std::io::stdout().write_all(WORDS);
    let _ = std::io::stdout().flush();
    let _ = std::io::stderr().write_all(WORDS);
    let _ = std::io::stderr().write_all(b"```\n# Full marks\n| a | b |\n=cmd()\n]]>\n");
    proof::tried();
}
