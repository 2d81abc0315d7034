//! What derives and attributes of other packages write, as templates: Rust with holes.
//!
//! Each package has a file, like the stand-ins; a workspace may have more of them in its folder
//! [`FOLDER`]. A file begins with its package:
//!
//! ```text
//! // Template for `derive-getters` 0.5.0: what it writes, in a few words.
//! derive Getters for struct {
//!     impl $generics $name $arguments {
//!         $for field without getter(skip) { pub fn $field(&self) -> &$type { loop {} } }
//!     }
//! }
//! ```
//!
//! `$name`, `$generics` (with their bounds and brackets) and `$arguments` are of the type that carries the
//! derive; in `$for field` there are `$field` and `$type`, in `$for variant` there is `$variant`, and
//! `$for field` for its own. A loop takes only those `with` an attribute, or `without` it; with a bracket, one
//! that has this word in its own. `[<$field:camel Set>]` makes one name of several: `camel`, `snake` and
//! `upper` say how a part is written.

use super::lex::{Kind, Token, Tokens};
use super::parse::LATEST_EDITION;
use super::workspace::Problem;
use std::path::Path;

/// Where a workspace keeps templates of its own, beside its map.
pub(super) const FOLDER: &str = "stateline.templates";

macro_rules! templates {
    ($($name:literal)*) => {
        &[$(($name, include_str!(concat!("../../templates/", $name, ".template")))),*]
    };
}

/// How the files end.
pub(super) const ENDS: &str = "template";

/// Those that are known here, by package and version.
const KNOWN: &[(&str, &str)] = templates![
    "async-trait@0.1.92"
    "bon@3.10.3"
    "derive-getters@0.5.0"
    "derive_more@2.1.1"
    "diesel@2.3.14"
    "getset@0.1.7"
    "sea-orm@1.1.20"
    "serde@1.0.229"
    "sqlx@0.8.6"
    "strum@0.28.0"
    "thiserror@2.0.21"
    "tracing@0.1.44"
    "typed-builder@0.23.2"
];

/// What is written for a derive or an attribute.
#[derive(Debug)]
pub(crate) struct Template {
    /// The packages that declare or hand on the macro.
    pub(crate) packages: Vec<Box<str>>,
    pub(crate) is_derive: bool,
    pub(crate) name: Box<str>,
    /// `struct` or `enum`; any item where there is none.
    pub(crate) carrier: Option<Carrying>,
    pub(in crate::read) body: Vec<Piece>,
}

/// What a derive stands on.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Carrying {
    Struct,
    Enum,
}

/// A piece of what is written.
#[derive(Clone, Debug)]
pub(in crate::read) enum Piece {
    /// A token that is no word.
    Token(Token),
    Word(Token, Box<str>),
    Hole(Box<str>),
    /// One name out of several.
    Joined(Vec<(Part, Case)>),
    For(Loop),
}

#[derive(Clone, Debug)]
pub(in crate::read) struct Loop {
    pub(in crate::read) over_variants: bool,
    pub(in crate::read) filters: Vec<Filter>,
    pub(in crate::read) body: Vec<Piece>,
}

/// `with name(word)`, `without name`.
#[derive(Clone, Debug)]
pub(in crate::read) struct Filter {
    pub(in crate::read) wanted: bool,
    pub(in crate::read) attribute: Box<str>,
    pub(in crate::read) word: Option<Box<str>>,
}

#[derive(Clone, Debug)]
pub(in crate::read) enum Part {
    Hole(Box<str>),
    Word(Box<str>),
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::read) enum Case {
    AsIs,
    Camel,
    Snake,
    Upper,
}

impl Case {
    /// A name as this case writes it.
    pub(in crate::read) fn of(self, name: &str) -> String {
        let words = || words(name);
        match self {
            Case::AsIs => name.to_owned(),
            Case::Camel => words().map(|word| first_upper(&word)).collect(),
            Case::Snake => words().collect::<Vec<_>>().join("_"),
            Case::Upper => words().map(|word| word.to_uppercase()).collect::<Vec<_>>().join("_"),
        }
    }
}

