//! Maps at random, and a printer for them.

use proptest::collection::{btree_map, btree_set, vec};
use proptest::option::of;
use proptest::prelude::*;
use stateline_schema::map::{
    Ack, Await, BorderLaws, ItemLaw, Laws, OnFailure, Order, Owned, PackageLaw, PairLaw, Permits, Retry,
    Version,
};
use stateline_schema::{
    Context, Duration, Glob, Level, Map, Named, Path, Pattern, Process, Share, Span, Spanned, Step, Topic,
    Who,
};

fn unplaced<T>(value: T) -> Spanned<T> {
    Spanned::new(value, Span::default())
}

fn name() -> BoxedStrategy<String> {
    "[a-z][a-z0-9]{0,3}([-_][a-z0-9]{1,3}){0,2}".boxed()
}

fn topic_name() -> BoxedStrategy<String> {
    "[a-z][a-z0-9]{0,3}(\\.[a-z][a-z0-9]{0,3}){0,2}".boxed()
}

fn rust_name() -> BoxedStrategy<String> {
    // Not `_`, and none of the words that mean nothing in a map.
    "[A-Zg-q][a-z0-9_]{0,4}".prop_filter("a Rust name", |name| Path::parse(name).is_ok()).boxed()
}

fn path() -> BoxedStrategy<Path> {
    vec(rust_name(), 1..4)
        .prop_map(|parts| Path::parse(&parts.join("::")).expect("parts make a path"))
        .boxed()
}

fn pattern(with_star: bool) -> BoxedStrategy<Pattern> {
    let star =
        if with_star { Just(Pattern::Everything).boxed() } else { path().prop_map(Pattern::Exact).boxed() };
    prop_oneof![
        path().prop_map(Pattern::Exact),
        path().prop_map(Pattern::Children),
        path().prop_map(Pattern::Subtree),
        star,
    ]
    .boxed()
}

fn owned() -> BoxedStrategy<Owned> {
    let glob = "[a-z_]{1,3}\\*[a-z0-9]{0,2}".prop_map(|text| Glob::parse(&text).expect("it is a pattern"));
    prop_oneof![
        pattern(false).prop_map(Owned::Code),
        glob.prop_map(Owned::Crates),
        "[a-z]{1,3}(/[a-z]{1,3}){0,2}".prop_map(Owned::Folder),
    ]
    .boxed()
}

fn text() -> BoxedStrategy<String> {
    prop_oneof![
        "[a-z :#'\"\\\\,\\[\\]{}&*!|>%@`-]{0,12}[a-z]",
        "\\PC{1,8}x",
        Just("true".into()),
        Just("7".into())
    ]
    .boxed()
}

/// A list without repetitions.
fn list<T: std::fmt::Display + std::fmt::Debug + 'static>(
    each: BoxedStrategy<T>,
    size: std::ops::Range<usize>,
) -> BoxedStrategy<Vec<Spanned<T>>> {
    let least = size.start;
    vec(each, size)
        .prop_map(|items| {
            let mut seen = std::collections::HashSet::new();
            items.into_iter().filter(|item| seen.insert(item.to_string())).map(unplaced).collect()
        })
        .prop_filter("enough", move |items: &Vec<_>| items.len() >= least)
        .boxed()
}

fn named<T: std::fmt::Debug + 'static>(
    names: BoxedStrategy<String>,
    each: BoxedStrategy<T>,
) -> BoxedStrategy<Named<T>> {
    btree_map(names, each, 0..4)
        .prop_map(|things| {
            let mut all = Named::default();
            // Backwards, so that the order of the file is not that of the names.
            for (name, thing) in things.into_iter().rev() {
                all.insert(unplaced(name), thing);
            }
            all
        })
        .boxed()
}

fn permits(contexts: Vec<String>) -> BoxedStrategy<Permits> {
    let whom = || proptest::sample::select(contexts.clone()).boxed();
    (named(whom(), list(path(), 1..3)), named(whom(), list(pattern(true), 1..3)))
        .prop_map(|(calls, uses)| Permits { calls, uses })
        .boxed()
}

