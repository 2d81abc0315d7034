//! What our macros derive, as the checker sees it: Rust with holes.
//!
//! Only what others can name or what types need is written, and no bodies.

use stateline_rust::derive::{Carrier, Code, Declaration, Input, Part, Signature, TokenRange};
use stateline_schema::attribute::{
    ABOUT, Attribute, CALL, DONE, Ending, KEY, Key, REQUEST, Returned, call_name, ctx_name, request_name,
    shares, type_name,
};

const OPERATION: &str = "
    struct $request { $fields }
    impl $crate::Operation for $request { type Output = $output; }
    impl<Env: Sync $has> $crate::Handle<Env> for $request $inquired {}
    $of_key
    trait $call: $crate::Calls<$request> {
        fn $name(&self, $arguments) -> impl Future<Output = Result<$output, $crate::CallError>>;
    }
    impl<Env: $crate::Calls<$request> + ?Sized> $call for Env {}
    mod $name { pub use super::{$request as $as_request, $call as $as_call}; }
";
/// What only takes a key can be an inquiry.
const OF_KEY: &str = "impl $crate::derived::OfKey for $request {}";
const STEP: &str = "
    $interface
    struct $name {}
    impl $crate::Step for $name { type Input = $input; type Output = $output; $error }
    impl<Env: $bound> $crate::Run<Env> for $name {}
";
const COMPENSATION: &str = "
    $interface
    struct $name {}
    impl $crate::Compensation for $name { type Input = $input; $error }
    impl<Env: $bound, $any> $crate::Undo<Env, $done> for $name {}
    impl<$any> $crate::derived::Told<$done> for $name {}
";
const RECEIVES: &str = "
    $interface
    struct $name {}
    impl $crate::Receive for $name { type Message = $input; }
    impl<Env: $bound> $crate::Hear<Env> for $name {}
";
const MIGRATION: &str = "
    struct $name {}
    impl $crate::Migration for $name { type From = $input; type To = $output; $error }
";
const INTERFACE: &str = "
    trait $ctx: $crate::Ctx $needs {}
    impl<Env: $crate::Ctx $needs> $ctx for Env {}
";
const MESSAGE: &str = "impl $crate::Message for $name {}";
/// What the first step takes, the map says, which reading does not know.
const PROCESS: &str = "$visibility fn $name<Env: $crate::Stage>() -> $crate::Chain<_, Env>;";
const HAS: &str = "impl<$generics> $crate::Has<$type> for $name<$arguments> {}";

/// Where our crate is, if no `crate = path` says so.
pub(super) const OURS: &str = "::stateline";

/// The items that a mark derives.
pub(super) fn derive(input: &Input<'_>) -> Vec<Code> {
    let Some(kind) = Attribute::named(input.invoked.name) else { return Vec::new() };
    match (kind, input.carrier) {
        (Attribute::Operation, Carrier::Function(function)) => {
            operation(input, function).into_iter().collect()
        }
        (Attribute::Step, Carrier::Function(function)) => step(input, function, STEP).into_iter().collect(),
        (Attribute::Compensation, Carrier::Function(function)) => {
            step(input, function, COMPENSATION).into_iter().collect()
        }
        (Attribute::Receives, Carrier::Function(function)) => {
            step(input, function, RECEIVES).into_iter().collect()
        }
        (Attribute::Migration, Carrier::Function(function)) => {
            migration(input, function).into_iter().collect()
        }
        (Attribute::Message, Carrier::Struct(ty) | Carrier::Enum(ty))
            if ty.generics.iter().all(|generic| generic.is_lifetime) =>
        {
            vec![Code::new(MESSAGE).with("crate", krate(input)).with("name", &ty.name)]
        }
        (Attribute::Environment, Carrier::Struct(ty)) => environment(input, ty),
        (Attribute::Process, Carrier::Call { visibility, name }) => vec![
            Code::new(PROCESS).with("crate", krate(input)).with("name", name).with("visibility", visibility),
        ],
        // What an error says, and what it is made from, nobody names.
        _ => Vec::new(),
    }
}

fn operation(input: &Input<'_>, function: &Signature) -> Option<Code> {
    let (mut fields, mut arguments, mut has) = (Vec::new(), Vec::new(), Vec::new());
    let mut of_key = Vec::new();
    for parameter in &function.parameters {
        let is_called = |name: &str| input.last(&parameter.ty) == name;
        if parameter.borrowed && is_called(ABOUT) {
            // Who calls tells it.
        } else if parameter.borrowed {
            let lends = Code::new("+ $crate::Has<$type>");
            has.push(lends.with("crate", krate(input)).with("type", &parameter.ty));
        } else if let Some(name) = &parameter.name {
            let filled = |text| Code::new(text).with("name", name).with("type", &parameter.ty);
            if is_called(KEY) {
                of_key.push(filled(OF_KEY));
            }
            fields.push(filled("$name: $type,"));
            arguments.push(filled("$name: $type,"));
        }
    }
    let name = type_name(input.text(&function.name))?;
    let request = request_name(&name);
    let of_key = of_key.into_iter().filter(|_| fields.len() == 1);
    let of_key: Vec<Code> =
        of_key.map(|code| code.with("crate", krate(input)).with("request", request.clone())).collect();
    let inquired = input.given(Key::Inquiry.name()).iter().map(|path| {
        Code::new("where $path::$request: $crate::Handle<Env>")
            .with("path", path)
            .with("request", REQUEST.to_owned())
            .with("crate", krate(input))
    });
    let inquired: Vec<Code> = inquired.collect();
    let code = Code::new(OPERATION)
        .with("name", &function.name)
        .with("call", call_name(&name))
        .with("request", request)
        .with("as_request", REQUEST.to_owned())
        .with("as_call", CALL.to_owned())
        .with("crate", krate(input))
        .with_all("fields", fields)
        .with_all("arguments", arguments)
        .with("output", returned(function))
        .with_all("has", has)
        .with_all("of_key", of_key)
        .with_all("inquired", inquired);
    Some(code)
}

