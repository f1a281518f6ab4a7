//! Other people's texts, made harmless for the place they go to: a cell of a table, a line of Markdown, a fenced block.
//!
//! In each of them, what nobody could see (control characters, changes of direction, characters without width) is written
//! as in Rust: `\u{202e}`. Each text has a bound, in bytes of what comes out.

/// A spreadsheet refuses cells of more than 32,767 characters.
const MOST_OF_CELL: usize = 2_000;
/// Of more backticks in a row, those that follow are written as `\u{60}`, so that no fence is longer than what it holds.
const MOST_TICKS: usize = 20;

/// A text as a cell of a CSV file. Whatever a spreadsheet would take for a formula, also where it takes another character for the separator, has a
/// `'` before it.
pub(super) fn cell(text: &str) -> String {
    let mut is_only_space = true;
    let mut begins = true;
    written(text, MOST_OF_CELL, |cell, letter, _| {
        let is_formula = begins && begins_a_formula(letter);
        if is_formula {
            let place = if is_only_space { 0 } else { cell.len() };
            cell.insert(place, '\'');
        }
        let is_space = letter.is_whitespace();
        begins = matches!(letter, ',' | ';' | '"') || begins && is_space && !is_formula;
        is_only_space &= is_space;
        push_visibly(cell, letter);
    })
    .0
}

/// Full-width and small forms count as the plain ones in some spreadsheets.
fn begins_a_formula(letter: char) -> bool {
    matches!(letter, '=' | '+' | '-' | '@' | '\t' | '\r' | '\n')
        || matches!(
            letter,
            '＝' | '＋' | '－' | '＠' | '﹦' | '﹢' | '﹣' | '﹫'
        )
}

/// A text inside a line of Markdown, of so many bytes at most. It is shown letter by letter: no markup, no link, no tag, no second line. Characters that
/// mean something are written as references (`&#42;`), which every dialect of Markdown leaves to HTML; a backslash is not known to all.
pub(super) fn inline(text: &str, most: usize) -> String {
    let mut before = None;
    written(text.trim(), most, |line, letter, next| {
        if is_hidden(letter) {
            for letter in letter.escape_default() {
                push_reference_or(
                    line,
                    letter,
                    letter == '\\' || letter == '{' || letter == '}',
                );
            }
        } else {
            let means_something = means_something(line, before, letter, next);
            push_reference_or(line, letter, means_something);
        }
        before = Some(letter);
    })
    .0
}

/// Could this character be more than itself, in some dialect of Markdown?
fn means_something(line: &str, before: Option<char>, letter: char, next: Option<char>) -> bool {
    let is_word = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
    match letter {
        // Between letters they are part of a name. Elsewhere they begin lists, emphasis, rules and the ends of comments.
        '-' | '_' => !(is_word(before) && is_word(next)),
        // `1.` and `1)` begin a list, `www.` a link.
        '.' | ')' => {
            let is_number = line.bytes().all(|byte| byte.is_ascii_digit());
            is_number || line.to_ascii_lowercase().ends_with("www")
        }
        // `https:` begins a link, `:` alone a definition.
        ':' => before.is_none() || next.is_some_and(|next| next != ' '),
        ',' | ';' | '\'' | '"' | '(' | '/' | '?' | '%' => false,
        _ => letter.is_ascii_punctuation(),
    }
}

fn push_reference_or(line: &mut String, letter: char, as_reference: bool) {
    match letter {
        '&' => line.push_str("&amp;"),
        '<' => line.push_str("&lt;"),
        '>' => line.push_str("&gt;"),
        _ if as_reference => line.push_str(&format!("&#{};", u32::from(letter))),
        _ => line.push(letter),
    }
}

/// A name in the type of code where it is a plain one, and as it is otherwise.
pub(super) fn code(text: &str, most: usize) -> String {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b" ._/-".contains(&byte);
    let is_name = !text.is_empty() && text.len() <= most && text.trim() == text;
    if is_name && text.bytes().all(is_plain) {
        format!("`{text}`")
    } else {
        inline(text, most)
    }
}

/// Lines of plain text as Markdown.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Fenced {
    /// The whole block; empty where there are no lines.
    pub(super) block: String,
    /// Its end is missing.
    pub(super) is_cut: bool,
}

/// Lines of plain text as a fenced block, of about so many bytes. An indentation that all have is taken off.
pub(super) fn fenced(text: &str, most: usize) -> Fenced {
    let text = text.replace("\r\n", "\n");
    let indentation = text
        .lines()
        .filter(|line| !line.trim().is_empty())
        .map(|line| line.len() - line.trim_start_matches(' ').len())
        .min()
        .unwrap_or(0);
    let lines: Vec<&str> = text
        .trim_end()
        .split('\n')
        .map(|line| line.get(indentation..).unwrap_or_default())
        .skip_while(|line| line.is_empty())
        .collect();
    if lines.is_empty() {
        return Fenced::default();
    }
    let (mut ticks, mut longest) = (0, 2);
    let (lines, is_cut) = written(&lines.join("\n"), most, |block, letter, _| {
        ticks = if letter == '`' { ticks + 1 } else { 0 };
        match letter {
            '\n' | '\t' => block.push(letter),
            '`' if ticks > MOST_TICKS => block.push_str("\\u{60}"),
            _ => push_visibly(block, letter),
        }
        longest = longest.max(ticks.min(MOST_TICKS));
    });
    // A block ends at a fence that is at least as long as the one before it.
    let fence = "`".repeat(longest + 1);
    let block = format!("{fence}text\n{lines}\n{fence}\n");
    Fenced { block, is_cut }
}

