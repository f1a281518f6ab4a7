//! One way to name contents.

use sha2::Digest;
use sha2::Sha256;

/// The SHA-256 of these bytes, as 64 hexadecimal digits.
pub(crate) fn hex(bytes: &[u8]) -> String {
    Sha256::digest(bytes)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}
