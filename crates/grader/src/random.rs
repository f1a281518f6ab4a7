//! Numbers that look random and come back with the same seed: what `--seed` makes repeatable.

/// A small generator (splitmix64): fast, and good enough to make texts nobody could have hard-coded.
#[derive(Debug, Clone)]
pub struct Random(u64);

impl Random {
    /// The generator that always gives the same numbers for the same seed.
    pub fn new(seed: u64) -> Random {
        Random(seed)
    }

    /// The next number, any of the 2^64.
    pub fn number(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A word of `length` lower-case letters.
    pub fn word(&mut self, length: usize) -> String {
        (0..length)
            .map(|_| char::from(b'a' + (self.number() % 26) as u8))
            .collect()
    }

    /// `length` bytes of any value in which each block of 512 tells its own place, so that a lost, doubled or
    /// exchanged part shows where it happened.
    pub fn data(&mut self, length: usize) -> Vec<u8> {
        const BLOCK: usize = 512;
        let noise: Vec<u8> = (0..BLOCK / 8)
            .flat_map(|_| self.number().to_le_bytes())
            .collect();
        let mut data = Vec::with_capacity(length + BLOCK);
        while data.len() < length {
            let place = data.len() as u64;
            data.extend_from_slice(&noise[8..]);
            data.extend_from_slice(&place.to_be_bytes());
        }
        data.truncate(length);
        data
    }
}
