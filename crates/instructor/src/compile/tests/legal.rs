//! What `check` compiles, however odd.

use super::*;

#[test]
fn every_skeleton_and_every_solution_compiles_both_ways() {
    for lesson in xtask::share::course() {
        let skeleton = Case::skeleton(lesson.name);
        let solution = Case::of(
            lesson.name,
            &xtask::share::root().join("solutions").join(lesson.name),
        );
        rename_library(&solution);
        for case in [skeleton, solution] {
            let (builds, folder) = case.both();
            assert_eq!(builds.len(), lesson.programs.len());
            for build in builds {
                assert!(build.ok && build.diagnostics.is_empty(), "{build:#?}");
                let help = std::process::Command::new(folder.join(&build.name))
                    .arg("--help")
                    .output()
                    .unwrap();
                assert!(help.status.code().is_some(), "{} {help:?}", build.name);
            }
        }
    }
}

/// A solution's library is named after its own package.
fn rename_library(case: &Case) {
    let bin = case.sources().join("src").join("bin");
    for entry in std::fs::read_dir(bin).unwrap() {
        let file = entry.unwrap().path();
        let text = std::fs::read_to_string(&file).unwrap();
        std::fs::write(file, text.replace("_solution::", "::")).unwrap();
    }
}

#[test]
fn a_program_may_be_spread_over_modules_and_a_library() {
    let case = Case::skeleton("lesson2");
    case.write("wire.rs", "pub fn name() -> &'static str { \"wire\" }\n");
    case.write("text.txt", "hello");
    case.write("deep/mod.rs", "pub mod deeper;\n");
    case.write(
        "deep/deeper.rs",
        "pub fn name() -> &'static str { \"deeper\" }\n",
    );
    case.write(
        "lib.rs",
        "pub mod deep;\npub fn library() -> &'static str { \"library\" }\n",
    );
    case.write(
        "bin/greeter.rs",
        r#"
        #[path = "../wire.rs"]
        mod wire;
        use lesson2_echo::library;
        fn main() {
            println!("{} {} {}", wire::name(), library(), lesson2_echo::deep::deeper::name());
            println!("{}", include_str!("../text.txt"));
            println!("{} {} {}", env!("CARGO_PKG_NAME"), env!("CARGO_PKG_VERSION"), env!("CARGO_BIN_NAME"));
            println!("{} {}", file!(), module_path!());
        }
        "#,
    );
    let (builds, folder) = case.both();
    assert!(builds.iter().all(|build| build.ok), "{builds:#?}");
    let said = String::from_utf8(run(&folder, "greeter").stdout).unwrap();
    let expected = "wire library deeper\nhello\nlesson2-echo 0.1.0 greeter\nexercises/lesson2-echo/src/bin/greeter.rs greeter\n";
    assert_eq!(said, expected);
}

