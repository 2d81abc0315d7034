//! The tables of the files: the map, a context's own file, the exceptions, a population.

use super::form::{
    CONTEXT, DATE, DURATION, EDGE, FIELD, FILE, FOLDER, GRACE, HASH, MODULE, OWNED, PATH, PATTERN, PROCESS,
    RULE, SHARE, STEP, TAG, TOPIC, VERSION, WHO,
};
use super::{Key, Mapping, Shape};

/// `stateline.yaml`
pub(crate) const MAP_FILE: Mapping = mapping(
    "a map",
    &[&[
        EDITION,
        may(
            "title",
            "What stands above pictures of the map; if not given, `NAME: a political map`, by the package at the \
            workspace root.",
            Shape::Text,
        ),
        must(
            "contexts",
            "The bounded contexts: which code each owns, and what each may do with the others.",
            Shape::Named(&CONTEXT, &Shape::Mapping(&CONTEXT_IN_MAP)),
        ),
        may(
            "laws",
            "The laws between contexts: what code must not do although a permission would let it. A law names \
            contexts, each with all that lie within it, and tags (`tag:domain`). What is called or used counts; \
            messages do not.",
            Shape::Mapping(&BORDER_LAW_KEYS),
        ),
        may(
            "topics",
            "The topics that messages are published on.",
            Shape::Named(&TOPIC, &Shape::Mapping(&TOPIC_KEYS)),
        ),
        may(
            "processes",
            "The processes: straight lines of steps.",
            Shape::Named(&PROCESS, &Shape::Mapping(&PROCESS_KEYS)),
        ),
        may(
            "rules",
            "The level of a rule: `error`, `warning` or `off`.",
            Shape::Named(&RULE, &Shape::OneOf(&["error", "warning", "off"])),
        ),
        may(
            "unresolved_at_most",
            "The greatest share of method receivers whose type may stay unknown, such as `10%`; \
        above it, `opaque-reference` errs.",
            Shape::Form(&SHARE),
        ),
        may(
            "grace",
            "For how many days after its last one an exception is a warning before it is an error, such as `14d`: \
        `0d`, as if it were not said, to `30d`.",
            Shape::Form(&GRACE),
        ),
        may(
            "exceptions_at_most",
            "How many items the exceptions may tolerate; more is an error (`too-many-exceptions`). `renew` lowers the number.",
            Shape::Number,
        ),
    ]],
);

/// `stateline.context.yaml`, beside a context's code.
pub(crate) const CONTEXT_FILE: Mapping = mapping(
    "a context's file",
    &[
        &[
            EDITION,
            must(
                "context",
                "The context that this file is about. The map lists it, with this file.",
                Shape::Form(&CONTEXT),
            ),
        ],
        CONTEXT_KEYS,
    ],
);

/// `stateline.exceptions.yaml`
pub(crate) const EXCEPTIONS_FILE: Mapping = mapping(
    "a file of exceptions",
    &[&[
        EDITION,
        may(
            "exceptions",
            "Tolerated violations, each with its end.",
            Shape::MaybeEmpty(&Shape::Mapping(&EXCEPTION_KEYS)),
        ),
    ]],
);

/// What `population` of a program writes.
pub(crate) const POPULATION_FILE: Mapping = mapping(
    "a population",
    &[&[
        EDITION,
        must("taken", "The day on which it was counted, in UTC.", Shape::Form(&DATE)),
        must(
            "instances",
            "How many instances that have not ended are in this state.",
            Shape::MaybeEmpty(&Shape::Mapping(&ALIKE_KEYS)),
        ),
        must(
            "letters",
            "How many letters are not acknowledged, by context and topic.",
            Shape::MaybeEmpty(&Shape::Mapping(&OWED_KEYS)),
        ),
        may("unreadable", "How many rows of the store could not be read.", Shape::Number),
    ]],
);

const ALIKE_KEYS: Mapping = mapping(
    "a count of instances",
    &[&[
        must("process", "The process.", Shape::Form(&PROCESS)),
        must("version", "The version on which they run.", Shape::Number),
        must("step", "The step at which they are.", Shape::Form(&STEP)),
        may(
            "shape",
            "The hash of the shape of their data, from the lock of the build that stored it.",
            Shape::Form(&HASH),
        ),
        must("state", "What they do.", Shape::OneOf(&crate::population::State::WORDS)),
        NUMBER,
    ]],
);

const OWED_KEYS: Mapping = mapping(
    "a count of letters",
    &[&[
        must("context", "The context that got them.", Shape::Form(&CONTEXT)),
        must("topic", "Their topic.", Shape::Form(&TOPIC)),
        NUMBER,
    ]],
);

