use super::*;

/// The words for lines of one thread, without their times.
fn check(lines: &[&str], expected: &[&str]) {
    let numbered = lines
        .iter()
        .enumerate()
        .map(|(number, line)| format!("7  100.00{number:04} {line} <0.000001>"));
    let calls = read(&numbered.collect::<Vec<String>>());
    let texts: Vec<&str> = calls.iter().map(|call| call.text.as_str()).collect();
    assert_eq!(texts, expected);
}

#[test]
fn a_server_over_ipv4_in_words() {
    check(
        &[
            r#"socket(AF_INET, SOCK_STREAM|SOCK_CLOEXEC, IPPROTO_IP) = 3<socket:[71]>"#,
            r#"setsockopt(3<socket:[71]>, SOL_SOCKET, SO_REUSEADDR, [1], 4) = 0"#,
            r#"bind(3<socket:[71]>, {sa_family=AF_INET, sin_port=htons(0), sin_addr=inet_addr("127.0.0.1")}, 16) = 0"#,
            r#"listen(3<socket:[71]>, 128) = 0"#,
            r#"accept4(3<socket:[71]>, {sa_family=AF_INET, sin_port=htons(60236), sin_addr=inet_addr("127.0.0.1")}, [128 => 16], SOCK_CLOEXEC) = 4<socket:[72]>"#,
            r#"read(4<socket:[72]>, "he said: \"a, b) = 7\"", 1024) = 19"#,
            r#"write(4<socket:[72]>, "he said: \"a, b) = 7\"", 19) = 19"#,
            r#"read(4<socket:[72]>, "", 1024) = 0"#,
            r#"shutdown(4<socket:[72]>, SHUT_WR) = 0"#,
            r#"close(4<socket:[72]>) = 0"#,
        ],
        &[
            "socket(INET, STREAM) = 3",
            "setsockopt(3, SO_REUSEADDR, 1) = 0",
            "bind(3, 127.0.0.1:0) = 0",
            "listen(3, 128) = 0",
            "accept(3) = 4",
            r#"read(4) = 19 "he said: \"a, b) = 7\"""#,
            r#"write(4, "he said: \"a, b) = 7\"") = 19"#,
            "read(4) = 0",
            "shutdown(4, SHUT_WR) = 0",
            "close(4) = 0",
        ],
    );
}

#[test]
fn addresses_of_ipv6_of_unix_and_of_nobody() {
    check(
        &[
            r#"bind(3<socket:[7]>, {sa_family=AF_INET6, sin6_port=htons(80), sin6_flowinfo=htonl(0), inet_pton(AF_INET6, "::1", &sin6_addr), sin6_scope_id=0}, 28) = 0"#,
            r#"bind(3<socket:[7]>, {sa_family=AF_UNIX, sun_path="/tmp/echo.sock"}, 17) = -1 EADDRINUSE (Address already in use)"#,
            r#"connect(3<socket:[7]>, {sa_family=AF_UNSPEC, sa_data="\0\0"}, 16) = 0"#,
            r#"recvfrom(3<socket:[7]>, "hello", 65536, 0, {sa_family=AF_INET, sin_port=htons(34246), sin_addr=inet_addr("127.0.0.1")}, [128 => 16]) = 5"#,
            r#"sendto(3<socket:[7]>, "hello", 5, MSG_NOSIGNAL, {sa_family=AF_INET, sin_port=htons(34246), sin_addr=inet_addr("127.0.0.1")}, 16) = 5"#,
        ],
        &[
            "bind(3, [::1]:80) = 0",
            r#"bind(3, "/tmp/echo.sock") = -1 EADDRINUSE (address already in use)"#,
            "connect(3, UNSPEC) = 0",
            r#"recv(3) = 5 "hello" from 127.0.0.1:34246"#,
            r#"send(3, "hello", to 127.0.0.1:34246) = 5"#,
        ],
    );
}

#[test]
fn errors_and_parts_and_bytes_that_are_no_text() {
    check(
        &[
            r#"read(4<socket:[7]>, 0x7ffc, 1024) = -1 ECONNRESET (Connection reset by peer)"#,
            r#"read(4<socket:[7]>, 0x7ffc, 1024) = -1 EAGAIN (Resource temporarily unavailable)"#,
            r#"write(4<socket:[7]>, "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"..., 8388608) = 2626560"#,
            r#"read(4<socket:[7]>, "caf\303\251\0001\n", 1024) = 8"#,
            r#"write(4<socket:[7]>, "x", 1) = -1 EPIPE (Broken pipe)"#,
            r#"socket(AF_INET, SOCK_STREAM, IPPROTO_IP) = -1 EMFILE (Too many open files)"#,
        ],
        &[
            "read(4) = -1 ECONNRESET (connection reset)",
            "read(4) = -1 EAGAIN (would block)",
            r#"write(4, "aaaaaaaaaaaaaaaaaaaaaaaa…", 8388608) = 2626560"#,
            r#"read(4) = 8 "caf\xc3\xa9\x001\n""#,
            r#"write(4, "x", 1) = -1 EPIPE (broken pipe)"#,
            "socket(INET, STREAM) = -1 EMFILE (too many open files)",
        ],
    );
}

