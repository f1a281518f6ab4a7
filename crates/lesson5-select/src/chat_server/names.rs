//! Stage 2: who may come in, and under which name.

use super::PROGRAM;
use super::all_hear;
use super::enter;
use super::is_refused;
use super::leave;
use super::room;
use super::say_name;
use grader::Check;
use grader::Lab;
use grader::Verdict;
use grader::quote;
use grader::servers::ANY_PORT;

pub(crate) const CHECKS: &[Check] = &[
    Check {
        name: "chat-sorts-the-names",
        title: "sorts the names as bytes",
        program: PROGRAM,
        stage: 2,
        points: 1,
        hint: "As bytes, 2 comes before B, and B before a. Not by arrival, not by the language's alphabet.",
        run: sorts_the_names,
    },
    Check {
        name: "chat-takes-short-and-long-names",
        title: "takes names of 1 and of 16 letters or digits",
        program: PROGRAM,
        stage: 2,
        points: 1,
        hint: "16 may be. Is your limit one too small?",
        run: takes_short_and_long_names,
    },
    Check {
        name: "chat-refuses-other-names",
        title: "refuses what is no name, and closes",
        program: PROGRAM,
        stage: 2,
        points: 2,
        hint: "1 to 16 ASCII letters or digits: `error: REASON` for everything else, and the connection is closed. \
               Nobody else hears of it.",
        run: refuses_other_names,
    },
    Check {
        name: "chat-refuses-a-name-in-use",
        title: "refuses a name that is in use",
        program: PROGRAM,
        stage: 2,
        points: 2,
        hint: "Two people of one name cannot be told apart. Who has it keeps it. Names that differ in case are two \
               names.",
        run: refuses_a_name_in_use,
    },
    Check {
        name: "chat-frees-a-name",
        title: "frees the name of one who has left",
        program: PROGRAM,
        stage: 2,
        points: 1,
        hint: "The name belongs to the client, and goes with it.",
        run: frees_a_name,
    },
    Check {
        name: "chat-keeps-the-nameless-outside",
        title: "keeps those without a name outside",
        program: PROGRAM,
        stage: 2,
        points: 2,
        hint: "Who has no name yet is not in the room: hears nothing, is not heard of, and is not among the names.",
        run: keeps_the_nameless_outside,
    },
];

fn sorts_the_names(lab: &Lab) -> Verdict {
    let server = lab.serve(PROGRAM, ANY_PORT)?;
    let mut here: Vec<&str> = Vec::new();
    let mut people = Vec::new();
    for name in [
        "bob", "Zoe", "ann", "7of9", "Ann", "bo", "anna", "10", "9", "zoe",
    ] {
        here.push(name);
        here.sort_unstable();
        lab.doing(format!("came as {name}"));
        people.push(enter(&server, name, &here.join(" "))?);
    }
    Ok(())
}

fn takes_short_and_long_names(lab: &Lab) -> Verdict {
    let server = lab.serve(PROGRAM, ANY_PORT)?;
    let mut people = Vec::new();
    for name in ["0", "x", "here", "ABCDEFGHijklmnop\r", "0123456789012345"] {
        lab.doing(format!("came as {name}"));
        let mut client = server.connect()?;
        client.send(format!("{name}\n"))?;
        super::hears_who_is_here(&mut client)?;
        let name = name.trim_end();
        all_hear(&mut people, &format!("* {name} joined\n"))?;
        people.push(client);
    }
    people[4].send("hello\n")?;
    all_hear(&mut people[..4], "0123456789012345: hello\n")
}

fn refuses_other_names(lab: &Lab) -> Verdict {
    let (server, mut people) = room(lab, &["ann"])?;
    let names: [&[u8]; 14] = [
        b"bob\r\r",
        b"\tbob",
        b"bob\t",
        b"",
        b"abcdefghijklmnopq",
        b"ann and bob",
        b" bob",
        b"bob ",
        b"bob-2",
        b"bob_2",
        "bj\u{f6}rn".as_bytes(),
        b"*",
        b"b\xffb",
        b"bob\0",
    ];
    for name in names {
        lab.doing(format!("gave {} as a name", quote(name)));
        let mut client = server.connect()?;
        client.send([name, b"\nhello\n"].concat())?;
        is_refused(&mut client)?;
    }
    lab.doing("listened as ann, when others had been refused, and then bob had come");
    let _bob = enter(&server, "bob", "ann bob")?;
    all_hear(&mut people, "* bob joined\n")
}

fn refuses_a_name_in_use(lab: &Lab) -> Verdict {
    let (server, mut people) = room(lab, &["ann", "bob"])?;
    lab.doing("came as another ann");
    let mut other = server.connect()?;
    other.send("ann\n")?;
    is_refused(&mut other)?;
    lab.doing("came as yet another ann, when one had been refused");
    let mut other = server.connect()?;
    other.send("ann\n")?;
    is_refused(&mut other)?;
    lab.doing("came as Ann");
    let mut other = enter(&server, "Ann", "Ann ann bob")?;
    lab.doing("listened as ann and bob, when a second ann had been refused and Ann had come");
    all_hear(&mut people, "* Ann joined\n")?;
    other.send("hello\n")?;
    all_hear(&mut people, "Ann: hello\n")?;
    people[0].send("hello\n")?;
    other.expect("ann: hello\n")
}

fn frees_a_name(lab: &Lab) -> Verdict {
    let (server, mut people) = room(lab, &["ann", "bob"])?;
    for way in ["end of file", "reset", "line that is too long"] {
        let mut bob = people.remove(1);
        lab.doing(format!(
            "left as bob with a {way}, and came back with the same name"
        ));
        match way {
            "end of file" => leave(bob)?,
            "reset" => bob.reset()?,
            _ => {
                bob.send("x".repeat(2000))?;
                is_refused(&mut bob)?;
            }
        }
        people[0].expect("* bob left\n")?;
        people.push(enter(&server, "bob", "ann bob")?);
        people[0].expect("* bob joined\n")?;
    }
    Ok(())
}

fn keeps_the_nameless_outside(lab: &Lab) -> Verdict {
    let server = lab.serve(PROGRAM, ANY_PORT)?;
    let mut nameless = server.connect()?;
    let mut half = server.connect()?;
    half.send("ev")?;
    half.wait_until_read()?;
    lab.doing("talked and left as others, while one had said no name and another one half of one");
    let mut ann = enter(&server, "ann", "ann")?;
    let mut bob = enter(&server, "bob", "ann bob")?;
    ann.expect("* bob joined\n")?;
    bob.send("hello\n")?;
    ann.expect("bob: hello\n")?;
    leave(bob)?;
    ann.expect("* bob left\n")?;
    lab.doing("listened as ann, when somebody without a name had left");
    let mut brief = server.connect()?;
    brief.send("nob")?;
    leave(brief)?;
    let third = server.connect()?;
    third.reset()?;
    half.send("e\n")?;
    half.expect("* here: ann eve\n")?;
    ann.expect("* eve joined\n")?;
    lab.doing("said a name as one who had been without for long, and heard nothing from before");
    nameless = say_name(nameless, "zoe", "ann eve zoe")?;
    all_hear(&mut [ann, half], "* zoe joined\n")?;
    leave(nameless)
}
