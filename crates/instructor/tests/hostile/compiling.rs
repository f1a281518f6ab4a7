//! Submissions that attack while they are compiled, or through what surrounds a program: manifests, build scripts, configurations.

use crate::class::Class;
use crate::class::repository;
use crate::expected::Row;
use crate::place::Place;
use std::fs;

const GREETER: &str = "src/bin/greeter.rs";

/// Lays them out, and says what they deserve.
pub(crate) fn rows(class: &Class, place: &Place) -> Vec<Row> {
    let mut rows = readers(class, place);
    rows.extend(burdens(class));
    rows.push(surroundings(class, place));
    rows
}

/// Who has the compiler read a file of the machine's.
fn readers(class: &Class, place: &Place) -> Vec<Row> {
    let secret = place.secret_file().display().to_string();
    let solution = repository().join("solutions/lesson2-echo/src/bin/greeter.rs");
    let results = place.out.join("plan.json").display().to_string();
    let sources = [
        (
            "includes-a-secret-as-text",
            format!("fn main() {{ println!(\"{{}}\", include_str!({secret:?})); }}\n"),
        ),
        (
            "includes-a-secret-as-bytes",
            format!("fn main() {{ println!(\"{{:?}}\", include_bytes!({secret:?})); }}\n"),
        ),
        (
            "includes-a-secret-as-source",
            format!("include!({secret:?});\nfn main() {{}}\n"),
        ),
        (
            "includes-a-secret-as-module",
            format!("#[path = {secret:?}]\nmod secret;\nfn main() {{}}\n"),
        ),
        (
            "includes-a-secret-as-documentation",
            format!("#![doc = include_str!({secret:?})]\nfn main() {{}}\n"),
        ),
        (
            "includes-a-secret-from-below",
            format!(
                "fn main() {{ println!(\"{{}}\", include_str!(\"{}{secret}\")); }}\n",
                "../".repeat(20)
            ),
        ),
        ("includes-a-secret-as-machine-code", machine_code(&secret)),
        (
            "includes-the-plan",
            format!("fn main() {{ println!(\"{{}}\", include_str!({results:?})); }}\n"),
        ),
        (
            "includes-the-solution",
            format!("#[path = {solution:?}]\nmod solution;\nfn main() {{}}\n"),
        ),
        (
            "includes-the-first-process",
            "fn main() { println!(\"{:?}\", include_bytes!(\"/proc/1/environ\")); }\n".to_owned(),
        ),
        (
            "links-a-file-of-the-system",
            "#[link(name = \"/etc/passwd\")]\nunsafe extern \"C\" {}\nfn main() {}\n".to_owned(),
        ),
        (
            "demands-a-variable",
            "fn main() { println!(\"{}\", env!(\"LOOPBACK_TEST_SECRET\")); }\n".to_owned(),
        ),
    ];
    let row = |(id, source): (&str, String)| {
        class.write(id, GREETER, source);
        Row::is_not_built(id, &["does not compile"])
    };
    let mut rows: Vec<Row> = sources.into_iter().map(row).collect();
    // It may compile: what the compiler's own process knows must be nobody's secret.
    let environment = "fn main() { eprintln!(\"{:?}\", String::from_utf8_lossy(include_bytes!(\"/proc/self/environ\"))); }\n";
    class.write("includes-the-environment", GREETER, environment);
    rows.push(Row::is_judged("includes-the-environment"));
    rows
}

/// The assembler reads files, too.
fn machine_code(secret: &str) -> String {
    let line = format!(".incbin {secret:?}");
    format!("std::arch::global_asm!({line:?});\nfn main() {{}}\n")
}

/// Who lets the compiler work without end.
fn burdens(class: &Class) -> Vec<Row> {
    for id in ["endless-const-evaluation", "macro-bomb"] {
        class.hostile(id, id);
    }
    class.write("ten-megabytes-of-diagnostics", GREETER, diagnostics());
    let nested = format!(
        "fn main() {{ {}1{}; }}\n",
        "(".repeat(100_000),
        ")".repeat(100_000)
    );
    class.write("overflows-the-compilers-stack", GREETER, nested);
    class.write(
        "claims-to-be-a-library",
        GREETER,
        "#![crate_type = \"cdylib\"]\npub fn nothing() {}\n",
    );
    class.write(
        "has-control-characters",
        GREETER,
        "fn main() { \x1b]0;owned\x07\x1b[2J let \u{202e}x = \0; }\n",
    );
    vec![
        Row::is_not_built("endless-const-evaluation", &["takes too long"]),
        Row::is_not_built("macro-bomb", &["too much memory", "takes too long"]),
        Row::is_not_built("ten-megabytes-of-diagnostics", &["does not compile"]),
        Row::is_not_built(
            "overflows-the-compilers-stack",
            &["breaks the compiler", "does not compile"],
        ),
        Row::is_judged("claims-to-be-a-library"),
        Row::is_not_built("has-control-characters", &["does not compile"]),
    ]
}

/// A hundred errors of 100 KiB each.
fn diagnostics() -> String {
    let text = "=cmd() ".repeat(15_000);
    let calls = "one!($text); ".repeat(100);
    format!(
        "macro_rules! one {{ ($text:literal) => {{ compile_error!($text); }}; }}\n\
         macro_rules! many {{ ($text:literal) => {{ {calls} }}; }}\n\
         many!(\"{text}\");\nfn main() {{}}\n"
    )
}

/// A good greeter in a package of its own making, each file of which would leave a trace if it were used.
fn surroundings(class: &Class, place: &Place) -> Row {
    let id = "brings-its-own-package";
    class.solved(id);
    for other in [
        "echo-server",
        "echo-client",
        "udp-echo-server",
        "unix-echo-server",
    ] {
        fs::remove_file(class.work(id).join(format!("src/bin/{other}.rs")))
            .expect("a file can be removed");
    }
    let trap = place.trap().display().to_string();
    let script = format!("fn main() {{ std::fs::write({trap:?}, \"build.rs\").unwrap(); }}\n");
    let wrapper = "[build]\nrustc-wrapper = \"/bin/false\"\n[target.x86_64-unknown-linux-gnu]\nlinker = \"/bin/false\"\n[net]\noffline = false\n";
    let manifest = "[package]\nname = \"lesson2-echo\"\nversion = \"9.9.9\"\nedition = \"2015\"\nbuild = \"build.rs\"\n\n[dependencies]\nlibc = \"*\"\n";
    let files = [
        ("Cargo.toml", manifest),
        ("Cargo.lock", "version = 99\n"),
        ("build.rs", script.as_str()),
        ("src/build.rs", script.as_str()),
        (".cargo/config.toml", wrapper),
        ("src/.cargo/config.toml", wrapper),
        ("rust-toolchain.toml", "[toolchain]\nchannel = \"1.0.0\"\n"),
        ("rust-toolchain", "1.0.0\n"),
        ("clippy.toml", "this is no TOML"),
    ];
    for (file, contents) in files {
        class.write(id, file, contents);
    }
    Row::passes(id)
        .ignored("Cargo.toml", "")
        .ignored("Cargo.lock", "")
        .ignored("build.rs", "")
        .ignored(".cargo", "")
        .ignored("rust-toolchain.toml", "")
}
