//! Random numbers: SplitMix64, which is good enough for cards.

use std::hash::BuildHasher;
use std::hash::RandomState;

/// A generator. The same seed gives the same numbers.
#[derive(Debug, Clone)]
pub(crate) struct Random(u64);

impl Random {
    pub(crate) const fn seeded(seed: u64) -> Random {
        Random(seed)
    }

    /// One that nobody can foresee: the hasher's keys come from the system.
    pub(crate) fn fresh() -> Random {
        Random(RandomState::new().hash_one(0))
    }

    /// Any number less than `limit`, which is not 0.
    pub(crate) fn below(&mut self, limit: usize) -> usize {
        // For so small a limit, the remainder is as good as even.
        (self.number() % limit as u64) as usize
    }

    /// Fisher and Yates.
    pub(crate) fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            items.swap(last, self.below(last + 1));
        }
    }

    fn number(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }
}