#[test]
fn unsafe_code_tests_and_the_manifests_crates_are_all_right() {
    let case = Case::skeleton("lesson2");
    case.write(
        "bin/greeter.rs",
        r#"
        use clap::Parser;
        #[derive(Parser)]
        struct Arguments { #[arg(default_value_t = 3)] number: u32 }
        fn main() {
            let number = Arguments::parse().number;
            let socket = socket2::Socket::new(socket2::Domain::IPV4, socket2::Type::STREAM, None);
            let same = unsafe { *std::ptr::from_ref(&number) };
            println!("{same} {}", socket.is_ok());
        }
        #[cfg(test)]
        mod tests { #[test] fn it_works() { assert_eq!(1, 1); } }
        "#,
    );
    let (builds, folder) = case.both();
    assert!(builds.iter().all(|build| build.ok), "{builds:#?}");
    assert_eq!(run(&folder, "greeter").stdout, b"3 true\n");
}

#[test]
fn a_panic_names_its_line_and_an_overflow_is_one() {
    let case = one_program(
        "fn main() {\n    let most = std::hint::black_box(u8::MAX);\n    println!(\"{}\", most + 1);\n}\n",
    );
    let (builds, folder) = case.both();
    assert!(builds[0].ok, "{builds:#?}");
    let run = run(&folder, "blackjack-server");
    let said = String::from_utf8(run.stderr).unwrap();
    assert_eq!(run.status.code(), Some(101));
    assert!(
        said.contains(
            "panicked at exercises/lesson4-blackjack/src/bin/blackjack-server.rs:3:20:\n"
        ),
        "{said}"
    );
    assert!(said.contains("attempt to add with overflow"), "{said}");
}

#[test]
fn what_is_missing_is_said_and_the_rest_compiles() {
    let case = Case::skeleton("lesson3");
    std::fs::remove_file(case.sources().join("src/bin/sum-client.rs")).unwrap();
    let (builds, _) = case.both();
    assert_eq!(
        verdicts(&builds),
        [
            ("sum-server", true, ""),
            ("sum-client", false, "src/bin/sum-client.rs is missing")
        ]
    );
    let nothing = Case::new("lesson3", &[]);
    let (builds, _) = nothing.both();
    assert!(
        builds
            .iter()
            .all(|build| build.reason.ends_with(" is missing")),
        "{builds:#?}"
    );
}

#[test]
fn one_program_that_does_not_compile_leaves_the_others_alone() {
    let case = Case::skeleton("lesson3");
    case.write(
        "bin/sum-server.rs",
        "fn main() {\n    let number: u32 = \"one\";\n}\n",
    );
    let (builds, _) = case.both();
    assert_eq!(
        verdicts(&builds),
        [
            ("sum-server", false, "it does not compile"),
            ("sum-client", true, "")
        ]
    );
    let expected = "error[E0308]: mismatched types
 --> exercises/lesson3-sum-server/src/bin/sum-server.rs:2:23
  |
2 |     let number: u32 = \"one\";
  |                 ---   ^^^^^ expected `u32`, found `&str`
  |                 |
  |                 expected due to this

";
    assert_eq!(builds[0].diagnostics, expected);
    let (cargo, _) = case.compile(&ways().cargo, "again");
    assert_eq!(cargo[0].diagnostics, expected);
}

#[test]
fn a_broken_library_breaks_every_program_and_is_told_once() {
    let case = Case::skeleton("lesson3");
    case.write("lib.rs", "pub fn broken( {}\n");
    let (builds, _) = case.both();
    let reason = "src/lib.rs: it does not compile";
    assert_eq!(
        verdicts(&builds),
        [("sum-server", false, reason), ("sum-client", false, reason)]
    );
    assert!(
        builds[0]
            .diagnostics
            .contains("exercises/lesson3-sum-server/src/lib.rs:1:19"),
        "{builds:#?}"
    );
    assert_eq!(builds[1].diagnostics, "");
}

#[test]
fn warnings_count_only_where_the_student_says_so() {
    let warns = "fn main() { let unused = 1; }\n";
    let (builds, _) = one_program(warns).both();
    assert!(
        builds[0].ok && builds[0].diagnostics.is_empty(),
        "{builds:#?}"
    );
    let (builds, _) = one_program(&format!("#![deny(warnings)]\n{warns}")).both();
    assert!(!builds[0].ok, "{builds:#?}");
    assert!(
        builds[0]
            .diagnostics
            .starts_with("error: unused variable: `unused`"),
        "{builds:#?}"
    );
}

#[test]
fn only_the_manifests_crates_can_be_used() {
    for stranger in [
        "libc",
        "serde",
        "socket2",
        "rustc_driver",
        "lesson4_blackjack_checks",
    ] {
        let (builds, _) = one_program(&format!("use {stranger} as _;\nfn main() {{}}\n")).both();
        assert_eq!(
            builds[0].reason, "it does not compile",
            "{stranger}: {builds:#?}"
        );
    }
}

#[test]
fn what_was_prepared_once_is_taken_the_next_time() {
    ways();
    let (root, target) = (xtask::share::root(), xtask::share::target());
    let say = |text: &str| panic!("it is {text} again");
    let again = prepare(&root, &target, xtask::share::course(), Build::Auto, &say).unwrap();
    assert_eq!(again.fell_back, None);
    assert!(again.compiler.starts_with("rustc "), "{}", again.compiler);
    assert_eq!(again.fingerprint, ways().rustc.fingerprint);
    assert_eq!(
        again.readable(),
        [again.sysroot.clone(), again.dependencies.clone()]
    );
    assert!(ways().cargo.readable().len() > again.readable().len());
}

#[test]
fn the_template_has_our_versions_of_every_crate() {
    let read = |folder: &Path| std::fs::read_to_string(folder.join("Cargo.lock")).unwrap();
    let ours = read(&xtask::share::root());
    let theirs = read(&ways().rustc.template);
    let crates = |lock: &str| -> std::collections::BTreeSet<String> {
        let packages = lock.split("[[package]]\n").skip(1);
        let of_registry = packages.filter(|package| package.contains("checksum = "));
        let heads =
            of_registry.map(|package| package.lines().take(4).collect::<Vec<_>>().join(" "));
        heads.collect()
    };
    assert!(crates(&theirs).len() > 10, "{theirs}");
    assert!(crates(&theirs).is_subset(&crates(&ours)), "{theirs}");
}