fn step(input: &Input<'_>, function: &Signature, template: &'static str) -> Option<Code> {
    let mut needs = Vec::new();
    for path in input.given(Key::Calls.name()) {
        needs.push(Code::new("+ $path::$call").with("path", path).with("call", CALL.to_owned()));
    }
    for path in input.given(Key::Publishes.name()) {
        let publishes = Code::new("+ $crate::Publish<$path>");
        needs.push(publishes.with("crate", krate(input)).with("path", path));
    }
    let takes = &function.parameters.first()?.ty;
    let (output, error) = outcome(input, function);
    let error = error.map(|error| Code::new("type Error = $error;").with("error", error));
    let name = type_name(input.text(&function.name))?;
    let ctx = ctx_name(&name);
    // Who only computes has no ctx, and needs no interface of one.
    let done = function.parameters.get(1).filter(|told| !told.borrowed).and_then(|told| {
        let (name, types) = input.applied(&told.ty)?;
        types.into_iter().next().filter(|_| name == DONE)
    });
    let others = function.parameters.len() - usize::from(done.is_some());
    let has_ctx = others > 1 || !needs.is_empty();
    // What undoes a step and is not told what that has returned undoes any.
    let any = done.is_none().then(|| Code::new("Out: $crate::Data").with("crate", krate(input)));
    let done = done.map_or(Part::Nowhere("Out"), Part::from);
    let (interface, bound) = match has_ctx {
        true => {
            let interface = Code::new(INTERFACE)
                .with("ctx", ctx.clone())
                .with("crate", krate(input))
                .with_all("needs", needs);
            (Some(interface), Part::from(ctx))
        }
        false => (None, Part::Nowhere("Sync")),
    };
    let code = Code::new(template)
        .with("name", &function.name)
        .with("crate", krate(input))
        .with_all("interface", interface)
        .with("bound", bound)
        .with("input", takes)
        .with("output", output)
        .with("done", done)
        .with_all("any", any)
        .with_all("error", error);
    Some(code)
}

/// A type that stands for a migration.
fn migration(input: &Input<'_>, function: &Signature) -> Option<Code> {
    let takes = &function.parameters.first()?.ty;
    let (output, error) = outcome(input, function);
    let error = error.map(|error| Code::new("type Error = $error;").with("error", error));
    let code = Code::new(MIGRATION)
        .with("name", &function.name)
        .with("crate", krate(input))
        .with("input", takes)
        .with("output", output)
        .with_all("error", error);
    Some(code)
}

/// What a step hands on, and what it fails with.
fn outcome(input: &Input<'_>, function: &Signature) -> (Part, Option<TokenRange>) {
    let applied = |ty: &TokenRange| {
        let (name, types) = input.applied(ty)?;
        Some((Returned::named(name)?, types))
    };
    match &function.output {
        Some(output) => {
            let ending = Ending::of(output.clone(), applied);
            (ending.value.into(), ending.error)
        }
        None => (returned(function), None),
    }
}

/// What a function returns.
fn returned(function: &Signature) -> Part {
    function.output.as_ref().map_or(Part::Nowhere("()"), Part::from)
}

/// One impl for each field.
fn environment(input: &Input<'_>, ty: &Declaration) -> Vec<Code> {
    let listed = |tokens: &TokenRange| Code::new("$tokens,").with("tokens", tokens);
    let lent = ty.fields.iter().filter(|field| {
        // What its attributes say is that it does not.
        !field.attributes.iter().any(|attribute| **attribute == *Attribute::Environment.beside())
    });
    let types = lent.flat_map(|field| [Some(field.ty.clone()), shared(input, &field.ty)]).flatten();
    let one = types.map(|lent| {
        Code::new(HAS)
            .with("crate", krate(input))
            .with("type", lent)
            .with("name", &ty.name)
            .with_all("generics", ty.generics.iter().map(|generic| listed(&generic.declared)))
            .with_all("arguments", ty.generics.iter().map(|generic| listed(&generic.name)))
    });
    one.collect()
}

/// Of `Arc<dyn Bank>`, `dyn Bank`.
fn shared(input: &Input<'_>, ty: &TokenRange) -> Option<TokenRange> {
    let (name, types) = input.applied(ty)?;
    let [only] = <[TokenRange; 1]>::try_from(types).ok()?;
    (shares(name) && input.text(&only) == "dyn").then_some(only)
}

/// Where our crate is: as the mark says, or by its own name.
fn krate(input: &Input<'_>) -> Part {
    match input.given(Key::Crate.name()) {
        [path, ..] if !path.is_empty() => path.into(),
        _ => Part::Nowhere(OURS),
    }
}
