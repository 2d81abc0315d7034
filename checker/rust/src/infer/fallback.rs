//! What becomes of numbers that nothing else decides; in rustc: `rustc_hir_typeck/fallback.rs`.

use super::infer_table::VarKind;
use super::solve::Solver;
use super::ty::{F64, I32};
use crate::arena::to_u32;

impl Solver<'_> {
    /// Unknown numbers become `i32` and `f64`.
    pub(super) fn fall_back(&mut self) {
        self.fulfill();
        for index in 0..self.table.count() {
            let index = to_u32(index);
            match self.table.var_kind(index) {
                Some(VarKind::Integer) => self.table.bind(index, I32),
                Some(VarKind::Float) => self.table.bind(index, F64),
                _ => {}
            }
        }
        self.fulfill();
    }
}
