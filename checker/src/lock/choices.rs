//! Enums: which variant is told, and how.

use super::form::{Form, Side, kinds};
use super::objects::Flat;
use super::reading::{Mode, Reading, told};
use stateline_schema::shape::{Plain, Tagging, Term, Variant};

impl<'t> Reading<'t> {
    /// What is a struct or an enum for its writer.
    pub(super) fn composed(&mut self, from: Form<'t>, to: Form<'t>, terms: (&'t Term, &'t Term)) {
        match (from, to) {
            (Form::Object { name, fields, .. }, Form::Object { name: other, fields: others, strict }) => {
                let (from, to) =
                    (self.flat(name, fields, Side::Writer), self.flat(other, others, Side::Reader));
                let outer = self.at((name, ""), (other, ""));
                self.objects(&from, &to, strict);
                self.within = outer;
            }
            (Form::Object { name, fields, .. }, Form::Map(key, value)) => {
                let flat = self.flat(name, fields, Side::Writer);
                let text =
                    matches!(super::form::seen(self.reads, key, Side::Reader).form, Form::Plain(Plain::Text));
                if !text || flat.unclear || self.textual {
                    return self.changed(terms);
                }
                for (owner, field) in flat.fields.iter().filter(|(_, field)| !field.unwritten) {
                    let outer = self.at((owner, &field.name.value), (&self.within.1.0.clone(), ""));
                    self.below(&field.name.value, |this| this.terms(&field.term, value));
                    self.within = outer;
                }
                if let Some(rest) = flat.rest {
                    self.below("{}", |this| this.terms(rest, value));
                }
            }
            (
                Form::Enum { name, tagging, variants, .. },
                Form::Enum { name: other, tagging: told, variants: others, strict },
            ) => {
                if tagging != told {
                    return self.problem("tells its variants in another way than before");
                }
                for variant in variants.iter().filter(|variant| !variant.unwritten) {
                    self.variant((name, variant), (other, tagging), others, strict);
                }
            }
            (Form::Enum { tagging: Tagging::External, variants, .. }, Form::Plain(Plain::Text))
                if variants.iter().all(|it| it.value.is_none() && it.fields.is_none() && !it.untagged) => {}
            _ => self.changed(terms),
        }
    }

    fn variant(
        &mut self,
        (name, variant): (&'t str, &'t Variant),
        (other, tagging): (&'t str, &'t Tagging),
        others: &'t [Variant],
        strict: bool,
    ) {
        let told = variant.name.value.as_str();
        let known = |one: &&Variant| !one.unread && !one.untagged && one.names().any(|read| read == told);
        let outer = self.at((name, told), (other, ""));
        self.below(told, |this| {
            if variant.untagged || others.iter().any(|one| one.untagged) {
                return this.problem("is told without its name, by other variants than before");
            }
            match others.iter().find(known) {
                Some(read) => this.found_variant((name, variant), (other, read), tagging, strict),
                None => {
                    let unit = variant.value.is_none() && variant.fields.is_none();
                    match others.iter().find(|one| one.other) {
                        Some(read) if this.mode == Mode::Strict => {
                            let name = &read.name.value;
                            this.problem(format!(
                                "is a variant that is read as `{name}` now, and not stored again"
                            ));
                        }
                        Some(_) if unit || *tagging != Tagging::External => {}
                        _ => this.problem("is a variant that is unknown now"),
                    }
                }
            }
        });
        self.within = outer;
    }

    fn found_variant(
        &mut self,
        (name, variant): (&'t str, &'t Variant),
        (other, read): (&'t str, &'t Variant),
        tagging: &Tagging,
        strict: bool,
    ) {
        self.within =
            ((name.to_owned(), variant.name.value.clone()), (other.to_owned(), read.name.value.clone()));
        if self.mode == Mode::Strict {
            if read.name.value != variant.name.value {
                let now = &read.name.value;
                self.problem(format!("is read as `{now}`, and would be stored under that name"));
            }
            if read.unwritten {
                self.problem("is stored, and cannot be written again");
            }
        }
        let kept = matches!(tagging, Tagging::Internal(_) | Tagging::Adjacent(..));
        let outer = self.keep(kept);
        self.contents((name, variant), (other, read), matches!(tagging, Tagging::Internal(_)), strict);
        self.buffered = outer;
    }

