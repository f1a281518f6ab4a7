//! Flawed sum clients: what a client sends.

use super::first_stage;
use grader::Cause;
use grader::Flaw;

pub(crate) const FLAWS: &[Flaw] = &[
    Flaw {
        name: "sum-client-sends-no-newline",
        program: "sum-client",
        mistake: "Sends its two numbers without a newline behind them.",
        caught_by: &first_stage(Cause::NoAnswer),
    },
    Flaw {
        name: "sum-client-sends-crlf",
        program: "sum-client",
        mistake: "Ends its request with a carriage return and a newline.",
        caught_by: &first_stage(Cause::WrongBytes),
    },
    Flaw {
        name: "sum-client-sends-what-was-typed",
        program: "sum-client",
        mistake: "Sends its arguments as they were typed, and not the numbers that they are.",
        caught_by: &[("sends-numbers-in-plain-form", Cause::WrongBytes)],
    },
    Flaw {
        name: "sum-client-takes-a-minus-for-an-option",
        program: "sum-client",
        mistake: "Leaves clap as it is, which takes a negative number for an option.",
        caught_by: &[
            ("sends-negative-numbers", Cause::Exited),
            ("sends-numbers-in-plain-form", Cause::Exited),
            ("sends-the-largest-and-the-smallest", Cause::Exited),
            ("client-asks-for-random-numbers", Cause::Exited),
        ],
    },
    Flaw {
        name: "sum-client-counts-with-32-bits",
        program: "sum-client",
        mistake: "Takes its numbers for i32.",
        caught_by: &[
            ("sends-the-largest-and-the-smallest", Cause::Exited),
            ("client-asks-for-random-numbers", Cause::Exited),
        ],
    },
    Flaw {
        name: "sum-client-takes-fractions",
        program: "sum-client",
        mistake: "Takes its numbers for f64, and sends what is left of them without the fraction.",
        caught_by: &[
            ("client-refuses-wrong-arguments", Cause::WrongExit),
            ("client-asks-for-random-numbers", Cause::WrongBytes),
        ],
    },
    Flaw {
        name: "sum-client-adds-by-itself",
        program: "sum-client",
        mistake: "Asks the server, but prints a sum of its own.",
        caught_by: &[
            ("joins-a-reply-in-pieces", Cause::WrongOutput),
            ("client-fixed-reads-nine-bytes", Cause::WrongOutput),
            ("client-length-reads-the-length-first", Cause::WrongOutput),
            ("client-shutdown-ends-its-request", Cause::WrongOutput),
        ],
    },
    Flaw {
        name: "sum-client-asks-nobody",
        program: "sum-client",
        mistake: "Adds by itself, and does not even connect.",
        caught_by: &first_stage(Cause::Exited),
    },
];
