//! A context with a process, its code and its map, both made by chance: mostly right, sometimes wrong in
//! one of the ways that macros and checker see.

use super::chance::Chance;
use std::collections::BTreeSet;
use std::fmt::Write as _;

/// The operations of the world: their contexts, their names, and whether they can be undone.
const OPERATIONS: [(&str, &str, bool); 6] = [
    ("ledger", "load_account", true),
    ("ledger", "unload_account", true),
    ("ledger", "transaction_amount", true),
    ("ledger", "close_account", false),
    ("screening", "screen", true),
    ("screening", "send", false),
];

/// Types of data.
const TYPES: [&str; 4] = ["Request", "Order", "Vec<Order>", "u64"];

/// The context `payments`.
pub(crate) struct Shop {
    steps: Vec<Step>,
    operations: Vec<Operation>,
    /// What the map lets it call.
    granted: BTreeSet<(&'static str, &'static str)>,
    publishes: bool,
    /// The topic that its message says, if it says one that the map knows.
    topic: &'static str,
    /// Whether the map's process has a branch.
    branch: bool,
}

struct Step {
    name: String,
    /// As the map lists it.
    listed: String,
    input: &'static str,
    output: &'static str,
    form: usize,
    process: &'static str,
    calls: Vec<(&'static str, &'static str)>,
    own_call: bool,
    publishes: bool,
    /// Whether it calls `screen`, be it listed or not.
    screens: bool,
    /// Whether a macro writes it, of fragments.
    written: bool,
    parameterised: bool,
    compensation: Option<Compensation>,
}

struct Compensation {
    input: &'static str,
    calls: Option<(&'static str, &'static str)>,
    /// Whether the map says that it cannot be undone.
    irreversible: bool,
}

struct Operation {
    effect: &'static str,
    rehearsed: bool,
}

impl Shop {
    pub(crate) fn draw(chance: &mut Chance) -> Shop {
        let operation = |chance: &mut Chance| {
            let effect = chance.of(&["read", "read", "write", "irreversible"]);
            Operation {
                effect,
                rehearsed: if effect == "read" { chance.once_in(3) } else { !chance.once_in(12) },
            }
        };
        let operations: Vec<Operation> = (0..1 + chance.below(2)).map(|_| operation(chance)).collect();
        let mut types: Vec<&'static str> = vec![chance.of(&TYPES)];
        let length = 1 + chance.below(4);
        let mut shop = Shop {
            steps: Vec::new(),
            granted: BTreeSet::new(),
            publishes: !chance.once_in(10),
            topic: if chance.once_in(24) { "compliance.decided" } else { "payout.blocked" },
            branch: chance.once_in(24),
            operations,
        };
        for index in 0..length {
            types.push(chance.of(&TYPES));
            let step = shop.step(index, types[index], types[index + 1], chance);
            shop.steps.push(step);
        }
        shop
    }

    fn step(&mut self, index: usize, input: &'static str, output: &'static str, chance: &mut Chance) -> Step {
        let name = format!("step_{index}");
        let mut calls: Vec<(&str, &str)> = Vec::new();
        let mut undoable = true;
        for _ in 0..chance.below(3) {
            let (context, operation, can) = chance.of(&OPERATIONS);
            undoable &= can;
            if !calls.contains(&(context, operation)) {
                calls.push((context, operation));
            }
            if !chance.once_in(12) {
                self.granted.insert((context, operation));
            }
        }
        let own_call = chance.once_in(4);
        undoable &= !own_call || self.operations[0].effect != "irreversible";
        let undone = if undoable { chance.once_in(4) } else { !chance.once_in(8) };
        let wrong = |chance: &mut Chance| chance.once_in(20);
        // What methods a macro calls, the checker does not see.
        let written = chance.once_in(5);
        let compensation = undone.then(|| self.compensation(input, chance));
        Step {
            listed: if wrong(chance) { format!("stage_{index}") } else { name.clone() },
            input: if wrong(chance) { chance.of(&TYPES) } else { input },
            output,
            form: chance.below(4),
            process: if wrong(chance) { "refund" } else { "payout" },
            calls,
            own_call,
            publishes: chance.once_in(4),
            screens: !written && chance.once_in(12),
            written,
            parameterised: chance.once_in(40),
            compensation,
            name,
        }
    }

    fn compensation(&mut self, input: &'static str, chance: &mut Chance) -> Compensation {
        let called = chance.once_in(3).then(|| chance.of(&OPERATIONS));
        let lasting = called.is_some_and(|(_, _, undoable)| !undoable);
        let calls = called.map(|(context, operation, _)| (context, operation));
        self.granted.extend(calls.filter(|_| !chance.once_in(12)));
        Compensation {
            input: if chance.once_in(20) { "String" } else { input },
            calls,
            irreversible: if lasting { !chance.once_in(4) } else { chance.once_in(10) },
        }
    }

