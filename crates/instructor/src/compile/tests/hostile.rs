//! What somebody could hand in to harm the grader. What a cell forbids, such as reading our files, is not tried here.

use super::*;

#[test]
fn endless_compilation_ends_at_the_limit_and_leaves_time_for_the_others() {
    let mut case = Case::skeleton("lesson3");
    case.write(
        "bin/sum-server.rs",
        "#![allow(long_running_const_eval)]\nconst ENDLESS: () = loop {};\nfn main() { ENDLESS }\n",
    );
    case.seconds = 8;
    let (builds, _) = case.compile(&ways().rustc, "direct");
    assert_eq!(
        verdicts(&builds),
        [
            ("sum-server", false, "compiling it takes too long"),
            ("sum-client", true, "")
        ]
    );
    assert_eq!(builds[0].diagnostics, "");
    // Through cargo they are compiled side by side.
    let (builds, _) = case.compile(&ways().cargo, "cargo");
    assert_eq!(builds[0].reason, "compiling it takes too long");
}

#[test]
fn megabytes_of_errors_are_cut_and_counted() {
    let mut source = "fn main() {\n".to_owned();
    for number in 0..20_000 {
        source.push_str(&format!("    let _: u32 = \"{number}\";\n"));
    }
    source.push_str("}\n");
    let (builds, _) = one_program(&source).both();
    let said = &builds[0].diagnostics;
    assert!(
        said.len() <= CompileJob::DIAGNOSTICS + 100,
        "{}",
        said.len()
    );
    assert!(said.len() > CompileJob::DIAGNOSTICS / 2, "{}", said.len());
    let count: usize = said.matches("error[E0308]").count();
    assert!(
        said.ends_with(&format!(
            "({} errors more, left out or cut)\n",
            20_000 - count
        )),
        "{}",
        &said[said.len() - 200..]
    );
}

#[test]
fn one_huge_error_is_cut_or_counted() {
    for size in [100_000, 3_000_000] {
        let source = format!(
            "compile_error!(\"{}\");\nfn main() {{}}\n",
            "é".repeat(size / 2)
        );
        let (builds, _) = one_program(&source).both();
        let said = &builds[0].diagnostics;
        assert!(
            said.len() <= CompileJob::DIAGNOSTICS + 100,
            "{}",
            said.len()
        );
        assert!(
            said.ends_with("(1 error more, left out or cut)\n"),
            "{size}"
        );
    }
}

#[test]
fn messages_hold_nothing_that_a_terminal_obeys_and_no_path_of_ours() {
    let case = one_program(
        "compile_error!(\"a\u{1b}[31mred\u{7}\\u{202e}\\0b\");\nfn main() { x }\n#[link(name = \"nowhere\")] unsafe extern \"C\" {}\n",
    );
    let (builds, _) = case.both();
    let said = &builds[0].diagnostics;
    assert!(said.contains("[31mred"), "{said}");
    assert!(
        !said.contains(
            |letter: char| letter != '\n' && (letter.is_control() || letter == '\u{202e}')
        ),
        "{said:?}"
    );
    let case = one_program(
        "#[link(name = \"nowhere\")] unsafe extern \"C\" { fn missing(); }\nfn main() { unsafe { missing() } }\n",
    );
    for (prepared, name) in [(&ways().rustc, "one"), (&ways().cargo, "other")] {
        let (builds, folder) = case.compile(prepared, name);
        let said = &builds[0].diagnostics;
        assert!(said.contains("nowhere"), "{said}");
        let ours = [&folder, &prepared.sysroot, &prepared.dependencies];
        for path in ours {
            assert!(!said.contains(&*path.to_string_lossy()), "{said}");
        }
    }
}