const NUMBER: Key = must("number", "How many.", Shape::Number);

const CONTEXT_IN_MAP: Mapping = mapping(
    "a context",
    &[
        CONTEXT_KEYS,
        &[may(
            "file",
            "The file beside its code where this context is written, from the map's folder on: \
        `payments/stateline.context.yaml`. No other key may stand here then.",
            Shape::Form(&FILE),
        )],
    ],
);

const CONTEXT_KEYS: &[Key] = &[
    may(
        "title",
        "What pictures and pages call it, in any script: `Know-your-customer`, `支払い`. The map and messages go on \
        calling it by its name. A soft hyphen says where a long word may be broken.",
        Shape::Text,
    ),
    ABOUT,
    may("owner", "Who is responsible for it, such as a team.", Shape::Text),
    may(
        "tags",
        "Names by which laws refer to it together with others, as `tag:domain`. A tag permits nothing.",
        Shape::List(&Shape::Form(&TAG)),
    ),
    may(
        "owns",
        "What is its own: crates by library name (`payments`) or by a pattern over such names (`db_views_*`), \
        module subtrees such as `shop::billing`, and all packages in a folder (`{ folder: crates/db }`). A name \
        goes before a pattern or a folder, a folder before one around it.",
        Shape::List(&Shape::NameOrMapping(&OWNED, &OWNED_KEYS)),
    ),
    may(
        "within",
        "The context that contains this one. By itself, this permits nothing to either of them.",
        Shape::Form(&CONTEXT),
    ),
    may(
        "external",
        "Whether it is another system: each of its operations then needs a stand-in for dry runs.",
        Shape::Flag,
    ),
    may(
        "exports",
        "What others may name, besides what its operations and messages mention. A path that does not \
        begin with a crate is relative to what the context owns; `x::*` is one level, `x::**` the whole subtree, \
        `x!` the macro alone where something else is called `x` too.",
        Shape::MaybeEmpty(&Shape::Form(&PATTERN)),
    ),
    CALLS,
    USES,
    may("publishes", "The topics that it publishes on.", Shape::MaybeEmpty(&Shape::Form(&TOPIC))),
    may(
        "subscribes",
        "The topics that it subscribes to. This permits using their messages.",
        Shape::MaybeEmpty(&Shape::Form(&TOPIC)),
    ),
    may("laws", "The laws inside it.", Shape::Mapping(&LAW_KEYS)),
    may("tests", "What its tests may also do.", Shape::Mapping(&PERMIT_KEYS)),
    may("benches", "What its benches may also do.", Shape::Mapping(&PERMIT_KEYS)),
    may("examples", "What its examples may also do.", Shape::Mapping(&PERMIT_KEYS)),
    may("build", "What its build scripts may also do.", Shape::Mapping(&PERMIT_KEYS)),
];

const OWNED_KEYS: Mapping = mapping(
    "a folder of packages",
    &[&[must(
        "folder",
        "The folder, relative to the workspace. The context owns every package in it.",
        Shape::Form(&FOLDER),
    )]],
);

const PERMIT_KEYS: Mapping = mapping("`tests`, `benches`, `examples` or `build`", &[&[CALLS, USES]]);

const LAW_KEYS: Mapping = mapping(
    "laws",
    &[&[
        may(
            "layers",
            "Modules, uppermost first. A layer may use those after it, never those before it.",
            Shape::List(&Shape::Form(&PATH)),
        ),
        may("packages", "Which packages its modules may use.", Shape::Mapping(&PACKAGE_KEYS)),
        may(
            "used_only_by",
            "By item or pattern (`'*'` for all): the only contexts that may use it, of those that are allowed \
            to. With an empty list, no other context may.",
            Shape::Named(&PATTERN, &Shape::MaybeEmpty(&Shape::Form(&WHO))),
        ),
        may("steps", "What its steps may run.", Shape::Mapping(&STEP_LAW_KEYS)),
    ]],
);

const STEP_LAW_KEYS: Mapping = mapping(
    "laws on steps",
    &[&[must(
        "pure",
        "Packages that have no side effects. Steps may then run code of these and of those that are known to \
        have none, and of no other package.",
        Shape::List(&Shape::Form(&PATH)),
    )]],
);

