//! Stage 3: everybody who leaves has left once, and all hear everything in one and the same order.

use super::PROGRAM;
use super::all_hear;
use super::connect_named;
use super::enter;
use super::is_refused;
use super::leave;
use super::room;
use grader::Cause;
use grader::Check;
use grader::Failure;
use grader::Lab;
use grader::Verdict;
use grader::quote;

pub(crate) const CHECKS: &[Check] = &[
    Check {
        name: "chat-hears-of-every-way-to-leave",
        title: "tells the others once, however somebody leaves",
        program: PROGRAM,
        stage: 3,
        points: 2,
        hint: "End of file, a reset, an error of the client's: one place in your code for all of them. Who has left \
               is not heard of a second time.",
        run: hears_of_every_way_to_leave,
    },
    Check {
        name: "chat-passes-the-last-lines-on-first",
        title: "passes the last lines on before it says who left",
        program: PROGRAM,
        stage: 3,
        points: 2,
        hint: "What came before the end of file was said. Take the whole lines first, then the end.",
        run: passes_the_last_lines_on_first,
    },
    Check {
        name: "chat-says-nothing-of-who-never-came-in",
        title: "says nothing of one who leaves without a name, or with an error",
        program: PROGRAM,
        stage: 3,
        points: 1,
        hint: "Who was never in the room has not left it.",
        run: says_nothing_of_who_never_came_in,
    },
    Check {
        name: "chat-tells-everybody-in-the-same-order",
        title: "tells everybody the same in the same order",
        program: PROGRAM,
        stage: 3,
        points: 3,
        hint: "One list of what is owed for each client, and everything is put at its end at once for all. Who is \
               told later, or from another list, hears another story.",
        run: tells_everybody_in_the_same_order,
    },
    Check {
        name: "chat-goes-on-among-those-who-stay",
        title: "goes on among those who stay while others come and go",
        program: PROGRAM,
        stage: 3,
        points: 1,
        hint: "Removing one client touches nobody else.",
        run: goes_on_among_those_who_stay,
    },
];

fn hears_of_every_way_to_leave(lab: &Lab) -> Verdict {
    let (server, mut people) = room(lab, &["ann", "bob"])?;
    for way in [
        "an end of file",
        "a reset",
        "a close",
        "a line that is too long",
        "a close with something unread",
    ] {
        lab.doing("came as eve");
        let mut eve = enter(&server, "eve", "ann bob eve")?;
        all_hear(&mut people, "* eve joined\n")?;
        lab.doing(format!(
            "left as eve with {way}, and listened as ann and bob"
        ));
        match way {
            "an end of file" => leave(eve)?,
            "a reset" => eve.reset()?,
            "a close" => drop(eve),
            "a line that is too long" => {
                eve.send("x".repeat(3000))?;
                is_refused(&mut eve)?;
            }
            _ => {
                people[0].send("psst\n")?;
                people[1].expect("ann: psst\n")?;
                drop(eve);
            }
        }
        all_hear(&mut people, "* eve left\n")?;
    }
    lab.doing("talked, when all the others had left");
    people[0].send("alone?\n")?;
    people[1].expect("ann: alone?\n")
}

fn passes_the_last_lines_on_first(lab: &Lab) -> Verdict {
    let (server, mut people) = room(lab, &["ann", "bob", "eve"])?;
    lab.doing("held the server still, said three lines as eve and left, said one as bob, and let the server go on");
    let mut eve = people.remove(2);
    server.pause()?;
    eve.send("one\ntwo\nthree\nfo")?;
    eve.finish_sending()?;
    server.resume();
    all_hear(&mut people, "eve: one\neve: two\neve: three\n* eve left\n")?;
    let mut bob = people.remove(1);
    lab.doing("said 2,000 lines as bob, and left at once");
    let lines: Vec<String> = (0..2000).map(|number| format!("line {number}\n")).collect();
    bob.send(lines.concat())?;
    bob.finish_sending()?;
    let heard: Vec<String> = lines.iter().map(|line| format!("bob: {line}")).collect();
    people[0].expect(format!("{}* bob left\n", heard.concat()))
}