    /// What is in two variants.
    fn contents(
        &mut self,
        (name, variant): (&'t str, &'t Variant),
        (other, read): (&'t str, &'t Variant),
        internal: bool,
        strict: bool,
    ) {
        if let (Some(one), Some(other)) = (&variant.value, &read.value) {
            return self.terms(one, other);
        }
        if variant.value.is_none()
            && variant.fields.is_none()
            && read.value.is_none()
            && read.fields.is_none()
        {
            return;
        }
        let flat = |this: &Self, name: &'t str, variant: &'t Variant, side| match (
            &variant.value,
            &variant.fields,
        ) {
            (None, Some(fields)) => Some((this.flat(name, fields, side), strict)),
            (Some(value), None) => {
                let types = if side == Side::Writer { this.writes } else { this.reads };
                match super::form::seen(types, value, side).form {
                    Form::Object { name, fields, strict } => Some((this.flat(name, fields, side), strict)),
                    _ => None,
                }
            }
            // Beside its tag stands nothing.
            (None, None) if internal => Some((Flat::default(), false)),
            _ => None,
        };
        match (flat(self, name, variant, Side::Writer), flat(self, other, read, Side::Reader)) {
            (Some((from, _)), Some((to, strict))) => self.objects(&from, &to, strict),
            _ => self.problem("is a variant that holds something else now"),
        }
    }

    /// What an untagged enum writes is read as something else, variant by variant.
    pub(super) fn untagged_writer(
        &mut self,
        (name, variants): (&'t str, &'t [Variant]),
        to: Form<'t>,
        read: &'t Term,
    ) {
        if let Form::Enum { name: other, tagging: Tagging::Untagged, variants: others, .. } = to {
            let same = variants.len() <= others.len();
            let outer = self.at((name, ""), (other, ""));
            let outer_buffered = self.keep(true);
            let pairs = variants.iter().zip(others).all(|(one, read)| {
                one.unwritten
                    || (!read.unread && self.works(|this| this.untagged_pair((name, one), (other, read))))
            });
            // What is read first must be what was read first before: a variant that takes more than its
            // predecessor took would take what others wrote.
            let exact = pairs && variants.iter().zip(others).all(|(one, read)| self.takes_no_more(one, read));
            self.buffered = outer_buffered;
            if !(same && exact) {
                self.problem("is read as the first variant that fits, which may be another now");
            }
            self.within = outer;
            return;
        }
        for variant in variants.iter().filter(|variant| !variant.unwritten) {
            match (&variant.value, &variant.fields) {
                (Some(value), None) => self.terms(value, read),
                _ => {
                    let told = told(read);
                    self.problem(format!("was a choice without a tag, and is {told} now"));
                }
            }
        }
    }

    fn untagged_pair(&mut self, one: (&'t str, &'t Variant), other: (&'t str, &'t Variant)) {
        let shapes = |variant: &Variant| (variant.value.is_some(), variant.fields.is_some());
        match shapes(one.1) == shapes(other.1) {
            true => self.contents(one, other, false, false),
            false => self.problem("holds something else"),
        }
    }

    /// Whether a variant is read from nothing that the one before in its place was not read from.
    fn takes_no_more(&self, one: &Variant, other: &Variant) -> bool {
        let same_fields = match (&one.fields, &other.fields) {
            (None, None) => true,
            (Some(one), Some(other)) => one == other,
            _ => false,
        };
        let same_value = one.value == other.value
            && one
                .value
                .iter()
                .flat_map(|value| value.names())
                .all(|name| self.writes.get(name) == self.reads.get(name));
        same_fields && same_value
    }

    /// Whatever is written is read as the first variant that fits.
    pub(super) fn untagged_reader(&mut self, written: &'t Term, (name, variants): (&'t str, &'t [Variant])) {
        let from = kinds(self.writes, written, Side::Writer, 0);
        let outer = self.keep(true);
        let mut fits = false;
        for variant in variants.iter().filter(|variant| !variant.unread) {
            let Some(value) = variant.value.as_ref().filter(|_| variant.fields.is_none()) else {
                // A unit takes null, and a struct an object or a list.
                let takes = if variant.fields.is_some() {
                    super::form::kind::OBJECT | super::form::kind::LIST
                } else {
                    super::form::kind::NULL
                };
                if takes & from == 0 { continue } else { break }
            };
            if kinds(self.reads, value, Side::Reader, 0) & from == 0 {
                continue;
            }
            fits = !variant.unwritten && self.works(|this| this.terms(written, value));
            break;
        }
        self.buffered = outer;
        if !fits {
            self.problem(format!("was {}, and may be no variant of `{name}` now", told(written)));
        }
    }
}
