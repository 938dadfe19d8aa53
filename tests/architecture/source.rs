//! The files below `src`, and what each names of the others and of other crates.

use crate::code::{
    Leaf, Names, code, declared, definitions, leaves, paths, split_uses, without_tests, without_visibility,
    words,
};
use std::collections::{HashMap, HashSet};
use std::fs;
use std::path::{Path, PathBuf};

/// A file below `src`.
pub struct Source {
    /// Its path from the crate's root.
    pub path: String,
    /// The module that it is; empty for `lib.rs`.
    pub module: Names,
    pub lines: usize,
    /// The code without imports, comments, strings and tests.
    pub code: String,
    /// The words of the code.
    words: HashSet<String>,
    /// The names of the items that it defines.
    definitions: HashSet<String>,
    /// Every path of the code and of the imports, as written.
    written: Vec<Names>,
    /// The child modules that it declares.
    children: Vec<String>,
    /// What each imported name of this crate stands for.
    imports: HashMap<String, Names>,
    /// The modules whose names are all imported.
    globs: Vec<Names>,
}

impl Source {
    fn read(root: &Path, path: &Path) -> Self {
        let text = fs::read_to_string(path).unwrap();
        let inside = path.strip_prefix(root.join("src")).unwrap().with_extension("");
        let mut module: Names = inside.iter().map(|part| part.to_str().unwrap().to_owned()).collect();
        if module.last().is_some_and(|last| last == "mod" || last == "lib") {
            module.pop();
        }
        let (code, trees) = split_uses(&without_visibility(&without_tests(&code(&text))));
        let leaves: Vec<Leaf> = trees.iter().flat_map(|tree| leaves(tree)).collect();
        let mut source = Self {
            path: path.strip_prefix(root).unwrap().to_str().unwrap().to_owned(),
            module,
            lines: text.lines().count(),
            written: paths(&code).into_iter().chain(leaves.iter().map(|leaf| leaf.path.clone())).collect(),
            children: declared(&code),
            words: words(&code).map(str::to_owned).collect(),
            definitions: definitions(&code),
            imports: HashMap::new(),
            globs: Vec::new(),
            code,
        };
        // Twice, since an import may begin with a name that a later one imports.
        leaves.iter().chain(&leaves).for_each(|leaf| source.import_leaf(leaf));
        source
    }

    fn import_leaf(&mut self, leaf: &Leaf) {
        let Some(mut path) = self.absolute(&leaf.path) else { return };
        match path.pop() {
            Some(last) if last == "*" => self.globs.push(path),
            Some(last) => {
                if last != "self" {
                    path.push(last);
                }
                let name = leaf.name.clone().or_else(|| path.last().cloned());
                self.imports.extend(name.map(|name| (name, path)));
            }
            None => (),
        }
    }

    /// The top-level module that it belongs to; `lib` for `lib.rs`.
    pub fn top(&self) -> &str {
        self.module.first().map_or("lib", String::as_str)
    }

    /// What `name` stands for here if it is imported.
    pub fn import(&self, name: &str) -> Option<&Names> {
        self.imports.get(name)
    }

    pub fn globs(&self) -> &[Names] {
        &self.globs
    }

    /// Whether the code defines an item of this name.
    pub fn defines(&self, name: &str) -> bool {
        self.definitions.contains(name)
    }

    /// Whether the code has this word.
    pub fn says(&self, word: &str) -> bool {
        self.words.contains(word)
    }

    /// Every path of this crate that the file names, from the crate's root.
    pub fn paths(&self) -> impl Iterator<Item = Names> {
        self.written.iter().filter_map(|path| self.absolute(path))
    }

    /// Every path of another crate that the file names.
    pub fn foreign(&self) -> impl Iterator<Item = String> {
        self.written.iter().filter(|path| self.absolute(path).is_none()).map(|path| path.join("::"))
    }

    /// A path as written here from the crate's root; `None` for one of another crate.
    fn absolute(&self, path: &[String]) -> Option<Names> {
        let (first, rest) = path.split_first()?;
        let mut base = match first.as_str() {
            "crate" => Names::new(),
            "accords" if self.top() == "main" => Names::new(),
            "self" => self.module.clone(),
            "super" => self.module[..self.module.len().checked_sub(1)?].to_vec(),
            name if self.children.contains(first) => [&self.module[..], &[name.to_owned()]].concat(),
            name => self.imports.get(name)?.clone(),
        };
        for name in rest {
            match name.as_str() {
                "super" => drop(base.pop()),
                name => base.push(name.to_owned()),
            }
        }
        Some(base)
    }
}

/// Every source file that is not a test.
pub fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    below(&root.join("src"), &mut files);
    files.sort();
    let mut all: Vec<Source> = files.iter().map(|file| Source::read(root, file)).collect();
    let declared: Vec<Names> = all
        .iter()
        .flat_map(|source| {
            source.children.iter().map(|child| [&source.module[..], std::slice::from_ref(child)].concat())
        })
        .collect();
    let is_declared = |module: &[String]| module == ["main"] || declared.iter().any(|known| known == module);
    all.retain(|source| (1..=source.module.len()).all(|length| is_declared(&source.module[..length])));
    all
}

fn below(folder: &Path, found: &mut Vec<PathBuf>) {
    for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        if path.is_dir() {
            below(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}
