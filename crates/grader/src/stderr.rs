//! A program's stderr, line by line as it comes, for the transcript.

use crate::transcript::Transcript;
use std::sync::Arc;

/// Of a longer line, the beginning is kept.
const LONGEST: usize = 4096;

/// What a listener of [`crate::captured::Captured`] does with the pieces of stderr: each line goes into the transcript when its end is
/// seen, and what has no end, at the end of all.
pub(crate) fn note_lines(transcript: Arc<Transcript>) -> impl FnMut(&[u8]) + Send + 'static {
    let mut line = Vec::new();
    move |piece| {
        for part in piece.split_inclusive(|byte| *byte == b'\n') {
            let room = LONGEST.saturating_sub(line.len()).min(part.len());
            line.extend_from_slice(&part[..room]);
            if part.ends_with(b"\n") {
                note(&transcript, &mut line);
            }
        }
        if piece.is_empty() {
            note(&transcript, &mut line);
        }
    }
}

fn note(transcript: &Transcript, line: &mut Vec<u8>) {
    let text = line.trim_ascii_end();
    if !text.is_empty() {
        transcript.stderr_line(text);
    }
    line.clear();
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(pieces: &[&[u8]], expected: &[&str]) {
        let transcript = Arc::new(Transcript::new(false));
        let mut hear = note_lines(Arc::clone(&transcript));
        for piece in pieces {
            hear(piece);
        }
        let lines: Vec<String> = transcript
            .events()
            .into_iter()
            .map(|event| event.bytes)
            .collect();
        assert_eq!(lines, expected, "{pieces:?}");
    }

    #[test]
    fn lines_are_noted_when_their_end_comes() {
        check(&[b"one\ntwo\r\n"], &["one", "two"]);
        check(&[b"on", b"e", b"\n\n", b"two"], &["one"]);
        check(&[b"on", b"e\n  two", b""], &["one", "  two"]);
        check(&[b"", b""], &[]);
    }
}
