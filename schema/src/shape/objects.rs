//! Objects: fields by name, those that are missing, and those that nobody knows.

use super::form::{Form, Seen, Side, Types, may_miss, seen};
use super::member::are_exchanged;
use super::reading::{MISSING, Mode, Reading, exchange, told};
use super::{Field, Plain, Term};

/// The fields of an object with those of what is flattened into it.
#[derive(Clone, Debug, Default)]
pub(super) struct Flat<'t> {
    /// Each with the name of the type that declares it.
    pub(super) fields: Vec<(&'t str, &'t Field)>,
    /// What is in fields that have no name of their own: a flattened map.
    pub(super) rest: Option<&'t Term>,
    /// Optional structs in it, whose fields are all there or none is.
    pub(super) optional: Vec<&'t Term>,
    /// Something else is flattened into it.
    pub(super) unclear: bool,
    /// Something is flattened into it at all.
    pub(super) flattened: bool,
}

/// Structs in structs in … are flattened this far.
const DEEPEST: usize = 16;

impl<'t> Reading<'t> {
    /// The fields of one side.
    pub(super) fn flat(&self, name: &'t str, fields: &'t [Field], side: Side) -> Flat<'t> {
        let mut flat = Flat::default();
        self.flatten((name, fields), side, &mut flat, 0);
        flat
    }

    fn flatten(&self, (name, fields): (&'t str, &'t [Field]), side: Side, flat: &mut Flat<'t>, depth: usize) {
        let types = if side == Side::Writer { self.writes } else { self.reads };
        for field in fields {
            if !field.flatten {
                flat.fields.push((name, field));
                continue;
            }
            flat.flattened = true;
            let found = seen(types, &field.term, side);
            match found.form {
                _ if !found.converted.is_empty() || depth > DEEPEST || field.unread || field.unwritten => {
                    flat.unclear = true;
                }
                Form::Object { name, fields, .. } => self.flatten((name, fields), side, flat, depth + 1),
                Form::Map(key, value)
                    if flat.rest.is_none()
                        && matches!(seen(types, key, side).form, Form::Plain(Plain::Text)) =>
                {
                    flat.rest = Some(value);
                }
                Form::Option(inner) if self.optional(inner, side).is_some() => flat.optional.push(inner),
                Form::Plain(Plain::Unit) => {}
                _ => flat.unclear = true,
            }
        }
    }

    /// The fields of a struct that may be flattened into another where it is optional: all have names, and it takes
    /// nothing else.
    fn optional(&self, term: &'t Term, side: Side) -> Option<Flat<'t>> {
        let types = if side == Side::Writer { self.writes } else { self.reads };
        match seen(types, term, side) {
            Seen { form: Form::Object { name, fields, strict: false }, converted }
                if converted.is_empty() && fields.iter().all(|field| !field.flatten) =>
            {
                Some(self.flat(name, fields, side))
            }
            _ => None,
        }
    }

    /// Compares optional structs that are flattened. Such a struct that cannot be read is none, without a word: so it
    /// must be read where it was written, and still be none where it was not.
    fn optionals(&mut self, from: &Flat<'t>, to: &Flat<'t>) {
        for (one, other) in std::iter::zip(&from.optional, &to.optional) {
            let (Some(was), Some(is)) =
                (self.optional(one, Side::Writer), self.optional(other, Side::Reader))
            else {
                continue;
            };
            let named = |flat: &Flat<'t>, names: &Flat<'t>| {
                let mut all = flat.fields.iter().flat_map(|(_, field)| field.names());
                all.any(|name| names.fields.iter().any(|(_, field)| field.names().any(|other| other == name)))
            };
            if [from, to].iter().any(|outer| named(outer, &was) || named(outer, &is)) {
                self.problem("holds a field that a struct in it with `flatten` has, too");
                continue;
            }
            let needs = |flat: &Flat<'t>, types: &Types| {
                let needs =
                    |field: &Field| !field.unread && field.default.is_none() && !may_miss(types, &field.term);
                flat.fields.iter().any(|(_, field)| needs(field))
            };
            if needs(&was, self.writes) != needs(&is, self.reads) {
                self.problem(
                    "holds a struct with `flatten` that is none without its fields only in one of both",
                );
            }
            self.terms(one, other);
        }
    }

    /// Compares the fields of a struct, or of a variant, by name.
    pub(super) fn objects(&mut self, from: &Flat<'t>, to: &Flat<'t>, strict: bool) {
        if from.unclear || to.unclear {
            return self.problem("changed, and holds something with `flatten` that may take any field");
        }
        if from.optional.len() != to.optional.len() {
            return self.problem("holds other types with `flatten` than before");
        }
        let outer = self.keep(to.flattened, from.flattened);
        self.optionals(from, to);
        for (owner, field) in &from.fields {
            if !field.unwritten {
                self.written_field((owner, field), from, to, strict);
            }
        }
        for (owner, field) in &to.fields {
            let written = |(_, one): &&(&str, &Field)| {
                !one.unwritten && field.names().any(|name| name == one.name.value)
            };
            if !from.fields.iter().any(|one| written(&one)) {
                self.missing((owner, field), from.rest);
            }
        }
        if let (Some(one), Some(other)) = (from.rest, to.rest) {
            self.below("{}", |this| this.terms(one, other));
        } else if from.rest.is_some() && (self.mode == Mode::Strict || strict || !to.fields.is_empty()) {
            self.problem("had fields of any name, and has no more");
        }
        self.order(from, to);
        self.release(outer);
    }

    /// A field that is written, perhaps.
    fn written_field(
        &mut self,
        (owner, field): (&'t str, &'t Field),
        from: &Flat<'t>,
        to: &Flat<'t>,
        strict: bool,
    ) {
        let name = field.name.value.as_str();
        let mut readers =
            to.fields.iter().filter(|(_, reader)| !reader.unread && reader.names().any(|read| read == name));
        let Some(&(reading, reader)) = readers.next() else {
            if let Some((reading, unread)) =
                to.fields.iter().find(|(_, it)| it.unread && it.name.value == name)
            {
                let outer = self.at((owner, name), (reading, &unread.name.value));
                self.below(name, |this| {
                    this.problem("is read no more, and another value stands in its place")
                });
                self.within = outer;
                return;
            }
            return self.unknown_field((owner, field), to, strict);
        };
        let outer = self.at((owner, name), (reading, &reader.name.value));
        let twice = from
            .fields
            .iter()
            .filter(|(_, one)| !one.unwritten && reader.names().any(|read| read == one.name.value));
        if twice.count() > 1 || readers.next().is_some() {
            self.below(name, |this| this.problem("is read by several names that are all written"));
        }
        let exchanged = are_exchanged(
            (field, from.fields.iter().map(|(_, field)| *field)),
            (reader, to.fields.iter().map(|(_, field)| *field)),
        );
        self.below(name, |this| {
            if exchanged {
                this.problem(exchange("field", field, reader));
            }
            this.terms(&field.term, &reader.term);
            if this.mode == Mode::Strict {
                this.written_again(field, reader);
            }
            if field.omitted_if.is_some() {
                this.left_out(field, reader);
            }
        });
        self.within = outer;
    }

    /// Whether what was read is written again as it is stored.
    fn written_again(&mut self, field: &Field, reader: &Field) {
        if reader.name.value != field.name.value {
            let now = &reader.name.value;
            self.problem(format!("is read as `{now}`, and would be stored under that name"));
        }
        if reader.unwritten {
            self.problem("is stored, and would not be written again");
        }
        if let Some(path) = &reader.omitted_if
            && !same_code((&field.omitted_if, field.omitted_code), (&reader.omitted_if, reader.omitted_code))
            && (!asks(reader, "Option::is_none") || may_miss(self.writes, &field.term))
        {
            self.problem(match field.omitted_if == reader.omitted_if {
                true => format!("is left out if `{path}`, whose code changed"),
                false => format!("was always stored and is now left out if `{path}`"),
            });
        }
    }

    /// A field that is left out by its writer, sometimes.
    fn left_out(&mut self, field: &Field, reader: &Field) {
        // As before: the writer itself reads what it left out.
        let same_default =
            same_code((&field.default, field.default_code), (&reader.default, reader.default_code));
        let as_before =
            same_code((&field.omitted_if, field.omitted_code), (&reader.omitted_if, reader.omitted_code))
                && same_default
                && may_miss(self.writes, &field.term) == may_miss(self.reads, &reader.term)
                && field.term == reader.term;
        let path = field.omitted_if.as_deref().unwrap_or_default();
        if !as_before && !self.fills(reader) {
            self.problem(format!("is left out if `{path}`, and must be there now"));
        } else if !same_default && !self.is_read_as_left_out(field, reader) {
            self.problem(format!("is left out if `{path}`, and is then read as another value"));
        }
    }

    /// Whether a field that its writer left out is read as what the writer had, though the defaults differ.
    fn is_read_as_left_out(&self, field: &Field, reader: &Field) -> bool {
        let plain = |field: &Field, types: &Types| match &field.default {
            Some(path) => path.is_empty() && field.default_code.is_none(),
            None => may_miss(types, &field.term),
        };
        reader.unread
            || (plain(reader, self.reads)
                && (self.empties(field, self.writes, Side::Writer) || plain(field, self.writes)))
    }

    /// Whether a field that is missing is read, and stays missing where that is asked for.
    fn fills(&self, reader: &Field) -> bool {
        let optional = may_miss(self.reads, &reader.term);
        let read = reader.unread || reader.default.is_some() || optional;
        let value = reader.default.as_deref();
        let empty = optional && value.is_none_or(str::is_empty);
        let plain = value.is_some_and(str::is_empty) || empty;
        let stays = reader.unwritten || (plain && self.empties(reader, self.reads, Side::Reader));
        read && (self.mode == Mode::Lenient || stays)
    }

    /// Whether a field is left out just when it is its type's default, as far as the standard library says so.
    fn empties(&self, field: &Field, types: &Types, side: Side) -> bool {
        let is_list = || matches!(seen(types, &field.term, side).form, Form::List(_));
        (asks(field, "Option::is_none") && may_miss(types, &field.term))
            || (asks(field, "Vec::is_empty") && is_list())
            || (asks(field, "String::is_empty") && field.term == Plain::Text.into())
    }

    /// A field that no reader knows.
    fn unknown_field(&mut self, (owner, field): (&'t str, &'t Field), to: &Flat<'t>, strict: bool) {
        let name = field.name.value.as_str();
        if let Some(rest) = to.rest {
            return self.below(name, |this| this.terms(&field.term, rest));
        }
        let outer = self.at((owner, name), (&self.within.1.0.clone(), ""));
        match self.mode {
            Mode::Strict => self.below(name, |this| this.problem("is stored, but no longer a field")),
            Mode::Lenient if strict => {
                self.below(name, |this| this.problem("is written, and refused as unknown"));
            }
            Mode::Lenient => {}
        }
        self.within = outer;
    }

    /// A field that nobody writes.
    fn missing(&mut self, (owner, field): (&'t str, &'t Field), rest: Option<&Term>) {
        let name = field.name.value.as_str();
        let outer = self.at((&self.within.0.0.clone(), ""), (owner, name));
        if rest.is_some() {
            self.below(name, |this| this.problem("may be a field of any name before"));
        } else if !self.fills(field) {
            let optional = may_miss(self.reads, &field.term);
            let what = match self.mode {
                Mode::Strict if optional => {
                    "is missing in what is stored, which is refused although it is optional"
                }
                Mode::Strict => "is missing in what is stored",
                Mode::Lenient => MISSING,
            };
            let term = told(&field.term);
            self.below(name, |this| this.problem(format!("{what}: {term}")));
        }
        self.within = outer;
    }

    /// In a set, the text counts: fields must stay in their order.
    fn order(&mut self, from: &Flat<'t>, to: &Flat<'t>) {
        if !self.textual || self.mode == Mode::Lenient {
            return;
        }
        let names =
            |flat: &Flat<'t>| flat.fields.iter().map(|(_, it)| it.name.value.as_str()).collect::<Vec<_>>();
        if names(from) != names(to) {
            self.problem("has its fields in another order, and is an element of a set");
        }
    }

    /// Looks at these members from now on; gives back what was looked at before.
    pub(super) fn at(
        &mut self,
        writer: (&str, &str),
        reader: (&str, &str),
    ) -> ((String, String), (String, String)) {
        let owned = |(owner, name): (&str, &str)| (owner.to_owned(), name.to_owned());
        std::mem::replace(&mut self.within, (owned(writer), owned(reader)))
    }
}

/// Whether a field is left out by this function of the standard library, and no function of the workspace with
/// such a name.
fn asks(field: &Field, of_std: &str) -> bool {
    field.omitted_code.is_none() && field.omitted_if.as_deref().is_some_and(|path| path.ends_with(of_std))
}

/// Whether two functions are the same: by their code, or by their names where the code is not read.
fn same_code(one: (&Option<String>, Option<u64>), other: (&Option<String>, Option<u64>)) -> bool {
    match (one.1, other.1) {
        (Some(code), Some(now)) => code == now,
        _ => one == other,
    }
}
