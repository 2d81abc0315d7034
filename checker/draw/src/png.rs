//! A picture as pixels, by resvg with the fonts of the system.
//!
//! Letters look as the fonts do that are installed, so images are not the same on every machine, as SVG is.

use crate::format::{Draw, Format};
use crate::political;
use resvg::{tiny_skia, usvg};
use std::sync::Arc;

/// Twice as large, for screens with small pixels.
const SCALE: f32 = 2.0;
/// More pixels than this on a side are no picture any more.
const MOST: u32 = 16_000;

pub(crate) static FORMAT: Format = Format {
    name: "png",
    about: "The political map, light and dark, as an image; its letters are those of the system's fonts",
    is_usual: false,
    is_picture: true,
    draw: Draw::Themed {
        extension: "png",
        draw: |request, theme| political::drawn(request, theme).map(|text| png(&text)),
    },
};

/// Draws an SVG.
///
/// # Errors
/// Where there is no font, or the picture is too large.
fn png(svg: &str) -> Result<Vec<u8>, String> {
    let mut fonts = usvg::fontdb::Database::new();
    fonts.load_system_fonts();
    if fonts.is_empty() {
        return Err("no font is installed, and letters need one: install some (fonts-liberation or \
                    fonts-dejavu-core, as Debian calls them), or take `--format svg`, which brings none"
            .to_owned());
    }
    let mut options = usvg::Options { fontdb: Arc::new(fonts), ..usvg::Options::default() };
    options.font_family = "Liberation Sans".to_owned();
    let tree = usvg::Tree::from_str(&without_double_spacing(svg), &options)
        .map_err(|error| format!("the picture is broken: {error}"))?;
    let size = tree.size();
    let scale = SCALE.min(MOST as f32 / size.width().max(size.height()));
    let (wide, high) = ((size.width() * scale).ceil() as u32, (size.height() * scale).ceil() as u32);
    let mut pixels = tiny_skia::Pixmap::new(wide, high).ok_or("the picture is too large for an image")?;
    resvg::render(&tree, tiny_skia::Transform::from_scale(scale, scale), &mut pixels.as_mut());
    pixels.encode_png().map_err(|error| format!("the image cannot be written: {error}"))
}

/// resvg stretches letters to the length of a text and spaces them besides; browsers do one in the other.
/// So where letters are spaced, the length is left out. Each text is a line of its own.
fn without_double_spacing(svg: &str) -> String {
    let mut lines = String::with_capacity(svg.len());
    for line in svg.lines() {
        let head = line.find('>').map_or(line, |end| &line[..end]);
        match head.find(" textLength=") {
            Some(from) if head.starts_with("<text ") && head.contains(" letter-spacing=") => {
                lines.push_str(&line[..from]);
                lines.push_str(&line[head.len()..]);
            }
            _ => lines.push_str(line),
        }
        lines.push('\n');
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::png;

    #[test]
    fn a_picture_becomes_pixels() {
        let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"20\" height=\"10\">\n<text x=\"1\" y=\"8\" \
                   font-size=\"8\" letter-spacing=\"2\" textLength=\"18\" lengthAdjust=\"spacingAndGlyphs\">ab</text>\n</svg>";
        match png(svg) {
            Ok(image) => {
                assert_eq!(&image[1..4], b"PNG");
                assert_eq!((&image[16..20], &image[20..24]), (&[0, 0, 0, 40][..], &[0, 0, 0, 20][..]));
            }
            // A machine without fonts is told what to do.
            Err(told) => assert!(told.starts_with("no font is installed"), "{told}"),
        }
        assert!(png("<svg").is_err());
    }
}
