//! Smooth irregularity, from which coasts get their bays.

use super::point::Point;

/// How far a point is moved, and over what distance the movement changes.
const WAVES: [(f64, f64); 3] = [(13.0, 95.0), (4.5, 37.0), (2.0, 19.0)];

/// Where a point of the picture is looked up in the plane of discs. Neighbours stay neighbours: the
/// movement changes by less than one pixel a pixel, so what is connected stays so.
#[derive(Default)]
pub(crate) struct Warp {
    /// The square of each noise in which the last point lay: the next one is near, and often in the same.
    squares: [Square; 2 * WAVES.len()],
}

impl Warp {
    pub(crate) fn warped(&mut self, point: Point) -> Point {
        let mut moved = point;
        let (across, down) = self.squares.split_at_mut(WAVES.len());
        for (salt, (height, wave)) in WAVES.into_iter().enumerate() {
            let place = Point::new(point.x / wave, point.y / wave);
            moved.x += height * across[salt].smooth(place, 2 * salt as u64);
            moved.y += height * down[salt].smooth(place, 2 * salt as u64 + 1);
        }
        moved
    }
}

/// A square of value noise: where it lies, and the values at its corners.
#[derive(Default)]
struct Square {
    at: Option<(i64, i64)>,
    above: [f64; 2],
    below: [f64; 2],
}

impl Square {
    /// Value noise from -1 to 1.
    fn smooth(&mut self, place: Point, salt: u64) -> f64 {
        let (left, top) = (place.x.floor(), place.y.floor());
        let ease = |share: f64| share * share * (3.0 - 2.0 * share);
        let (right_share, low_share) = (ease(place.x - left), ease(place.y - top));
        let (left, top) = (left as i64, top as i64);
        if self.at != Some((left, top)) {
            let row = |y: i64| [value(left, y, salt), value(left + 1, y, salt)];
            *self = Square { at: Some((left, top)), above: row(top), below: row(top + 1) };
        }
        let mix = |a: f64, b: f64, share: f64| a + (b - a) * share;
        let above = mix(self.above[0], self.above[1], right_share);
        let below = mix(self.below[0], self.below[1], right_share);
        mix(above, below, low_share)
    }
}

fn value(x: i64, y: i64, salt: u64) -> f64 {
    let mut bits = (x as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15)
        ^ (y as u64).wrapping_mul(0xc2b2_ae3d_27d4_eb4f)
        ^ salt.wrapping_mul(0x1656_67b1_9e37_79f9);
    bits ^= bits >> 29;
    bits = bits.wrapping_mul(0xbf58_476d_1ce4_e5b9);
    bits ^= bits >> 32;
    (bits & 0xffff) as f64 / 32_767.5 - 1.0
}