fn laws() -> BoxedStrategy<Laws> {
    let module = prop_oneof![path().prop_map(Pattern::Exact), Just(Pattern::Everything)];
    let law = (module, list(path(), 1..3))
        .prop_map(|(module, packages)| PackageLaw { module: unplaced(module), packages });
    let laws = vec(law, 0..3).prop_map(|laws| {
        let mut seen = std::collections::HashSet::new();
        laws.into_iter().filter(|law| seen.insert(law.module.to_string())).collect::<Vec<_>>()
    });
    let item = (pattern(true), list(who(), 0..3));
    let items = vec(item, 0..3).prop_map(|laws| {
        let mut seen = std::collections::HashSet::new();
        let laws = laws.into_iter().map(|(items, by)| ItemLaw { items: unplaced(items), by });
        laws.filter(|law| seen.insert(law.items.to_string())).collect::<Vec<_>>()
    });
    (list(path(), 0..3), laws.clone(), laws, items, list(path(), 0..3))
        .prop_map(|(layers, deny, allow, used_only_by, pure)| Laws {
            layers,
            deny,
            allow,
            used_only_by,
            pure,
        })
        .boxed()
}

/// `z1` and `z2` are in each map, and `z1` has the tag.
fn who() -> BoxedStrategy<Who> {
    let context = |name: &str| Who::Context(name.to_owned());
    proptest::sample::select(vec![context("z1"), context("z2"), Who::Tag("z".to_owned())]).boxed()
}

fn border_laws() -> BoxedStrategy<BorderLaws> {
    let order = (list(who(), 1..4), any::<bool>()).prop_map(|(whole, exhaustive)| {
        let layers = whole.chunks(2).map(<[_]>::to_vec).collect();
        unplaced(Order { layers, exhaustive })
    });
    let pairs = |least: usize| {
        btree_map(who(), list(who(), least..3), 0..3).prop_map(|pairs| {
            let law = |(who, others)| PairLaw { who: unplaced(who), others };
            pairs.into_iter().map(law).collect::<Vec<_>>()
        })
    };
    let group = list(who(), 2..4).prop_map(unplaced);
    (vec(order, 0..3), vec(group, 0..2), pairs(0), pairs(0), pairs(1))
        .prop_map(|(layers, independent, used_only_by, uses_only, never_reaches)| BorderLaws {
            layers,
            independent,
            used_only_by,
            uses_only,
            never_reaches,
        })
        .boxed()
}

fn context(others: Vec<String>) -> BoxedStrategy<Context> {
    let says = (
        ((of(text()), of(text())), of(text()), list(name(), 0..3)),
        list(owned(), 1..3),
        of(any::<bool>()),
        list(pattern(true), 0..3),
    );
    let mail = (list(topic_name(), 0..3), list(topic_name(), 0..3), laws());
    let (main, tests, build) = (permits(others.clone()), permits(others.clone()), permits(others));
    (says, main, tests, build, mail)
        .prop_map(
            |(
                (((title, about), owner, tags), owns, external, exports),
                main,
                tests,
                build,
                (publishes, subscribes, laws),
            )| {
                Context {
                    title: title.map(unplaced),
                    about: about.map(unplaced),
                    owner: owner.map(unplaced),
                    tags,
                    owns,
                    external: external.map(unplaced),
                    exports,
                    permits: main,
                    benches: tests.clone(),
                    examples: build.clone(),
                    tests,
                    build,
                    publishes,
                    subscribes,
                    laws,
                    ..Context::default()
                }
            },
        )
        .boxed()
}

fn topic(contexts: Vec<String>) -> BoxedStrategy<Topic> {
    let context = move || proptest::sample::select(contexts.clone()).boxed();
    let ack = (duration(), list(context(), 0..3), of(context())).prop_map(|(within, by, to)| Ack {
        within: Some(unplaced(within)),
        by,
        to: to.map(unplaced),
        ..Ack::default()
    });
    (of(text()), path(), of(rust_name()), of(ack))
        .prop_map(|(about, message, key, ack)| Topic {
            about: about.map(unplaced),
            message: Some(unplaced(message)),
            key: key.map(unplaced),
            ack,
            ..Topic::default()
        })
        .boxed()
}

fn duration() -> BoxedStrategy<Duration> {
    (1..10_000u64, prop_oneof![Just("ms"), Just("s"), Just("m"), Just("h"), Just("d")])
        .prop_map(|(number, unit)| Duration::parse(&format!("{number}{unit}")).expect("it is a duration"))
        .boxed()
}

