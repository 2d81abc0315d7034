//! The political map as files: SVG, light and dark.

use crate::format::{Draw, Format};
use crate::request::Request;
use crate::theme::Theme;

pub(crate) static FORMAT: Format = Format {
    name: "svg",
    about: "The political map, light and dark",
    is_usual: true,
    is_picture: true,
    draw: Draw::Themed {
        extension: "svg",
        draw: |request, theme| drawn(request, theme).map(|text| Ok(text.into_bytes())),
    },
};

pub(crate) fn drawn(request: &Request<'_>, theme: &'static Theme) -> Option<String> {
    request.picture().map(|picture| picture.svg(theme))
}
