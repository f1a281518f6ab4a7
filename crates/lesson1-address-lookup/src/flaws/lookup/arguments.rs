//! Flawed programs that play `lookup`: how they go through their arguments.

use grader::Cause;
use grader::Flaw;

pub(crate) const FLAWS: &[Flaw] = &[
    Flaw {
        name: "lookup-fails-only-where-nothing-was-answered",
        program: "lookup",
        mistake: "Ends with status 0 as soon as one argument had an answer.",
        caught_by: &[("answers-the-others-after-a-failure", Cause::WrongExit)],
    },
    Flaw {
        name: "lookup-lets-its-last-argument-decide",
        program: "lookup",
        mistake: "Ends with the status of its last argument.",
        caught_by: &[("answers-the-others-after-a-failure", Cause::WrongExit)],
    },
    Flaw {
        name: "lookup-stops-at-the-first-failure",
        program: "lookup",
        mistake: "Ends at the first argument that fails, and leaves the others without an answer.",
        caught_by: &[("answers-the-others-after-a-failure", Cause::WrongOutput)],
    },
    Flaw {
        name: "lookup-prints-nothing-after-a-failure",
        program: "lookup",
        mistake: "Prints its answers at the end, if there was no failure.",
        caught_by: &[("answers-the-others-after-a-failure", Cause::WrongOutput)],
    },
    Flaw {
        name: "lookup-answers-its-first-argument-only",
        program: "lookup",
        mistake: "Looks at its first argument only.",
        caught_by: &[
            ("answers-each-argument-in-turn", Cause::WrongOutput),
            ("answers-the-others-after-a-failure", Cause::WrongOutput),
        ],
    },
    Flaw {
        name: "lookup-keeps-its-answers-in-a-map",
        program: "lookup",
        mistake: "Collects its answers in a map, which has each argument once.",
        caught_by: &[("answers-each-argument-in-turn", Cause::WrongOutput)],
    },
    Flaw {
        name: "lookup-ends-every-answer-with-a-blank-line",
        program: "lookup",
        mistake: "Prints a blank line after every answer, the last one too.",
        caught_by: &[
            ("finds-the-addresses-of-localhost", Cause::WrongOutput),
            ("finds-the-name-of-an-address", Cause::WrongOutput),
            ("answers-each-argument-in-turn", Cause::WrongOutput),
        ],
    },
    Flaw {
        name: "lookup-begins-every-answer-with-a-blank-line",
        program: "lookup",
        mistake: "Prints a blank line before every answer, the first one too.",
        caught_by: &[
            ("finds-the-addresses-of-localhost", Cause::WrongOutput),
            ("finds-the-name-of-an-address", Cause::WrongOutput),
            ("answers-each-argument-in-turn", Cause::WrongOutput),
        ],
    },
    Flaw {
        name: "lookup-puts-nothing-between-answers",
        program: "lookup",
        mistake: "Prints its answers without a blank line between two of them.",
        caught_by: &[
            ("answers-each-argument-in-turn", Cause::WrongOutput),
            ("answers-the-others-after-a-failure", Cause::WrongOutput),
        ],
    },
    Flaw {
        name: "lookup-puts-a-blank-line-for-a-failure",
        program: "lookup",
        mistake: "Prints a blank line before every argument but the first, whether it has an answer or not.",
        caught_by: &[("answers-the-others-after-a-failure", Cause::WrongOutput)],
    },
    Flaw {
        name: "lookup-takes-no-arguments-for-no-work",
        program: "lookup",
        mistake: "Does nothing where there are no arguments, and ends well.",
        caught_by: &[("lookup-refuses-no-arguments", Cause::WrongExit)],
    },
    Flaw {
        name: "lookup-panics-without-arguments",
        program: "lookup",
        mistake: "Takes its first argument without looking whether there is one.",
        caught_by: &[("lookup-refuses-no-arguments", Cause::Panicked)],
    },
    Flaw {
        name: "lookup-ends-wrong-usage-like-a-failure",
        program: "lookup",
        mistake: "Ends with status 1 after wrong usage.",
        caught_by: &[("lookup-refuses-no-arguments", Cause::WrongExit)],
    },
];