/// What a step awaits, each topic once.
fn awaits() -> BoxedStrategy<Vec<Await>> {
    let each = (of(rust_name()), list(rust_name(), 0..3), of(duration()));
    btree_map(topic_name(), each, 0..3)
        .prop_map(|all| {
            let each = |(topic, (by, fills, within))| Await {
                topic: unplaced(topic),
                by: Option::map(by, unplaced),
                fills,
                within: Option::map(within, unplaced),
            };
            all.into_iter().map(each).collect()
        })
        .boxed()
}

fn retry() -> BoxedStrategy<Retry> {
    (1..100u32, of(duration()), of(1..9u32), of(duration()))
        .prop_map(|(times, first, factor, cap)| Retry {
            times: Some(unplaced(times)),
            first: first.map(unplaced),
            factor: factor.map(unplaced),
            cap: cap.map(unplaced),
        })
        .boxed()
}

fn steps() -> BoxedStrategy<Vec<Step>> {
    let undo = (path(), of(any::<bool>()));
    let limits = (of(rust_name()), of(duration()), of(retry()));
    let step = (of(text()), awaits(), of(undo), of(any::<bool>()), limits);
    btree_map(rust_name(), step, 1..4)
        .prop_map(|steps| {
            let step = |(name, (about, awaits, undo, irreversible, (function, within, retry)))| {
                let (undo, for_good) = Option::unzip(undo);
                Step {
                    name: unplaced(name),
                    function: Option::map(function, unplaced),
                    about: Option::map(about, unplaced),
                    awaits,
                    within: Option::map(within, unplaced),
                    retry,
                    compensated_by: Option::map(undo, unplaced),
                    compensation_irreversible: Option::map(Option::flatten(for_good), unplaced),
                    irreversible: Option::map(irreversible, unplaced),
                }
            };
            steps.into_iter().map(step).collect()
        })
        .boxed()
}

fn process(contexts: Vec<String>) -> BoxedStrategy<Process> {
    let numbers = btree_set(1..500u32, 1..4);
    let address = (of(rust_name()), of(topic_name()), of(proptest::sample::select(OnFailure::ALL.to_vec())));
    (of(text()), proptest::sample::select(contexts), address, numbers, vec(steps(), 4))
        .prop_map(|(about, context, (key, starts_on, on_failure), numbers, steps)| {
            let version = |(number, steps)| Version { number: unplaced(number), steps, nonlinear: vec![] };
            let mut versions = numbers.into_iter().rev().zip(steps).map(version);
            Process {
                about: about.map(unplaced),
                context: Some(unplaced(context)),
                key: key.map(unplaced),
                starts_on: starts_on.map(unplaced),
                on_failure: on_failure.map(unplaced),
                current: versions.next().expect("there is one number"),
                earlier: versions.collect(),
                ..Process::default()
            }
        })
        .boxed()
}

/// Maps without mistakes.
pub(crate) fn maps() -> BoxedStrategy<Map> {
    let level = proptest::sample::select(Level::ALL.to_vec()).prop_map(unplaced).boxed();
    let share = (0..=10_000u32).prop_map(|share| {
        unplaced(Share::parse(&format!("{}.{:02}%", share / 100, share % 100)).expect("it is a share"))
    });
    // Contexts grant to `z…` only, which none of those at random is.
    let others = vec!["z1".to_owned(), "z2".to_owned()];
    let contexts = named("[a-y][a-z0-9]{0,3}(-[a-z0-9]{1,3})?".boxed(), context(others.clone()));
    (
        (of(text()), contexts),
        named(topic_name(), topic(others.clone())),
        named(name(), process(others)),
        named(name(), level),
        of(share),
        (border_laws(), of((0..=30u32).prop_map(unplaced)), of((1..=999_999_999u32).prop_map(unplaced))),
    )
        .prop_map(
            |(
                (title, contexts),
                topics,
                processes,
                rules,
                unresolved_at_most,
                (laws, grace, exceptions_at_most),
            )| {
                let title = title.map(unplaced);
                let mut map = Map {
                    title,
                    rules,
                    unresolved_at_most,
                    laws,
                    grace,
                    exceptions_at_most,
                    ..Map::default()
                };
                for (name, context) in contexts.iter() {
                    let context = Context {
                        name: name.clone(),
                        within: Some(unplaced("z1".into())),
                        ..context.clone()
                    };
                    map.contexts.insert(name.clone(), context);
                }
                for name in ["z1", "z2"].map(|name| unplaced(name.to_owned())) {
                    let owns = vec![unplaced(Owned::Code(Pattern::parse("z").expect("it is a pattern")))];
                    let tags = if name.value == "z1" { vec![unplaced("z".to_owned())] } else { Vec::new() };
                    map.contexts.insert(name.clone(), Context { name, owns, tags, ..Context::default() });
                }
                for (name, topic) in topics.iter() {
                    map.topics.insert(name.clone(), Topic { name: name.clone(), ..topic.clone() });
                }
                for (name, process) in processes.iter() {
                    map.processes.insert(name.clone(), Process { name: name.clone(), ..process.clone() });
                }
                map
            },
        )
        .boxed()
}

