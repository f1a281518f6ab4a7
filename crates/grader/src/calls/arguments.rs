//! The arguments of a call, as strace writes them: `4<socket:[12]>, "hello, you", [128 => 16]`.

/// A descriptor that is a socket.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Socket<'a> {
    pub(super) descriptor: &'a str,
    /// The system's own number for it, which no other socket has.
    pub(super) inode: &'a str,
}

/// Splits at the commas that stand outside of texts and brackets.
pub(super) fn split(arguments: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let (mut start, mut depth, mut quoted, mut escaped) = (0, 0_i32, false, false);
    for (at, letter) in arguments.char_indices() {
        match letter {
            _ if escaped => escaped = false,
            '\\' if quoted => escaped = true,
            '"' => quoted = !quoted,
            _ if quoted => {}
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' => depth -= 1,
            ',' if depth == 0 => {
                parts.push(arguments[start..at].trim());
                start = at + 1;
            }
            _ => {}
        }
    }
    let last = arguments[start..].trim();
    if !last.is_empty() {
        parts.push(last);
    }
    parts
}

/// Every socket that a call names, in its arguments or its result.
pub(super) fn sockets(text: &str) -> Vec<Socket<'_>> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("<socket:[") {
        let Some((inode, behind)) = after.split_once("]>") else {
            break;
        };
        let digits = before.trim_end_matches(|letter: char| letter.is_ascii_digit());
        found.push(Socket {
            descriptor: &before[digits.len()..],
            inode,
        });
        rest = behind;
    }
    found
}

/// A descriptor without what strace says about it: `4` of `4<socket:[12]>`.
pub(super) fn descriptor(argument: &str) -> &str {
    argument.split('<').next().unwrap_or(argument)
}

/// What stands between two marks.
pub(super) fn between<'a>(text: &'a str, before: &str, after: &str) -> Option<&'a str> {
    Some(text.split_once(before)?.1.split_once(after)?.0)
}

/// `127.0.0.1:10000`, `[::1]:10000` or a path.
pub(super) fn address(argument: &str) -> String {
    let port = between(argument, "_port=htons(", ")").unwrap_or("?");
    if let Some(ip) = between(argument, "inet_addr(\"", "\"") {
        return format!("{ip}:{port}");
    }
    if let Some(ip) = between(argument, "inet_pton(AF_INET6, \"", "\"") {
        return format!("[{ip}]:{port}");
    }
    if let Some((_, path)) = argument.split_once("sun_path=") {
        return path.trim_end_matches('}').to_owned();
    }
    // `UNSPEC` takes an address back; a Unix-domain socket that asks may have none.
    let family = argument.split_once("sa_family=AF_").map(|(_, rest)| rest);
    let family = family.and_then(|rest| rest.split([',', '}']).next());
    family.unwrap_or("?").to_owned()
}

/// The bytes of a text in quotes, the first of the argument; and whether strace has left out the rest.
pub(super) fn text(argument: &str) -> Option<(Vec<u8>, bool)> {
    let (_, quoted) = argument.split_once('"')?;
    let mut bytes = Vec::new();
    let mut letters = quoted.bytes().peekable();
    loop {
        match letters.next()? {
            b'"' => break,
            b'\\' => match letters.next()? {
                b'n' => bytes.push(b'\n'),
                b't' => bytes.push(b'\t'),
                b'r' => bytes.push(b'\r'),
                b'v' => bytes.push(0x0b),
                b'f' => bytes.push(0x0c),
                digit @ b'0'..=b'7' => {
                    let mut value = u32::from(digit - b'0');
                    // One to three digits: strace writes no more than the next letter forces it to.
                    for _ in 0..2 {
                        let Some(next @ b'0'..=b'7') = letters.peek() else {
                            break;
                        };
                        value = value * 8 + u32::from(*next - b'0');
                        letters.next();
                    }
                    bytes.push(value as u8);
                }
                other => bytes.push(other),
            },
            plain => bytes.push(plain),
        }
    }
    Some((bytes, letters.next() == Some(b'.')))
}
