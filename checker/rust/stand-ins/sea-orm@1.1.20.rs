// Stand-in for `sea-orm` 1.1.20: queries hand on models and active models.

pub use self::entity::*;
pub use self::error::*;
pub use self::executor::*;
pub use self::query::*;
pub mod entity {
    pub use self::active_model::ActiveValue::{NotSet, Set, Unchanged};
    pub use self::active_model::*;
    pub use self::base_entity::*;
    pub use self::model::*;
    pub mod prelude {
        pub use crate::{
            ActiveModelBehavior, ActiveModelTrait, DbErr, EntityName, EntityTrait, ModelTrait,
            PaginatorTrait, QueryFilter, Related, Select,
        };
    }
    mod base_entity {
        use crate::{
            ActiveModelTrait, DeleteMany, DeleteOne, FromQueryResult, Insert, ModelTrait, Select, UpdateMany,
            UpdateOne,
        };
        pub trait EntityName {
            fn table_name(&self) -> &str;
        }
        pub trait EntityTrait: EntityName {
            type Model: ModelTrait<Entity = Self> + FromQueryResult;
            // Differs: the package finds it by the model.
            type ActiveModel;
            type Column;
            type Relation;
            type PrimaryKey;
            fn find() -> Select<Self> {}
            fn find_by_id<T>(values: T) -> Select<Self> {}
            fn insert<A: ActiveModelTrait>(model: A) -> Insert<A> {}
            fn insert_many<A: ActiveModelTrait, I>(models: I) -> Insert<A> {}
            fn update<A: ActiveModelTrait>(model: A) -> UpdateOne<A> {}
            fn update_many() -> UpdateMany<Self> {}
            fn delete<A: ActiveModelTrait>(model: A) -> DeleteOne<A> {}
            fn delete_many() -> DeleteMany<Self> {}
            fn delete_by_id<T>(values: T) -> DeleteMany<Self> {}
        }
        pub trait Related<R: EntityTrait> {
            fn find_related() -> Select<R> {}
        }
    }
    mod active_model {
        use crate::{DbErr, DeleteResult, EntityTrait, ModelTrait};
        pub enum ActiveValue<V> {
            Set(V),
            Unchanged(V),
            NotSet,
        }
        impl<V> ActiveValue<V> {
            pub fn set(value: V) -> Self {}
            pub fn unchanged(value: V) -> Self {}
            pub fn not_set() -> Self {}
            pub fn is_set(&self) -> bool {}
            pub fn is_unchanged(&self) -> bool {}
            pub fn is_not_set(&self) -> bool {}
            pub fn take(&mut self) -> Option<V> {}
            pub fn unwrap(self) -> V {}
            pub fn reset(&mut self) {}
            pub fn set_if_not_equals(&mut self, value: V) {}
            pub fn try_as_ref(&self) -> Option<&V> {}
        }
        impl<V> AsRef<V> for ActiveValue<V> {
            fn as_ref(&self) -> &V {}
        }
        impl<V> Default for ActiveValue<V> {
            fn default() -> Self {}
        }
        impl<V: Clone> Clone for ActiveValue<V> {}
        pub trait ActiveModelTrait {
            type Entity: EntityTrait;
            fn default() -> Self;
            fn reset_all(self) -> Self {}
            fn is_changed(&self) -> bool {}
            async fn insert<C>(self, db: &C) -> Result<<Self::Entity as EntityTrait>::Model, DbErr> {}
            async fn update<C>(self, db: &C) -> Result<<Self::Entity as EntityTrait>::Model, DbErr> {}
            async fn save<C>(self, db: &C) -> Result<Self, DbErr> {}
            async fn delete<C>(self, db: &C) -> Result<DeleteResult, DbErr> {}
        }
        pub trait ActiveModelBehavior: ActiveModelTrait {
            fn new() -> Self {}
        }
        pub trait IntoActiveModel<A: ActiveModelTrait> {
            fn into_active_model(self) -> A;
        }
        impl<A: ActiveModelTrait> IntoActiveModel<A> for A {
            fn into_active_model(self) -> A {}
        }
        pub trait TryIntoModel<M: ModelTrait> {
            fn try_into_model(self) -> Result<M, DbErr>;
        }
    }
    mod model {
        use crate::{DbErr, EntityTrait, Related, Select};
        pub trait ModelTrait {
            type Entity: EntityTrait;
            fn find_related<R: EntityTrait>(&self, r: R) -> Select<R>
            where
                Self::Entity: Related<R>,
            {
            }
        }
        pub trait FromQueryResult {}
    }
}
pub mod error {
    pub enum DbErr {}
    impl std::fmt::Debug for DbErr {}
    impl std::fmt::Display for DbErr {}
    impl std::error::Error for DbErr {}
}
pub mod query {
    pub use self::delete::*;
    pub use self::helper::*;
    pub use self::insert::*;
    pub use self::select::*;
    pub use self::update::*;
    mod select {
        use crate::EntityTrait;
        pub struct Select<E: EntityTrait>;
        pub struct SelectTwo<E: EntityTrait, F: EntityTrait>;
        pub struct SelectTwoMany<E: EntityTrait, F: EntityTrait>;
        impl<E: EntityTrait> Clone for Select<E> {}
        impl<E: EntityTrait> Select<E> {
            pub fn find_also_related<R: EntityTrait>(self, r: R) -> SelectTwo<E, R> {}
            pub fn find_with_related<R: EntityTrait>(self, r: R) -> SelectTwoMany<E, R> {}
        }
    }
    mod helper {
        use super::{DeleteMany, Select, SelectTwo, SelectTwoMany, UpdateMany};
        use crate::{EntityTrait, ModelTrait};
        pub trait QuerySelect {
            fn select_only(self) -> Self {}
            fn column<C>(self, col: C) -> Self {}
            fn column_as<C, I>(self, col: C, alias: I) -> Self {}
            fn columns<C, I>(self, cols: I) -> Self {}
            fn offset<T>(self, offset: T) -> Self {}
            fn limit<T>(self, limit: T) -> Self {}
            fn group_by<C>(self, col: C) -> Self {}
            fn having<F>(self, filter: F) -> Self {}
            fn distinct(self) -> Self {}
            fn distinct_on<T, I>(self, cols: I) -> Self {}
            fn lock_shared(self) -> Self {}
            fn lock_exclusive(self) -> Self {}
            fn expr<T>(self, expr: T) -> Self {}
            fn expr_as<T, A>(self, expr: T, alias: A) -> Self {}
        }
        pub trait QueryOrder {
            fn order_by_asc<C>(self, col: C) -> Self {}
            fn order_by_desc<C>(self, col: C) -> Self {}
        }
        pub trait QueryFilter {
            fn filter<F>(self, filter: F) -> Self {}
            fn belongs_to<M: ModelTrait>(self, model: &M) -> Self {}
        }
        impl<E: EntityTrait> QuerySelect for Select<E> {}
        impl<E: EntityTrait> QueryOrder for Select<E> {}
        impl<E: EntityTrait> QueryFilter for Select<E> {}
        impl<E: EntityTrait, F: EntityTrait> QuerySelect for SelectTwo<E, F> {}
        impl<E: EntityTrait, F: EntityTrait> QueryOrder for SelectTwo<E, F> {}
        impl<E: EntityTrait, F: EntityTrait> QueryFilter for SelectTwo<E, F> {}
        impl<E: EntityTrait, F: EntityTrait> QuerySelect for SelectTwoMany<E, F> {}
        impl<E: EntityTrait, F: EntityTrait> QueryOrder for SelectTwoMany<E, F> {}
        impl<E: EntityTrait, F: EntityTrait> QueryFilter for SelectTwoMany<E, F> {}
        impl<E: EntityTrait> QueryFilter for UpdateMany<E> {}
        impl<E: EntityTrait> QueryFilter for DeleteMany<E> {}
    }
    mod insert {
        use crate::ActiveModelTrait;
        pub struct Insert<A: ActiveModelTrait>;
        impl<A: ActiveModelTrait> Insert<A> {
            pub fn one<M>(m: M) -> Insert<A> {}
            pub fn many<M, I>(models: I) -> Self {}
            pub fn on_conflict(self, on_conflict: ()) -> Self {}
        }
    }
    mod update {
        use crate::{ActiveModelTrait, EntityTrait};
        pub struct UpdateOne<A: ActiveModelTrait>;
        pub struct UpdateMany<E: EntityTrait>;
        impl<E: EntityTrait> UpdateMany<E> {
            pub fn set<A: ActiveModelTrait>(self, model: A) -> Self {}
            pub fn col_expr<T>(self, col: T, expr: ()) -> Self {}
        }
    }
    mod delete {
        use crate::{ActiveModelTrait, EntityTrait};
        pub struct DeleteOne<A: ActiveModelTrait>;
        pub struct DeleteMany<E: EntityTrait>;
    }
}
pub mod executor {
    pub use self::delete::*;
    pub use self::insert::*;
    pub use self::paginator::*;
    pub use self::select::*;
    pub use self::update::*;
    mod select {
        use crate::{DbErr, EntityTrait, FromQueryResult, Select, SelectTwo, SelectTwoMany};
        pub trait SelectorTrait {
            type Item;
        }
        pub struct Selector<S: SelectorTrait>;
        pub struct SelectModel<M: FromQueryResult>;
        impl<M: FromQueryResult> SelectorTrait for SelectModel<M> {
            type Item = M;
        }
        pub struct SelectGetableTuple<T>;
        impl<T> SelectorTrait for SelectGetableTuple<T> {
            type Item = T;
        }
        impl<E: EntityTrait> Select<E> {
            pub fn into_model<M: FromQueryResult>(self) -> Selector<SelectModel<M>> {}
            pub fn into_partial_model<M: FromQueryResult>(self) -> Selector<SelectModel<M>> {}
            pub fn into_tuple<T>(self) -> Selector<SelectGetableTuple<T>> {}
            pub async fn one<C>(self, db: &C) -> Result<Option<E::Model>, DbErr> {}
            pub async fn all<C>(self, db: &C) -> Result<Vec<E::Model>, DbErr> {}
        }
        impl<E: EntityTrait, F: EntityTrait> SelectTwo<E, F> {
            pub async fn one<C>(self, db: &C) -> Result<Option<(E::Model, Option<F::Model>)>, DbErr> {}
            pub async fn all<C>(self, db: &C) -> Result<Vec<(E::Model, Option<F::Model>)>, DbErr> {}
        }
        impl<E: EntityTrait, F: EntityTrait> SelectTwoMany<E, F> {
            pub async fn all<C>(self, db: &C) -> Result<Vec<(E::Model, Vec<F::Model>)>, DbErr> {}
        }
        impl<S: SelectorTrait> Selector<S> {
            pub async fn one<C>(self, db: &C) -> Result<Option<S::Item>, DbErr> {}
            pub async fn all<C>(self, db: &C) -> Result<Vec<S::Item>, DbErr> {}
        }
    }
    mod insert {
        use crate::{ActiveModelTrait, DbErr, EntityTrait, Insert};
        pub struct InsertResult<A: ActiveModelTrait>;
        impl<A: ActiveModelTrait> Insert<A> {
            pub async fn exec<C>(self, db: &C) -> Result<InsertResult<A>, DbErr> {}
            pub async fn exec_with_returning<C>(
                self,
                db: &C,
            ) -> Result<<A::Entity as EntityTrait>::Model, DbErr> {
            }
        }
    }
    mod update {
        use crate::{ActiveModelTrait, DbErr, EntityTrait, UpdateMany, UpdateOne};
        pub struct UpdateResult {
            pub rows_affected: u64,
        }
        impl<A: ActiveModelTrait> UpdateOne<A> {
            pub async fn exec<C>(self, db: &C) -> Result<<A::Entity as EntityTrait>::Model, DbErr> {}
        }
        impl<E: EntityTrait> UpdateMany<E> {
            pub async fn exec<C>(self, db: &C) -> Result<UpdateResult, DbErr> {}
            pub async fn exec_with_returning<C>(self, db: &C) -> Result<Vec<E::Model>, DbErr> {}
        }
    }
    mod delete {
        use crate::{ActiveModelTrait, DbErr, DeleteMany, DeleteOne, EntityTrait};
        pub struct DeleteResult {
            pub rows_affected: u64,
        }
        impl<A: ActiveModelTrait> DeleteOne<A> {
            pub async fn exec<C>(self, db: &C) -> Result<DeleteResult, DbErr> {}
        }
        impl<E: EntityTrait> DeleteMany<E> {
            pub async fn exec<C>(self, db: &C) -> Result<DeleteResult, DbErr> {}
        }
    }
    mod paginator {
        use crate::{DbErr, EntityTrait, Select, SelectModel, SelectorTrait};
        pub struct Paginator<C, S: SelectorTrait>;
        impl<C, S: SelectorTrait> Paginator<C, S> {
            pub async fn fetch_page(&self, page: u64) -> Result<Vec<S::Item>, DbErr> {}
            pub async fn fetch(&self) -> Result<Vec<S::Item>, DbErr> {}
            pub async fn fetch_and_next(&mut self) -> Result<Option<Vec<S::Item>>, DbErr> {}
            pub async fn num_items(&self) -> Result<u64, DbErr> {}
            pub async fn num_pages(&self) -> Result<u64, DbErr> {}
        }
        pub trait PaginatorTrait<C> {
            type Selector: SelectorTrait;
            fn paginate(self, db: &C, page_size: u64) -> Paginator<C, Self::Selector>;
            async fn count(self, db: &C) -> Result<u64, DbErr> {}
            async fn exists(self, db: &C) -> Result<bool, DbErr> {}
        }
        impl<C, E: EntityTrait> PaginatorTrait<C> for Select<E> {
            type Selector = SelectModel<E::Model>;
        }
    }
}
