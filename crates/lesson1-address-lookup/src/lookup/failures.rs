//! Stage 3 of `lookup`: names and addresses that fail, each in its own way.

use super::PROGRAM;
use crate::answers::failed_somehow;
use crate::answers::failed_with;
use crate::answers::printed_before;
use crate::answers::refused;
use grader::Check;
use grader::Lab;
use grader::Stdin;
use grader::Surroundings;
use grader::Trouble;
use grader::Verdict;
use predicates::ord::eq;

pub(crate) const CHECKS: &[Check] = &[
    Check {
        name: "says-name-not-known",
        title: "says that a name is not known",
        program: PROGRAM,
        stage: 3,
        points: 1,
        hint: "LookupError has a kind(): NoName means that there is no such name. No panic, no status 0, nothing on \
               stdout.",
        run: says_name_not_known,
    },
    Check {
        name: "says-that-an-address-has-no-name",
        title: "says that an address has no name",
        program: PROGRAM,
        stage: 3,
        points: 1,
        hint: "Most addresses have no name. Who prints the address as its own name hides that.",
        run: says_that_an_address_has_no_name,
    },
    Check {
        name: "says-try-again-later",
        title: "says to try again later when the name server fails",
        program: PROGRAM,
        stage: 3,
        points: 1,
        hint: "A temporary failure is not the same as no such name: LookupErrorKind::Again.",
        run: says_try_again_later,
    },
    Check {
        name: "says-try-again-later-for-an-address",
        title: "says to try again later when the name server fails for an address",
        program: PROGRAM,
        stage: 3,
        points: 1,
        hint: "The way back fails in the same ways as the way forward, and says so in the same words.",
        run: says_try_again_later_for_an_address,
    },
    Check {
        name: "says-try-again-later-when-nobody-answers",
        title: "says to try again later when no name server answers",
        program: PROGRAM,
        stage: 3,
        points: 1,
        hint: "The resolver gives up by itself, after its own timeout. Pass its answer on; do not ask again and \
               again.",
        run: says_try_again_later_when_nobody_answers,
    },
    Check {
        name: "refuses-a-name-without-addresses",
        title: "says that a name has no addresses",
        program: PROGRAM,
        stage: 3,
        points: 1,
        hint: "A name can exist and have no address. That is a failure, too, and not an empty list.",
        run: refuses_a_name_without_addresses,
    },
    Check {
        name: "answers-the-others-after-a-failure",
        title: "answers the other arguments after a failure, and ends with status 1",
        program: PROGRAM,
        stage: 3,
        points: 2,
        hint: "One failure is a line on stderr and decides the exit status; the other arguments are answered all \
               the same.",
        run: answers_the_others_after_a_failure,
    },
    Check {
        name: "lookup-refuses-no-arguments",
        title: "refuses to run without arguments, with status 2",
        program: PROGRAM,
        stage: 3,
        points: 1,
        hint: "At least one argument: `#[arg(required = true)]` on the Vec.",
        run: lookup_refuses_no_arguments,
    },
];

fn says_name_not_known(lab: &Lab) -> Verdict {
    let domain = lab.domain()?;
    for unknown in [domain.name("nobody"), "nowhere".to_owned()] {
        lab.doing(format!("looked up {unknown}, which does not exist"));
        let finished = lab.run(PROGRAM, &[&unknown], Stdin::Empty)?;
        failed_with(&finished, &format!("error: {unknown}: name not known"))?;
    }
    Ok(())
}