/// The words of a name, in lower case.
fn words(name: &str) -> impl Iterator<Item = String> {
    let mut found: Vec<String> = Vec::new();
    let mut begins = true;
    let chars: Vec<char> = name.chars().collect();
    for (at, c) in chars.iter().enumerate() {
        let next_is_lower = chars.get(at + 1).is_some_and(|next| next.is_lowercase());
        let before_is_upper = at > 0 && chars[at - 1].is_uppercase();
        begins |= c.is_uppercase() && (!before_is_upper || next_is_lower);
        if *c == '_' {
            begins = true;
            continue;
        }
        if begins || found.is_empty() {
            found.push(String::new());
            begins = false;
        }
        found.last_mut().expect("a word has begun").extend(c.to_lowercase());
    }
    found.into_iter()
}

fn first_upper(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

/// All templates that a workspace is read with.
#[derive(Debug, Default)]
pub struct Templates {
    pub(crate) all: Vec<Template>,
    /// Stands for all of them, in the keys of what is kept between runs.
    pub(crate) hash: [u8; 16],
}

impl Templates {
    /// Those for the packages that a workspace depends on, and its own.
    pub(super) fn of(
        depends_on: impl Fn(&str) -> bool,
        own: Vec<(Box<Path>, String)>,
        problems: &mut Vec<Problem>,
    ) -> Self {
        let mut templates = Templates::default();
        let mut hash = blake3::Hasher::new();
        for (name, text) in KNOWN {
            let package = package_of(text).expect("a test reads our own templates");
            if !depends_on(package) && !also(text).any(&depends_on) {
                continue;
            }
            hash.update(name.as_bytes()).update(text.as_bytes());
            templates.all.extend(read(package, text).expect("a test reads our own templates"));
        }
        for (path, text) in own {
            hash.update(text.as_bytes());
            let package = package_of(&text).unwrap_or_default().to_owned();
            match read(&package, &text) {
                // What a workspace says itself goes before what is known here.
                Ok(found) => drop(templates.all.splice(0..0, found)),
                Err((at, message)) => problems.push(Problem {
                    path: path.into(),
                    span: Some((at, at)),
                    message: message.to_owned(),
                    help: Some("docs/templates.md says how a template is written".to_owned()),
                }),
            }
        }
        if !templates.all.is_empty() {
            templates.hash.copy_from_slice(&hash.finalize().as_bytes()[..16]);
        }
        templates
    }

    /// The packages that declare or hand on the macro of a template, by its index.
    pub fn packages_of(&self, index: u32) -> &[Box<str>] {
        self.all.get(index as usize).map_or(&[], |template| &template.packages)
    }

    /// The templates of a derive or attribute by its name, on such an item. Which package's it is, names
    /// decide later.
    pub(in crate::read) fn named(
        &self,
        is_derive: bool,
        name: &str,
        on: Option<Carrying>,
    ) -> impl Iterator<Item = usize> {
        let fits = move |template: &Template| {
            template.is_derive == is_derive
                && &*template.name == name
                && (template.carrier.is_none() || template.carrier == on)
        };
        self.all.iter().enumerate().filter(move |(_, template)| fits(template)).map(|(index, _)| index)
    }
}

/// The package in ``// Template for `package` version: …``.
fn package_of(text: &str) -> Option<&str> {
    text.strip_prefix("// Template for `")?.split('`').next()
}

/// The names in the second line ``// Also from `name`, `name`.``.
fn also(text: &str) -> impl Iterator<Item = &str> {
    let line = text.lines().nth(1).and_then(|line| line.strip_prefix("// Also from "));
    line.unwrap_or_default().split('`').skip(1).step_by(2)
}

type Wrong = (u32, &'static str);

/// The templates in a file.
fn read(package: &str, text: &str) -> Result<Vec<Template>, Wrong> {
    if package.is_empty() {
        return Err((0, "a template begins with: // Template for `package` version: what it writes"));
    }
    let tokens = Tokens::read(text, LATEST_EDITION)
        .map_err(|error| (u32::try_from(error.at).unwrap_or(0), error.message))?;
    let mut reader = Reader { tokens: &tokens, at: 0, end: tokens.tokens.len() };
    let packages: Vec<Box<str>> = std::iter::once(package).chain(also(text)).map(Into::into).collect();
    let mut found = Vec::new();
    while reader.at < reader.end {
        let is_derive = match reader.word()? {
            "derive" => true,
            "attribute" => false,
            _ => return Err(reader.wrong("expected `derive` or `attribute`")),
        };
        let name = reader.word()?.into();
        let carrier = match reader.text_at(0) {
            "for" => {
                reader.at += 1;
                match reader.word()? {
                    "struct" => Some(Carrying::Struct),
                    "enum" => Some(Carrying::Enum),
                    _ => return Err(reader.wrong("expected `struct` or `enum`")),
                }
            }
            _ => None,
        };
        let body = reader.braces()?;
        found.push(Template { packages: packages.clone(), is_derive, name, carrier, body });
    }
    Ok(found)
}

struct Reader<'t> {
    tokens: &'t Tokens<'t>,
    at: usize,
    end: usize,
}

impl<'t> Reader<'t> {
    fn wrong(&self, message: &'static str) -> Wrong {
        (self.token(0).map_or(0, |token| token.start), message)
    }

    fn token(&self, ahead: usize) -> Option<Token> {
        let at = self.at + ahead;
        (at < self.end).then(|| self.tokens.tokens[at])
    }

    fn text_at(&self, ahead: usize) -> &'t str {
        self.token(ahead).map_or("", |token| self.tokens.text_of(token))
    }

    fn word(&mut self) -> Result<&'t str, Wrong> {
        match self.token(0) {
            Some(token) if token.kind == Kind::Word => {
                self.at += 1;
                Ok(self.tokens.text_of(token))
            }
            _ => Err(self.wrong("expected a word")),
        }
    }

    fn is(&self, ahead: usize, byte: u8) -> bool {
        self.token(ahead).is_some_and(|token| token.kind == Kind::Punct && token.byte == byte)
    }

    /// The pieces in `{ … }`.
    fn braces(&mut self) -> Result<Vec<Piece>, Wrong> {
        let Some(open) = self.token(0).filter(|open| open.kind == Kind::Open && open.byte == b'{') else {
            return Err(self.wrong("expected `{`"));
        };
        let close = open.extra as usize;
        let outer = std::mem::replace(&mut self.end, close);
        self.at += 1;
        let pieces = self.pieces();
        self.end = outer;
        self.at = close + 1;
        pieces
    }

    fn pieces(&mut self) -> Result<Vec<Piece>, Wrong> {
        let mut pieces = Vec::new();
        while let Some(token) = self.token(0) {
            let joins = token.kind == Kind::Open && token.byte == b'[' && self.is(1, b'<');
            if joins {
                pieces.push(self.joined(token.extra as usize)?);
                continue;
            }
            self.at += 1;
            match token.kind {
                Kind::Punct if token.byte == b'$' => match self.word()? {
                    "for" => pieces.push(Piece::For(self.each()?)),
                    hole @ ("name" | "generics" | "arguments" | "field" | "type" | "variant") => {
                        pieces.push(Piece::Hole(hole.into()));
                    }
                    _ => {
                        self.at -= 1;
                        return Err(self.wrong("there is no such hole"));
                    }
                },
                Kind::Word | Kind::Lifetime => {
                    pieces.push(Piece::Word(token, self.tokens.words[token.word()].into()));
                }
                _ => pieces.push(Piece::Token(token)),
            }
        }
        Ok(pieces)
    }

    /// `[<Part $hole:case>]`, up to its bracket.
    fn joined(&mut self, close: usize) -> Result<Piece, Wrong> {
        self.at += 2;
        let mut parts = Vec::new();
        while !self.is(0, b'>') {
            let is_hole = self.is(0, b'$');
            self.at += usize::from(is_hole);
            let text = self.word()?.into();
            let mut case = Case::AsIs;
            if self.is(0, b':') {
                self.at += 1;
                case = match self.word()? {
                    "camel" => Case::Camel,
                    "snake" => Case::Snake,
                    "upper" => Case::Upper,
                    _ => return Err(self.wrong("expected `camel`, `snake` or `upper`")),
                };
            }
            parts.push((if is_hole { Part::Hole(text) } else { Part::Word(text) }, case));
        }
        if self.at + 1 != close {
            return Err(self.wrong("expected `>]`"));
        }
        self.at = close + 1;
        Ok(Piece::Joined(parts))
    }

    /// `field with name(word) without name { … }`.
    fn each(&mut self) -> Result<Loop, Wrong> {
        let over_variants = match self.word()? {
            "field" => false,
            "variant" => true,
            _ => return Err(self.wrong("expected `field` or `variant`")),
        };
        let mut filters = Vec::new();
        while let wanted @ ("with" | "without") = self.text_at(0) {
            self.at += 1;
            let attribute = self.word()?.into();
            let word = match self.token(0) {
                Some(open) if open.kind == Kind::Open && open.byte == b'(' => {
                    self.at += 1;
                    let word = self.word()?.into();
                    self.at = open.extra as usize + 1;
                    Some(word)
                }
                _ => None,
            };
            filters.push(Filter { wanted: wanted == "with", attribute, word });
        }
        Ok(Loop { over_variants, filters, body: self.braces()? })
    }
}

