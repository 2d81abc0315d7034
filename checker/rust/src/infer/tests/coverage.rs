//! Every path, method and field of the code is resolved, outside or unresolved: counted with `syn`.
//!
//! What counts as one is said in ARCHITECTURE.md. Attributes and the arguments of macros are left out
//! here: in a macro that is not carried out nobody can say what is a path. Those arguments that read as
//! expressions must have theirs all the same.

use crate::infer::{Tables, pages_of};
use crate::read::{self, Options};
use crate::resolve::Counted;
use std::collections::BTreeSet;
use std::ops::Range;
use std::path::Path;
use syn::punctuated::Punctuated;
use syn::spanned::Spanned as _;
use syn::visit::{self, Visit};

/// A place, and whether it is that of a method or field.
type Place = (usize, bool);

/// What `syn` sees in a file.
#[derive(Default)]
struct Seen {
    places: BTreeSet<Place>,
    /// Of expressions in the arguments of macros.
    in_macros: BTreeSet<Place>,
    /// Attributes, and arguments of macros.
    skipped: Vec<Range<usize>>,
    depth: usize,
}

impl Seen {
    fn of(text: &str) -> Seen {
        let file = syn::parse_file(text).expect("the file is Rust");
        let mut seen = Seen::default();
        seen.visit_file(&file);
        proc_macro2::extra::invalidate_current_thread_spans();
        seen
    }

    fn add(&mut self, span: proc_macro2::Span, is_member: bool) {
        let places = if self.depth > 0 { &mut self.in_macros } else { &mut self.places };
        places.insert((span.byte_range().start, is_member));
    }
}

impl<'ast> Visit<'ast> for Seen {
    fn visit_path(&mut self, path: &'ast syn::Path) {
        if let Some(first) = path.segments.first() {
            self.add(first.ident.span(), false);
        }
        visit::visit_path(self, path);
    }

    fn visit_use_name(&mut self, name: &'ast syn::UseName) {
        self.add(name.ident.span(), false);
    }

    fn visit_use_rename(&mut self, rename: &'ast syn::UseRename) {
        self.add(rename.ident.span(), false);
    }

    fn visit_use_glob(&mut self, glob: &'ast syn::UseGlob) {
        self.add(glob.star_token.span(), false);
    }

    fn visit_item_extern_crate(&mut self, item: &'ast syn::ItemExternCrate) {
        self.add(item.ident.span(), false);
        visit::visit_item_extern_crate(self, item);
    }

    fn visit_expr_method_call(&mut self, call: &'ast syn::ExprMethodCall) {
        self.add(call.method.span(), true);
        visit::visit_expr_method_call(self, call);
    }

    fn visit_member(&mut self, member: &'ast syn::Member) {
        // The place of a number behind a number, `pair.0.1`, is not told apart.
        if let syn::Member::Named(name) = member {
            self.add(name.span(), true);
        }
    }

    fn visit_attribute(&mut self, attribute: &'ast syn::Attribute) {
        self.skipped.push(attribute.span().byte_range());
    }

    fn visit_macro(&mut self, called: &'ast syn::Macro) {
        // `macro_rules!` is no macro that anybody names.
        if !called.path.is_ident("macro_rules") {
            self.visit_path(&called.path);
        }
        let delimiter = match &called.delimiter {
            syn::MacroDelimiter::Paren(paren) => paren.span,
            syn::MacroDelimiter::Brace(brace) => brace.span,
            syn::MacroDelimiter::Bracket(bracket) => bracket.span,
        };
        self.skipped.push(delimiter.join().byte_range());
        let last = called.path.segments.last().map(|last| last.ident.to_string()).unwrap_or_default();
        let of_expressions = ["assert", "assert_eq", "assert_ne", "dbg", "debug_assert", "panic", "vec"]
            .contains(&last.as_str());
        let arguments = called.parse_body_with(Punctuated::<syn::Expr, syn::Token![,]>::parse_terminated);
        if let (true, Ok(arguments)) = (of_expressions, arguments) {
            // Spans of tokens that are parsed again are still those of the file.
            self.depth += 1;
            arguments.iter().for_each(|argument| {
                let argument: &'static syn::Expr = Box::leak(Box::new(argument.clone()));
                self.visit_expr(argument);
            });
            self.depth -= 1;
        }
    }
}

/// Holds each file of a workspace against `syn`; how many paths and members were compared.
fn compare(manifest: &Path) -> usize {
    let options = Options { manifest: Some(manifest), ..Options::default() };
    let workspace = read::workspace(&options).expect("the workspace can be read");
    assert!(workspace.problems.is_empty(), "{:?}", workspace.problems);
    let stand_ins = crate::infer::std::stand_ins(&workspace);
    let mut world = crate::resolve(&workspace, &stand_ins);
    let mut ours: Vec<BTreeSet<Place>> = vec![BTreeSet::new(); workspace.files.len()];
    {
        let tables = Tables::new(&world);
        let all: Vec<usize> = (0..world.instances.len()).collect();
        for (page, instance) in pages_of(&tables, &all).into_iter().zip(&world.instances) {
            if let Some(places) = ours.get_mut(instance.file.index()) {
                places.extend(page.notes.places());
            }
        }
    }
    let coverage = super::super::all_references(&mut world).coverage;
    for (counted, is_member, resolved) in
        [(Counted::Path, false, coverage.paths_resolved), (Counted::Member, true, coverage.members_resolved)]
    {
        let places = ours.iter().flatten().filter(|place| place.1 == is_member).count();
        let sum = resolved + coverage.outside(counted) + coverage.unresolved(counted);
        assert_eq!(sum, places as u64, "{counted:?} of {}", manifest.display());
    }
    let mut wrong = Vec::new();
    let mut count = 0;
    for ((_, file), ours) in workspace.files.enumerate().zip(&ours) {
        let text = read::source(&workspace.root, &file.path).expect("it was read before");
        let seen = Seen::of(&text);
        let is_number = |place: &Place| text.as_bytes()[place.0].is_ascii_digit();
        let is_skipped = |place: &Place| seen.skipped.iter().any(|range| range.contains(&place.0));
        let plain: BTreeSet<Place> =
            ours.iter().copied().filter(|place| !is_number(place) && !is_skipped(place)).collect();
        count += plain.len();
        let told = |what: &str, place: &Place| {
            let line = text[..place.0].lines().count();
            let rest = text[place.0..].lines().next().unwrap_or_default();
            format!("{}:{line}: {what}: {rest}", file.path)
        };
        wrong.extend(
            seen.places
                .difference(&plain)
                .filter(|place| !is_skipped(place))
                .map(|place| told("not counted", place)),
        );
        wrong.extend(plain.difference(&seen.places).map(|place| told("is none", place)));
        wrong.extend(seen.in_macros.difference(ours).map(|place| told("not counted in a macro", place)));
    }
    assert!(wrong.is_empty(), "{} of {count}:\n{}", wrong.len(), wrong[..wrong.len().min(60)].join("\n"));
    count
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

#[test]
fn every_path_method_and_field_of_our_own_workspace_is_counted() {
    let count = compare(&root().join("../../Cargo.toml"));
    assert!(count > 100_000, "only {count} places were compared");
}

#[test]
fn every_path_method_and_field_of_the_fixtures_is_counted() {
    for fixture in ["exceptions", "lines", "mail", "modules"] {
        let count = compare(&root().join("../tests/fixtures").join(fixture).join("Cargo.toml"));
        assert!(count > 10, "only {count} places of {fixture} were compared");
    }
}