    /// `stateline.yaml`.
    pub(crate) fn map(&self) -> String {
        let of = |context: &str| {
            let names: Vec<&str> =
                self.granted.iter().filter(|(of, _)| *of == context).map(|(_, name)| *name).collect();
            (!names.is_empty()).then(|| format!("{context}: [{}]", names.join(", ")))
        };
        let grants: Vec<String> = ["ledger", "screening"].into_iter().filter_map(of).collect();
        let mut map = String::from("stateline: 1\ncontexts:\n  payments:\n    owns: [payments]\n");
        if !grants.is_empty() {
            let _ = writeln!(map, "    calls: {{ {} }}", grants.join(", "));
        }
        if self.publishes {
            map += "    publishes: [payout.blocked]\n";
        }
        map += "  ledger: { owns: [ledger] }\n  screening: { owns: [screening], external: true }\n\
                \x20 compliance: { owns: [compliance], publishes: [compliance.decided], subscribes: [payout.blocked] }\n\
                topics:\n  payout.blocked: { message: payments::Blocked }\n\
                \x20 compliance.decided: { message: compliance::Decided }\n\
                processes:\n\
                \x20 audit: { context: compliance, version: 1, steps: [look] }\n\
                \x20 refund: { context: payments, version: 1, steps: [give_back] }\n\
                \x20 payout:\n    context: payments\n    version: 1\n    steps:\n";
        for step in &self.steps {
            let _ = writeln!(map, "      - step: {}", step.listed);
            let undo = &step.name;
            let _ = match &step.compensation {
                Some(Compensation { irreversible: true, .. }) => {
                    writeln!(map, "        compensated_by: {{ function: undo_{undo}, irreversible: true }}")
                }
                Some(_) => writeln!(map, "        compensated_by: undo_{undo}"),
                None => Ok(()),
            };
        }
        if self.branch {
            map += "      - branch: [left, right]\n";
        }
        map
    }

    /// `payments/src/lib.rs`.
    pub(crate) fn code(&self) -> String {
        let mut code = String::from(
            "use serde::{Deserialize, Serialize};\nuse stateline::{Flow, Outcome, compensation, message, operation, step};\n\
             #[derive(Serialize, Deserialize)]\npub struct Request(pub u64);\n\
             #[derive(Serialize, Deserialize)]\npub struct Order(pub u64);\n\
             #[step(process = \"refund\")]\npub fn give_back(amount: u64) -> u64 { amount }\nstateline::process!(pub refund);\n",
        );
        let _ = writeln!(
            code,
            "#[message(topic = {:?})]\n#[derive(Serialize, Deserialize)]\npub struct Blocked(pub u64);",
            self.topic
        );
        for (index, operation) in self.operations.iter().enumerate() {
            let rehearse = if operation.rehearsed { ", rehearse = pretend" } else { "" };
            let _ = writeln!(
                code,
                "#[operation(effect = {:?}{rehearse})]\npub fn own_{index}(amount: u64) -> u64 {{ amount }}",
                operation.effect
            );
        }
        code += "pub fn pretend(amount: u64) -> u64 { amount }\n";
        for step in &self.steps {
            code += &step.code();
        }
        code + "stateline::process!(pub payout);\n"
    }
}

impl Step {
    fn code(&self) -> String {
        let Step { name, input, output, process, .. } = self;
        let mut calls: Vec<String> =
            self.calls.iter().map(|(context, operation)| format!("{context}::{operation}")).collect();
        calls.extend(self.own_call.then(|| "own_0".to_owned()));
        let mut attribute = format!("process = {process:?}");
        if !calls.is_empty() {
            let _ = write!(attribute, ", calls({})", calls.join(", "));
        }
        if self.publishes {
            attribute += ", publishes(Blocked)";
        }
        let takes_ctx = !calls.is_empty() || self.publishes || self.screens || self.form == 3;
        let of = name.replace("step_", "Step");
        let ctx = if takes_ctx { format!(", ctx: &impl {of}Ctx") } else { String::new() };
        let does = match (takes_ctx, self.screens) {
            (_, true) => r#"let _ = ctx.screen("Viktor Krum".into());"#,
            (true, false) => "let _ = ctx;",
            (false, false) => "",
        };
        let parameter = if self.parameterised { "<T>" } else { "" };
        let asynchronous = if takes_ctx { "async " } else { "" };
        let (returned, body) = match self.form {
            0 => (format!("Outcome<{output}, std::convert::Infallible>"), "Ok(Flow::Wait)"),
            1 => {
                (format!("Result<{output}, Box<dyn std::error::Error + Send + Sync>>"), r#"Err("no".into())"#)
            }
            2 => (format!("Flow<{output}>"), "Flow::Wait"),
            _ => (output.to_string(), "unreachable!()"),
        };
        let written = |attribute: &str, name: &str, input: &str| {
            format!(
                "#[step({attribute})]\npub {asynchronous}fn {name}{parameter}(_: {input}{ctx}) -> {returned} {{ {does} {body} }}\n"
            )
        };
        let mut code = match self.written {
            true => {
                let fragments = attribute.replace(&calls.join(", "), "$($call),*");
                let fragments = if calls.is_empty() { attribute.clone() } else { fragments };
                format!(
                    "macro_rules! write_{name} {{ ($name:ident, $input:ty $(, $call:path)*) => {{ {} }} }}\nwrite_{name}!({name}, {input}{});\n",
                    written(&fragments, "$name", "$input"),
                    calls.iter().map(|call| format!(", {call}")).collect::<String>(),
                )
            }
            false => written(&attribute, name, input),
        };
        if let Some(compensation) = &self.compensation {
            code += &compensation.code(name);
        }
        code
    }
}

impl Compensation {
    fn code(&self, of: &str) -> String {
        let input = self.input;
        match self.calls {
            Some((context, operation)) => format!(
                "#[compensation(process = \"payout\", calls({context}::{operation}))]\npub async fn undo_{of}(_: {input}, _: &impl Undo{}Ctx) {{}}\n",
                of.replace("step_", "Step")
            ),
            None => format!("#[compensation(process = \"payout\")]\npub fn undo_{of}(_: {input}) {{}}\n"),
        }
    }
}