const BORDER_LAW_KEYS: Mapping = mapping(
    "laws between contexts",
    &[&[
        may(
            "layers",
            "Contexts in layers. A layer may use itself and those after it, never those before it.",
            Shape::List(&Shape::Mapping(&ORDER_KEYS)),
        ),
        may(
            "independent",
            "Lists of contexts that must not reach each other, not even through other contexts.",
            Shape::List(&Shape::List(&Shape::Form(&WHO))),
        ),
        may(
            "used_only_by",
            "By context or tag: the only contexts that may use it. With an empty list, none may.",
            Shape::Named(&WHO, &Shape::MaybeEmpty(&Shape::Form(&WHO))),
        ),
        may(
            "uses_only",
            "By context or tag: the only contexts that it may use. With an empty list, it may use none.",
            Shape::Named(&WHO, &Shape::MaybeEmpty(&Shape::Form(&WHO))),
        ),
        may(
            "never_reaches",
            "By context or tag: contexts that it must not use, not even through other contexts.",
            Shape::Named(&WHO, &Shape::List(&Shape::Form(&WHO))),
        ),
    ]],
);

const ORDER_KEYS: Mapping = mapping(
    "an order of layers",
    &[&[
        must(
            "order",
            "The layers, uppermost first. Each is a context, a tag, or a list of these.",
            Shape::List(&Shape::OneOrMore(&Shape::Form(&WHO))),
        ),
        may("exhaustive", "Whether every context has to be in one of the layers.", Shape::Flag),
    ]],
);

const PACKAGE_KEYS: Mapping = mapping(
    "laws on packages",
    &[&[
        may("deny", "By module (`'*'` for the whole context): packages that it must not use.", PACKAGES),
        may("allow", "By module (`'*'` for the whole context): the only packages that it may use.", PACKAGES),
    ]],
);

const PACKAGES: Shape = Shape::Named(&MODULE, &Shape::List(&Shape::Form(&PATH)));

const TOPIC_KEYS: Mapping = mapping(
    "a topic",
    &[&[
        ABOUT,
        must("message", "The type of its messages, such as `payments::Blocked`.", Shape::Form(&PATH)),
        may(
            "key",
            "The field of the message that keeps messages in order: messages with the same value stay in order.",
            Shape::Form(&FIELD),
        ),
        may("ack", "Who has to acknowledge each message, and by when.", Shape::Mapping(&ACK_KEYS)),
    ]],
);

const ACK_KEYS: Mapping = mapping(
    "an ack",
    &[&[
        must("within", "The deadline, such as `500ms`, `30s`, `5m`, `24h` or `7d`.", Shape::Form(&DURATION)),
        may(
            "by",
            "The contexts that have to acknowledge; by default, each subscriber.",
            Shape::List(&Shape::Form(&CONTEXT)),
        ),
        may(
            "to",
            "The context that waits for the acknowledgement, if it is not the publisher.",
            Shape::Form(&CONTEXT),
        ),
    ]],
);

pub(crate) const PROCESS_KEYS: Mapping = line(
    "a process",
    &[
        &[
            ABOUT,
            must("context", "The context that its steps belong to.", Shape::Form(&CONTEXT)),
            must("version", "The version that new instances begin with.", Shape::Number),
            may(
                "key",
                "The field of the first step's input by whose value an instance is found: a string, an integer, \
                a bool or a newtype of these. The same key is the same instance.",
                Shape::Form(&FIELD),
            ),
            may("starts_on", "The topic of which each message starts an instance.", Shape::Form(&TOPIC)),
            may(
                "on_failure",
                "What becomes of an instance that fails: `end` (as failed, and nothing is undone, which is so \
                if nothing is said) or `rollback`.",
                Shape::OneOf(&["end", "rollback"]),
            ),
            may(
                "earlier",
                "Older versions still served, by number.",
                Shape::Named(&VERSION, &Shape::Mapping(&VERSION_KEYS)),
            ),
        ],
        STEPS,
    ],
);

pub(crate) const VERSION_KEYS: Mapping = line("a version", &[STEPS]);

const STEPS: &[Key] = &[must(
    "steps",
    "The steps in order. All branching is code inside a step.",
    Shape::List(&Shape::NameOrMapping(&STEP, &STEP_KEYS)),
)];

pub(crate) const STEP_KEYS: Mapping = line(
    "a step",
    &[&[
        must(
            "step",
            "Its name, under which its data is stored, and the name of its function.",
            Shape::Form(&STEP),
        ),
        may(
            "function",
            "The name of its function if it is another one, such as `load_v1` for `load` in an earlier version.",
            Shape::Form(&STEP),
        ),
        ABOUT,
        may(
            "awaits",
            "The topic whose message resumes it, or a list of topics, whose messages may come in any order.",
            Shape::OneOrMore(&Shape::NameOrMapping(&TOPIC, &AWAIT_KEYS)),
        ),
        may("within", "How long one attempt of it may take, such as `30s`.", Shape::Form(&DURATION)),
        may("retry", "When it is retried after a failure.", Shape::Mapping(&RETRY_KEYS)),
        may(
            "compensated_by",
            "The function that undoes it when the instance is rolled back.",
            Shape::NameOrMapping(&PATH, &COMPENSATION_KEYS),
        ),
        may(
            "irreversible",
            "Whether its effect cannot be undone; it then needs a compensation.",
            Shape::Flag,
        ),
    ]],
);