#[cfg(test)]
mod tests {
    use super::{Case, KNOWN, package_of, read};
    use std::collections::BTreeSet;

    #[test]
    fn ours_can_be_read_and_are_of_their_package() {
        let package = |name: &&str| name.split_once('@').expect("a name has a version").0.to_owned();
        assert!(KNOWN.is_sorted_by_key(|(name, _)| package(name)));
        let folder = std::path::Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/templates"));
        let there = crate::read::disk::files_in(folder, super::ENDS, folder, &mut Vec::new());
        let there = there.into_iter().map(|(path, _)| path.to_string_lossy().into_owned());
        let listed = KNOWN.iter().map(|(name, _)| format!("{name}.template"));
        assert_eq!(listed.collect::<BTreeSet<_>>(), there.collect());
        for (name, text) in KNOWN {
            let (package, version) = name.split_once('@').expect("a name has a version");
            assert!(text.starts_with(&format!("// Template for `{package}` {version}: ")), "{name}");
            assert_eq!(package_of(text), Some(package));
            let found = read(package, text).unwrap_or_else(|(at, what)| panic!("{name} at {at}: {what}"));
            assert!(!found.is_empty(), "{name} says something");
        }
    }

    #[test]
    fn what_is_wrong_is_told_at_its_place() {
        for (text, at) in [
            ("derive A { $what }", 12),
            ("derives A {}", 8),
            ("derive A for union {}", 19),
            ("derive A { $for row {} }", 20),
            ("derive A { [<$name:loud>] }", 23),
            ("derive A", 0),
        ] {
            assert_eq!(read("a", text).map(|found| found.len()).map_err(|(at, _)| at), Err(at), "{text}");
        }
        assert!(read("", "derive A {}").is_err());
    }

    #[test]
    fn names_are_written_in_other_cases() {
        let cases = [
            (Case::Camel, "created_at", "CreatedAt"),
            (Case::Snake, "CreatedAt", "created_at"),
            (Case::Snake, "HTTPServer", "http_server"),
            (Case::Upper, "createdAt", "CREATED_AT"),
            (Case::AsIs, "r2D", "r2D"),
        ];
        for (case, name, wanted) in cases {
            assert_eq!(case.of(name), wanted);
        }
    }
}
