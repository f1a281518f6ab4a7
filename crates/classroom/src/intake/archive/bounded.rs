//! A reader that gives up: whatever an archive claims, only so much is read of it.

use std::cell::Cell;
use std::io;
use std::io::Read;
use std::io::Seek;
use std::io::SeekFrom;
use std::rc::Rc;

/// Hands on at most so many bytes, and is then an error, where `Read::take` would look like the end of the file.
#[derive(Debug)]
pub(super) struct Bounded<R> {
    inner: R,
    left: Rc<Cell<u64>>,
    problem: &'static str,
}

impl<R> Bounded<R> {
    /// `problem` is the error once more than `most` bytes have been asked for.
    pub(super) fn new(inner: R, most: u64, problem: &'static str) -> Bounded<R> {
        let left = Rc::new(Cell::new(most));
        Bounded {
            inner,
            left,
            problem,
        }
    }

    /// What may still be read, for who has handed the reader on to a library and wants to set another bound.
    pub(super) fn left(&self) -> Rc<Cell<u64>> {
        Rc::clone(&self.left)
    }
}

impl<R: Read> Read for Bounded<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let left = self.left.get();
        if left == 0 && !buffer.is_empty() {
            return Err(io::Error::other(self.problem));
        }
        let most = usize::try_from(left)
            .unwrap_or(usize::MAX)
            .min(buffer.len());
        let count = self.inner.read(&mut buffer[..most])?;
        self.left.set(left - count as u64);
        Ok(count)
    }
}

impl<R: Seek> Seek for Bounded<R> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.inner.seek(to)
    }
}
