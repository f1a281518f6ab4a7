//! `prove`: the flawed and the correct programs of a lesson in a cell. They must get the verdicts there that they get outside.

use crate::DONE;
use crate::OUR_FAULT;
use crate::cells::Cells;
use crate::cells::Limit;
use crate::driver::Answer;
use crate::driver::Prove;
use crate::driver::Task;
use anyhow::Result;
use anyhow::bail;
use isolation::Shown;
use std::io::Write;
use std::path::PathBuf;

/// Judge flawed and correct programs in a cell (for authors).
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// The lesson.
    lesson: String,
    /// The executable that plays the flawed programs.
    #[arg(long)]
    flawed: PathBuf,
    /// The executable that plays the correct ones.
    #[arg(long)]
    correct: PathBuf,
    /// Only every Nth flawed program, and of the correct ones five times as many.
    #[arg(long, default_value_t = 1)]
    every: usize,
}

/// # Errors
/// Where there are no cells.
pub(crate) fn main(arguments: &Arguments) -> Result<u8> {
    let lesson = xtask::share::find_lesson(&arguments.lesson)?;
    let cells = Cells::probe()?;
    if !cells.exist {
        bail!("this machine has no cells: `cargo xtask doctor --grading` says why");
    }
    let places = [
        (&arguments.flawed, "/programs/flawed"),
        (&arguments.correct, "/programs/correct"),
    ];
    let shown = places.map(|(from, to)| Shown {
        from: from.clone(),
        to: to.into(),
        writable: false,
    });
    let task = Task::Prove(Prove {
        lesson: lesson.name.to_owned(),
        every: arguments.every.max(1),
        flawed: places[0].1.into(),
        correct: places[1].1.into(),
    });
    let limit = Limit::seconds(1800);
    let mut stdout = std::io::stdout().lock();
    match cells.run(shown.to_vec(), task, 0, 8 << 30, &limit)? {
        Answer::Proved(count, wrong) => {
            for complaint in &wrong {
                writeln!(stdout, "{complaint}\n")?;
            }
            writeln!(
                stdout,
                "{}: {count} programs judged in a cell, {} not as outside",
                lesson.name,
                wrong.len()
            )?;
            Ok(if wrong.is_empty() { DONE } else { OUR_FAULT })
        }
        Answer::Refused(reason) => bail!("{reason}"),
        _ => bail!("the driver answered something else"),
    }
}
