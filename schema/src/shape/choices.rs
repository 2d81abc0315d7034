//! Enums: which variant is told, and how.

use super::form::{Form, Side, Types, kind, kinds, seen};
use super::member::are_exchanged;
use super::objects::Flat;
use super::reading::{Mode, Reading, UNKNOWN_VARIANT, exchange, told};
use super::{Field, Plain, Tagging, Term, Variant};

impl<'t> Reading<'t> {
    /// What is a struct or an enum for its writer.
    pub(super) fn composed(&mut self, from: Form<'t>, to: Form<'t>, terms: (&'t Term, &'t Term)) {
        match (from, to) {
            (Form::Object { name, fields, .. }, Form::Object { name: other, fields: others, strict }) => {
                // What has too many nanoseconds for a second is read as another time.
                if matches!(other, "Duration" | "SystemTime") && name != other {
                    return self.changed(terms);
                }
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
                if !text || flat.unclear || !flat.optional.is_empty() || self.textual {
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
                    self.variant((name, variant, variants), (other, tagging), others, strict);
                }
            }
            (Form::Enum { tagging: Tagging::External, variants, .. }, Form::Plain(Plain::Text))
                if variants.iter().all(|it| it.value.is_none() && it.fields.is_none() && !it.untagged) => {}
            _ => self.changed(terms),
        }
    }

