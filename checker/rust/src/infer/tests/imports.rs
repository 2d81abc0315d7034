//! Chains of imports, and imports that come to lead elsewhere.

use super::{of_world, references};
use std::fmt::Write as _;

/// Modules of which each takes `open` from the next; the last one declares it.
fn chain(links: impl Iterator<Item = usize>, last: usize, leaf: &str) -> String {
    let mut source = format!("fn t() {{ m0::open(); }}\nmod m{last} {{ pub fn open() {{}} }}\n");
    for link in links {
        let _ = writeln!(source, "mod m{link} {{ pub use crate::m{}::{leaf}; }}", link + 1);
    }
    source
}

#[test]
fn chains_are_followed_to_their_end_in_any_order() {
    for links in [3, 64, 128, 129, 130, 1_000] {
        let shuffled = (0..links).map(|link| (link * 7 + 3) % links);
        for (order, source) in [
            ("ahead", chain(0..links, links, "open")),
            ("back", chain((0..links).rev(), links, "open")),
            ("shuffled", chain(shuffled, links, "open")),
            ("globs ahead", chain(0..links, links, "*")),
        ] {
            let wanted = format!("open=m{links}/open().");
            let found = references(&source);
            assert!(found.contains(&wanted), "{links} links, {order}");
        }
    }
}

/// A prelude is not copied into each module that takes it in.
#[test]
fn globs_cost_what_they_say_and_not_what_they_bring() {
    let kept = |modules: usize| {
        let mut source = "pub mod prelude {".to_owned();
        (0..modules).for_each(|n| {
            let _ = write!(source, " pub struct P{n};");
        });
        source += " }";
        for n in 0..modules {
            let _ = write!(source, " mod m{n} {{ use crate::prelude::*; fn f(_: P{n}) {{}} }}");
        }
        assert_eq!(references(&source).iter().filter(|found| found.starts_with('P')).count(), modules);
        of_world(&source, |world| world.kept())
    };
    assert!(kept(400) - kept(200) <= 6 * 200);
}

/// Each module takes all of the next one, and adds a name.
#[test]
fn names_are_found_through_any_number_of_globs() {
    let (links, mut source) = (600, "fn f(_: m0::P600) {} mod m600 { pub struct P600; }".to_owned());
    for link in 0..links {
        let _ = write!(source, " mod m{link} {{ pub struct P{link}; pub use super::m{}::*; }}", link + 1);
    }
    assert!(of_world(&source, |world| world.unsettled.is_none()));
    assert!(references(&source).contains(&"P600=m600/P600#".to_owned()));
}

#[test]
fn a_glob_brings_what_its_way_may_see_and_nothing_that_is_shadowed() {
    let source = "
        mod deep { pub struct Shadowed; pub struct Seen; pub fn both() {} }
        mod mid { pub use crate::deep::*; struct Shadowed; pub struct both {} }
        mod round { pub use crate::mid::*; pub use crate::round::back::*; pub mod back { pub use super::*; } }
        mod inner { use crate::deep::*; mod below { use super::*; fn u() { let _: Seen; } } }
        use round::back::*;
        fn t() { both(); let _: Seen; let _: Shadowed; }";
    let found = references(source);
    let of = |name: &str| found.iter().filter(|one| one.starts_with(name)).collect::<Vec<_>>();
    assert_eq!(of("Seen="), ["Seen=deep/Seen#"; 2], "{found:?}");
    assert_eq!(of("Shadowed="), [""; 0], "{found:?}");
    assert_eq!(of("both="), ["both=deep/both()."; 1], "{found:?}");
}

/// `a` sees in `b` first what a glob brings, and then what goes before it.
#[test]
fn an_import_follows_what_it_read_to_another_target() {
    let source = "
        mod a { pub use crate::b::open; pub use crate::g2::*; }
        mod b { pub use crate::g::*; pub use crate::c::open; }
        mod c { pub use crate::d::open; }
        mod d { pub fn open() {} }
        mod e { pub use crate::f::*; }
        mod f { pub use crate::g::*; pub use crate::c::open; }
        mod g { pub fn open() {} pub fn close() {} }
        mod g2 { pub use crate::g::close; }
        fn t() { a::open(); e::open(); a::close(); }";
    let found = references(source);
    let calls: Vec<&str> =
        found.iter().rev().map(String::as_str).filter(|name| name.ends_with("().")).collect();
    assert_eq!(calls[..3], ["close=g/close().", "open=d/open().", "open=d/open()."]);
}

#[test]
fn of_two_imports_the_one_goes_first_whose_target_is_on() {
    let source = "
        #[cfg(off)] mod off { pub fn open() {} }
        #[cfg(not(off))] mod on { pub fn open() {} }
        mod both { pub use crate::off::open; pub use crate::on::open; }
        mod again { pub use crate::both::open as unlock; }
        fn t() { both::open(); again::unlock(); }";
    let found = references(source);
    let calls: Vec<&str> =
        found.iter().rev().map(String::as_str).take_while(|name| !name.starts_with("open=off")).collect();
    assert!(calls.contains(&"unlock=on/open()."), "{found:?}");
    assert!(found.iter().any(|name| name == "open=on/open()."), "{found:?}");
}

/// rustc refuses it as ambiguous.
#[test]
fn imports_that_never_settle_are_a_problem() {
    let source = "
        mod a { pub use crate::b as y; }
        mod b { pub use crate::a as y; }
        mod g { pub use crate::a as x; }
        mod m { pub use crate::g::*; pub use self::x::y as x; }";
    let problem = of_world(source, |world| world.unsettled.clone());
    let problem = problem.expect("it is told");
    assert_eq!(problem.message, "cannot tell what the import of `x` leads to");
    assert!(of_world("mod a { pub use crate::b::*; } mod b { pub use crate::a::*; }", |world| world
        .unsettled
        .is_none()));
}
