//! What is done once, before the first submission: the template is built, and the recipe noted.

use super::job::Build;
use super::job::CompileJob;
use super::job::Method;
use super::recipe;
use super::recipe::LessonRecipe;
use super::recipe::Recipe;
use super::template::Source;
use anyhow::Context;
use anyhow::Result;
use anyhow::anyhow;
use anyhow::bail;
use anyhow::ensure;
use grader::Lesson;
use sha2::Digest;
use sha2::Sha256;
use std::collections::BTreeMap;
use std::fs;
use std::fs::File;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::path::PathBuf;
use std::process::Command;
use std::process::Output;

/// Everything that compiling needs.
#[derive(Debug)]
pub(crate) struct Prepared {
    /// The template's workspace, to [`super::stage()`] submissions from.
    pub(crate) template: PathBuf,
    /// The compiled dependencies, which a cell shows read-only.
    pub(crate) dependencies: PathBuf,
    /// The compiler and its files, which a cell shows read-only.
    pub(crate) sysroot: PathBuf,
    /// What `rustc -vV` says.
    pub(crate) compiler: String,
    /// Names everything that a program depends on beside its own files: the compiler, the dependencies, our manifests.
    pub(crate) fingerprint: String,
    /// Why submissions are compiled through cargo, where nobody asked for that.
    pub(crate) fell_back: Option<String>,
    /// Cargo and its folder, for jobs that need them.
    cargo: PathBuf,
    home: PathBuf,
    flags: Vec<String>,
    target: PathBuf,
    recipe: Option<Recipe>,
}

