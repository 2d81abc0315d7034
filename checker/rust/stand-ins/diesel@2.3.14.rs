// Stand-in for `diesel` 2.3.14: queries on tables hand on what rows are read as, transactions what they end in.

pub use self::connection::Connection;
pub use self::query_source::Table;
pub use self::result::QueryResult;
pub mod prelude {
    pub use crate::connection::Connection;
    pub use crate::expression::Expression;
    pub use crate::query_dsl::{QueryDsl, RunQueryDsl};
    pub use crate::query_source::Table;
    pub use crate::result::{ConnectionError, ConnectionResult, OptionalExtension, QueryResult};
}
pub mod connection {
    pub trait Connection {
        fn transaction<T, E, F: FnOnce(&mut Self) -> Result<T, E>>(&mut self, f: F) -> Result<T, E> {}
    }
}
pub use self::expression::Expression;
pub mod expression {
    pub trait Expression {
        type SqlType;
    }
}
pub mod query_source {
    pub trait Table {}
    pub struct Alias<S>;
}
pub use self::query_dsl::{QueryDsl, RunQueryDsl};
pub mod query_dsl {
    use crate::QueryResult;
    use crate::query_builder::{DeleteStatement, InsertStatement, SelectStatement, UpdateStatement};
    use crate::query_source::{Alias, Table};
    pub trait QueryDsl {
        fn distinct(self) -> SelectStatement<Self> {}
        fn select<Selection>(self, selection: Selection) -> SelectStatement<Self> {}
        fn count(self) -> SelectStatement<Self> {}
        fn inner_join<Rhs>(self, rhs: Rhs) -> SelectStatement<Self> {}
        fn left_outer_join<Rhs>(self, rhs: Rhs) -> SelectStatement<Self> {}
        fn left_join<Rhs>(self, rhs: Rhs) -> SelectStatement<Self> {}
        fn filter<Predicate>(self, predicate: Predicate) -> SelectStatement<Self> {}
        fn or_filter<Predicate>(self, predicate: Predicate) -> SelectStatement<Self> {}
        fn find<PK>(self, id: PK) -> SelectStatement<Self> {}
        fn order<Expr>(self, expr: Expr) -> SelectStatement<Self> {}
        fn order_by<Expr>(self, expr: Expr) -> SelectStatement<Self> {}
        fn then_order_by<Order>(self, order: Order) -> SelectStatement<Self> {}
        fn limit(self, limit: i64) -> SelectStatement<Self> {}
        fn offset(self, offset: i64) -> SelectStatement<Self> {}
        fn group_by<GB>(self, group_by: GB) -> SelectStatement<Self> {}
        fn for_update(self) -> SelectStatement<Self> {}
        fn into_boxed<DB>(self) -> SelectStatement<Self> {}
    }
    impl<T: Table> QueryDsl for T {}
    impl<F> QueryDsl for SelectStatement<F> {}
    impl<S> QueryDsl for Alias<S> {}
    pub trait RunQueryDsl<Conn> {
        fn execute(self, conn: &mut Conn) -> QueryResult<usize> {}
        fn load<U>(self, conn: &mut Conn) -> QueryResult<Vec<U>> {}
        fn get_result<U>(self, conn: &mut Conn) -> QueryResult<U> {}
        fn get_results<U>(self, conn: &mut Conn) -> QueryResult<Vec<U>> {}
        fn first<U>(self, conn: &mut Conn) -> QueryResult<U> {}
    }
    impl<T: Table, Conn> RunQueryDsl<Conn> for T {}
    impl<F, Conn> RunQueryDsl<Conn> for SelectStatement<F> {}
    impl<S, Conn> RunQueryDsl<Conn> for Alias<S> {}
    impl<T, Conn> RunQueryDsl<Conn> for InsertStatement<T> {}
    impl<T, Conn> RunQueryDsl<Conn> for UpdateStatement<T> {}
    impl<T, Conn> RunQueryDsl<Conn> for DeleteStatement<T> {}
    impl<Conn> RunQueryDsl<Conn> for crate::query_builder::SqlQuery {}
}
pub use self::query_builder::functions::{delete, insert_into, sql_query, update};
pub mod query_builder {
    pub mod functions {
        use super::{DeleteStatement, IncompleteInsertStatement, SqlQuery, UpdateStatement};
        pub fn update<T>(source: T) -> UpdateStatement<T> {}
        pub fn delete<T>(source: T) -> DeleteStatement<T> {}
        pub fn insert_into<T>(target: T) -> IncompleteInsertStatement<T> {}
        pub fn sql_query<T>(query: T) -> SqlQuery {}
    }
    // What is selected, joined, ordered, set or inserted hands on nothing: each has its table alone.
    pub struct SelectStatement<F>;
    pub struct SqlQuery;
    pub struct IncompleteInsertStatement<T>;
    impl<T> IncompleteInsertStatement<T> {
        pub fn values<U>(self, records: U) -> InsertStatement<T> {}
        pub fn default_values(self) -> InsertStatement<T> {}
    }
    pub struct InsertStatement<T>;
    impl<T> InsertStatement<T> {
        pub fn returning<E>(self, returns: E) -> InsertStatement<T> {}
        pub fn on_conflict_do_nothing(self) -> InsertStatement<T> {}
    }
    pub struct UpdateStatement<T>;
    impl<T> UpdateStatement<T> {
        pub fn set<V>(self, values: V) -> UpdateStatement<T> {}
        pub fn filter<Predicate>(self, predicate: Predicate) -> UpdateStatement<T> {}
        pub fn returning<E>(self, returns: E) -> UpdateStatement<T> {}
    }
    pub struct DeleteStatement<T>;
    impl<T> DeleteStatement<T> {
        pub fn filter<Predicate>(self, predicate: Predicate) -> DeleteStatement<T> {}
        pub fn returning<E>(self, returns: E) -> DeleteStatement<T> {}
    }
}
pub mod result {
    pub type QueryResult<T> = Result<T, Error>;
    pub type ConnectionResult<T> = Result<T, ConnectionError>;
    pub trait OptionalExtension<T> {
        fn optional(self) -> Result<Option<T>, Error>;
    }
    impl<T> OptionalExtension<T> for QueryResult<T> {
        fn optional(self) -> Result<Option<T>, Error> {}
    }
    pub enum Error {}
    impl std::fmt::Debug for Error {}
    impl std::fmt::Display for Error {}
    impl std::error::Error for Error {}
    pub enum ConnectionError {}
    impl std::fmt::Debug for ConnectionError {}
    impl std::fmt::Display for ConnectionError {}
    impl std::error::Error for ConnectionError {}
}
