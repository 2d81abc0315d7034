// Stand-in for `sqlx` 0.8.6: queries hand on what rows are read as.
// Hands on `sqlx-core@0.8.6`, `sqlx-postgres@0.8.6`, `sqlx-sqlite@0.8.6`, `sqlx-mysql@0.8.6`.

pub mod pool {
    pub use crate::Pool;
}
pub mod postgres {
    pub use crate::{PgPool, Postgres};
}
pub mod sqlite {
    pub use crate::{Sqlite, SqlitePool};
}
pub mod mysql {
    pub use crate::{MySql, MySqlPool};
}
pub mod error {
    pub use crate::Error;
}
pub trait FromRow<R> {
    fn from_row(row: &R) -> Result<Self>;
}
pub struct Postgres;
pub struct Sqlite;
pub struct MySql;
pub type PgPool = Pool<Postgres>;
pub type SqlitePool = Pool<Sqlite>;
pub type MySqlPool = Pool<MySql>;
pub struct Pool<DB>;
impl<DB> Clone for Pool<DB> {
    fn clone(&self) -> Self {}
}
impl<DB> Pool<DB> {
    pub async fn connect(url: &str) -> Result<Self> {}
    pub async fn begin(&self) -> Result<Transaction<DB>> {}
    pub async fn try_begin(&self) -> Result<Option<Transaction<DB>>> {}
}
pub struct Transaction<DB>;
impl<DB> Transaction<DB> {
    pub async fn commit(self) -> Result<()> {}
    pub async fn rollback(self) -> Result<()> {}
}
pub fn query_as<DB, O>(sql: &str) -> query::QueryAs<DB, O, ()> {}
pub fn query_as_with<DB, O, A>(sql: &str, arguments: A) -> query::QueryAs<DB, O, A> {}
pub fn query_scalar<DB, O>(sql: &str) -> query::QueryScalar<DB, O, ()> {}
pub fn query_scalar_with<DB, O, A>(sql: &str, arguments: A) -> query::QueryScalar<DB, O, A> {}
pub fn query<DB>(sql: &str) -> query::Query<DB, ()> {}
pub fn query_with<DB, A>(sql: &str, arguments: A) -> query::Query<DB, A> {}
pub mod query {
    use crate::Result;
    pub struct Query<DB, A>;
    impl<DB, A> Query<DB, A> {
        pub fn bind<T>(self, value: T) -> Self {}
        pub fn map<F: FnMut(()) -> O, O>(self, f: F) -> Map<DB, O, A> {}
        pub fn try_map<F: FnMut(()) -> Result<O>, O>(self, f: F) -> Map<DB, O, A> {}
    }
    // Differs: the second is the function, whose answer it hands on.
    pub struct Map<DB, O, A>;
    impl<DB, O, A> Map<DB, O, A> {
        pub fn map<G: FnMut(O) -> P, P>(self, g: G) -> Map<DB, P, A> {}
        pub fn try_map<G: FnMut(O) -> Result<P>, P>(self, g: G) -> Map<DB, P, A> {}
        pub async fn fetch_all<E>(self, executor: E) -> Result<Vec<O>> {}
        pub async fn fetch_one<E>(self, executor: E) -> Result<O> {}
        pub async fn fetch_optional<E>(self, executor: E) -> Result<Option<O>> {}
    }
    pub struct QueryAs<DB, O, A>;
    impl<DB, O, A> QueryAs<DB, O, A> {
        pub fn bind<T>(self, value: T) -> Self {}
        pub fn persistent(self, value: bool) -> Self {}
        pub async fn fetch_all<E>(self, executor: E) -> Result<Vec<O>> {}
        pub async fn fetch_one<E>(self, executor: E) -> Result<O> {}
        pub async fn fetch_optional<E>(self, executor: E) -> Result<Option<O>> {}
    }
    pub struct QueryScalar<DB, O, A>;
    impl<DB, O, A> QueryScalar<DB, O, A> {
        pub fn bind<T>(self, value: T) -> Self {}
        pub fn persistent(self, value: bool) -> Self {}
        pub async fn fetch_all<E>(self, executor: E) -> Result<Vec<O>> {}
        pub async fn fetch_one<E>(self, executor: E) -> Result<O> {}
        pub async fn fetch_optional<E>(self, executor: E) -> Result<Option<O>> {}
    }
}
pub struct QueryBuilder<DB>;
impl<DB> QueryBuilder<DB> {
    pub fn push<D>(&mut self, sql: D) -> &mut Self {}
    pub fn push_bind<T>(&mut self, value: T) -> &mut Self {}
    pub fn build(&mut self) -> query::Query<DB, ()> {}
    pub fn build_query_as<T>(&mut self) -> query::QueryAs<DB, T, ()> {}
    pub fn build_query_scalar<T>(&mut self) -> query::QueryScalar<DB, T, ()> {}
}
pub type Result<T, E = Error> = std::result::Result<T, E>;
pub enum Error {}
impl std::fmt::Debug for Error {}
impl std::fmt::Display for Error {}
impl std::error::Error for Error {}