const AWAIT_KEYS: Mapping = mapping(
    "what a step awaits",
    &[&[
        must("topic", "The topic whose message resumes it.", Shape::Form(&TOPIC)),
        may(
            "by",
            "The field of the message that holds the instance's key; by default, the topic's `key`.",
            Shape::Form(&FIELD),
        ),
        may(
            "fills",
            "The fields of the message that fill those of the step's input of the same name; all that the \
            input has if none is named.",
            Shape::OneOrMore(&Shape::Form(&FIELD)),
        ),
        may(
            "within",
            "How long the message may take, such as `24h`. Afterwards there is an alert, and nothing runs.",
            Shape::Form(&DURATION),
        ),
    ]],
);

const RETRY_KEYS: Mapping = mapping(
    "a retry",
    &[&[
        must("times", "How many times it is retried.", Shape::Number),
        may("first", "The delay before the first retry, such as `1s`.", Shape::Form(&DURATION)),
        may("factor", "By how many times each delay is longer than the one before.", Shape::Number),
        may("cap", "The longest delay, such as `5m`.", Shape::Form(&DURATION)),
    ]],
);

const COMPENSATION_KEYS: Mapping = mapping(
    "a compensation",
    &[&[
        must("function", "The function that undoes the step.", Shape::Form(&PATH)),
        may("irreversible", "Whether its own effect cannot be undone.", Shape::Flag),
    ]],
);

const EXCEPTION_KEYS: Mapping = Mapping {
    any_of: &["edge", "rule"],
    never_both: &[("edge", "at")],
    ..mapping(
        "an exception",
        &[&[
            may(
                "edge",
                "The crossing, or a list of crossings: `payments -> ledger::set_balance`. \
                A pattern may end it, `ledger::*`.",
                Shape::OneOrMore(&Shape::Form(&EDGE)),
            ),
            may(
                "rule",
                "The rule whose violations are tolerated; with `edge`, only those of this rule.",
                Shape::Form(&RULE),
            ),
            may(
                "at",
                "The file or folder where they are tolerated, relative to the map's folder.",
                Shape::Form(&FILE),
            ),
            may("reason", "Why this is tolerated.", Shape::Text),
            may("owner", "Who has to remove it.", Shape::Text),
            may("issue", "Where the work on it is tracked.", Shape::TextOrNumber),
            may("until", "The last day on which it holds, such as `2026-12-31`.", Shape::Form(&DATE)),
        ]],
    )
};

const EDITION: Key = must("stateline", "The edition of this language: 1.", Shape::Edition);
const ABOUT: Key = may("about", "What it is for, in a sentence.", Shape::Text);
const CALLS: Key = may(
    "calls",
    "By context: the operations and functions of it that may be called, each spelt out. \
    That grants naming the types in their signatures.",
    Shape::Named(&CONTEXT, &Shape::List(&Shape::Form(&PATH))),
);
const USES: Key = may(
    "uses",
    "By context: which of its exports may be used; `'*'` is all of them.",
    Shape::Named(&CONTEXT, &Shape::List(&Shape::Form(&PATTERN))),
);

const fn must(name: &'static str, about: &'static str, shape: Shape) -> Key {
    Key { name, about, shape, required: true }
}

const fn may(name: &'static str, about: &'static str, shape: Shape) -> Key {
    Key { name, about, shape, required: false }
}

const fn mapping(what: &'static str, keys: &'static [&'static [Key]]) -> Mapping {
    Mapping { what, keys, any_of: &[], never_both: &[], left_to_a_rule: &[] }
}

/// A mapping in a process, where the rule `non-linear-process` has an eye on what bends the line.
const fn line(what: &'static str, keys: &'static [&'static [Key]]) -> Mapping {
    Mapping { left_to_a_rule: NONLINEAR, ..mapping(what, keys) }
}

/// Words that other languages have for what is no straight line.
const NONLINEAR: &[&str] = &[
    "all",
    "any",
    "branch",
    "branches",
    "case",
    "cases",
    "choice",
    "condition",
    "default",
    "do",
    "each",
    "elif",
    "else",
    "for",
    "for_each",
    "foreach",
    "fork",
    "goto",
    "if",
    "join",
    "jump",
    "label",
    "loop",
    "match",
    "next",
    "otherwise",
    "parallel",
    "race",
    "repeat",
    "switch",
    "then",
    "unless",
    "until",
    "when",
    "while",
];