#[test]
fn waits_say_what_they_waited_for() {
    check(
        &[
            r#"poll([{fd=3<socket:[7]>, events=POLLIN}, {fd=0<pipe:[9]>, events=POLLIN}], 2, -1) = 1 ([{fd=3, revents=POLLIN|POLLHUP}])"#,
            r#"poll([{fd=3<socket:[7]>, events=POLLIN}], 1, 10) = 0 (Timeout)"#,
            r#"epoll_wait(5<anon_inode:[eventpoll]>, [{events=EPOLLIN, data={u32=3, u64=3}}, {events=EPOLLIN|EPOLLOUT, data={u32=4, u64=4}}], 1024, -1) = 2"#,
            r#"select(4, [3<socket:[7]>], NULL, NULL, NULL) = 1 (in [3])"#,
            r#"setsockopt(4<socket:[8]>, SOL_SOCKET, SO_RCVTIMEO_OLD, "\0\0?B\17\0", 16) = 0"#,
            r#"fcntl(4<socket:[8]>, F_SETFL, O_RDWR|O_NONBLOCK) = 0"#,
            r#"fcntl(4<socket:[8]>, F_DUPFD_CLOEXEC, 0) = 6<socket:[8]>"#,
        ],
        &[
            "poll(3, 0) = 1 (3 IN|HUP)",
            "poll(3) = 0 (timeout)",
            "epoll_wait(5) = 2 (IN, IN|OUT)",
            "select(3) = 1 (in [3])",
            "setsockopt(4, SO_RCVTIMEO) = 0",
            "fcntl(4, F_SETFL, O_NONBLOCK) = 0",
            "fcntl(4, F_DUPFD) = 6",
        ],
    );
}

#[test]
fn what_is_no_conversation_is_left_out() {
    check(
        &[
            r#"execve("/bin/greeter", ["/bin/greeter", "a<socket:["], 0x7ffc /* 8 vars */) = 0"#,
            r#"read(3</usr/lib/libc.so.6>, "\177ELF<socket:[", 832) = 832"#,
            r#"poll([{fd=0</dev/null>, events=0}], 1, 0) = 0 (Timeout)"#,
            r#"write(1<pipe:[9]>, "listening on 127.0.0.1:1\n", 25) = 25"#,
            r#"socket(AF_NETLINK, SOCK_RAW|SOCK_CLOEXEC, NETLINK_ROUTE) = 3<socket:[70]>"#,
            r#"close(3<socket:[70]>) = 0"#,
            r#"socket(AF_UNIX, SOCK_STREAM|SOCK_CLOEXEC, 0) = 3<socket:[71]>"#,
            r#"connect(3<socket:[71]>, {sa_family=AF_UNIX, sun_path="/var/run/nscd/socket"}, 110) = -1 ENOENT (No such file or directory)"#,
            r#"close(3<socket:[71]>) = 0"#,
            r#"fcntl(4<socket:[72]>, F_GETFD) = 0x1 (flags FD_CLOEXEC)"#,
            "accept4(4<socket:[72]>, 0x7ffc, [128], 0) = ? ERESTARTSYS (To be restarted if SA_RESTART is set)",
        ],
        &[],
    );
}

#[test]
fn halves_of_two_threads_are_joined_and_stand_at_the_right_time() {
    let lines = [
        "7  100.000001 accept4(3<socket:[1]>,  <unfinished ...>",
        "8  100.000002 write(5<socket:[2]>, \"hi\", 2 <unfinished ...>",
        "9  100.000003 recvfrom(6<socket:[4]>,  <unfinished ...>",
        "8  100.000004 <... write resumed>) = 2 <0.000002>",
        "7  100.000009 <... accept4 resumed>NULL, NULL, SOCK_CLOEXEC) = 4<socket:[3]> <0.000008>",
        "7  100.000020 read(4<socket:[3]>, \"hi\", 9) = 2 <0.000030>",
        "7  100.000060 accept4(3<socket:[1]>,  <unfinished ...>) = ?",
        "7  100.000061 +++ killed by SIGKILL +++",
    ];
    let calls: Vec<(u64, String)> = read(&lines)
        .into_iter()
        .map(|call| (call.at_us - 100_000_000, call.text))
        .collect();
    let expected = [
        // What goes out stands where it was made, what comes in where it came, and what never returned where it began.
        (2, "write(5, \"hi\") = 2"),
        (3, "recv(6) = ?"),
        (9, "accept(3) = 4"),
        (50, "read(4) = 2 \"hi\""),
        (60, "accept(3) = ?"),
    ];
    assert_eq!(calls, expected.map(|(at, text)| (at, text.to_owned())));
}

#[test]
fn long_runs_are_folded_and_short_ones_are_not() {
    let round = [
        r#"read(4<socket:[7]>, "abc", 3) = 3"#,
        r#"write(4<socket:[7]>, "abc", 3) = 3"#,
    ];
    let end = r#"read(4<socket:[7]>, "", 3) = 0"#;
    let shown = [r#"read(4) = 3 "abc""#, r#"write(4, "abc") = 3"#];
    check(
        &[&round.repeat(5)[..], &[end]].concat(),
        &[&shown.repeat(5)[..], &["read(4) = 0"]].concat(),
    );
    check(
        &[&round.repeat(42)[..], &[end]].concat(),
        &[
            &shown.repeat(2)[..],
            &["… 40 more rounds: read(4), write(4)", "read(4) = 0"],
        ]
        .concat(),
    );
    check(
        &[round[0]].repeat(9),
        &[shown[0], shown[0], "… 7 more: read(4), 21 bytes"],
    );
}

#[test]
fn a_start_is_told_from_a_refusal() {
    assert!(is_start(
        "7  1.000000 execve(\"/bin/greeter\", [\"greeter\"], 0x7 /* 9 vars */) = 0 <0.000001>"
    ));
    assert!(!is_start(
        "7  1.000000 execve(\"/etc/passwd\", [\"passwd\"], 0x7 /* 9 vars */) = -1 EACCES (Permission denied) <0.000001>"
    ));
}
