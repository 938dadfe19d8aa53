//! Rust code, read as far as these checks need: without comments, strings and tests, its imports and its paths.

use std::collections::HashSet;

/// A path of names, `["search", "query", "Query"]` for `crate::search::query::Query`.
pub type Names = Vec<String>;

/// Replaces comments and the insides of strings by a blank.
pub fn code(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let length = match c {
            '/' if rest.starts_with("//") => rest.find('\n').unwrap_or(rest.len()),
            '/' if rest.starts_with("/*") => rest.find("*/").map_or(rest.len(), |at| at + 2),
            '"' => quoted(rest),
            'r' | 'b' if !out.ends_with(is_name) => raw(rest).unwrap_or(0),
            '\'' => letter(rest).unwrap_or(0),
            _ => 0,
        };
        out.push(if length == 0 { c } else { ' ' });
        rest = rest.get(length.max(c.len_utf8())..).unwrap();
    }
    out
}

/// The length of the string that the text begins with.
fn quoted(text: &str) -> usize {
    let mut letters = text.char_indices().skip(1);
    while let Some((at, c)) = letters.next() {
        match c {
            '\\' => drop(letters.next()),
            '"' => return at + 1,
            _ => (),
        }
    }
    text.len()
}

/// The length of the raw string that the text begins with.
fn raw(text: &str) -> Option<usize> {
    let after = text.trim_start_matches('b').strip_prefix('r')?;
    let hashes = after.len() - after.trim_start_matches('#').len();
    let inside = after.trim_start_matches('#').strip_prefix('"')?;
    let end = format!("\"{}", "#".repeat(hashes));
    Some(text.len() - inside.len() + inside.find(&end)? + end.len())
}

/// The length of the character literal that the text begins with; `None` for a lifetime.
fn letter(text: &str) -> Option<usize> {
    let inside = text.strip_prefix('\'')?;
    let skip = if inside.starts_with('\\') { 2 } else { inside.chars().next()?.len_utf8() };
    let end = skip + inside.get(skip..)?.find('\'')?;
    (skip == end || inside.starts_with('\\')).then_some(end + 2)
}

/// Cuts out every item that only tests have.
pub fn without_tests(code: &str) -> String {
    let mut parts = code.split("#[cfg(test)]");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let end = part.find([';', '{']).unwrap_or(part.len());
        let mut depth = 0;
        let close = part.char_indices().skip_while(|(at, _)| *at < end).find(|(_, c)| {
            depth += match c {
                '{' => 1,
                '}' => -1,
                _ => 0,
            };
            depth == 0
        });
        out.push_str(close.and_then(|(at, _)| part.get(at + 1..)).unwrap_or_default());
    }
    out
}

/// Cuts out the paths that only say who may see an item: `pub(in crate::data)`.
pub fn without_visibility(code: &str) -> String {
    let mut parts = code.split("pub(in ");
    let first = parts.next().unwrap_or_default();
    let rest = parts.map(|part| part.split_once(')').map_or("", |(_, after)| after));
    [first].into_iter().chain(rest).collect::<Vec<_>>().join("pub ")
}

/// The names of the modules that have a file of their own.
pub fn declared(code: &str) -> Vec<String> {
    let starts = code.match_indices("mod ").filter(|(at, _)| !code.get(..*at).unwrap().ends_with(is_name));
    let names = starts.filter_map(|(at, found)| code.get(at + found.len()..)?.split_once(';'));
    names.map(|(name, _)| name.trim().to_owned()).filter(|name| name.chars().all(is_name)).collect()
}

/// The names of the items that the code defines.
pub fn definitions(code: &str) -> HashSet<String> {
    let kinds = ["fn", "struct", "enum", "trait", "const", "static", "type", "union"];
    let (kind, name) = (words(code), words(code).skip(1));
    kind.zip(name).filter(|(kind, _)| kinds.contains(kind)).map(|(_, name)| name.to_owned()).collect()
}

/// Parts the code from its `use` lines: the code without them, and the tree of each.
pub fn split_uses(code: &str) -> (String, Vec<String>) {
    let (mut rest, mut without, mut trees) = (code, String::new(), Vec::new());
    while let Some((before, after)) = rest.split_once("use ") {
        without.push_str(before);
        rest = after;
        if !before.ends_with(is_name) {
            let (tree, after) = after.split_once(';').unwrap_or((after, ""));
            trees.push(tree.to_owned());
            rest = after;
        }
    }
    (without + rest, trees)
}

