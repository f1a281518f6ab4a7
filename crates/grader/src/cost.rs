//! What one round trip costs a program, in processor time: the same for few clients and for many?

use crate::Verdict;
use crate::deadline::Deadline;
use crate::failure::Cause;
use crate::failure::Failure;
use crate::lab::Lab;
use crate::resources::MachineTime;
use crate::running::Running;
use std::time::Duration;
use std::time::Instant;

/// How often each program is measured at least, in turn with the other, and how many round trips a measurement has. What disturbs
/// one measurement, another program or a cold cache, only ever adds to it; so the least of them counts, and they are short enough to
/// fit between two disturbances.
const MEASUREMENTS: u32 = 24;
const ROUNDS: u32 = 20;

/// A machine is crowded where others use more than this part of its processors' time. A program whose caches are never left alone
/// cannot be measured to a fifth.
const CROWDED: f64 = 0.2;

/// A program, and what is done with it over and over.
pub struct Work<'a> {
    pub running: &'a Running,
    pub round: &'a mut dyn FnMut() -> Verdict,
}

impl Lab<'_> {
    /// A round of `work` costs its program at most `percent` of what a round of `baseline` costs its own. `unit` says what a round
    /// is.
    ///
    /// # Errors
    /// `too_much_work`, and those of the rounds; `unavailable` where the system does not tell (only Linux does), and where the result
    /// is close and the machine crowded.
    pub fn costs_at_most(
        &self,
        percent: u32,
        unit: &str,
        mut baseline: Work<'_>,
        mut work: Work<'_>,
    ) -> Verdict {
        self.require_untraced()?;
        let (mut least_baseline, mut least_work) = (Duration::MAX, Duration::MAX);
        let mut measurements = 0;
        // On a crowded machine it takes longer until both have been left alone once. A program that has more to do never comes down.
        let begun = Instant::now();
        let limit = self.wire.answer_time;
        let both = [baseline.running, work.running];
        let (machine, own) = (MachineTime::now(), own_time(both));
        let is_clear = loop {
            least_baseline = least_baseline.min(measure(&mut baseline)?);
            least_work = least_work.min(measure(&mut work)?);
            measurements += 1;
            if measurements < MEASUREMENTS {
                continue;
            }
            // A program that never used any time has it used by somebody else.
            let is_told = least_work < Duration::MAX && least_baseline < Duration::MAX;
            if is_told && least_work.saturating_mul(100) <= least_baseline.saturating_mul(percent) {
                return Ok(());
            }
            let is_clear = least_work > least_baseline.saturating_mul(2);
            let waited = begun.elapsed();
            if waited > limit * 3 || (is_clear && waited > limit) {
                break is_clear;
            }
        };
        if least_work == Duration::MAX || least_baseline == Duration::MAX {
            return Err(Failure::new(
                Cause::TooMuchWork,
                "a program that does its work itself",
                "one that answers without any processor time of its own",
            ));
        }
        let own = own_time(both).saturating_sub(own);
        let others = machine.and_then(|machine| machine.used_by_others(begun.elapsed(), own));
        if !is_clear && others.is_some_and(|others| others > CROWDED) {
            return Err(Failure::unavailable(
                "this machine is too busy to compare what two programs cost",
            ));
        }
        let one = |duration: Duration| duration.as_secs_f64() * 1e6 / f64::from(ROUNDS);
        let ratio = least_work.as_secs_f64() / least_baseline.as_secs_f64();
        let allowed = f64::from(percent) / 100.0;
        let expected = format!("at most {allowed} times the processor time for each {unit}");
        let measured = format!(
            "{:.1} µs against {:.1} µs, {ratio:.2} times as much",
            one(least_work),
            one(least_baseline)
        );
        Err(Failure::new(Cause::TooMuchWork, expected, "more").with_measured(measured))
    }

    /// While something is going on, a conversation takes about as long as it has taken before: at most 20 times as long and a second.
    /// `converse` is done once, then `provoke`, then `converse` again.
    ///
    /// # Errors
    /// `blocked_others`, and those of the two.
    pub fn stays_prompt<T>(
        &self,
        mut converse: impl FnMut() -> Verdict,
        provoke: impl FnOnce() -> Verdict<T>,
    ) -> Verdict<T> {
        let begun = Instant::now();
        converse()?;
        let usual = begun.elapsed();
        let provoked = provoke()?;
        let begun = Instant::now();
        converse()?;
        let now = begun.elapsed();
        if now <= usual * 20 + Duration::from_secs(1) * self.patience {
            return Ok(provoked);
        }
        let (usual, now) = (usual.as_millis(), now.as_millis());
        let expected = "about the time that the same took before";
        Err(
            Failure::new(Cause::BlockedOthers, expected, "much more than that")
                .with_measured(format!("{usual} ms before, {now} ms now")),
        )
    }
}

/// The processor time of both programs, all that they have started, and our own.
fn own_time(programs: [&Running; 2]) -> Duration {
    // We have started both, so that what is below them is below us.
    let own = cell::cpu_time(std::process::id()).unwrap_or_default();
    let programs = programs.into_iter().filter_map(Running::cpu_time);
    programs.fold(own, |sum, time| sum + time)
}

fn measure(work: &mut Work<'_>) -> Verdict<Duration> {
    let unknown = || Failure::unavailable("this system does not tell a program's processor time");
    // What another thread of it still has to do belongs to this measurement or to the one before, and must not be left out of both.
    fall_asleep(work);
    let before = work.running.cpu_time().ok_or_else(unknown)?;
    for _ in 0..ROUNDS {
        (work.round)()?;
    }
    fall_asleep(work);
    let after = work.running.cpu_time().ok_or_else(unknown)?;
    // Nothing costs nothing: it means that a process of the program's has ended meanwhile, and has taken its time with it.
    let used = after.checked_sub(before).filter(|used| !used.is_zero());
    Ok(used.unwrap_or(Duration::MAX))
}

/// Waits until no thread of the program has anything to do. One that is never idle is not waited for.
fn fall_asleep(work: &Work<'_>) {
    const LONGEST: Duration = Duration::from_millis(50);
    work.running.wait_unless_asleep(Deadline::after(LONGEST), 1);
}
