//! How a definition is spelt for people and for other tools.

use super::definitions::{CrateId, DefId, DefKind, Definitions};
use super::reference::Reference;
use super::scopes::Target;
use super::symbols;
use crate::arena::IdxRange;
use crate::read::{Bound, ItemKind, Mutability, Terms, Type, TypeId};
use std::fmt::Write as _;

impl Definitions<'_> {
    /// The name of the package that a crate belongs to; `std` for the standard library.
    pub fn package_name(&self, krate: CrateId) -> &str {
        match self.crates[krate].target {
            Some(target) => {
                let target = &self.workspace.targets[target];
                &self.workspace.packages[target.package].name
            }
            None => "std",
        }
    }

    /// The top-level module of its crate in which a definition lies; `None` at the root itself.
    pub fn top_module(&self, id: DefId) -> Option<DefId> {
        let mut at = self.module_of(id);
        loop {
            let parent = self.def(at).parent?;
            let above = self.module_of(parent);
            if self.def(above).parent.is_none() {
                return Some(at);
            }
            at = above;
        }
    }

    /// The module whose file a definition stands in: inline modules are looked through.
    pub fn file_module(&self, id: DefId) -> DefId {
        let mut at = self.module_of(id);
        while self.def(at).item.is_some() {
            at = self.module_of(self.def(at).parent.expect("a root module is a whole file"));
        }
        at
    }

    /// The name of the top-level module, empty at the root.
    pub fn top_module_name(&self, id: DefId) -> &str {
        self.top_module(id).map_or("", |module| self.text(self.def(module).name))
    }

    /// The symbol in the manner of the SCIP index format (Sourcegraph's code-intelligence
    /// protocol, as rust-analyzer writes it): modules end in `/`, types in `#`, functions in
    /// `().`, macros in `!` or (procedural) `:`, fields and variants follow their type,
    /// `impl#[Type][Trait]name().` is an associated item, `crate/` a root.
    pub fn descriptor(&self, id: DefId) -> String {
        let mut out = String::new();
        self.write_descriptor(id, &mut out);
        out
    }

    /// The descriptor of what a reference leads to; of a derived item, as if its impl were written
    /// beside the type.
    pub fn target_descriptor(&self, reference: &Reference) -> Option<String> {
        let Target::Def(id) = reference.to else { return None };
        let Some(member) = reference.derived else { return Some(self.descriptor(id)) };
        let mut out = String::new();
        self.write_modules(id, &mut out);
        let def = self.def(member);
        let trait_name = def.parent.map_or("", |parent| self.text(self.def(parent).name));
        let _ = write!(out, "impl#[{}][{trait_name}]", self.text(self.def(id).name));
        self.write_own(member, &mut out);
        Some(out)
    }

    fn write_modules(&self, id: DefId, out: &mut String) {
        let mut modules = Vec::new();
        let mut at = self.module_of(id);
        while let Some(parent) = self.def(at).parent {
            modules.push(self.def(at).name);
            at = self.module_of(parent);
        }
        for name in modules.into_iter().rev() {
            out.push_str(self.text(name));
            out.push('/');
        }
    }

    fn write_descriptor(&self, id: DefId, out: &mut String) {
        let def = self.def(id);
        match (def.kind, def.parent) {
            (DefKind::Module, None) => out.push_str("crate/"),
            (DefKind::Module, Some(_)) => self.write_modules(id, out),
            (_, Some(parent)) => {
                match self.def(parent).kind {
                    DefKind::Struct
                    | DefKind::Union
                    | DefKind::Enum
                    | DefKind::Variant
                    | DefKind::Trait
                    | DefKind::Impl => self.write_descriptor(parent, out),
                    _ => self.write_modules(id, out),
                }
                self.write_own(id, out);
            }
            (_, None) => {}
        }
    }

    fn write_own(&self, id: DefId, out: &mut String) {
        let def = self.def(id);
        let raw = format!("`r#{}`", self.text(def.name));
        let name = if symbols::is_raw(def.name) { &raw } else { self.text(def.name) };
        let _ = match def.kind {
            DefKind::Function | DefKind::Generated => write!(out, "{name}()."),
            DefKind::Struct
            | DefKind::Union
            | DefKind::Enum
            | DefKind::Variant
            | DefKind::Trait
            | DefKind::TypeAlias => write!(out, "{name}#"),
            DefKind::Field | DefKind::Const | DefKind::Static => write!(out, "{name}."),
            DefKind::MacroRules => write!(out, "{name}!"),
            DefKind::ProcMacro => write!(out, "{name}:"),
            DefKind::Module => write!(out, "{name}/"),
            DefKind::Impl => {
                out.push_str(&self.impl_header(id));
                Ok(())
            }
            DefKind::Block => Ok(()),
        };
    }

    /// What an impl is for, and of which trait, as its header says it: ``impl#[Account]`` and, in
    /// backticks, what is not a plain name.
    pub fn impl_header(&self, id: DefId) -> String {
        let def = self.def(id);
        let Some(ItemKind::Impl { self_ty, trait_, .. }) = self.item(id).map(|item| &item.kind) else {
            return String::new();
        };
        let printer = Printer { world: self, file: def.file, terms: &self.summary(def.file).terms };
        let quote = |text: String| match text.chars().all(|c| c.is_alphanumeric() || c == '_') {
            true => format!("[{text}]"),
            false => format!("[`{text}`]"),
        };
        let mut header = format!("impl#{}", quote(printer.ty(*self_ty)));
        if let Some(trait_) = trait_ {
            header.push_str(&quote(printer.path(*trait_)));
        }
        header
    }
}

