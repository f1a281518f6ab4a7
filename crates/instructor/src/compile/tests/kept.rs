//! What needs not be compiled again, and what must be.

use super::*;

/// The programs of the submission that had to be compiled.
fn compiled(case: &Case, kept: &Kept) -> Vec<String> {
    let prepared = &ways().rustc;
    let folder = Folder::new();
    let (workspace, out, taken) = (
        folder.0.join("workspace"),
        folder.0.join("out"),
        folder.0.join("taken"),
    );
    std::fs::create_dir(&out).unwrap();
    std::fs::create_dir(&taken).unwrap();
    stage(
        &prepared.template,
        case.lesson.name,
        &case.sources(),
        &workspace,
    )
    .unwrap();
    let begun = kept.begin(case.lesson, &case.sources(), &taken).unwrap();
    let left = begun.left();
    let mut job = prepared
        .job(case.lesson, &workspace, &out, 0, CompileJob::SECONDS)
        .unwrap();
    job.programs = left.clone();
    let builds = begun.finish(&out, compile(&job, &Plain).unwrap()).unwrap();
    let names: Vec<&str> = builds.iter().map(|build| build.name.as_str()).collect();
    assert_eq!(names, case.lesson.programs);
    for build in builds {
        assert!(build.ok, "{build:#?}");
        let said = run(&taken, &build.name).stderr;
        assert!(!said.is_empty(), "{} says nothing", build.name);
    }
    left
}

#[test]
fn a_program_is_compiled_again_only_where_something_that_it_is_made_of_differs() {
    let folder = Folder::new();
    let kept = Kept::open(&folder.0.join("one"), "one", Kept::BYTES).unwrap();
    let both = ["sum-server", "sum-client"];
    assert_eq!(compiled(&Case::skeleton("lesson3"), &kept), both);
    assert_eq!(compiled(&Case::skeleton("lesson3"), &kept), [""; 0]);
    let client = Case::skeleton("lesson3");
    client.write("bin/sum-client.rs", "fn main() { panic!(\"another\") }\n");
    assert_eq!(compiled(&client, &kept), ["sum-client"]);
    let library = Case::skeleton("lesson3");
    let text = std::fs::read_to_string(library.sources().join("src/sum.rs")).unwrap();
    library.write("sum.rs", &format!("{text}\n"));
    assert_eq!(compiled(&library, &kept), both);
    let added = Case::skeleton("lesson3");
    added.write("bin/sum-server/more.rs", "");
    assert_eq!(compiled(&added, &kept), both);
    let elsewhere = Kept::open(&folder.0.join("two"), "two", 0).unwrap();
    assert_eq!(compiled(&Case::skeleton("lesson3"), &elsewhere), both);
    // And there is no room.
    assert_eq!(compiled(&Case::skeleton("lesson3"), &elsewhere), both);
}

#[test]
fn a_program_that_reads_another_ones_file_is_never_kept() {
    let folder = Folder::new();
    let kept = Kept::open(&folder.0.join("one"), "one", Kept::BYTES).unwrap();
    let case = Case::skeleton("lesson3");
    case.write(
        "bin/sum-client.rs",
        "#[path = \"sum-server.rs\"]\n#[allow(dead_code)]\nmod server;\nfn main() { panic!(\"this\") }\n",
    );
    assert_eq!(compiled(&case, &kept), ["sum-server", "sum-client"]);
    assert_eq!(compiled(&case, &kept), ["sum-client"]);
    case.write(
        "bin/sum-client.rs",
        "fn main() { panic!(\"{}\", include_str!(\"../bin/sum-server.rs\")) }\n",
    );
    assert_eq!(compiled(&case, &kept), ["sum-client"]);
    assert_eq!(compiled(&case, &kept), ["sum-client"]);
    // The same file by another path.
    case.write(
        "bin/sum-client.rs",
        "fn main() { panic!(\"{}\", include_str!(\"./sum-server.rs\")) }\n",
    );
    assert_eq!(compiled(&case, &kept), ["sum-client"]);
    assert_eq!(compiled(&case, &kept), ["sum-client"]);
    // What the assembler reads, nobody tells.
    for text in [
        "core::arch::global_asm!(\"\");\nfn main() { panic!(\"this\") }\n",
        "#[link(name = \"c\")]\nunsafe extern \"C\" {}\nfn main() { panic!(\"this\") }\n",
    ] {
        case.write("bin/sum-client.rs", text);
        assert_eq!(compiled(&case, &kept), ["sum-client"]);
        assert_eq!(compiled(&case, &kept), ["sum-client"]);
    }
}