/// YAML as it is built: what stands under a key.
enum Yaml {
    Scalar(String),
    List(Vec<Yaml>),
    Mapping(Vec<(String, Yaml)>),
}

/// A map as text, in lines or all in braces.
pub(crate) fn print(map: &Map, is_flow: bool) -> String {
    let mut text = String::new();
    let yaml = map_yaml(map);
    if is_flow {
        flow(&yaml, &mut text)
    } else {
        block(&yaml, 0, &mut text)
    }
    text
}

fn map_yaml(map: &Map) -> Yaml {
    let mut keys = vec![("stateline".into(), Yaml::Scalar("1".into()))];
    keys.extend(map.title.iter().map(|title| ("title".into(), quoted(title))));
    keys.extend(map.unresolved_at_most.iter().map(|share| ("unresolved_at_most".into(), quoted(share))));
    keys.extend(map.grace.iter().map(|days| ("grace".into(), quoted(format!("{days}d")))));
    let most = map.exceptions_at_most.iter();
    keys.extend(most.map(|most| ("exceptions_at_most".into(), Yaml::Scalar(most.to_string()))));
    keys.push(("rules".into(), by_name(&map.rules, |level| quoted(level.name()))));
    keys.push(("contexts".into(), by_name(&map.contexts, context_yaml)));
    keys.push(("laws".into(), border_laws_yaml(&map.laws)));
    keys.push(("topics".into(), by_name(&map.topics, topic_yaml)));
    keys.push(("processes".into(), by_name(&map.processes, process_yaml)));
    Yaml::Mapping(keys)
}

fn context_yaml(context: &Context) -> Yaml {
    let mut keys = Keys::default();
    keys.text("title", context.title.as_ref());
    keys.text("about", context.about.as_ref());
    keys.text("owner", context.owner.as_ref());
    keys.list("tags", &context.tags);
    keys.text("within", context.within.as_ref());
    keys.flag("external", context.external.as_ref());
    if !context.owns.is_empty() {
        keys.0.push(("owns".into(), Yaml::List(context.owns.iter().map(owned_yaml).collect())));
    }
    keys.list("exports", &context.exports);
    keys.permits(&context.permits);
    for (key, topics) in [("publishes", &context.publishes), ("subscribes", &context.subscribes)] {
        keys.list(key, topics);
    }
    let kinds = [
        ("tests", &context.tests),
        ("benches", &context.benches),
        ("examples", &context.examples),
        ("build", &context.build),
    ];
    for (key, permits) in kinds {
        let mut inner = Keys::default();
        inner.permits(permits);
        keys.0.push((key.into(), Yaml::Mapping(inner.0)));
    }
    keys.0.push(("laws".into(), laws_yaml(&context.laws)));
    Yaml::Mapping(keys.0)
}

fn owned_yaml(owned: &Spanned<Owned>) -> Yaml {
    match &owned.value {
        Owned::Folder(folder) => Yaml::Mapping(vec![("folder".into(), quoted(folder))]),
        other => quoted(other),
    }
}

fn laws_yaml(laws: &Laws) -> Yaml {
    let packages = |laws: &[PackageLaw]| {
        Yaml::Mapping(laws.iter().map(|law| (law.module.to_string(), texts(&law.packages))).collect())
    };
    let mut keys = Keys::default();
    keys.list("layers", &laws.layers);
    let packages =
        Yaml::Mapping(vec![("deny".into(), packages(&laws.deny)), ("allow".into(), packages(&laws.allow))]);
    keys.0.push(("packages".into(), packages));
    let items = laws.used_only_by.iter().map(|law| (law.items.to_string(), texts(&law.by)));
    keys.0.push(("used_only_by".into(), Yaml::Mapping(items.collect())));
    if !laws.pure.is_empty() {
        keys.0.push(("steps".into(), Yaml::Mapping(vec![("pure".into(), texts(&laws.pure))])));
    }
    Yaml::Mapping(keys.0)
}