fn says_that_an_address_has_no_name(lab: &Lab) -> Verdict {
    let domain = lab.domain()?;
    let mut nameless = vec![domain.address(1)];
    nameless.extend(domain.address_ipv6(1).ok());
    for addr in nameless {
        lab.doing(format!("looked up {addr}, which has no name"));
        let finished = lab.run(PROGRAM, &[&addr.to_string()], Stdin::Empty)?;
        failed_with(&finished, &format!("error: {addr}: name not known"))?;
    }
    // Named as it was typed: whoever typed it looks for that.
    if domain.address_ipv6(1).is_err() {
        return Ok(());
    }
    let typed = "FD00:01AB:0:0:0:0:0:1";
    lab.doing(format!("looked up {typed}, which has no name"));
    let finished = lab.run(PROGRAM, &[typed], Stdin::Empty)?;
    failed_with(&finished, &format!("error: {typed}: name not known"))
}

fn says_try_again_later(lab: &Lab) -> Verdict {
    let domain = lab.domain()?;
    let name = domain.trouble("down", Trouble::ServerFails);
    lab.doing(format!("looked up {name}, for which the name server fails"));
    let finished = lab.run(PROGRAM, &[&name], Stdin::Empty)?;
    failed_with(&finished, &format!("error: {name}: try again later"))
}

fn says_try_again_later_for_an_address(lab: &Lab) -> Verdict {
    let domain = lab.domain()?;
    let addr = domain.address(1);
    domain.trouble_at(addr, Trouble::ServerFails);
    lab.doing(format!("looked up {addr}, for which the name server fails"));
    let finished = lab.run(PROGRAM, &[&addr.to_string()], Stdin::Empty)?;
    failed_with(&finished, &format!("error: {addr}: try again later"))
}

fn says_try_again_later_when_nobody_answers(lab: &Lab) -> Verdict {
    let domain = lab.domain()?;
    let name = domain.trouble("silent", Trouble::Silence);
    lab.doing(format!(
        "looked up {name}, for which the name server never answers"
    ));
    let surroundings = Surroundings {
        impatient_resolver: true,
        ..Surroundings::default()
    };
    let finished = lab.run_in(&surroundings, PROGRAM, &[&name])?;
    failed_with(&finished, &format!("error: {name}: try again later"))
}

fn refuses_a_name_without_addresses(lab: &Lab) -> Verdict {
    let domain = lab.domain()?;
    let name = domain.add("empty", &[]);
    lab.doing(format!("looked up {name}, which has no addresses"));
    failed_somehow(&lab.run(PROGRAM, &[&name], Stdin::Empty)?, &name)
}

fn answers_the_others_after_a_failure(lab: &Lab) -> Verdict {
    let domain = lab.domain()?;
    let (first, second) = (domain.address(1), domain.address(2));
    let one = domain.add("one", &[first]);
    let two = domain.add("two", &[second]);
    let unknown = domain.name("nobody");
    let (one_answer, two_answer) = (
        format!("name: {one}\naddress: {first}\n"),
        format!("name: {two}\naddress: {second}\n"),
    );
    let both = format!("{one_answer}\n{two_answer}");
    let nameless = domain.address(3).to_string();
    for (arguments, expected) in [
        ([&one, &unknown, &two], &both),
        ([&unknown, &one, &two], &both),
        ([&one, &two, &nameless], &both),
        ([&unknown, &two, &nameless], &two_answer),
    ] {
        let arguments = arguments.map(String::as_str);
        lab.doing(format!("looked up {}", arguments.join(" ")));
        let finished = lab.run(PROGRAM, &arguments, Stdin::Empty)?;
        printed_before(&finished, expected)?;
        finished.exits_with(1)?;
        for failing in [&unknown, &nameless] {
            if arguments.contains(&failing.as_str()) {
                let line = format!("error: {failing}: name not known");
                finished.stderr_has_line(eq(line.as_str()), &line)?;
            }
        }
    }
    Ok(())
}

fn lookup_refuses_no_arguments(lab: &Lab) -> Verdict {
    lab.doing("looked up localhost");
    lab.run(PROGRAM, &["localhost"], Stdin::Empty)?
        .exits_with(0)?;
    lab.doing("ran it without arguments");
    refused(&lab.run(PROGRAM, &[], Stdin::Empty)?)
}
