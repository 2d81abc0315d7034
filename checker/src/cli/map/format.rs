//! What the map can be asked for as: a language of text, or one of pictures.

use clap::ValueEnum;
use clap::builder::PossibleValue;
use stateline_draw::Form;
use stateline_draw::picture::Language;
use std::sync::LazyLock;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::cli) enum Format {
    Picture(Language),
    Text(Form),
}

static ALL: LazyLock<Vec<Format>> = LazyLock::new(|| {
    let pictures = Language::ALL.iter().copied().map(Format::Picture);
    pictures.chain(Form::ALL.into_iter().map(Format::Text)).collect()
});

impl Format {
    pub(super) fn all() -> &'static [Format] {
        &ALL
    }

    /// Those that are written where nobody says which.
    pub(super) fn usual() -> Vec<Format> {
        let pictures = [Language::Svg].into_iter().map(Format::Picture);
        pictures.chain(Form::USUAL.into_iter().map(Format::Text)).collect()
    }

    pub(super) fn name(self) -> &'static str {
        match self {
            Format::Picture(language) => language.name(),
            Format::Text(form) => form.name(),
        }
    }

    /// The file by which it is known that a folder holds this format.
    pub(super) fn first_path(self, stem: &str) -> String {
        match self {
            Format::Picture(language) => language.first_path(stem),
            Format::Text(form) => form.first_path(stem),
        }
    }
}

impl ValueEnum for Format {
    fn value_variants<'a>() -> &'a [Self] {
        Format::all()
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        match self {
            Format::Picture(language) => language.to_possible_value(),
            Format::Text(form) => form.to_possible_value(),
        }
    }
}