fn border_laws_yaml(laws: &BorderLaws) -> Yaml {
    let mut keys = Keys::default();
    let order = |order: &Spanned<Order>| {
        let order = &order.value;
        let layer = |layer: &Vec<Spanned<Who>>| match &layer[..] {
            [only] => quoted(only),
            several => texts(several),
        };
        let layers = Yaml::List(order.layers.iter().map(layer).collect());
        let exhaustive = ("exhaustive".into(), Yaml::Scalar(order.exhaustive.to_string()));
        Yaml::Mapping(vec![("order".into(), layers), exhaustive])
    };
    if !laws.layers.is_empty() {
        keys.0.push(("layers".into(), Yaml::List(laws.layers.iter().map(order).collect())));
    }
    if !laws.independent.is_empty() {
        let groups = laws.independent.iter().map(|group| texts(&group.value));
        keys.0.push(("independent".into(), Yaml::List(groups.collect())));
    }
    for (key, pairs) in [
        ("used_only_by", &laws.used_only_by),
        ("uses_only", &laws.uses_only),
        ("never_reaches", &laws.never_reaches),
    ] {
        let pairs = pairs.iter().map(|law| (law.who.to_string(), texts(&law.others)));
        keys.0.push((key.into(), Yaml::Mapping(pairs.collect())));
    }
    Yaml::Mapping(keys.0)
}

fn topic_yaml(topic: &Topic) -> Yaml {
    let mut keys = Keys::default();
    keys.text("about", topic.about.as_ref());
    keys.text("message", topic.message.as_ref());
    keys.text("key", topic.key.as_ref());
    if let Some(ack) = &topic.ack {
        let mut inner = Keys::default();
        inner.text("within", ack.within.as_ref());
        inner.list("by", &ack.by);
        inner.text("to", ack.to.as_ref());
        keys.0.push(("ack".into(), Yaml::Mapping(inner.0)));
    }
    Yaml::Mapping(keys.0)
}

fn process_yaml(process: &Process) -> Yaml {
    let mut keys = Keys::default();
    keys.text("about", process.about.as_ref());
    keys.text("context", process.context.as_ref());
    keys.text("key", process.key.as_ref());
    keys.text("starts_on", process.starts_on.as_ref());
    let on_failure = process.on_failure.as_ref();
    keys.text("on_failure", on_failure.map(|said| unplaced(said.value.name())).as_ref());
    keys.0.push(("version".into(), Yaml::Scalar(process.current.number.to_string())));
    keys.0.push(("steps".into(), steps_yaml(&process.current.steps)));
    let earlier = process.earlier.iter().map(|version| {
        (version.number.to_string(), Yaml::Mapping(vec![("steps".into(), steps_yaml(&version.steps))]))
    });
    keys.0.push(("earlier".into(), Yaml::Mapping(earlier.collect())));
    Yaml::Mapping(keys.0)
}

/// For short where there is no more to say.
fn undo_yaml(undo: &Spanned<Path>, step: &Step) -> Yaml {
    let mut keys = Keys::default();
    keys.text("function", Some(undo));
    keys.flag("irreversible", step.compensation_irreversible.as_ref());
    if keys.0.len() == 1 { quoted(undo.as_str()) } else { Yaml::Mapping(keys.0) }
}

fn steps_yaml(steps: &[Step]) -> Yaml {
    let step = |step: &Step| {
        let mut keys = Keys::default();
        keys.text("step", Some(&step.name));
        keys.text("about", step.about.as_ref());
        keys.text("function", step.function.as_ref());
        match &step.awaits[..] {
            [] => {}
            [only] => keys.0.push(("awaits".into(), await_yaml(only))),
            all => keys.0.push(("awaits".into(), Yaml::List(all.iter().map(await_yaml).collect()))),
        }
        keys.text("within", step.within.as_ref());
        keys.0.extend(step.retry.as_ref().map(|retry| ("retry".into(), retry_yaml(retry))));
        keys.0.extend(
            step.compensated_by.as_ref().map(|undo| ("compensated_by".into(), undo_yaml(undo, step))),
        );
        keys.flag("irreversible", step.irreversible.as_ref());
        if keys.0.len() == 1 { quoted(&step.name) } else { Yaml::Mapping(keys.0) }
    };
    Yaml::List(steps.iter().map(step).collect())
}

