//! First places: a golden spiral, and springs that pull together who talks.

use super::bonds::{Bonds, Tie};
use super::discs::Discs;
use super::point::Point;
use super::random::Random;

/// Discs of these radii, in an order of its own for each seed, after the springs have come to rest.
pub(crate) fn start(bonds: &Bonds, radius: &[f64], seed: u64) -> Discs {
    let mut discs = Discs { centre: spiral(radius, seed), radius: radius.to_vec() };
    for round in 0..120 {
        let cooling = 1.0 - f64::from(round) / 120.0;
        let strangers = if round < 60 { 0.5 } else { 1.05 };
        spring(bonds, &mut discs, 0.28 * cooling + 0.04, strangers);
    }
    discs
}

/// The sunflower's seeds: the golden angle's cosine and sine, by turning step for step.
fn spiral(radius: &[f64], seed: u64) -> Vec<Point> {
    const COSINE: f64 = -0.737_368_878_078_32;
    const SINE: f64 = 0.675_490_294_261_523;
    let count = radius.len();
    let mut order: Vec<usize> = (0..count).collect();
    let mut random = Random::new(seed);
    for place in (1..count).rev() {
        order.swap(place, random.below(place + 1));
    }
    let mean = radius.iter().sum::<f64>() / count.max(1) as f64;
    let mut places = vec![Point::default(); count];
    let mut direction = Point::new(1.0, 0.0);
    for (step, one) in order.into_iter().enumerate() {
        let away = mean * 1.7 * (step as f64 + 0.3).sqrt();
        places[one] = Point::new(direction.x * away * 1.2, direction.y * away * 0.85);
        direction =
            Point::new(direction.x * COSINE - direction.y * SINE, direction.x * SINE + direction.y * COSINE);
    }
    places
}

fn spring(bonds: &Bonds, discs: &mut Discs, stiff: f64, strangers: f64) {
    let count = discs.count();
    let mut push = vec![Point::default(); count];
    for a in 0..count {
        for b in a + 1..count {
            let between = discs.centre[b] - discs.centre[a];
            let reach = discs.radius[a] + discs.radius[b];
            let away = between.length().max(0.01);
            let force = if bonds.tie(a, b) == Tie::Kin {
                (away - 0.9 * reach) * if away > reach { 0.12 } else { 0.6 }
            } else if bonds.may_touch(a, b) {
                (away - 0.86 * reach) * if away > reach { 0.35 } else { 0.6 }
            } else if bonds.tie(a, b) == Tie::Near && away > 1.1 * reach {
                (away - 1.1 * reach) * 0.2
            } else if away < strangers * 1.06 * reach {
                (away - strangers * 1.06 * reach) * 0.6
            } else {
                continue;
            };
            let step = between * (force * stiff / away);
            push[a] = push[a] + step;
            push[b] = push[b] - step;
        }
        // Islands drift to the others.
        push[a] = push[a] - discs.centre[a] * (0.02 * stiff);
    }
    // Many springs at once would throw a disc further than any of them is long.
    for (disc, push) in push.into_iter().enumerate() {
        let most = 0.5 * discs.radius[disc];
        let length = push.length();
        let share = if length > most { most / length } else { 1.0 };
        discs.centre[disc] = discs.centre[disc] + push * share;
    }
}
