//! Macros by example that packages outside export, and that make items which everybody names.

/// An exported macro by its package.
#[derive(Clone, Copy, Debug)]
pub struct Exported {
    /// It is known in workspaces that depend on this package.
    pub package: &'static str,
    pub name: &'static str,
    /// `macro_rules! name { … }`.
    pub definition: &'static str,
}

/// Those that are known here.
pub(super) const KNOWN: &[Exported] = &[
    Exported { package: "bitflags", name: "bitflags", definition: include_str!("exported/bitflags.rs") },
    Exported { package: "diesel", name: "alias", definition: include_str!("exported/diesel_alias.rs") },
    Exported { package: "diesel", name: "table", definition: include_str!("exported/diesel_table.rs") },
    Exported { package: "sqlx", name: "query_as", definition: include_str!("exported/sqlx_query_as.rs") },
];
