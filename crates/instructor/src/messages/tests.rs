//! What an instructor reads, word for word.

use super::*;

#[test]
fn who_forced_a_run_goes_on_without_force() {
    let done = Summary {
        judged: 3,
        left: 8,
        ..Summary::default()
    };
    assert_eq!(
        interruption(&done, false),
        "interrupted: 3 judged, 8 left; the same command goes on from here"
    );
    assert_eq!(
        interruption(&done, true),
        "interrupted: 3 judged, 8 left; without --force the command goes on from here"
    );
}
