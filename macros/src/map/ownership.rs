//! Which context the code belongs to in which a macro stands.

use super::Site;
use crate::refusals::{Refusals, meant};
use proc_macro2::Span;
use stateline_schema::map::{Context, Crate, Map};
use stateline_schema::{Pattern, listed};
use syn::LitStr;

/// Who the map says owns a place.
enum Owner<'m> {
    /// This one, and the whole crate with it.
    OfCrate(&'m Context),
    /// This one, if modules stand where they usually do.
    OfModule(&'m Context),
    /// One of these: borders run inside the file.
    OneOf(Vec<&'m Context>),
    Nobody,
}

/// The name of the context that the code belongs to; none where that is not known, which is then said.
pub(crate) fn own(site: &Site, said: Option<&LitStr>, at: Span, refusals: &mut Refusals) -> Option<String> {
    let Some(map) = site.map() else { return said.map(LitStr::value) };
    let owner = owner(map, site);
    if let Some(said) = said {
        let name = said.value();
        let names = map.contexts.names().map(|name| name.as_str());
        if !map.contexts.contains(&name) {
            let help = meant(&name, names, "possible contexts are").unwrap_or_default();
            refusals.at(said.span(), format_args!("the map has no context `{name}`{help}"));
            return None;
        }
        if let Owner::OfCrate(context) = owner
            && context.name.value != name
        {
            refusals.at(
                said.span(),
                format_args!(
                    "in the map, this crate belongs to `{}`, not to `{name}`; remove `context`",
                    context.name
                ),
            );
            return Some(context.name.value.clone());
        }
        return Some(name);
    }
    match owner {
        Owner::OfCrate(context) | Owner::OfModule(context) => Some(context.name.value.clone()),
        Owner::OneOf(contexts) => {
            let names = || contexts.iter().map(|context| &context.name);
            let arguments: Vec<String> = names().map(|name| format!("`context = \"{name}\"`")).collect();
            refusals.at(
                at,
                format_args!(
                    "several contexts own code in this file: {}; add {}",
                    listed(names()),
                    arguments.join(" or ")
                ),
            );
            None
        }
        Owner::Nobody => {
            let krate = &site.place.crate_name;
            let code = site.place.module(krate).unwrap_or(krate.clone());
            refusals.at(
                at,
                format_args!("no context owns `{code}`; add `{code}` to `owns` of a context in the map"),
            );
            None
        }
    }
}

fn owner<'m>(map: &'m Map, site: &Site) -> Owner<'m> {
    let place = &site.place;
    let claimed = place.roots().into_iter().map(|root| (claims(map, &root), root));
    let named = claimed.into_iter().find(|(claims, _)| !claims.is_empty());
    let Some((mut claims, root)) = named.or_else(|| Some((Vec::new(), place.names().into_iter().next()?)))
    else {
        return Owner::Nobody;
    };
    claims.extend(taken(map, site, &root));
    let Some((first, _)) = claims.first().cloned() else { return Owner::Nobody };
    let one = claims.iter().all(|(context, _)| context.name == first.name);
    if one && claims.iter().any(|(_, pattern)| matches!(pattern, Pattern::Exact(path) | Pattern::Subtree(path) if path.as_str() == root)) {
        return Owner::OfCrate(first);
    }
    let Some(module) = place.module(&root) else { return Owner::OneOf(distinct(claims)) };
    let nearest = claims
        .iter()
        .filter(|(_, pattern)| pattern.owns(&module))
        .max_by_key(|(_, pattern)| pattern.base().map_or(0, |base| base.segments().count()));
    let inside = |(context, pattern): &&(&Context, Pattern)| {
        let below = pattern.base().and_then(|base| base.as_str().strip_prefix(&module));
        let begins_below = below.is_some_and(|rest| rest.starts_with("::"))
            || matches!(pattern, Pattern::Children(base) if base.as_str() == module);
        begins_below && nearest.is_none_or(|(nearest, _)| nearest.name != context.name)
    };
    let mut inside: Vec<(&Context, Pattern)> = claims.iter().filter(inside).cloned().collect();
    match (nearest, inside.is_empty()) {
        (Some((context, _)), true) => Owner::OfModule(context),
        (None, true) => Owner::Nobody,
        (nearest, false) => {
            inside.splice(0..0, nearest.cloned());
            Owner::OneOf(distinct(inside))
        }
    }
}

/// Every pattern about a crate, with the context that it belongs to.
fn claims<'m>(map: &'m Map, root: &str) -> Vec<(&'m Context, Pattern)> {
    let all = map.contexts.values().flat_map(|context| {
        let named = context.owns.iter().filter_map(|owned| owned.value.code());
        named.map(move |pattern| (context, pattern.clone()))
    });
    all.filter(|(_, pattern)| pattern.base().is_some_and(|base| base.first() == root)).collect()
}

/// The contexts that take the package as a whole, by a pattern or a folder, under the name by which it goes.
fn taken<'m>(map: &'m Map, site: &Site, root: &str) -> Vec<(&'m Context, Pattern)> {
    let (names, folder) = (site.place.names(), site.folder());
    // A folder that lies elsewhere is in none of the map's.
    let folder = folder.as_deref().unwrap_or("..");
    let taken_as = |name: &str| map.taken(&[Crate { name, folder }]);
    let taken = names.iter().map(|name| taken_as(name)).find(|taken| !taken.is_empty());
    let whole = stateline_schema::Path::parse(root).map(Pattern::Exact);
    let claims = taken
        .into_iter()
        .flatten()
        .filter_map(|taken| Some((map.contexts.values().nth(taken.context)?, whole.clone().ok()?)));
    claims.collect()
}

/// The contexts of claims, each once.
fn distinct(claims: Vec<(&Context, Pattern)>) -> Vec<&Context> {
    let mut contexts: Vec<&Context> = claims.into_iter().map(|(context, _)| context).collect();
    contexts.dedup_by_key(|context| &context.name.value);
    contexts
}
