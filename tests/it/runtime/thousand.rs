//! A process with a thousand steps.

use super::run;
use stateline::{At, Chain, Line, Next, Outcome, Run, Step, World};
use std::convert::Infallible;

/// The step with this number; each is a type of its own, with a name of its own.
struct Nth<const N: usize> {}

impl<const N: usize> Nth<N> {
    const DIGITS: [u8; 4] = [b'n', b'0' + (N / 100) as u8, b'0' + (N / 10 % 10) as u8, b'0' + (N % 10) as u8];
}

impl<const N: usize> Step for Nth<N> {
    type Input = u64;
    type Output = u64;
    type Error = Infallible;
    const CONTEXT: &'static str = "counting";
    const PROCESS: &'static str = "count";
    const NAME: &'static str = match str::from_utf8(&Self::DIGITS) {
        Ok(name) => name,
        Err(_) => panic!("digits are text"),
    };
}

impl<const N: usize, E: Sync> Run<E> for Nth<N> {
    async fn run(input: u64, _: &E) -> Outcome<u64, Infallible> {
        Ok(Next(input + N as u64))
    }
}

macro_rules! ten {
    ($line:ident, $then:ident $(, $digit:literal)*) => {
        $then!($line, 0 $(, $digit)*);
        $then!($line, 1 $(, $digit)*);
        $then!($line, 2 $(, $digit)*);
        $then!($line, 3 $(, $digit)*);
        $then!($line, 4 $(, $digit)*);
        $then!($line, 5 $(, $digit)*);
        $then!($line, 6 $(, $digit)*);
        $then!($line, 7 $(, $digit)*);
        $then!($line, 8 $(, $digit)*);
        $then!($line, 9 $(, $digit)*);
    };
}

macro_rules! hundred {
    ($line:ident, $hundreds:literal) => {
        ten!($line, tens, $hundreds);
    };
}

macro_rules! tens {
    ($line:ident, $tens:literal, $hundreds:literal) => {
        ten!($line, one, $tens, $hundreds);
    };
}

macro_rules! one {
    ($line:ident, $ones:literal, $tens:literal, $hundreds:literal) => {
        let $line = $line.then::<Nth<{ $hundreds * 100 + $tens * 10 + $ones }>>();
    };
}

#[expect(non_camel_case_types, reason = "a marker bears its function's name")]
struct begin {}

impl Step for begin {
    type Input = u64;
    type Output = u64;
    type Error = Infallible;
    const CONTEXT: &'static str = "counting";
    const PROCESS: &'static str = "count";
    const NAME: &'static str = "begin";
}

impl<E: Sync> Run<E> for begin {
    async fn run(input: u64, _: &E) -> Outcome<u64, Infallible> {
        Ok(Next(input))
    }
}

fn count() -> Chain<u64, World<()>> {
    let line = Line::first::<begin>();
    ten!(line, hundred);
    line.end(1)
}

#[test]
fn a_thousand_steps_run_each_once_and_in_their_order() {
    run(async {
        let chain = count();
        assert_eq!(chain.steps(1).count(), 1_001);
        let mut state = chain.start(0).expect("it reads back");
        let mut names = Vec::new();
        while let Some(step) = state.step() {
            names.push(step.to_owned());
            let Ok(Next(next)) = chain.advance(&state, &World::live(())).await else { panic!("it goes on") };
            state = next;
        }
        assert_eq!(names[..3], ["begin", "n000", "n001"]);
        assert!(names.is_sorted() && names.len() == 1_001);
        assert_eq!((state.at(), state.read::<u64>().expect("its type")), (&At::Finished, 999 * 1_000 / 2));
        let stop = chain.run(chain.start(1).expect("it reads back"), &World::live(())).await;
        assert_eq!(stop.state.read::<u64>().expect("its type"), 999 * 1_000 / 2 + 1);
    });
}
