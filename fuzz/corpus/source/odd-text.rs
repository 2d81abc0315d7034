#!/usr/bin/env run
//! ä
fn ü() { let s = "🎉"; let c = 'é'; r#type(br##"x"#"##, 1e-3_f64, 0xFFu8, 1..=2) }