/// Makes the template in `target/grade`, or takes the one that is there, where it is still right.
///
/// `root` is our workspace; `say` hears what takes long.
///
/// # Errors
/// Where the dependencies cannot be compiled, or with [`Build::Rustc`] no recipe be made.
pub(crate) fn prepare(
    root: &Path,
    target: &Path,
    lessons: &[&'static Lesson],
    build: Build,
    say: &dyn Fn(&str),
) -> Result<Prepared> {
    let grade = target.join("grade");
    fs::create_dir_all(&grade).with_context(|| format!("failed to make {}", grade.display()))?;
    let grade = grade.canonicalize().context("failed to find it again")?;
    let lock = File::create(grade.join("lock")).context("failed to make a lock file")?;
    // Another grader may be preparing the same folder.
    lock.lock()
        .context("failed to lock the folder of the template")?;
    let place = Place::find(&grade)?;
    let source = Source { root, lessons };
    let fingerprint = place.fingerprint(&source)?;
    let file = grade.join("recipe.json");
    let mut recipe = Recipe::read(&file, &fingerprint, &place.dependencies());
    let mut fell_back = None;
    if recipe.is_none() {
        say("compiling the lessons' dependencies (only the first time)");
        source.write(&place.template)?;
        place.build()?;
        match place.recipe(lessons, fingerprint.clone()) {
            Ok(fresh) => {
                fresh.write(&file).context("failed to keep the recipe")?;
                recipe = Some(fresh);
            }
            Err(error) if build == Build::Rustc => return Err(error),
            Err(error) => fell_back = Some(format!("{error:#}")),
        }
    }
    if build == Build::Cargo {
        (recipe, fell_back) = (None, None);
    }
    Ok(Prepared {
        dependencies: place.dependencies(),
        template: place.template,
        sysroot: place.sysroot,
        compiler: place.compiler,
        fingerprint,
        fell_back,
        cargo: place.cargo,
        home: place.home,
        flags: place.flags,
        target: place.target,
        recipe,
    })
}

impl Prepared {
    /// The job of compiling a submission to `lesson` that is staged in `workspace`, by worker `lane`, in so many seconds.
    ///
    /// # Errors
    /// Where the folder of a lane that uses cargo cannot be filled.
    pub(crate) fn job(
        &self,
        lesson: &Lesson,
        workspace: &Path,
        out: &Path,
        lane: usize,
        seconds: u64,
    ) -> Result<CompileJob> {
        let recipe = self
            .recipe
            .as_ref()
            .and_then(|recipe| recipe.lessons.get(lesson.name));
        let method = match recipe {
            Some(recipe) => Method::Rustc(recipe.clone()),
            None => Method::Cargo {
                cargo: self.cargo.clone(),
                home: self.home.clone(),
                target: self.lane(lane)?,
                sysroot: self.sysroot.clone(),
                flags: self.flags.clone(),
            },
        };
        Ok(CompileJob {
            lesson: lesson.name.to_owned(),
            programs: lesson
                .programs
                .iter()
                .map(|name| (*name).to_owned())
                .collect(),
            workspace: workspace.to_owned(),
            out: out.to_owned(),
            method,
            dependencies: self.dependencies.clone(),
            seconds,
            path: std::env::var("PATH").unwrap_or_else(|_| "/usr/bin:/bin".to_owned()),
        })
    }

    /// What a cell must show beside the system's folders, read-only.
    pub(crate) fn readable(&self) -> Vec<PathBuf> {
        let mut folders = vec![self.sysroot.clone(), self.dependencies.clone()];
        if self.recipe.is_none() {
            folders.extend(of_cargo(&self.home));
        }
        folders
    }

    /// The target folder of a worker that uses cargo, which the cell must let it write to.
    ///
    /// # Errors
    /// Where the dependencies cannot be copied there.
    pub(crate) fn lane(&self, lane: usize) -> Result<PathBuf> {
        let folder = self.target.with_file_name(format!("lane-{lane}"));
        if !folder.exists() {
            // The dates have to stay: cargo compares them.
            let fresh = folder.with_extension("new");
            if fresh.exists() {
                fs::remove_dir_all(&fresh)
                    .with_context(|| format!("failed to remove {}", fresh.display()))?;
            }
            let copied = Command::new("cp")
                .arg("-a")
                .arg(&self.target)
                .arg(&fresh)
                .output();
            let copied = copied.context("failed to start cp")?;
            ensure!(
                copied.status.success(),
                "failed to copy the dependencies: {}",
                text(&copied.stderr)
            );
            fs::rename(&fresh, &folder).context("failed to name the copy of the dependencies")?;
        }
        Ok(folder)
    }
}

/// Where things are on this machine.
struct Place {
    template: PathBuf,
    target: PathBuf,
    record: PathBuf,
    wrapper: PathBuf,
    cargo: PathBuf,
    home: PathBuf,
    sysroot: PathBuf,
    compiler: String,
    flags: Vec<String>,
}

impl Place {
    fn find(grade: &Path) -> Result<Place> {
        let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
        let ask = |arguments: &[&str]| -> Result<String> {
            let answer = Command::new(&rustc)
                .args(arguments)
                .output()
                .context("failed to start rustc")?;
            ensure!(
                answer.status.success(),
                "rustc {} failed",
                arguments.join(" ")
            );
            Ok(text(&answer.stdout).trim_end().to_owned())
        };
        let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
        let home = home.or_else(|| Some(std::env::home_dir()?.join(".cargo")));
        let home = home.context("there is neither CARGO_HOME nor HOME; set one of them")?;
        // A panic in a dependency shows no path of this machine.
        let flags = vec![format!("--remap-path-prefix={}=cargo", home.display())];
        let sysroot = PathBuf::from(ask(&["--print", "sysroot"])?);
        Ok(Place {
            template: grade.join("workspace"),
            target: grade.join("target"),
            record: grade.join("record"),
            wrapper: grade.join("record.sh"),
            cargo: cargo_beside(&sysroot),
            home,
            sysroot,
            compiler: ask(&["-vV"])?,
            flags,
        })
    }

    fn dependencies(&self) -> PathBuf {
        self.target.join("debug").join("deps")
    }

    fn fingerprint(&self, source: &Source) -> Result<String> {
        let mut hasher = Sha256::new();
        hasher.update(source.contents()?);
        let place = (&self.compiler, &self.sysroot, &self.flags, &self.template);
        hasher.update(format!("{place:?} {RECORD} {}", env!("CARGO_PKG_VERSION")));
        Ok(format!("{:x}", hasher.finalize()))
    }

    /// Builds the template, and everything that it needs.
    fn build(&self) -> Result<()> {
        if self.record.exists() {
            fs::remove_dir_all(&self.record).context("failed to remove the last record")?;
        }
        fs::create_dir_all(&self.record).context("failed to make the record's folder")?;
        fs::write(&self.wrapper, RECORD).context("failed to write the compiler's wrapper")?;
        fs::set_permissions(&self.wrapper, fs::Permissions::from_mode(0o755))
            .context("failed to make the wrapper executable")?;
        self.forget_lanes()?;
        if self.cargo(&["--offline"])?.status.success() {
            return Ok(());
        }
        // A crate that nobody needed before is not on this machine yet.
        let output = self.cargo(&[])?;
        if !output.status.success() {
            bail!(
                "failed to compile the lessons' dependencies:\n{}",
                text(&output.stderr)
            );
        }
        Ok(())
    }

    /// The lanes' copies are of what is now made anew.
    fn forget_lanes(&self) -> Result<()> {
        let grade = self.target.parent().unwrap_or(&self.target);
        for entry in fs::read_dir(grade).context("failed to read the template's folder")? {
            let entry = entry.context("failed to read the template's folder")?;
            if entry.file_name().to_string_lossy().starts_with("lane-") {
                fs::remove_dir_all(entry.path()).context("failed to remove a lane's folder")?;
            }
        }
        Ok(())
    }

    fn cargo(&self, more: &[&str]) -> Result<Output> {
        let mut command = Command::new(&self.cargo);
        command
            .args(["build", "--workspace"])
            .args(more)
            .current_dir(&self.template);
        for (name, _) in std::env::vars_os() {
            if name.to_str().is_some_and(changes_a_build) {
                command.env_remove(name);
            }
        }
        command
            .env("CARGO_ENCODED_RUSTFLAGS", self.flags.join("\x1f"))
            .env("CARGO_TARGET_DIR", &self.target)
            .env("LOOPBACK_RECORD", &self.record)
            .env("RUSTC_WORKSPACE_WRAPPER", &self.wrapper)
            .env("RUSTC_WRAPPER", "")
            .output()
            .context("failed to start cargo")
    }

    fn recipe(&self, lessons: &[&'static Lesson], fingerprint: String) -> Result<Recipe> {
        let lessons: Result<BTreeMap<String, LessonRecipe>> = lessons
            .iter()
            .map(|lesson| Ok((lesson.name.to_owned(), self.lesson(lesson)?)))
            .collect();
        Ok(Recipe {
            fingerprint,
            lessons: lessons?,
        })
    }

    fn lesson(&self, lesson: &Lesson) -> Result<LessonRecipe> {
        let recorded = |target: &str| {
            let file = self.record.join(format!("{}.{target}", lesson.name));
            let text =
                fs::read(&file).with_context(|| format!("failed to read {}", file.display()))?;
            recipe::parse(&text, &self.template, &self.dependencies()).ok_or_else(|| {
                anyhow!(
                    "cargo compiles {target} of {} in a way that we do not know",
                    lesson.name
                )
            })
        };
        let library = recorded("library")?;
        let mut programs = BTreeMap::new();
        for program in lesson.programs {
            programs.insert((*program).to_owned(), recorded(program)?.step);
        }
        let own = self.sysroot.join("bin").join("rustc");
        Ok(LessonRecipe {
            rustc: if library.rustc.is_absolute() {
                library.rustc
            } else {
                own
            },
            sysroot: self.sysroot.clone(),
            library_name: lesson.name.replace('-', "_"),
            library: library.step,
            programs,
        })
    }
}

/// The cargo that belongs to the compiler: a cell shows that folder, and not the one with a launcher that chooses among several.
fn cargo_beside(sysroot: &Path) -> PathBuf {
    let beside = sysroot.join("bin").join("cargo");
    if beside.is_file() {
        return beside;
    }
    let named = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    named.into()
}

/// Notes how cargo calls the compiler.
const RECORD: &str = include_str!("record.sh");

/// Would cargo build something else with this variable? Those of the cargo that runs us are among them.
fn changes_a_build(name: &str) -> bool {
    const PREFIXES: [&str; 9] = [
        "CARGO_BIN_",
        "CARGO_BUILD_",
        "CARGO_CRATE_",
        "CARGO_ENCODED_",
        "CARGO_INCREMENTAL",
        "CARGO_PKG_",
        "CARGO_PROFILE_",
        "CARGO_TARGET_",
        "RUSTFLAGS",
    ];
    PREFIXES.iter().any(|prefix| name.starts_with(prefix))
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// What cargo needs of its home. A submission can read all of it while it is compiled, and its words come back: so nothing that is a secret.
pub(super) fn of_cargo(home: &Path) -> Vec<PathBuf> {
    const SETTINGS: [&str; 2] = ["config.toml", "config"];
    // A source in the place of crates.io stands in the settings, and must be known; a password may stand in them, too.
    let is_harmless = |file: &PathBuf| {
        let text = fs::read_to_string(file).unwrap_or_default();
        let is_secret = |word: &str| text.contains(word);
        !["token", "secret", "password", "proxy", "@"]
            .into_iter()
            .any(is_secret)
    };
    let folders = ["registry", "git"].map(|name| home.join(name));
    let settings = SETTINGS.map(|name| home.join(name));
    let settings = settings.into_iter().filter(is_harmless);
    let all = folders.into_iter().chain(settings);
    all.filter(|path| path.exists()).collect()
}
