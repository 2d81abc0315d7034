//! The interface of a ctx: exactly what a step declares, and what the map has to say to it.

use crate::arguments::{Arguments, at, spelt};
use crate::function::Function;
use crate::map::{Allowed, Site, Start};
use crate::names;
use crate::refusals::Refusals;
use proc_macro2::{Ident, Span, TokenStream};
use quote::{quote, quote_spanned};
use stateline_schema::attribute::{CALL, Key, REQUEST};
use syn::Path;
use syn::ext::IdentExt;

/// What a step or compensation may do.
pub(crate) struct Interface {
    /// The name of the trait.
    pub(crate) name: Ident,
    calls: Vec<Call>,
    publishes: Vec<Published>,
    /// What is called in the body and may not be listed.
    pub(super) unlisted: Vec<Unlisted>,
}

/// An operation that is called in the body, and is one of those that the compiler alone knows, or is not listed.
pub(super) struct Unlisted {
    pub(super) method: Ident,
    pub(super) context: String,
    pub(super) unknown: Vec<Path>,
    /// What to say if it is not listed.
    pub(super) sentence: String,
}

/// An operation that it calls.
struct Call {
    path: Path,
    /// What the path may lead to, and what to say if it leads elsewhere; none if the map was asked already.
    allowed: Option<(Vec<Granted>, String)>,
    /// What to say if it cannot be undone; none if it may be so.
    lasting: Option<String>,
}

/// An operation that the map lets it call.
struct Granted {
    context: String,
    /// Its name; `*` for every one.
    name: String,
    /// How the map's path is written here, if that leads elsewhere by its words and can be followed.
    meant: Option<(Start, Vec<String>)>,
}

/// A message that it publishes.
struct Published {
    path: Path,
    /// The topics it may be of, and what to say if it is of another; none if the map was asked already.
    allowed: Option<(Vec<String>, String)>,
}

impl Interface {
    /// What the attribute declares. `lasting` is the sentence that refuses a call that cannot be undone, as what
    /// stands before and behind that call; none if there may be one.
    pub(crate) fn new(
        name: Ident,
        arguments: &Arguments,
        site: &Site,
        lasting: Option<&(String, String)>,
        refusals: &mut Refusals,
    ) -> Interface {
        let calls = arguments.paths(Key::Calls).iter();
        let calls = calls.map(|path| Call::new(path, site, lasting, refusals)).collect();
        let publishes = arguments.paths(Key::Publishes).iter().map(|path| Published {
            path: path.clone(),
            allowed: site.publishable(path, refusals).map(|topics| {
                let message = spelt(path);
                (
                    topics,
                    format!(
                        "`{0}` is not allowed to publish on the topic of `{message}`{1}; to allow it, add the topic to `contexts.{0}.publishes`",
                        site.own,
                        site.only_publishes()
                    ),
                )
            }),
        });
        Interface { name, calls, publishes: publishes.collect(), unlisted: Vec::new() }
    }

    /// The operations that it declares.
    pub(super) fn called(&self) -> impl Iterator<Item = &Path> {
        self.calls.iter().map(|call| &call.path)
    }

    /// The messages that it declares.
    pub(super) fn published(&self) -> impl Iterator<Item = &Path> {
        self.publishes.iter().map(|message| &message.path)
    }

    /// Takes an operation in that was refused where it is called.
    pub(super) fn take_call(&mut self, path: Path) {
        self.calls.push(Call { path, allowed: None, lasting: None });
    }

    /// Takes a message in that was refused where it is published.
    pub(super) fn take_publication(&mut self, path: Path) {
        self.publishes.push(Published { path, allowed: None });
    }

    /// Whether nothing is declared.
    pub(crate) fn is_empty(&self) -> bool {
        self.calls.is_empty() && self.publishes.is_empty()
    }

