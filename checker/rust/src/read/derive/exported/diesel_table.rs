// What `table!` of diesel 2 makes, as far as other code names it.
macro_rules! table {
    (@ [$($uses:tt)*] use $first:ident $(:: $segment:tt)*; $($rest:tt)*) => {
        table! { @ [$($uses)* use $first $(:: $segment)*;] $($rest)* }
    };
    (@ [$($uses:tt)*] $(#[$about:meta])* $schema:ident . $($rest:tt)*) => {
        table! { @ [$($uses)*] $($rest)* }
    };
    (@ [$($uses:tt)*] $(#[$about:meta])* $name:ident ($($key:ident),* $(,)?) $columns:tt) => {
        table! { @ [$($uses)*] $name $columns }
    };
    (@ [$($uses:tt)*] $(#[$about:meta])* $name:ident {
        $($(#[$each:meta])* $column:ident -> $ty:ty),* $(,)?
    }) => {
        pub mod $name {
            $($uses)*
            pub use self::columns::*;
            pub mod columns {
                pub struct star;
                $(pub struct $column;)*
            }
            pub mod dsl {
                pub use super::columns::*;
                pub use super::table as $name;
            }
            pub struct table;
            impl ::diesel::query_source::Table for table {}
            impl table { pub fn star(&self) -> columns::star { loop {} } }
            $(impl ::diesel::Expression for columns::$column { type SqlType = $ty; })*
        }
    };
    (@ $($rest:tt)*) => { @ };
    ($($rest:tt)*) => { table! { @ [use ::diesel::sql_types::*;] $($rest)* } };
}