fn await_yaml(awaited: &Await) -> Yaml {
    let mut keys = Keys::default();
    keys.text("topic", Some(&awaited.topic));
    keys.text("by", awaited.by.as_ref());
    keys.list("fills", &awaited.fills);
    keys.text("within", awaited.within.as_ref());
    if keys.0.len() == 1 { quoted(&awaited.topic) } else { Yaml::Mapping(keys.0) }
}

fn retry_yaml(retry: &Retry) -> Yaml {
    let mut keys = Keys::default();
    keys.number("times", retry.times.as_ref());
    keys.text("first", retry.first.as_ref());
    keys.number("factor", retry.factor.as_ref());
    keys.text("cap", retry.cap.as_ref());
    Yaml::Mapping(keys.0)
}

fn by_name<T>(things: &Named<T>, yaml: impl Fn(&T) -> Yaml) -> Yaml {
    Yaml::Mapping(things.iter().map(|(name, thing)| (name.value.clone(), yaml(thing))).collect())
}

fn texts<T: std::fmt::Display>(list: &[Spanned<T>]) -> Yaml {
    Yaml::List(list.iter().map(quoted).collect())
}

#[derive(Default)]
struct Keys(Vec<(String, Yaml)>);

impl Keys {
    fn text<T: std::fmt::Display>(&mut self, key: &str, value: Option<&Spanned<T>>) {
        self.0.extend(value.map(|value| (key.into(), quoted(value))));
    }

    fn flag(&mut self, key: &str, value: Option<&Spanned<bool>>) {
        self.0.extend(value.map(|value| (key.into(), Yaml::Scalar(value.to_string()))));
    }

    fn number(&mut self, key: &str, value: Option<&Spanned<u32>>) {
        self.0.extend(value.map(|value| (key.into(), Yaml::Scalar(value.to_string()))));
    }

    fn list<T: std::fmt::Display>(&mut self, key: &str, list: &[Spanned<T>]) {
        if !list.is_empty() {
            self.0.push((key.into(), texts(list)));
        }
    }

    fn permits(&mut self, permits: &Permits) {
        self.0.push(("calls".into(), by_name(&permits.calls, |list| texts(list))));
        self.0.push(("uses".into(), by_name(&permits.uses, |list| texts(list))));
    }
}

/// A text, in quotes where YAML would take it for something else.
fn quoted(text: impl std::fmt::Display) -> Yaml {
    let text = text.to_string();
    let is_plain = text.starts_with(|first: char| first.is_ascii_alphabetic())
        && text.chars().all(|letter| letter.is_ascii_alphanumeric() || "_-:.".contains(letter))
        && !text.ends_with(':')
        && !["true", "false", "null"].contains(&text.to_lowercase().as_str());
    if is_plain {
        return Yaml::Scalar(text);
    }
    let escape = |letter: char| match letter {
        '"' | '\\' => format!("\\{letter}"),
        ' '..='~' => letter.to_string(),
        _ => format!("\\U{:08X}", u32::from(letter)),
    };
    Yaml::Scalar(format!("\"{}\"", text.chars().map(escape).collect::<String>()))
}

fn key(text: &str) -> String {
    match quoted(text) {
        Yaml::Scalar(text) => text,
        _ => unreachable!("a quoted text is a scalar"),
    }
}

fn flow(yaml: &Yaml, text: &mut String) {
    match yaml {
        Yaml::Scalar(scalar) => text.push_str(scalar),
        Yaml::List(items) => {
            text.push('[');
            for item in items {
                flow(item, text);
                text.push_str(", ");
            }
            text.push(']');
        }
        Yaml::Mapping(entries) => {
            text.push('{');
            for (name, value) in entries {
                text.push_str(&format!(" {}: ", key(name)));
                flow(value, text);
                text.push(',');
            }
            text.push('}');
        }
    }
}

fn block(yaml: &Yaml, indent: usize, text: &mut String) {
    match yaml {
        Yaml::List(items) if !items.is_empty() => {
            for item in items {
                text.push_str(&format!("\n{}- ", " ".repeat(indent)));
                flow(item, text);
            }
        }
        Yaml::Mapping(entries) if !entries.is_empty() => {
            for (name, value) in entries {
                text.push_str(&format!("\n{}{}: ", " ".repeat(indent), key(name)));
                block(value, indent + 2, text);
            }
        }
        other => flow(other, text),
    }
}
