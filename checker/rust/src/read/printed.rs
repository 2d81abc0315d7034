//! A summary as text, for tests to compare: one line for each item, expressions in brackets.

use super::summary::*;
use crate::arena::IdxRange;
use crate::read::Mutability;
use std::fmt::Write;

/// All that a summary says, places left aside.
pub(super) fn printed(summary: &FileSummary) -> String {
    let mut printer = Printer { summary, body: None, out: String::new() };
    for index in 0..summary.items.len() {
        printer.item(ItemId::new(index));
    }
    printer.out
}

struct Printer<'s> {
    summary: &'s FileSummary,
    body: Option<Body>,
    out: String,
}

impl Printer<'_> {
    fn name(&self, name: Name) -> &str {
        &self.summary.names[name]
    }

    fn terms(&self) -> &Terms {
        self.body.as_ref().map_or(&self.summary.terms, |body| &body.terms)
    }

    fn item(&mut self, id: ItemId) {
        let item = &self.summary.items[id];
        let mut depth = 0;
        let mut parent = item.parent;
        while let Some(id) = parent {
            depth += 1;
            parent = self.summary.items[id].parent;
        }
        let mut line = "  ".repeat(depth);
        match item.visibility {
            Visibility::Private => {}
            Visibility::Public => line += "pub ",
            Visibility::In(path) => line += &format!("pub({}) ", self.path(path)),
        }
        let name = self.name(item.name).to_owned();
        line += &self.kind(&item.kind, &name);
        if let Some(cfg) = item.cfg {
            line += &format!(" cfg {:?}", self.summary.cfgs[cfg]);
        }
        for attribute in &self.summary.attributes[item.attributes] {
            line += &format!(" {}", self.attribute(attribute));
        }
        if item.is_test {
            line += " test";
        }
        if item.in_macro {
            line += " in-macro";
        }
        writeln!(self.out, "{line}").expect("writing to a string");
    }

    fn attribute(&self, attribute: &Attribute) -> String {
        let loose = self.loose_of(&self.summary.terms, attribute.loose);
        format!("#[{}{loose}]", self.path(attribute.path))
    }

    fn kind(&mut self, kind: &ItemKind, name: &str) -> String {
        match kind {
            ItemKind::Module { inline, path, .. } => {
                let path = path.as_ref().map(|path| format!(" at {path}")).unwrap_or_default();
                format!("mod {name}{}{path}", if *inline { " {}" } else { "" })
            }
            ItemKind::Function(function) => self.function(function, name),
            ItemKind::Struct { generics, fields, .. } => {
                format!("struct {name}{}{}", self.generics(generics), self.fields(*fields))
            }
            ItemKind::Union { generics, fields } => {
                format!("union {name}{}{}", self.generics(generics), self.fields(*fields))
            }
            ItemKind::Enum { generics } => format!("enum {name}{}", self.generics(generics)),
            ItemKind::Variant { fields, discriminant, .. } => {
                format!("variant {name}{}{}", self.fields(*fields), self.body(*discriminant))
            }
            ItemKind::Const { generics, ty, body } => {
                format!("const {name}{}{}{}", self.generics(generics), self.colon(*ty), self.body(*body))
            }
            ItemKind::Static { ty, body, mutable } => {
                let mutable = if *mutable { "mut " } else { "" };
                format!("static {mutable}{name}{}{}", self.colon(*ty), self.body(*body))
            }
            ItemKind::Trait { generics, bounds } => {
                format!("trait {name}{}{}", self.generics(generics), self.bounds(*bounds))
            }
            ItemKind::TypeAlias { generics, bounds, ty } => {
                format!("type {name}{}{}{}", self.generics(generics), self.bounds(*bounds), self.colon(*ty))
            }
            ItemKind::Impl { generics, trait_, self_ty, negative } => {
                let trait_ = trait_.map(|path| format!(" {} for", self.path(path))).unwrap_or_default();
                let negative = if *negative { " !" } else { "" };
                format!("impl{}{negative}{trait_} {}", self.generics(generics), self.ty(*self_ty))
            }
            ItemKind::Use { leaves } => {
                let leaves: Vec<String> =
                    self.summary.uses[*leaves].iter().map(|leaf| self.leaf(leaf)).collect();
                format!("use {}", leaves.join(", "))
            }
            ItemKind::ExternCrate { krate, .. } => format!("extern crate {} as {name}", self.name(*krate)),
            ItemKind::Foreign => "extern".to_owned(),
            ItemKind::MacroRules { exported, arms, .. } => {
                let arms: Vec<String> = arms.iter().map(|arm| self.arm(arm)).collect();
                format!("macro_rules {name}{} {}", if *exported { " exported" } else { "" }, arms.join(" "))
            }
            ItemKind::MacroCall { path, body, loose, .. } => {
                let loose = self.loose_of(&self.summary.terms, *loose);
                format!("{}!{}{loose}", self.path(*path), self.body(*body))
            }
            ItemKind::Block => "block".to_owned(),
        }
    }

    fn function(&mut self, function: &Function, name: &str) -> String {
        let receiver = function.receiver.map(|receiver| match receiver {
            Receiver::Value => "self".to_owned(),
            Receiver::Ref => "&self".to_owned(),
            Receiver::RefMut => "&mut self".to_owned(),
            Receiver::Typed(ty) => format!("self: {}", self.ty(ty)),
        });
        let params: Vec<String> =
            receiver.into_iter().chain(function.params.iter().map(|ty| self.ty(*ty))).collect();
        let words = [(function.is_const, "const "), (function.is_async, "async ")];
        let words: String = words.iter().filter(|(is, _)| *is).map(|(_, word)| *word).collect();
        let ret = function.ret.map(|ty| format!(" -> {}", self.ty(ty))).unwrap_or_default();
        let generics = self.generics(&function.generics);
        format!("{words}fn {name}{generics}({}){ret}{}", params.join(", "), self.body(function.body))
    }

    fn arm(&mut self, arm: &Arm) -> String {
        let names: Vec<String> =
            arm.metavariables.iter().map(|(name, kind)| format!("{}:{kind}", self.name(*name))).collect();
        let loose = self.loose_of(&self.summary.terms, arm.loose);
        format!("({}{}{loose})", names.join(" "), self.body(arm.body))
    }

    fn leaf(&self, leaf: &UseLeaf) -> String {
        let mut text = self.path(leaf.path);
        if leaf.glob {
            text += "::*";
        } else if leaf.is_self {
            text += "::self";
        }
        let shared = if leaf.shared > 0 { format!(" +{}", leaf.shared) } else { String::new() };
        let alias =
            if leaf.alias_at.is_some() { format!(" as {}", self.name(leaf.name)) } else { String::new() };
        text + &alias + &shared
    }

    fn generics(&self, generics: &Generics) -> String {
        let params: Vec<String> = generics
            .params
            .iter()
            .map(|param| {
                let konst = param.konst.map(|ty| format!(" const {}", self.ty(ty))).unwrap_or_default();
                let default = param.default.map(|ty| format!(" = {}", self.ty(ty))).unwrap_or_default();
                format!("{}{}{konst}{default}", self.name(param.name), self.bounds(param.bounds))
            })
            .collect();
        let wheres: Vec<String> =
            generics.wheres.iter().map(|w| format!("{}{}", self.ty(w.ty), self.bounds(w.bounds))).collect();
        let params = if params.is_empty() { String::new() } else { format!("<{}>", params.join(", ")) };
        if wheres.is_empty() { params } else { format!("{params} where {} :", wheres.join(", ")) }
    }

    fn fields(&self, fields: IdxRange<Field>) -> String {
        let fields: Vec<String> = self.summary.fields[fields]
            .iter()
            .map(|field| {
                let attributes: String = self.summary.attributes[field.attributes]
                    .iter()
                    .map(|attribute| self.attribute(attribute))
                    .collect();
                let cfg = field.cfg.map(|cfg| format!("{:?} ", self.summary.cfgs[cfg]));
                let cfg = cfg.unwrap_or_default();
                format!("{attributes}{cfg}{}: {}", self.name(field.name), self.ty(field.ty))
            })
            .collect();
        if fields.is_empty() { String::new() } else { format!(" {{{}}}", fields.join(", ")) }
    }

    fn colon(&self, ty: Option<TypeId>) -> String {
        ty.map(|ty| format!(": {}", self.ty(ty))).unwrap_or_default()
    }

    fn path(&self, path: PathId) -> String {
        let terms = self.terms();
        let path = terms.paths[path];
        let mut text = String::new();
        if let Some(ty) = path.qself {
            text += &format!("<{} as {}>::", self.ty(ty), path.qself_trait);
        }
        if path.global {
            text += "::";
        }
        let segments: Vec<String> = terms.segments[path.segments]
            .iter()
            .map(|segment| {
                let args = segment.args.map(|args| self.args(args)).unwrap_or_default();
                format!("{}{args}", self.name(segment.name))
            })
            .collect();
        text + &segments.join("::")
    }

    fn args(&self, args: ArgsId) -> String {
        let terms = self.terms();
        let args = terms.args[args];
        let types = terms.type_lists[args.types].iter().map(|ty| self.ty(*ty));
        let bindings = terms.bindings[args.bindings].iter().map(|binding| {
            let ty = binding.ty.map(|ty| format!(" = {}", self.ty(ty))).unwrap_or_default();
            format!("{}{ty}{}", self.name(binding.name), self.bounds(binding.bounds))
        });
        format!("<{}>", types.chain(bindings).collect::<Vec<_>>().join(", "))
    }

    fn bounds(&self, bounds: IdxRange<Bound>) -> String {
        let bounds: Vec<String> = self.terms().bounds[bounds]
            .iter()
            .map(|bound| format!("{}{}", if bound.maybe { "?" } else { "" }, self.path(bound.path)))
            .collect();
        if bounds.is_empty() { String::new() } else { format!(": {}", bounds.join(" + ")) }
    }

    fn types(&self, types: IdxRange<TypeId>) -> String {
        let list = &self.terms().type_lists[types];
        list.iter().map(|ty| self.ty(*ty)).collect::<Vec<_>>().join(", ")
    }

    fn ty(&self, ty: TypeId) -> String {
        match self.terms().types[ty] {
            Type::Path(path) => self.path(path),
            Type::Ref { mutability, inner } => {
                format!("&{}{}", written(mutability), self.ty(inner))
            }
            Type::Ptr { mutability, inner } => {
                format!("*{}{}", written(mutability), self.ty(inner))
            }
            Type::Slice(inner) => format!("[{}]", self.ty(inner)),
            Type::Array { element, .. } => format!("[{}; n]", self.ty(element)),
            Type::Tuple(types) => format!("({})", self.types(types)),
            Type::Fn { params, ret } => format!("fn({}){}", self.types(params), self.colon(ret)),
            Type::Never => "!".to_owned(),
            Type::Infer => "_".to_owned(),
            Type::Impl(bounds) => format!("impl{}", self.bounds(bounds)),
            Type::Dyn(bounds) => format!("dyn{}", self.bounds(bounds)),
            Type::Const { .. } => "const".to_owned(),
            Type::Macro { path, .. } => format!("{}!", self.path(path)),
            Type::Unknown => "?".to_owned(),
        }
    }

    fn loose_of(&self, terms: &Terms, loose: IdxRange<LoosePath>) -> String {
        let found = terms.loose[loose].iter().map(|loose| {
            let marks = [(loose.is_macro, "!"), (loose.in_string, "\""), (loose.after_dot, ".")];
            let marks: String = marks.iter().filter(|(is, _)| *is).map(|(_, mark)| *mark).collect();
            format!(" ~{marks}{}", self.path(loose.path))
        });
        found.collect()
    }

    fn body(&mut self, body: Option<BodyId>) -> String {
        let Some(body) = body else { return String::new() };
        let body = Body::decode(&self.summary.bodies[body]).expect("was just encoded");
        let outer = self.body.replace(body);
        let inner = self.body.as_ref().expect("was just set");
        let params: Vec<String> = inner.params.iter().map(|pat| self.pat(*pat)).collect();
        let mut text = format!(" = |{}| ", params.join(", "));
        if let Some(root) = inner.root {
            text += &self.expr(root);
        }
        let all = IdxRange::new(0..inner.terms.loose.len());
        text += &self.loose_of(&inner.terms, all);
        self.body = outer;
        text
    }

    fn inner(&self) -> &Body {
        self.body.as_ref().expect("expressions stand in bodies")
    }

    fn exprs(&self, exprs: IdxRange<ExprId>) -> String {
        let list = &self.inner().expr_lists[exprs];
        list.iter().map(|expr| self.expr(*expr)).collect::<Vec<_>>().join(", ")
    }

    fn some(&self, expr: Option<ExprId>) -> String {
        expr.map(|expr| format!(" {}", self.expr(expr))).unwrap_or_default()
    }

    fn labelled(&self, label: Option<Name>) -> String {
        label.map(|label| format!("'{} ", self.name(label))).unwrap_or_default()
    }

    fn expr(&self, expr: ExprId) -> String {
        let body = self.inner();
        match body.exprs[expr] {
            Expr::Missing => "?".to_owned(),
            Expr::Path(path) => self.path(path),
            Expr::Literal(Literal::Int(Some(suffix)) | Literal::Float(Some(suffix))) => {
                format!("lit:{}", self.name(suffix))
            }
            Expr::Literal(literal) => format!("{literal:?}").to_lowercase().replace("(none)", ""),
            Expr::Call { callee, args } => format!("{}({})", self.expr(callee), self.exprs(args)),
            Expr::MethodCall { receiver, name, generics, args, .. } => {
                let generics = generics.map(|args| self.args(args)).unwrap_or_default();
                format!("{}.{}{generics}({})", self.expr(receiver), self.name(name), self.exprs(args))
            }
            Expr::Field { base, name, .. } => format!("{}.{}", self.expr(base), self.name(name)),
            Expr::Struct { path, fields, base: rest } => {
                let fields = body.struct_fields[fields].iter().map(|field| {
                    let short = if field.shorthand { "=" } else { ":" };
                    format!("{}{short}{}", self.name(field.name), self.expr(field.value))
                });
                let fields: Vec<String> = fields.collect();
                format!("{} {{{}{}}}", self.path(path), fields.join(", "), self.some(rest))
            }
            Expr::Tuple(exprs) => format!("({},)", self.exprs(exprs)),
            Expr::Array(exprs) => format!("[{}]", self.exprs(exprs)),
            Expr::Repeat { value, count } => format!("[{}; {}]", self.expr(value), self.expr(count)),
            Expr::Block { kind, scope, stmts, tail, label } => {
                let stmts = body.stmts[stmts].iter().map(|stmt| self.stmt(stmt));
                let stmts: String = stmts.collect();
                let kind = if kind == BlockKind::Plain { String::new() } else { format!("{kind:?} ") };
                let scope = if scope.is_some() { "items " } else { "" };
                format!("{}{kind}{{{scope}{stmts}{}}}", self.labelled(label), self.some(tail))
            }
            Expr::If { condition, then, otherwise } => {
                format!("if {} {}{}", self.expr(condition), self.expr(then), self.some(otherwise))
            }
            Expr::Let { pat, value } => format!("(let {} = {})", self.pat(pat), self.expr(value)),
            Expr::Match { scrutinee, arms } => {
                let arms = body.arms[arms].iter().map(|arm| {
                    let guard =
                        arm.guard.map(|guard| format!(" if {}", self.expr(guard))).unwrap_or_default();
                    let cfg = self.cfg(arm.cfg);
                    format!("{cfg}{}{guard} => {}", self.pat(arm.pat), self.expr(arm.body))
                });
                format!("match {} {{{}}}", self.expr(scrutinee), arms.collect::<Vec<_>>().join(", "))
            }
            Expr::Loop { body, label } => format!("{}loop {}", self.labelled(label), self.expr(body)),
            Expr::While { condition, body, label } => {
                format!("{}while {} {}", self.labelled(label), self.expr(condition), self.expr(body))
            }
            Expr::For { pat, iter, body, label, .. } => {
                let label = self.labelled(label);
                format!("{label}for {} in {} {}", self.pat(pat), self.expr(iter), self.expr(body))
            }
            Expr::Break { label, value } => format!("break {}{}", self.labelled(label), self.some(value)),
            Expr::Continue => "continue".to_owned(),
            Expr::Return(value) => format!("return{}", self.some(value)),
            Expr::Yield(value) => format!("yield{}", self.some(value)),
            Expr::Closure { params, ret, body: inner, is_async } => {
                let params = body.closure_params[params].iter();
                let params = params.map(|param| format!("{}{}", self.pat(param.pat), self.colon(param.ty)));
                let is_async = if is_async { "async " } else { "" };
                let params = params.collect::<Vec<_>>().join(", ");
                format!("({is_async}|{params}|{} {})", self.colon(ret), self.expr(inner))
            }
            Expr::Await(inner) => format!("{}.await", self.expr(inner)),
            Expr::Try(inner) => format!("{}?", self.expr(inner)),
            Expr::Unary { op, expr, .. } => format!("({op:?} {})", self.expr(expr)),
            Expr::Binary { op, assigns, left, right, .. } => {
                let assigns = if assigns { "=" } else { "" };
                format!("({} {op:?}{assigns} {})", self.expr(left), self.expr(right))
            }
            Expr::Assign { left, right } => format!("({} = {})", self.expr(left), self.expr(right)),
            Expr::Index { base, index, .. } => format!("{}[{}]", self.expr(base), self.expr(index)),
            Expr::Range { start, end, inclusive } => {
                format!("({} ..{}{})", self.some(start), if inclusive { "=" } else { "" }, self.some(end))
            }
            Expr::Cast { expr, ty } => format!("({} as {})", self.expr(expr), self.ty(ty)),
            Expr::Ref { mutability, expr } => {
                format!("&{}{}", written(mutability), self.expr(expr))
            }
            Expr::Macro { path, args, loose, .. } => {
                let loose = self.loose_of(&body.terms, loose);
                format!("{}!({}{loose})", self.path(path), self.exprs(args))
            }
            Expr::Cfg { cfg, expr } => {
                format!("{}{}", self.cfg(Some(cfg)), self.expr(expr))
            }
        }
    }

    fn cfg(&self, cfg: Option<CfgId>) -> String {
        cfg.map(|cfg| format!("cfg({:?}) ", self.summary.cfgs[cfg])).unwrap_or_default()
    }

    fn stmt(&self, stmt: &Stmt) -> String {
        match *stmt {
            Stmt::Expr(expr) => format!("{}; ", self.expr(expr)),
            Stmt::Let { cfg, pat, ty, init, otherwise } => {
                let init = init.map(|init| format!(" = {}", self.expr(init))).unwrap_or_default();
                let otherwise =
                    otherwise.map(|expr| format!(" else {}", self.expr(expr))).unwrap_or_default();
                let cfg = self.cfg(cfg);
                format!("{cfg}let {}{}{init}{otherwise}; ", self.pat(pat), self.colon(ty))
            }
        }
    }

    fn pats(&self, pats: IdxRange<PatId>) -> String {
        let list = &self.inner().pat_lists[pats];
        list.iter().map(|pat| self.pat(*pat)).collect::<Vec<_>>().join(", ")
    }

    fn pat(&self, pat: PatId) -> String {
        let body = self.inner();
        match body.pats[pat] {
            Pat::Wild => "_".to_owned(),
            Pat::Rest => "..".to_owned(),
            Pat::Bind { name, by_ref, mutable, sub, .. } => {
                let words = [(by_ref, "ref "), (mutable, "mut ")];
                let words: String = words.iter().filter(|(is, _)| *is).map(|(_, word)| *word).collect();
                let sub = sub.map(|sub| format!(" @ {}", self.pat(sub))).unwrap_or_default();
                format!("{words}{}{sub}", self.name(name))
            }
            Pat::Path(path) => format!("path {}", self.path(path)),
            Pat::Tuple(pats) => format!("({},)", self.pats(pats)),
            Pat::TupleStruct { path, elems } => format!("{}({})", self.path(path), self.pats(elems)),
            Pat::Struct { path, fields } => {
                let fields = body.pat_fields[fields].iter().map(|field| {
                    let short = if field.shorthand { "=" } else { ":" };
                    format!("{}{short}{}", self.name(field.name), self.pat(field.pat))
                });
                format!("{} {{{}}}", self.path(path), fields.collect::<Vec<_>>().join(", "))
            }
            Pat::Ref { mutable, pat } => format!("&{}{}", if mutable { "mut " } else { "" }, self.pat(pat)),
            Pat::Slice(pats) => format!("[{}]", self.pats(pats)),
            Pat::Or(pats) => format!("or({})", self.pats(pats)),
            Pat::Expr(expr) => self.expr(expr),
            Pat::Range { start, end } => format!("{}..{}", self.some(start), self.some(end)),
            Pat::Macro { path, .. } => format!("{}!", self.path(path)),
            Pat::Unknown => "?".to_owned(),
        }
    }
}

fn written(mutability: Mutability) -> &'static str {
    match mutability {
        Mutability::Shared => "",
        Mutability::Mut => "mut ",
    }
}