#[test]
fn the_environment_of_the_grader_cannot_be_read() {
    let variables = [
        "CARGO_HOME",
        "CARGO_TARGET_DIR",
        "LOOPBACK_RECORD",
        "USER",
        "OUT_DIR",
    ];
    for variable in variables {
        let source =
            format!("fn main() {{ println!(\"{{:?}}\", option_env!(\"{variable}\")); }}\n");
        let case = one_program(&source);
        let (builds, folder) = case.compile(&ways().rustc, "direct");
        assert!(builds[0].ok, "{builds:#?}");
        assert_eq!(
            run(&folder, "blackjack-server").stdout,
            b"None\n",
            "{variable}"
        );
    }
    let case = one_program("fn main() { print!(\"{}\", env!(\"HOME\")); }\n");
    let (builds, folder) = case.both();
    assert!(builds[0].ok, "{builds:#?}");
    assert_eq!(run(&folder, "blackjack-server").stdout, b"/");
}

#[test]
fn a_doubling_macro_is_stopped_by_the_compiler_or_by_us() {
    let mut case = one_program(
        "macro_rules! double { ($($t:tt)*) => { double!($($t)* $($t)*); }; }\ndouble!(a b c d);\nfn main() {}\n",
    );
    case.seconds = 3;
    let (builds, _) = case.compile(&ways().rustc, "direct");
    assert!(!builds[0].ok, "{builds:#?}");
}

#[test]
fn only_regular_files_of_a_bounded_size_are_taken() {
    let folder = Folder::new();
    let out = &folder.0;
    let to = out.join("to");
    std::fs::create_dir(&to).unwrap();
    std::fs::write(out.join("secret"), "secret").unwrap();
    std::os::unix::fs::symlink(out.join("secret"), out.join("link")).unwrap();
    nix::unistd::mkfifo(&out.join("pipe"), nix::sys::stat::Mode::S_IRWXU).unwrap();
    std::fs::File::create(out.join("large"))
        .unwrap()
        .set_len(take::LARGEST + 1)
        .unwrap();
    for name in ["link", "pipe", "large", "to", "nothing"] {
        assert!(take::take(out, name, &to).unwrap().is_err(), "{name}");
        assert!(!to.join(name).exists(), "{name}");
    }
    let taken = take::take(out, "secret", &to).unwrap().unwrap();
    assert_eq!(std::fs::read(taken).unwrap(), b"secret");
    // Our own trouble is told apart from a student's.
    assert!(
        take::take(out, "secret", &to).is_err(),
        "nothing is written over"
    );
    assert!(take::take(out, "secret", &out.join("nowhere")).is_err());
}

#[test]
fn a_program_holds_no_path_of_this_machine() {
    let case = Case::skeleton("lesson2");
    let prepared = &ways().rustc;
    let (_, folder) = case.compile(prepared, "direct");
    let program = std::fs::read(folder.join("echo-client")).unwrap();
    let has = |text: &str| {
        let mut windows = program.windows(text.len());
        windows.any(|window| window == text.as_bytes())
    };
    assert!(
        has("cargo/registry/src/"),
        "a panic in a dependency says where"
    );
    let ours = [
        &folder,
        &prepared.sysroot,
        &prepared.dependencies,
        &ways().cargo.readable()[2],
    ];
    for path in ours {
        assert!(!has(&path.to_string_lossy()), "{}", path.display());
    }
}

#[test]
fn of_cargos_home_nothing_is_shown_that_may_be_a_secret() {
    let folder = Folder::new();
    let home = &folder.0;
    std::fs::create_dir(home.join("registry")).unwrap();
    std::fs::write(home.join("credentials.toml"), "token = \"secret\"").unwrap();
    let config = home.join("config.toml");
    std::fs::write(&config, "[source.crates-io]\nreplace-with = \"near\"\n").unwrap();
    let shown = || prepare::of_cargo(home);
    assert_eq!(shown(), [home.join("registry"), config.clone()]);
    for secret in [
        "[registry]\ntoken = \"x\"\n",
        "[http]\nproxy = \"near:1\"\n",
        "[source.near]\nregistry = \"https://me:x@near.example/\"\n",
    ] {
        std::fs::write(&config, secret).unwrap();
        assert_eq!(shown(), [home.join("registry")], "{secret}");
    }
}
