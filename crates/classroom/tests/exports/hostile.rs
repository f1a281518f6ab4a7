//! Whatever a text holds, in whichever field: the table keeps its shape and holds no formula, the page holds no HTML and all its blocks end.

use crate::class::class;
use crate::class::page;
use classroom::Verdict;
use classroom::exports::Level;
use grader::CheckReport;

fn hostile_texts() -> Vec<String> {
    let mut texts: Vec<String> = [
        "\u{1b}[31mred\u{1b}[0m \u{1b}]0;title\u{7}",
        "a\0b\u{9b}31m",
        "\u{fffd}\u{fffd}",
        "]]>",
        "=cmd()",
        "  =1+1",
        "\t=1",
        "\r\n+1",
        "＝1",
        "a;=1,=2\t=3\"=4",
        "\"\"\"\",\r\n\"=x\"",
        "```",
        "\n```\n# heading\n<b>\n",
        "\r```\r<b>\r",
        "~~~\n</pre>\n````\n<script>",
        "-->",
        "<!-- <img src=x onerror=alert(1)> <?php ?> <![CDATA[",
        "&lt;b&gt; &#60;",
        "\u{202e}gnihtyna\u{2066}\u{200b}\u{feff}\u{e0041}",
        "\u{2028}```\u{2028}<b>\u{85}<b>",
        "x\n===\n\n---\n\n    code\n| a | b |\n|--|--|\n",
        "[a](javascript:alert(1)) ![i](http://x.example/i.png) <http://x.example>",
        "- a\n1. b\n> c\n{{ site.x }} $$x$$ {: onclick=x}",
        "../../etc/passwd",
        "",
    ]
    .map(str::to_owned)
    .to_vec();
    texts.push("x".repeat(1 << 20));
    texts.push("`".repeat(1 << 20));
    texts.push("<".repeat(1 << 20));
    texts
}

/// All texts of this verdict that somebody else could have written, and those of our own besides.
fn fill(verdict: &mut Verdict, text: &str) {
    let set = |field: &mut String| *field = text.to_owned();
    set(&mut verdict.student.name);
    set(&mut verdict.student.email);
    set(&mut verdict.reason);
    verdict.ignored.resize(
        30,
        classroom::Ignored {
            path: text.to_owned(),
            why: text.to_owned(),
        },
    );
    for program in &mut verdict.programs {
        set(&mut program.reason);
        set(&mut program.diagnostics);
    }
    for check in &mut verdict.lessons[0].checks {
        set(&mut check.name);
        set(&mut check.title);
        set(&mut check.hint);
        set(&mut check.stderr);
        if let Some(failure) = &mut check.failure {
            set(&mut failure.doing);
            set(&mut failure.expected);
            set(&mut failure.got);
        }
    }
}

fn filled(text: &str) -> Vec<Verdict> {
    let mut verdicts = class();
    if text.len() > 1_000 {
        // Long ones take their time: a class that misses nothing but numbers.
        verdicts.retain(|verdict| ["ben", "dora", "emil"].contains(&verdict.student.id.as_str()));
    }
    for verdict in &mut verdicts {
        // Ids stay different.
        verdict.student.id = format!("{text}{}", verdict.student.id);
        fill(verdict, text);
    }
    verdicts
}

#[test]
fn the_table_keeps_its_shape_and_holds_no_formula() {
    for text in hostile_texts() {
        let shown: String = text.chars().take(40).collect();
        let students = if text.len() > 1_000 { 3 } else { 8 };
        let table = classroom::exports::grades_csv(&filled(&text));
        assert!(
            !table.contains(|letter: char| letter.is_control() && !"\r\n".contains(letter)),
            "{shown:?}"
        );
        // A line is a row, also for those who know nothing of quotes.
        assert_eq!(table.matches("\r\n").count(), students + 1, "{shown:?}");
        assert_eq!(table.matches('\n').count(), students + 1, "{shown:?}");
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .from_reader(table.as_bytes());
        let mut rows = 0;
        // A reader that is not flexible refuses a row of another length.
        for row in reader.records() {
            rows += 1;
            for cell in &row.unwrap() {
                assert!(cell.len() < 32_000);
                let first = cell.trim_start().chars().next();
                assert!(
                    !first.is_some_and(|first| "=+-@＝＋－＠\t\r".contains(first)),
                    "{shown:?}: {cell:?}"
                );
                // Where another character separates.
                for cell in cell.split([';', '"', ',']) {
                    let first = cell.trim_start().chars().next();
                    assert!(
                        !first.is_some_and(|first| "=+-@".contains(first)),
                        "{shown:?}: {cell:?}"
                    );
                }
            }
        }
        assert_eq!(rows, students + 1, "{shown:?}");
    }
}