    fn variant(
        &mut self,
        (name, variant, variants): (&'t str, &'t Variant, &'t [Variant]),
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
                Some(read) => {
                    if are_exchanged((variant, variants.iter()), (read, others.iter())) {
                        this.problem(exchange("variant", variant, read));
                    }
                    this.found_variant((name, variant), (other, read), tagging, strict);
                }
                None => {
                    let unit = variant.value.is_none() && variant.fields.is_none();
                    match others.iter().find(|one| one.other) {
                        Some(read) if this.mode == Mode::Strict => {
                            let name = &read.name.value;
                            this.problem(format!(
                                "is a variant that is now read as `{name}`, and not stored again"
                            ));
                        }
                        Some(_) if unit || matches!(tagging, Tagging::Internal(_)) => {}
                        _ => this.problem(UNKNOWN_VARIANT),
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
        let outer = self.keep(kept, kept);
        self.contents((name, variant), (other, read), matches!(tagging, Tagging::Internal(_)), strict);
        self.release(outer);
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
            _ => self.problem("is a variant with different contents"),
        }
    }

    /// What an untagged enum writes is read as something else, variant by variant.
    pub(super) fn untagged_writer(
        &mut self,
        (name, variants): (&'t str, &'t [Variant]),
        to: Form<'t>,
        read: &'t Term,
    ) {
        if let Form::Option(inner) = to {
            let null = variants
                .iter()
                .filter(|variant| !variant.unwritten)
                .any(|variant| Written::of(name, variant).kinds(self.writes, Side::Writer) & kind::NULL != 0);
            let of = seen(self.reads, inner, Side::Reader);
            return match null || !of.converted.is_empty() {
                true => self.problem(format!("was an untagged enum and is now {}", told(read))),
                false => self.untagged_writer((name, variants), of.form, inner),
            };
        }
        let outer = self.at((name, ""), (&self.within.1.0.clone(), ""));
        for variant in variants.iter().filter(|variant| !variant.unwritten) {
            let written = Written::of(name, variant);
            match (&to, written) {
                (Form::Enum { name: other, tagging: Tagging::Untagged, variants: others, .. }, _) => {
                    if !self.comes_out((name, variants), variant, (other, others)) {
                        let (own, outer) = (&variant.name.value, self.within.clone());
                        self.within.0.1.clone_from(own);
                        self.problem(format!(
                            "tells its variants by the first that fits, which may be another than `{own}` now"
                        ));
                        self.within = outer;
                    }
                }
                (_, Written::Term(value)) => self.terms(value, read),
                _ => {
                    let told = told(read);
                    self.problem(format!("was an untagged enum and is now {told}"));
                }
            }
        }
        self.within = outer;
    }

    /// Whether the first variant that can read what a variant writes is that variant itself. Its text says
    /// nothing of which it was, so that another one would mean something else by the same bytes.
    fn comes_out(
        &mut self,
        (name, variants): (&'t str, &'t [Variant]),
        variant: &'t Variant,
        (other, others): (&'t str, &'t [Variant]),
    ) -> bool {
        let own = variant.name.value.as_str();
        let written = Written::of(name, variant);
        let from = written.kinds(self.writes, Side::Writer);
        let before: Vec<&Variant> = variants.iter().take_while(|one| one.name.value != own).collect();
        let outer = self.keep(true, true);
        let mut comes_out = false;
        for read in others.iter().filter(|read| !read.unread) {
            let to = Written::of(other, read);
            if read.names().any(|name| name == own) {
                comes_out = !read.unwritten && self.works(|this| this.untagged(written, to));
                break;
            }
            // What one took before already was never this variant.
            let as_before =
                |one: &&Variant| one.name.value == read.name.value && self.same((Written::of(name, one), to));
            if to.kinds(self.reads, Side::Reader) & from != 0 && !before.iter().any(as_before) {
                break;
            }
        }
        self.release(outer);
        comes_out
    }

    /// Whether two variants are the same, with all that is in them.
    fn same(&self, (written, read): (Written<'t>, Written<'t>)) -> bool {
        match (written, read) {
            (Written::Term(one), Written::Term(other)) => self.is_unchanged(one, other),
            (Written::Fields(_, fields), Written::Fields(_, others)) => {
                fields == others && fields.iter().all(|field| self.is_unchanged(&field.term, &field.term))
            }
            (Written::Nothing, Written::Nothing) => true,
            _ => false,
        }
    }

    /// Whatever is written is read as the first variant that fits.
    pub(super) fn untagged_reader(&mut self, written: &'t Term, (name, variants): (&'t str, &'t [Variant])) {
        if !self.fits((name, variants), Written::Term(written)) {
            self.problem(format!("was {} and may now be no variant of `{name}`", told(written)));
        }
    }

    /// Whether the first variant that can read some of what is written reads all of it, as what it is.
    fn fits(&mut self, (name, variants): (&'t str, &'t [Variant]), written: Written<'t>) -> bool {
        let from = written.kinds(self.writes, Side::Writer);
        let outer = self.keep(true, false);
        let mut fits = false;
        for variant in variants.iter().filter(|variant| !variant.unread) {
            let to = Written::of(name, variant);
            if to.kinds(self.reads, Side::Reader) & from == 0 {
                continue;
            }
            if self.works(|this| this.untagged(written, to)) {
                // What leaves fields out would take what is meant for another variant.
                let mode = std::mem::replace(&mut self.mode, Mode::Strict);
                let whole = self.works(|this| this.untagged(written, to));
                self.mode = mode;
                let object = from & (kind::OBJECT | kind::LIST) != 0;
                fits = (whole || !object) && !variant.unwritten;
                break;
            }
            // A number that fits is the same number, and one that does not is left to the next.
            if !(written.is_integer(self.writes, Side::Writer) && to.is_integer(self.reads, Side::Reader)) {
                break;
            }
        }
        self.release(outer);
        fits
    }

    fn untagged(&mut self, written: Written<'t>, read: Written<'t>) {
        match (written, read) {
            (Written::Term(one), Written::Term(other)) => self.terms(one, other),
            (Written::Fields(name, fields), Written::Fields(other, others)) => {
                let (from, to) =
                    (self.flat(name, fields, Side::Writer), self.flat(other, others, Side::Reader));
                self.objects(&from, &to, false);
            }
            (Written::Nothing, Written::Nothing) => {}
            (Written::Term(term), Written::Fields(other, others)) => {
                match super::form::seen(self.writes, term, Side::Writer).form {
                    Form::Object { name, fields, .. } => {
                        let from = self.flat(name, fields, Side::Writer);
                        self.objects(&from, &self.flat(other, others, Side::Reader), false);
                    }
                    _ => self.problem("holds something else"),
                }
            }
            _ => self.problem("holds something else"),
        }
    }
}

/// What an untagged variant is, which is all that there is on the wire.
#[derive(Clone, Copy)]
enum Written<'t> {
    Term(&'t Term),
    Fields(&'t str, &'t [Field]),
    Nothing,
}

impl<'t> Written<'t> {
    fn of(name: &'t str, variant: &'t Variant) -> Self {
        match (&variant.value, &variant.fields) {
            (Some(value), _) => Written::Term(value),
            (None, Some(fields)) => Written::Fields(name, fields),
            (None, None) => Written::Nothing,
        }
    }

    fn kinds(self, types: &Types, side: Side) -> u8 {
        match self {
            Written::Term(term) => kinds(types, term, side, 0),
            Written::Fields(..) if side == Side::Reader => kind::OBJECT | kind::LIST,
            Written::Fields(..) => kind::OBJECT,
            Written::Nothing => kind::NULL,
        }
    }

    fn is_integer(self, types: &Types, side: Side) -> bool {
        let Written::Term(term) = self else { return false };
        let found = super::form::seen(types, term, side);
        found.converted.is_empty() && matches!(found.form, Form::Plain(plain) if plain.integer().is_some())
    }
}
