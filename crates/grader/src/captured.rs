//! What a program writes to a pipe: always drained, so that no program stalls on its own chatter, and kept up to
//! a cap.

use crate::deadline::Deadline;
use std::io::Read;
use std::sync::Arc;
use std::sync::Condvar;
use std::sync::Mutex;
use std::sync::MutexGuard;
use std::sync::PoisonError;

/// The bytes read from one pipe so far. A thread of its own reads until the end of the pipe.
#[derive(Debug, Default)]
pub(crate) struct Captured {
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Debug, Default)]
struct State {
    bytes: Vec<u8>,
    /// How many bytes came after the cap was reached; they are not kept.
    dropped: u64,
    ended: bool,
}

impl Captured {
    /// Reads `pipe` to its end in the background and keeps the first `cap` bytes.
    pub(crate) fn drain(pipe: impl Read + Send + 'static, cap: usize) -> Arc<Captured> {
        Captured::drain_telling(pipe, cap, |_| {})
    }

    /// [`Captured::drain`], and `tell` hears of everything that is read, kept or not, before anybody else does; of an empty
    /// piece at the end.
    pub(crate) fn drain_telling(
        pipe: impl Read + Send + 'static,
        cap: usize,
        tell: impl FnMut(&[u8]) + Send + 'static,
    ) -> Arc<Captured> {
        let captured = Arc::new(Captured::default());
        let shared = Arc::clone(&captured);
        // Not joined: the thread ends with the pipe, which closes when the program's whole tree has ended.
        std::thread::spawn(move || shared.read_all(pipe, cap, tell));
        captured
    }

    /// Everything kept so far.
    pub(crate) fn bytes(&self) -> Vec<u8> {
        self.lock().bytes.clone()
    }

    /// How many bytes were read, kept or not.
    pub(crate) fn length(&self) -> u64 {
        let state = self.lock();
        state.bytes.len() as u64 + state.dropped
    }

    /// Was more written than is kept?
    pub(crate) fn is_cut(&self) -> bool {
        self.lock().dropped > 0
    }

    /// Waits until `enough` says so of what was read and whether the pipe has ended, or the deadline passes.
    /// Answers what `enough` said last.
    pub(crate) fn wait(&self, deadline: Deadline, enough: impl Fn(&[u8], bool) -> bool) -> bool {
        let mut state = self.lock();
        loop {
            // Nothing new will be kept once the cap is reached, so that waiting on is pointless.
            if enough(&state.bytes, state.ended || state.dropped > 0) {
                return true;
            }
            let Some(remaining) = deadline.remaining() else {
                return false;
            };
            let waited = self.changed.wait_timeout(state, remaining);
            state = waited.map_or_else(|error| error.into_inner().0, |(state, _)| state);
        }
    }

    fn read_all(&self, mut pipe: impl Read, cap: usize, mut tell: impl FnMut(&[u8])) {
        let mut chunk = vec![0; 64 * 1024];
        loop {
            let read = match pipe.read(&mut chunk) {
                Err(error) if error.kind() == std::io::ErrorKind::Interrupted => continue,
                Ok(read) if read > 0 => read,
                _ => break,
            };
            tell(&chunk[..read]);
            let mut state = self.lock();
            let kept = read.min(cap - state.bytes.len());
            state.bytes.extend_from_slice(&chunk[..kept]);
            state.dropped += (read - kept) as u64;
            self.changed.notify_all();
        }
        tell(&[]);
        self.lock().ended = true;
        self.changed.notify_all();
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