/// Prints types as they are written.
struct Printer<'p> {
    world: &'p Definitions<'p>,
    file: crate::read::FileId,
    terms: &'p Terms,
}

impl Printer<'_> {
    fn ty(&self, ty: TypeId) -> String {
        match self.terms.types[ty] {
            Type::Path(path) | Type::Macro { path, .. } => self.path(path),
            Type::Ref { mutability: Mutability::Mut, inner } => format!("&mut {}", self.ty(inner)),
            Type::Ref { inner, .. } => format!("&{}", self.ty(inner)),
            Type::Ptr { mutability: Mutability::Mut, inner } => format!("*mut {}", self.ty(inner)),
            Type::Ptr { inner, .. } => format!("*const {}", self.ty(inner)),
            Type::Slice(inner) | Type::Array { element: inner, .. } => format!("[{}]", self.ty(inner)),
            Type::Tuple(run) => format!("({})", self.list(run)),
            Type::Fn { params, ret } => {
                let ret = ret.map_or_else(String::new, |ret| format!(" -> {}", self.ty(ret)));
                format!("fn({}){ret}", self.list(params))
            }
            Type::Never => "!".to_owned(),
            Type::Infer | Type::Const { .. } | Type::Unknown => "_".to_owned(),
            Type::Impl(bounds) => format!("impl {}", self.bounds(bounds)),
            Type::Dyn(bounds) => format!("dyn {}", self.bounds(bounds)),
        }
    }

    fn list(&self, run: IdxRange<TypeId>) -> String {
        let types = self.terms.type_lists[run].iter().map(|ty| self.ty(*ty));
        types.collect::<Vec<_>>().join(", ")
    }

    fn bounds(&self, run: IdxRange<Bound>) -> String {
        let bounds = self.terms.bounds[run].iter().map(|bound| self.path(bound.path));
        bounds.collect::<Vec<_>>().join(" + ")
    }

    fn path(&self, path: crate::read::PathId) -> String {
        let mut out = String::new();
        for segment in &self.terms.segments[self.terms.paths[path].segments] {
            if !out.is_empty() {
                out.push_str("::");
            }
            out.push_str(self.world.text(self.world.symbol(self.file, segment.name)));
            let Some(args) = segment.args.map(|args| self.terms.args[args]) else { continue };
            if !args.types.is_empty() {
                let _ = write!(out, "<{}>", self.list(args.types));
            }
        }
        out
    }
}
