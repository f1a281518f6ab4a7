//! Which part of a class one of several machines judges.

use crate::store;
use anyhow::Context;
use anyhow::Result;
use anyhow::bail;
use std::fmt;
use std::path::Path;

/// Says of a folder which part it holds.
const FILE: &str = "partition";

/// One part of a class that is divided into equal parts by hashes, so that every machine finds its own without asking another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Partition {
    /// Counted from 1.
    number: u32,
    count: u32,
}

impl Partition {
    /// Part `number` of `count`, counted from 1.
    ///
    /// # Errors
    /// Where there is no such part.
    pub fn new(number: u32, count: u32) -> Result<Partition> {
        if number == 0 || number > count {
            bail!(
                "there is no part {number} of {count}; parts are counted from 1: the last one is {count}/{count}"
            );
        }
        Ok(Partition { number, count })
    }

    /// Reads `3/10`; `auto/10` where the number comes from the batch system, `auto` where both do. `variable` looks up a variable of the
    /// environment. Slurm's job arrays tell both, Kubernetes' indexed jobs tell the number only.
    ///
    /// # Errors
    /// Where the text is something else, or the batch system's variables are missing or do not fit.
    pub fn parse(text: &str, variable: &dyn Fn(&str) -> Option<String>) -> Result<Partition> {
        let usage = || {
            format!(
                "{text:?} is no partition; write K/N (3/10 is the third of ten), auto, or auto/N"
            )
        };
        if text == "auto" {
            return from_environment(None, variable);
        }
        let (number, count) = text.split_once('/').with_context(usage)?;
        let count: u32 = count.parse().with_context(usage)?;
        if number == "auto" {
            return from_environment(Some(count), variable);
        }
        Partition::new(number.parse().with_context(usage)?, count)
    }

    /// The part of a class that a folder with results holds; `None` where it is a whole one, or nobody can tell.
    pub fn of_folder(folder: &Path) -> Option<Partition> {
        let text = std::fs::read_to_string(folder.join(FILE)).ok()?;
        Partition::parse(text.trim(), &|_| None).ok()
    }

    /// Leaves beside the plan which part a folder holds, or that it is a whole one.
    pub(crate) fn note(folder: &Path, partition: Option<Partition>) -> Result<()> {
        let path = folder.join(FILE);
        match partition {
            Some(partition) => store::write_durably(&path, format!("{partition}\n").as_bytes()),
            None => {
                let _ = std::fs::remove_file(&path);
                Ok(())
            }
        }
    }

    /// Does the unit with this key belong to it? Every key belongs to exactly one part.
    pub fn has(&self, key: &str) -> bool {
        self.number == Partition::of(key, self.count)
    }

    /// The number of the part, of `count`, that a key belongs to.
    pub(crate) fn of(key: &str, count: u32) -> u32 {
        // A key is a hash itself: any of its digits are as good as a new one. A text of somebody else's belongs to the first part.
        let digits = key.get(..15).unwrap_or_default();
        let number = u64::from_str_radix(digits, 16).unwrap_or_default();
        (number % u64::from(count.max(1))) as u32 + 1
    }
}

impl fmt::Display for Partition {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}/{}", self.number, self.count)
    }
}