/// One import: what it names, and the name it gets if that is another.
pub struct Leaf {
    pub path: Names,
    pub name: Option<String>,
}

/// The imports of a tree such as `a::{b, c::{self, d as e}}`.
pub fn leaves(tree: &str) -> Vec<Leaf> {
    let tree = tree.trim();
    if let Some((base, inside)) = tree.split_once('{') {
        let inside = inside.trim_end().strip_suffix('}').unwrap_or(inside);
        let base: Names = words(base).map(str::to_owned).collect();
        let with_base = |leaf: Leaf| Leaf { path: [&base[..], &leaf.path].concat(), name: leaf.name };
        return branches(inside).into_iter().flat_map(leaves).map(with_base).collect();
    }
    let (path, name) = tree.split_once(" as ").map_or((tree, None), |(path, name)| (path, Some(name)));
    let path: Names = path.split("::").map(|name| name.trim().to_owned()).filter(|n| !n.is_empty()).collect();
    if path.is_empty() {
        Vec::new()
    } else {
        vec![Leaf { path, name: name.map(|name| name.trim().to_owned()) }]
    }
}

/// Splits at the commas that stand in no brace.
fn branches(list: &str) -> Vec<&str> {
    let mut depth = 0;
    let is_between = move |c: char| {
        depth += match c {
            '{' => 1,
            '}' => -1,
            _ => 0,
        };
        c == ',' && depth == 0
    };
    list.split(is_between).collect()
}

/// Every path of two names or more.
pub fn paths(code: &str) -> Vec<Names> {
    let mut found: Vec<Names> = Vec::new();
    let mut path = Names::new();
    let mut rest = code;
    while let Some(at) = rest.find(is_name) {
        rest = rest.get(at..).unwrap();
        let end = rest.find(|c| !is_name(c)).unwrap_or(rest.len());
        let (name, after) = rest.split_at(end);
        path.push(name.to_owned());
        rest = match after.strip_prefix("::") {
            Some(after) if after.starts_with(is_name) => after,
            _ => {
                found.push(std::mem::take(&mut path));
                after
            }
        };
    }
    found.retain(|path| path.len() > 1);
    found
}

pub fn words(code: &str) -> impl Iterator<Item = &str> {
    code.split(|c| !is_name(c)).filter(|word| !word.is_empty())
}

/// Names, numbers and signs; of two signs only comparisons, ranges and arrows are kept together.
pub fn tokens(code: &str) -> Vec<&str> {
    const TOGETHER: [&str; 7] = ["..=", "..", "=>", "<=", ">=", "->", "::"];
    let (mut tokens, mut rest) = (Vec::new(), code.trim_start());
    while let Some(c) = rest.chars().next() {
        let sign =
            TOGETHER.iter().find(|sign| rest.starts_with(**sign)).map_or(c.len_utf8(), |sign| sign.len());
        let length = if is_name(c) { rest.find(|c| !is_name(c)).unwrap_or(rest.len()) } else { sign };
        let (token, after) = rest.split_at(length);
        tokens.push(token);
        rest = after.trim_start();
    }
    tokens
}

fn is_name(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

#[test]
fn imports_and_paths_are_those_that_a_compiler_sees() {
    let text = r##"
        // use crate::comment;
        /* use crate::comment; */
        pub(in crate::seen) fn f<'a>(c: char) -> bool { c == '"' || c == '\\'' }
        use crate::{a::{self, b as c}, d::*};
        const TEXT: &str = "use crate::string; \" crate::string::x";
        const RAW: &str = r#"crate::raw::x"#;
        #[cfg(test)]
        mod tests { use crate::test; fn g() { super::f(); } }
        mod child;
        fn h() { child::k(crate::e::F::new()); }
    "##;
    let (code, trees) = split_uses(&without_visibility(&without_tests(&code(text))));
    let found: Vec<String> =
        trees.iter().flat_map(|tree| leaves(tree)).map(|leaf| leaf.path.join("::")).collect();
    assert_eq!(found, ["crate::a::self", "crate::a::b", "crate::d::*"]);
    let found: Vec<String> = paths(&code).iter().map(|path| path.join("::")).collect();
    assert_eq!(found, ["child::k", "crate::e::F::new"]);
    assert_eq!(declared(&code), ["child"]);
    assert_eq!(definitions(&code), ["f", "TEXT", "RAW", "h"].map(str::to_owned).into());
}