fn says_nothing_of_who_never_came_in(lab: &Lab) -> Verdict {
    let (server, mut people) = room(lab, &["ann"])?;
    lab.doing("connected and left without a name, in several ways, and then came as bob");
    leave(server.connect()?)?;
    server.connect()?.reset()?;
    let mut refused = server.connect()?;
    refused.send("not a name\n")?;
    is_refused(&mut refused)?;
    let mut second = server.connect()?;
    second.send("ann\n")?;
    is_refused(&mut second)?;
    let mut long = server.connect()?;
    long.send("x".repeat(3000))?;
    is_refused(&mut long)?;
    let _bob = enter(&server, "bob", "ann bob")?;
    all_hear(&mut people, "* bob joined\n")
}

fn tells_everybody_in_the_same_order(lab: &Lab) -> Verdict {
    const PEOPLE: usize = 12;
    const LINES: usize = 15;
    let (server, mut observers) = room(lab, &["observer1", "observer2"])?;
    let mut people = Vec::new();
    for one in 0..PEOPLE {
        let name = format!("p{one:02}");
        people.push(connect_named(&server, &name)?);
        all_hear(&mut observers, &format!("* {name} joined\n"))?;
    }
    // The later ones have heard of fewer others.
    for (one, client) in people.iter_mut().enumerate() {
        for later in one + 1..PEOPLE {
            client.expect(format!("* p{later:02} joined\n"))?;
        }
    }
    lab.doing(format!(
        "said {LINES} lines each as {PEOPLE} people, let every third one leave, and let others come"
    ));
    let mut newcomers = Vec::new();
    for line in 0..LINES {
        for (one, client) in people.iter_mut().enumerate() {
            client.send(format!("{line:02}\n"))?;
            if line == LINES / 2 && one % 4 == 0 {
                let mut newcomer = server.connect()?;
                newcomer.send(format!("n{one:02}\n"))?;
                newcomers.push(newcomer);
            }
        }
    }
    for client in people.iter_mut().step_by(3) {
        client.finish_sending()?;
    }
    // Each line says who, so however they are mixed, all of them have this length together.
    let (said, came, left) = (
        "p00: 00\n".len(),
        "* n00 joined\n".len(),
        "* p00 left\n".len(),
    );
    let all =
        PEOPLE * LINES * said + newcomers.len() * came + people.iter().step_by(3).len() * left;
    let expected = "all that was said, who came, and who left";
    let story = observers[0].read_exactly(all, expected)?;
    lab.doing("compared what two had heard who had only listened");
    observers[1].expect(&story)?;
    for (one, client) in people
        .iter_mut()
        .enumerate()
        .filter(|(one, _)| one % 3 != 0)
    {
        lab.doing(format!(
            "compared what one who had only listened and p{one:02} had heard"
        ));
        let own = format!("p{one:02}: ");
        client.expect(without(&story, &own))?;
    }
    for line in story
        .split(|byte| *byte == b'\n')
        .filter(|line| line.starts_with(b"p00: "))
        .enumerate()
    {
        let (number, line) = line;
        let expected = format!("p00: {number:02}");
        if line != expected.as_bytes() {
            return Err(Failure::new(
                Cause::WrongBytes,
                quote(expected.as_bytes()),
                quote(line),
            ));
        }
    }
    Ok(())
}

fn goes_on_among_those_who_stay(lab: &Lab) -> Verdict {
    let (server, mut people) = room(lab, &["ann", "bob"])?;
    for round in 0..10 {
        lab.doing("talked as ann and bob, while eve came and left");
        let eve = enter(&server, "eve", "ann bob eve")?;
        people[round % 2].send("hello\n")?;
        if round % 3 == 0 {
            eve.reset()?;
        } else {
            drop(eve);
        }
        let speaker = ["ann", "bob"][round % 2];
        let expected = "\"* eve joined\", what was said, and \"* eve left\"";
        let heard = people[1 - round % 2].read_exactly(
            format!("* eve joined\n{speaker}: hello\n* eve left\n").len(),
            expected,
        )?;
        let lines: Vec<&[u8]> = heard.split(|byte| *byte == b'\n').collect();
        let is_story = lines[0] == b"* eve joined"
            && lines[1..3].contains(&format!("{speaker}: hello").as_bytes())
            && lines[1..3].contains(&b"* eve left".as_slice());
        if !is_story {
            return Err(Failure::new(Cause::WrongBytes, expected, quote(&heard)));
        }
        people[round % 2].expect("* eve joined\n* eve left\n")?;
    }
    Ok(())
}

/// The story without the lines that begin like this.
fn without(story: &[u8], own: &str) -> Vec<u8> {
    story
        .split_inclusive(|byte| *byte == b'\n')
        .filter(|line| !line.starts_with(own.as_bytes()))
        .flatten()
        .copied()
        .collect()
}