fn from_environment(
    count: Option<u32>,
    variable: &dyn Fn(&str) -> Option<String>,
) -> Result<Partition> {
    let number = |name: &str| -> Result<Option<u32>> {
        let Some(text) = variable(name) else {
            return Ok(None);
        };
        let number = text.trim().parse();
        Ok(Some(number.with_context(|| {
            format!("{name} is {text:?}, which is no number")
        })?))
    };
    if let Some(id) = number("SLURM_ARRAY_TASK_ID")? {
        let first = number("SLURM_ARRAY_TASK_MIN")?.unwrap_or(1);
        let step = number("SLURM_ARRAY_TASK_STEP")?.unwrap_or(1).max(1);
        let tasks = number("SLURM_ARRAY_TASK_COUNT")?
            .or(count)
            .context("SLURM_ARRAY_TASK_COUNT is not set; write --partition auto/N")?;
        let count = count.unwrap_or(tasks);
        let place = id.wrapping_sub(first);
        // `--array=1,3,7` has no step: its tasks cannot tell which place they have.
        if id < first || place % step != 0 || place / step >= count || tasks != count {
            bail!(
                "the job array's tasks are not {count} in a row (this one is {id}, the first is {first}); use --array=1-{count}"
            );
        }
        return Partition::new(place / step + 1, count);
    }
    if let Some(index) = number("JOB_COMPLETION_INDEX")? {
        let count = count.context(
            "an indexed job does not tell how many completions it has; write --partition auto/N with that number",
        )?;
        return Partition::new(index.saturating_add(1), count);
    }
    bail!("neither SLURM_ARRAY_TASK_ID nor JOB_COMPLETION_INDEX is set; write --partition K/N")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, variables: &[(&str, &str)], expected: Result<&str, &str>) {
        let variable = |name: &str| {
            let found = variables.iter().find(|(one, _)| *one == name);
            found.map(|(_, value)| (*value).to_owned())
        };
        let got = Partition::parse(text, &variable)
            .map(|partition| partition.to_string())
            .map_err(|error| error.to_string());
        match expected {
            Ok(expected) => assert_eq!(got.as_deref(), Ok(expected)),
            Err(part) => assert!(
                got.as_ref().is_err_and(|text| text.contains(part)),
                "{got:?}"
            ),
        }
    }

    #[test]
    fn a_partition_is_read_from_words_or_from_the_batch_system() {
        check("3/10", &[], Ok("3/10"));
        check("1/1", &[], Ok("1/1"));
        for wrong in ["0/3", "4/3", "1/0"] {
            check(wrong, &[], Err("there is no part"));
        }
        for wrong in [
            "",
            "3",
            "/",
            "a/b",
            "-1/3",
            "3/10/2",
            "auto/",
            "99999999999/2",
        ] {
            check(wrong, &[], Err("is no partition"));
        }
        let slurm = |id, first, count, step| {
            vec![
                ("SLURM_ARRAY_TASK_ID", id),
                ("SLURM_ARRAY_TASK_MIN", first),
                ("SLURM_ARRAY_TASK_COUNT", count),
                ("SLURM_ARRAY_TASK_STEP", step),
            ]
        };
        check("auto", &slurm("3", "1", "10", "1"), Ok("3/10"));
        check("auto", &slurm("0", "0", "10", "1"), Ok("1/10"));
        check("auto", &slurm("9", "0", "10", "1"), Ok("10/10"));
        check("auto", &slurm("7", "1", "4", "2"), Ok("4/4"));
        check("auto/4", &slurm("7", "1", "4", "2"), Ok("4/4"));
        check("auto/5", &slurm("3", "1", "4", "1"), Err("not 5 in a row"));
        check("auto", &slurm("7", "1", "3", "1"), Err("not 3 in a row"));
        check("auto", &slurm("x", "1", "3", "1"), Err("no number"));
        check(
            "auto",
            &[("SLURM_ARRAY_TASK_ID", "1")],
            Err("TASK_COUNT is not set"),
        );
        check("auto/3", &[("JOB_COMPLETION_INDEX", "0")], Ok("1/3"));
        check(
            "auto/3",
            &[("JOB_COMPLETION_INDEX", "3")],
            Err("no part 4 of 3"),
        );
        check("auto", &[("JOB_COMPLETION_INDEX", "0")], Err("auto/N"));
        check("auto", &[], Err("neither"));
    }

    #[test]
    fn every_key_belongs_to_exactly_one_part() {
        let mut sizes = [0; 3];
        for number in 0..300u32 {
            let key = crate::hash::hex(&number.to_le_bytes());
            let parts: Vec<u32> = (1..=3)
                .filter(|part| Partition::new(*part, 3).unwrap().has(&key))
                .collect();
            assert_eq!(parts, [Partition::of(&key, 3)]);
            sizes[parts[0] as usize - 1] += 1;
        }
        assert!(sizes.iter().all(|size| *size > 60), "{sizes:?}");
    }
}