#[test]
fn the_page_holds_no_html_and_all_its_blocks_end() {
    for text in hostile_texts() {
        let verdicts = filled(&text);
        for level in Level::ALL {
            for verdict in &verdicts {
                let written = classroom::exports::feedback(&[verdict], level, &page);
                check_page(&written, verdict, &text);
            }
        }
    }
}

/// Reads the page as CommonMark does, as far as blocks and raw HTML go.
fn check_page(written: &str, verdict: &Verdict, text: &str) {
    let shown: String = text.chars().take(40).collect();
    assert!(written.len() <= 200 * 1024, "{shown:?}: {}", written.len());
    let is_hidden = |letter: char| {
        letter.is_control() && !"\n\t".contains(letter)
            || "\u{202e}\u{2066}\u{200b}\u{feff}\u{e0041}\u{2028}".contains(letter)
    };
    assert!(!written.contains(is_hidden), "{shown:?}");
    let mut fence: Option<usize> = None;
    let mut headings = 0;
    for line in written.split('\n') {
        let ticks = line.len() - line.trim_start_matches('`').len();
        match fence {
            Some(open) => {
                let ends = ticks >= open && line.trim_end().len() == ticks;
                if ends {
                    fence = None;
                }
            }
            None if ticks >= 3 => {
                assert_eq!(&line[ticks..], "text", "{shown:?}");
                fence = Some(ticks);
            }
            None => {
                assert!(!line.contains(['<', '>']), "{shown:?}: {line}");
                assert!(!line.starts_with([' ', '\t', '~', '>', '=']), "{line}");
                assert!(!line.contains("]("), "{shown:?}: {line}");
                headings += usize::from(line.starts_with('#'));
                if line.starts_with('|') {
                    assert_eq!(line.matches('|').count(), 5, "{shown:?}: {line}");
                }
            }
        }
    }
    assert_eq!(fence, None, "{shown:?}");
    // Of ours there are: the page's, the lesson's, each stage's, program's and failing check's, and one for the other checks.
    let checks = verdict.report().checks.len();
    assert!(headings <= 2 + 3 + 2 + checks + 1, "{shown:?}: {headings}");
    let fewest = 2;
    assert!(headings >= fewest, "{shown:?}: {headings}");
}

#[test]
fn a_page_has_room_for_each_lesson() {
    // Four lessons whose failures, told in full, would need far more than there is.
    let is_ben = |verdict: &Verdict| verdict.student.id == "ben";
    let mut echo = class().into_iter().find(is_ben).unwrap();
    let checks = &echo.lessons[0].checks;
    let is_failing = |check: &&CheckReport| check.outcome.is_failure();
    let mut check = checks.iter().find(is_failing).unwrap().clone();
    check.stderr = "conversation\n".repeat(10_000);
    echo.lessons[0].checks = vec![check; 20];
    let of_ben = [2, 3, 4, 5].map(|number| {
        let mut verdict = echo.clone();
        verdict.lessons[0].lesson = format!("lesson{number}");
        verdict
    });
    let of_ben: Vec<&Verdict> = of_ben.iter().collect();
    let written = classroom::exports::feedback(&of_ben, Level::Everything, &page);
    assert!(written.len() <= 200 * 1024, "{}", written.len());
    assert_eq!(written.matches("\n## ").count(), 4);
    for section in written.split("\n## ").skip(1) {
        assert_eq!(section.matches("#### ").count(), 20);
        assert_eq!(section.matches("To see it on your own machine").count(), 20);
        // Those that come first are told in full, as far as there is room.
        assert!(section.matches("```text\n").count() >= 2);
    }
}
