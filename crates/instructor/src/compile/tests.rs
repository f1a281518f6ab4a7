//! Submissions compiled both ways, by the compiler directly and through cargo: the same verdict on each program.

mod hostile;
mod kept;
mod legal;

use super::take::take;
use super::*;
use std::path::Path;
use std::path::PathBuf;
use std::sync::Mutex;
use std::sync::MutexGuard;
use std::sync::OnceLock;
use std::sync::atomic::AtomicU32;
use std::sync::atomic::Ordering;
use std::time::Duration;
use std::time::Instant;

/// Both ways, ready.
struct Ways {
    rustc: Prepared,
    cargo: Prepared,
}

fn ways() -> &'static Ways {
    static WAYS: OnceLock<Ways> = OnceLock::new();
    WAYS.get_or_init(|| {
        let (root, target) = (xtask::share::root(), xtask::share::target());
        let make = |build| prepare(&root, &target, xtask::share::course(), build, &|_| ());
        Ways {
            rustc: make(Build::Rustc).expect("the template can be built and recorded"),
            cargo: make(Build::Cargo).expect("the template can be built"),
        }
    })
}

/// A folder that goes when its test ends.
struct Folder(PathBuf);

impl Folder {
    fn new() -> Folder {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let name = format!("loopback-compile-{}-{number}", std::process::id());
        let folder = std::env::temp_dir().join(name);
        std::fs::create_dir(&folder).unwrap();
        Folder(folder)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// One submission.
struct Case {
    lesson: &'static grader::Lesson,
    folder: Folder,
    seconds: u64,
}

impl Case {
    fn new(lesson: &str, files: &[(&str, &str)]) -> Case {
        let case = Case {
            lesson: xtask::share::find_lesson(lesson).unwrap(),
            folder: Folder::new(),
            seconds: CompileJob::SECONDS,
        };
        for (name, text) in files {
            case.write(name, text);
        }
        case
    }

    /// The files below `src/` of a folder of ours.
    fn of(lesson: &str, folder: &Path) -> Case {
        let case = Case::new(lesson, &[]);
        super::stage::copy_folder(&folder.join("src"), &case.sources().join("src")).unwrap();
        case
    }

    /// The lesson as it is handed out.
    fn skeleton(lesson: &str) -> Case {
        let name = xtask::share::find_lesson(lesson).unwrap().name;
        Case::of(
            lesson,
            &xtask::share::root()
                .join("crates")
                .join(name)
                .join("skeleton"),
        )
    }

    fn sources(&self) -> PathBuf {
        self.folder.0.join("sources")
    }

    fn write(&self, name: &str, text: &str) {
        let file = self.sources().join("src").join(name);
        std::fs::create_dir_all(file.parent().unwrap()).unwrap();
        std::fs::write(file, text).unwrap();
    }

    fn compile(&self, prepared: &Prepared, name: &str) -> (Vec<classroom::ProgramBuild>, PathBuf) {
        let folder = self.folder.0.join(name);
        let (workspace, out) = (folder.join("workspace"), folder.join("out"));
        std::fs::create_dir_all(&out).unwrap();
        let lane = lane();
        stage(
            &prepared.template,
            self.lesson.name,
            &self.sources(),
            &workspace,
        )
        .unwrap();
        let job = prepared
            .job(self.lesson, &workspace, &out, 0, self.seconds)
            .unwrap();
        let start = Instant::now();
        let builds = compile(&job, &Plain).unwrap();
        let most = Duration::from_secs(self.seconds + 10);
        assert!(start.elapsed() < most, "{:?}", start.elapsed());
        drop(lane);
        for build in &builds {
            let executable = take(&out, &build.name, &folder).unwrap();
            assert_eq!(
                executable.is_ok(),
                build.ok,
                "{} {executable:?}",
                build.name
            );
        }
        (builds, folder)
    }

    /// The answer, which is the same both ways but for the compiler's words, and the folder with the executables.
    fn both(&self) -> (Vec<classroom::ProgramBuild>, PathBuf) {
        let (direct, folder) = self.compile(&ways().rustc, "direct");
        let (cargo, _) = self.compile(&ways().cargo, "cargo");
        assert_eq!(
            verdicts(&direct),
            verdicts(&cargo),
            "{direct:#?}\n{cargo:#?}"
        );
        (direct, folder)
    }
}

/// Through cargo, one submission after the other.
fn lane() -> MutexGuard<'static, ()> {
    static LANE: Mutex<()> = Mutex::new(());
    LANE.lock().unwrap_or_else(|poisoned| poisoned.into_inner())
}

fn verdicts(builds: &[classroom::ProgramBuild]) -> Vec<(&str, bool, &str)> {
    builds
        .iter()
        .map(|build| (build.name.as_str(), build.ok, build.reason.as_str()))
        .collect()
}

/// A lesson with a single program, and this for its source.
fn one_program(source: &str) -> Case {
    Case::new("lesson4", &[("bin/blackjack-server.rs", source)])
}

fn run(folder: &Path, program: &str) -> std::process::Output {
    std::process::Command::new(folder.join(program))
        .output()
        .unwrap()
}
