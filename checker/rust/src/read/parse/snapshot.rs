//! Trying something: if it does not fit, everything is as it was before.

use super::{Parser, Read};
use crate::read::summary::{Body, FileSummary, Terms};

/// How many tokens may be read in vain, in a file and for each of its tokens: more than in any file that people wrote.
const WASTED_BY_ANY: usize = 16_384;
const WASTED_BY_TOKEN: usize = 64;

/// How long every arena was.
struct Snapshot {
    at: usize,
    out: [usize; 13],
    out_terms: [usize; 8],
    body: [usize; 10],
    body_terms: [usize; 8],
    failed: (usize, &'static str),
}

impl Parser<'_> {
    /// Reads to the end of the group with `read`, or takes it all back.
    pub(super) fn attempt<T>(&mut self, read: impl FnOnce(&mut Self) -> Read<T>) -> Option<T> {
        self.attempt_prefix(|parser| {
            let found = read(parser)?;
            if parser.is_empty() { Ok(found) } else { Err(parser.stop("the end")) }
        })
    }

    /// Reads some of the group with `read`, or takes it back.
    pub(super) fn attempt_prefix<T>(&mut self, read: impl FnOnce(&mut Self) -> Read<T>) -> Option<T> {
        let before = self.snapshot();
        let (end, parent, in_body, in_macro) = (self.end, self.parent, self.in_body, self.in_macro);
        let scope = self.scope();
        self.attempts += 1;
        let result = read(self);
        self.attempts -= 1;
        match result {
            Ok(found) => Some(found),
            Err(_) => {
                self.wasted += self.at.saturating_sub(before.at);
                (self.end, self.parent, self.in_body, self.in_macro) = (end, parent, in_body, in_macro);
                self.restore(&before);
                self.leave_scope(scope);
                None
            }
        }
    }

    /// Whether so much was read in vain that macros' arguments are not read any more: each form that is tried tries
    /// all forms for every macro within, and what is nested deep would be read for ever.
    pub(super) fn gives_up(&self) -> bool {
        self.wasted > WASTED_BY_ANY + WASTED_BY_TOKEN * self.source.tokens.len()
    }

    fn snapshot(&self) -> Snapshot {
        let FileSummary {
            items,
            fields,
            uses,
            attributes,
            macro_calls,
            invocations,
            cfgs,
            bodies,
            includes,
            opaque,
            linked,
            serde,
            templated,
            ..
        } = &self.out;
        let out = [
            items.len(),
            fields.len(),
            uses.len(),
            attributes.len(),
            macro_calls.len(),
            invocations.len(),
            cfgs.len(),
            bodies.len(),
            includes.len(),
            opaque.len(),
            linked.len(),
            serde.len(),
            templated.len(),
        ];
        Snapshot {
            at: self.at,
            out,
            out_terms: lengths(&self.out.terms),
            body: body_lengths(&self.body),
            body_terms: lengths(&self.body.terms),
            failed: self.failed,
        }
    }

    fn restore(&mut self, before: &Snapshot) {
        self.at = before.at;
        self.failed = before.failed;
        let [
            items,
            fields,
            uses,
            attributes,
            macro_calls,
            invocations,
            cfgs,
            bodies,
            includes,
            opaque,
            linked,
            serde,
            templated,
        ] = before.out;
        self.out.items.truncate(items);
        self.out.fields.truncate(fields);
        self.out.uses.truncate(uses);
        self.out.attributes.truncate(attributes);
        self.out.macro_calls.truncate(macro_calls);
        self.out.invocations.truncate(invocations);
        self.out.cfgs.truncate(cfgs);
        self.out.bodies.truncate(bodies);
        self.out.includes.truncate(includes);
        self.out.opaque.truncate(opaque);
        self.out.linked.truncate(linked);
        self.out.serde.truncate(serde);
        self.out.templated.truncate(templated);
        truncate(&mut self.out.terms, before.out_terms);
        truncate(&mut self.body.terms, before.body_terms);
        let body = &mut self.body;
        let [
            exprs,
            pats,
            stmts,
            arms,
            struct_fields,
            pat_fields,
            closure_params,
            expr_lists,
            pat_lists,
            params,
        ] = before.body;
        body.exprs.truncate(exprs);
        body.pats.truncate(pats);
        body.stmts.truncate(stmts);
        body.arms.truncate(arms);
        body.struct_fields.truncate(struct_fields);
        body.pat_fields.truncate(pat_fields);
        body.closure_params.truncate(closure_params);
        body.expr_lists.truncate(expr_lists);
        body.pat_lists.truncate(pat_lists);
        body.params.truncate(params);
    }
}

fn lengths(terms: &Terms) -> [usize; 8] {
    let Terms { types, type_lists, paths, segments, args, bindings, bounds, loose } = terms;
    [
        types.len(),
        type_lists.len(),
        paths.len(),
        segments.len(),
        args.len(),
        bindings.len(),
        bounds.len(),
        loose.len(),
    ]
}

fn truncate(terms: &mut Terms, to: [usize; 8]) {
    let [types, type_lists, paths, segments, args, bindings, bounds, loose] = to;
    terms.types.truncate(types);
    terms.type_lists.truncate(type_lists);
    terms.paths.truncate(paths);
    terms.segments.truncate(segments);
    terms.args.truncate(args);
    terms.bindings.truncate(bindings);
    terms.bounds.truncate(bounds);
    terms.loose.truncate(loose);
}

fn body_lengths(body: &Body) -> [usize; 10] {
    [
        body.exprs.len(),
        body.pats.len(),
        body.stmts.len(),
        body.arms.len(),
        body.struct_fields.len(),
        body.pat_fields.len(),
        body.closure_params.len(),
        body.expr_lists.len(),
        body.pat_lists.len(),
        body.params.len(),
    ]
}