    /// What it declares to call, as a list.
    pub(crate) fn calls(&self, krate: &TokenStream) -> TokenStream {
        let calls = self.calls.iter().map(|call| {
            let (request, krate) = (behind(&call.path, REQUEST), at(krate.clone(), last(&call.path)));
            quote_spanned!(last(&call.path)=> #krate::operation::Declared::of::<#request>())
        });
        quote!(&[#(#calls),*])
    }

    /// The trait, on whatever can do all of it, and what the compiler holds against the map.
    pub(crate) fn expand(&self, function: &Function, krate: &TokenStream) -> TokenStream {
        let (name, visibility, borne) = (&self.name, &function.visibility, function.borne());
        let calls = self.calls.iter().map(|call| behind(&call.path, CALL));
        let publishes = self.publishes.iter().map(|message| {
            let (path, span) = (&message.path, last(&message.path));
            let krate = at(krate.clone(), span);
            quote_spanned!(span=> #krate::Publish<#path>)
        });
        let bounds: Vec<TokenStream> = calls.chain(publishes).chain([quote!(#krate::Ctx)]).collect();
        let documented = format!("What `{}` may do.", function.plain_name());
        let assertions = self.assertions(&borne, krate);
        quote! {
            #borne #[doc = #documented]
            #visibility trait #name: #(#bounds)+* {}
            #borne #[automatically_derived]
            impl<__E: #(#bounds +)* ?::core::marker::Sized> #name for __E {}
            #assertions
        }
    }

    /// What the compiler holds against the map: one constant for each path, so that each is said at its
    /// place, and each once.
    fn assertions(&self, borne: &TokenStream, krate: &TokenStream) -> TokenStream {
        let calls = self.calls.iter().map(|call| call.assertion(krate));
        let published = self.publishes.iter().map(|message| message.assertion(krate));
        let unlisted = self.unlisted.iter().map(|unlisted| Some(unlisted.assertion(krate)));
        let assertions = calls.chain(published).chain(unlisted).flatten();
        quote!(#(#borne const _: () = #assertions;)*)
    }
}

impl Call {
    /// What the map says to a call. A slip of the pen is refused, and then taken for what was meant.
    fn new(path: &Path, site: &Site, lasting: Option<&(String, String)>, refusals: &mut Refusals) -> Call {
        let allowed = match site.callable(path, refusals) {
            Ok(allowed) => allowed,
            Err(meant) => {
                let mut path = path.clone();
                if let (Some(meant), Some(last)) = (meant, path.segments.last_mut()) {
                    last.ident = names::of_map(&meant, last.ident.span());
                }
                return Call { path, allowed: None, lasting: None };
            }
        };
        let operation = spelt(path);
        let otherwise = format!(
            "`{0}` is not allowed to call the operation that `{operation}` refers to{1}; to allow it, add it to `contexts.{0}.calls`",
            site.own,
            site.only_calls()
        );
        let lasting =
            lasting.map(|(who, but)| format!("{who} calls the irreversible operation `{operation}`, {but}"));
        let granted = |allowed: Vec<Allowed>| {
            let called = path.segments.last().map(|last| last.ident.unraw().to_string());
            let is_named = allowed.iter().any(|one| one.name() == called.as_deref());
            // By another name than the map's it may be any; which one, is asked only where the map tells two
            // of one name apart.
            let may_be = |one: &Allowed| match is_named {
                true => one.name() == called.as_deref(),
                false => one.is_told_apart(),
            };
            allowed.iter().map(|one| Granted::new(one, path, site, may_be(one))).collect()
        };
        Call { path: path.clone(), allowed: allowed.map(|allowed| (granted(allowed), otherwise)), lasting }
    }

    fn assertion(&self, krate: &TokenStream) -> Option<TokenStream> {
        let (allowed, forbidden) = self.allowed.as_ref()?;
        let (request, span) = (behind(&self.path, REQUEST), last(&self.path));
        let krate = at(krate.clone(), span);
        let allowed = allowed.iter().map(|granted| {
            let Granted { context, name, .. } = granted;
            let place = granted.place(span, &krate);
            quote!((#context, #name, #place))
        });
        let lasting = self.lasting.as_deref().unwrap_or_default();
        Some(quote_spanned! {span=>
            #krate::derived::called::<#request>(&[#(#allowed),*], #forbidden, #lasting)
        })
    }
}

impl Unlisted {
    fn assertion(&self, krate: &TokenStream) -> TokenStream {
        let Unlisted { method, context, unknown, sentence } = self;
        let (span, name) = (method.span(), method.unraw().to_string());
        let krate = at(krate.clone(), span);
        let listed: Vec<_> = unknown.iter().map(|path| behind(path, REQUEST)).collect();
        quote_spanned! {span=>
            #krate::derived::listed(
                &[#((<#listed as #krate::Operation>::CONTEXT, <#listed as #krate::Operation>::NAME)),*],
                (#context, #name),
                #sentence,
            )
        }
    }
}

impl Granted {
    /// `may_be` says whether it may be what this path leads to.
    fn new(allowed: &Allowed, path: &Path, site: &Site, may_be: bool) -> Granted {
        let written = spelt(path).replace("r#", "");
        let written = written.trim_start_matches("::");
        let is_so = allowed.whole.iter().any(|whole| {
            let below = site.reachable(whole).filter(|(start, _)| matches!(start, Start::Own));
            whole == written
                || below.is_some_and(|(_, names)| written == format!("crate::{}", names.join("::")))
        });
        let alone = allowed.whole.as_slice();
        let meant = match alone {
            // Of what stands deeper nobody knows here whether it can be seen.
            [whole] if may_be && !is_so => {
                site.reachable(whole).filter(|(_, names)| (1..=2).contains(&names.len()))
            }
            _ => None,
        };
        let name = allowed.name().unwrap_or("*").to_owned();
        Granted { context: allowed.context.clone(), name, meant }
    }

    /// The place of what the map means; nothing where the map's words are the code's, or lead nowhere that is
    /// seen from here. A block's own items give way to those of a glob further inside.
    fn place(&self, span: Span, krate: &TokenStream) -> TokenStream {
        let Some((start, names)) = &self.meant else { return quote!("") };
        let span = names::derived(span);
        let all = match start {
            Start::Own => quote_spanned!(span=> crate::*),
            Start::Crate(name) => {
                let name = names::of_map(name, span);
                quote_spanned!(span=> ::#name::*)
            }
        };
        let names: Vec<Ident> = names.iter().map(|name| names::of_map(name, span)).collect();
        let request = Ident::new(REQUEST, span);
        let krate = at(krate.clone(), span);
        let nothing = quote_spanned!(span=> pub use #krate::derived::Nothing as #request;);
        let otherwise =
            names.iter().rev().fold(nothing, |inner, name| quote_spanned!(span=> pub mod #name { #inner }));
        quote_spanned! {span=>
            {
                #otherwise
                {
                    use #all;
                    <#(#names::)* #request as #krate::derived::Placed>::PLACE
                }
            }
        }
    }
}

impl Published {
    fn assertion(&self, krate: &TokenStream) -> Option<TokenStream> {
        let (topics, forbidden) = self.allowed.as_ref()?;
        let (path, span) = (&self.path, last(&self.path));
        let krate = at(krate.clone(), span);
        Some(quote_spanned!(span=> #krate::derived::published::<#path>(&[#(#topics),*], #forbidden)))
    }
}

/// What is derived beside the function that a path leads to.
fn behind(path: &Path, name: &str) -> TokenStream {
    let name = Ident::new(name, last(path));
    quote!(#path::#name)
}

fn last(path: &Path) -> Span {
    path.segments.last().map_or_else(Span::call_site, |last| last.ident.span())
}