/// Goes through a text until so much has come out of it, and says how much there is besides. Was it cut?
fn written(
    text: &str,
    most: usize,
    mut push: impl FnMut(&mut String, char, Option<char>),
) -> (String, bool) {
    let mut out = String::new();
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        if out.len() >= most {
            let more = letters.count() + 1;
            out.push_str(&format!("… (and {more} more characters)"));
            return (out, true);
        }
        push(&mut out, letter, letters.peek().copied());
    }
    (out, false)
}

fn push_visibly(out: &mut String, letter: char) {
    if is_hidden(letter) {
        out.extend(letter.escape_default());
    } else {
        out.push(letter);
    }
}

/// Would nobody see it, or would it change how its neighbours are seen? Joiners are among them although some scripts use them: a name
/// with one is written with its number, never wrongly.
pub(crate) fn is_hidden(letter: char) -> bool {
    letter.is_control()
        || matches!(u32::from(letter),
            0xad | 0x34f | 0x61c | 0x115f..=0x1160 | 0x17b4..=0x17b5 | 0x180b..=0x180f
            | 0x200b..=0x200f | 0x2028..=0x202e | 0x2060..=0x206f | 0x2800 | 0x3164
            // U+FE0E and U+FE0F choose between two pictures of one character, and are in many names of files.
            | 0xfe00..=0xfe0d | 0xfeff | 0xffa0 | 0xfff0..=0xfffb
            | 0x1bca0..=0x1bca3 | 0x1d173..=0x1d17a | 0xe0000..=0xe0fff)
        // Never assigned to a character.
        || matches!(u32::from(letter) & 0xffff, 0xfffe | 0xffff)
        || ('\u{fdd0}'..='\u{fdef}').contains(&letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_never_a_formula() {
        fn check(text: &str, expected: &str) {
            assert_eq!(cell(text), expected);
        }
        check("=cmd()", "'=cmd()");
        check("  +1", "'  +1");
        check("\u{a0}@x", "'\u{a0}@x");
        check("＝x", "'＝x");
        check("\t=x", "'\\t=x");
        check("\r", "'\\r");
        check("a\nb\0c\u{202e}d", "a\\nb\\u{0}c\\u{202e}d");
        check("a;=cmd()", "a;'=cmd()");
        check("a\", @b", "a\", '@b");
        check("\u{200b}=x", "\\u{200b}=x");
        check("a-b@c.example, d", "a-b@c.example, d");
        check("", "");
    }

    #[test]
    fn a_line_is_shown_letter_by_letter() {
        fn check(text: &str, expected: &str) {
            assert_eq!(inline(text, 1000), expected);
        }
        check(
            "reads until the end of file (twice), \"then\" closes",
            "reads until the end of file (twice), \"then\" closes",
        );
        check(
            "lesson2-echo: read_until",
            "lesson2-echo: read&#95;until"
                .replace("&#95;", "_")
                .as_str(),
        );
        check("<img onerror=x>", "&lt;img onerror&#61;x&gt;");
        check("![x](http://y)", "&#33;&#91;x&#93;(http&#58;//y)");
        check("www.x.example", "www&#46;x.example");
        check("1. x", "1&#46; x");
        check("- x --> *y*", "&#45; x &#45;&#45;&gt; &#42;y&#42;");
        check("a\n===", "a&#92;n&#61;&#61;&#61;");
        check("&lt;", "&amp;lt;");
        check("a|b`c`", "a&#124;b&#96;c&#96;");
        check("\u{202e}x", "&#92;u&#123;202e&#125;x");
    }

    #[test]
    fn a_fence_is_longer_than_any_inside() {
        assert_eq!(
            fenced("    a\n      b\n", 100).block,
            "```text\na\n  b\n```\n"
        );
        assert_eq!(
            fenced("````\n<b>\r\n\x1b[31m", 100).block,
            "`````text\n````\n<b>\n\\u{1b}[31m\n`````\n"
        );
        assert_eq!(fenced(" \n\n", 100).block, "");
        assert_eq!(
            fenced(&"x".repeat(30), 10).block,
            "```text\nxxxxxxxxxx… (and 20 more characters)\n```\n"
        );
    }

    #[test]
    fn a_fence_stays_short() {
        let block = fenced(&"`".repeat(30), 1000).block;
        let fence = "`".repeat(21);
        assert!(block.starts_with(&format!("{fence}text\n{}\\u{{60}}", "`".repeat(20))));
        assert!(block.ends_with(&format!("\\u{{60}}\n{fence}\n")), "{block}");
    }

    #[test]
    fn only_plain_names_are_code() {
        assert_eq!(
            code("src/bin/echo-server.rs", 100),
            "`src/bin/echo-server.rs`"
        );
        assert_eq!(code("a`b", 100), "a&#96;b");
        assert_eq!(code("", 100), "");
    }
}
