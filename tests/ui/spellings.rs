//! All the ways to write steps, operations and messages that are the same to us, without a single warning.
//@ map: spellings
//@ compiles
#![deny(missing_docs, unreachable_pub, warnings)]

/// Our crate under other names.
pub mod renamed {
    use stateline as flow;
    use flow::{operation as offered, step as s};

    /// An operation.
    #[offered(effect = "read", crate = crate::renamed::flow)]
    pub fn known(amount: u64) -> u64 {
        amount
    }

    /// A step.
    #[s(process = "renamed", calls(known), crate = crate::renamed::flow)]
    pub async fn renamed_step(amount: u64, ctx: &impl RenamedStepCtx) -> Result<u64, flow::CallError> {
        ctx.known(amount).await
    }

    flow::process!(pub renamed, crate = flow);
}

/// Every visibility.
pub mod visible {
    mod inner {
        use stateline::operation;

        #[operation(effect = "read")]
        fn private(amount: u64) -> u64 {
            amount
        }

        #[operation(effect = "read")]
        pub(super) fn above(amount: u64) -> u64 {
            amount
        }

        #[operation(effect = "read")]
        pub(crate) fn in_crate(amount: u64) -> u64 {
            amount
        }

        #[operation(effect = "read")]
        pub(in crate::visible) fn inside(amount: u64) -> u64 {
            amount
        }

        #[operation(effect = "read")]
        pub(in super::super) fn two_above(amount: u64) -> u64 {
            amount
        }

        #[operation(effect = "read")]
        pub(self) fn here(amount: u64) -> u64 {
            amount
        }

        #[stateline::step(process = "visible", calls(private, here, self::above, super::inner::inside))]
        pub(super) fn inner_step(amount: u64, _: &impl InnerStepCtx) -> u64 {
            amount
        }
    }

    use inner::{above, in_crate, inner_step};

    #[stateline::step(process = "visible", calls(above, in_crate, inner::two_above))]
    async fn outer_step<'a, C>(amount: u64, ctx: &'a C) -> Result<u64, stateline::CallError>
    where
        C: OuterStepCtx + Sync + ?Sized,
    {
        let amount = ctx.above(amount).await?;
        ctx.two_above(ctx.in_crate(amount).await?).await
    }

    stateline::process! {
        /// Documented, and not for others.
        pub(crate) visible
    }

    /// Names what is not for others.
    pub fn steps() -> usize {
        visible::<stateline::Mocked>().steps(1).count()
    }
}

/// Names that are keywords.
pub mod raw {
    use stateline::{compensation, operation, step};

    /// What it is.
    #[operation(effect = "write", rehearse = r#match)]
    pub async fn r#type(r#in: u64) -> u64 {
        r#in
    }

    async fn r#match(r#in: u64) -> u64 {
        r#in
    }

    /// Goes on.
    #[step(process = "raw", calls(r#type))]
    pub async fn r#loop(r#in: u64, ctx: &impl LoopCtx) -> Result<u64, stateline::CallError> {
        ctx.r#type(r#in).await
    }

    /// Goes back.
    #[compensation(process = "raw")]
    pub fn r#break(_: u64) {}

    stateline::process!(pub raw);
}

/// Types, in all the ways that they can be written.
pub mod types {
    use serde::{Deserialize, Serialize};
    use stateline::{Failure, Flow, Next, Outcome, message, step};
    use std::convert::Infallible;

    /// A short name for a result, of the same name.
    type Result<T> = std::result::Result<T, Empty>;

    /// There is none.
    #[derive(Debug, Failure)]
    #[fail]
    pub struct Empty;

    impl std::fmt::Display for Empty {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.write_str("empty")
        }
    }

    /// Generic data.
    #[derive(Serialize, Deserialize)]
    pub struct Pair<A, B = ()>(A, B);

    /// A message in several forms.
    #[message(topic = "told")]
    #[derive(Serialize, Deserialize)]
    #[non_exhaustive]
    pub enum Told {
        /// Something.
        Something {
            /// What.
            what: String,
        },
        /// Nothing.
        Nothing,
    }

    /// By pattern.
    #[step(process = "types", publishes(self::Told))]
    pub fn one(Pair(one, other): Pair<u64, String>, _ctx: &(impl OneCtx + ?Sized)) -> Pair<u64> {
        let _ = other;
        Pair(one, ())
    }

    /// By reference, with a lifetime.
    #[step(process = "types")]
    #[allow(clippy::needless_lifetimes)]
    pub fn two<'a>(pair: &'a Pair<u64>) -> Outcome<Option<u64>, Infallible> {
        if pair.0 == 0 { Ok(Flow::until(std::time::Duration::from_secs(1))) } else { Ok(Next(Some(pair.0))) }
    }

    /// A short result.
    #[step(process = "types")]
    pub async fn three(mut data: Option<u64>) -> Result<Vec<u64>> {
        data.take().map(|one| vec![one]).ok_or(Empty)
    }

    /// A short result of a flow.
    #[step(process = "types")]
    pub fn four(data: Vec<u64>) -> Result<Flow<(u64, String)>> {
        data.first().map(|one| Next((*one, one.to_string()))).ok_or(Empty)
    }

    /// A long one.
    #[step(process = "types")]
    pub fn five(data: (u64, String)) -> std::result::Result<stateline::Flow<u64>, Empty> {
        Ok(Next(data.0))
    }

    /// A flow.
    #[step(process = "types")]
    pub const fn six(data: u64) -> Flow<u64> {
        Flow::Next(data)
    }

    /// Nothing.
    #[step(process = "types")]
    pub fn seven(_: u64) {}

    stateline::process!(pub types);
}

/// What is borrowed.
pub mod borrowed {
    use stateline::{Environment, operation};

    /// Where money is.
    pub trait Bank: Send + Sync {
        /// How much.
        fn amount(&self) -> u64;
    }

    /// A store of something.
    pub struct Store<T>(pub Vec<T>);

    /// Borrows three things, one of them twice.
    #[operation(effect = "read")]
    pub async fn count(bank: &dyn Bank, store: &Store<u64>, again: &Store<u64>, mut more: usize) -> usize {
        more += store.0.len() + again.0.len();
        bank.amount() as usize + more
    }

    /// Takes nothing, and gives nothing.
    #[operation(effect = "read")]
    pub fn ping() {}

    /// Lends them.
    #[derive(Environment)]
    pub struct Desk<'b, T: Send + Sync> {
        /// Borrowed.
        pub names: &'b Vec<String>,
        /// Where money is.
        pub bank: &'static dyn Bank,
        store: Store<u64>,
        #[environment(skip)]
        _other: Store<u64>,
        _generic: std::sync::Arc<T>,
    }

    /// A tuple lends too, under another name of ours.
    #[derive(Environment)]
    #[environment(crate = stateline)]
    pub struct Pair(pub Store<u64>, pub Store<String>);

    /// Calls through it.
    pub async fn ask<T: Send + Sync>(desk: Desk<'static, T>) -> Result<usize, stateline::CallError> {
        use count::Call;
        stateline::World::live(desk).count(1).await
    }
}

/// What is there only sometimes.
pub mod sometimes {
    /// Never.
    #[stateline::operation(effect = "read")]
    #[cfg(any())]
    pub fn never(missing: Missing) -> Missing {
        missing
    }

    /// Never either.
    #[stateline::step(process = "sometimes", calls(missing::Missing))]
    #[cfg(any())]
    pub fn absent(missing: Missing, _: &impl AbsentCtx) -> Missing {
        missing
    }

    /// Neither.
    #[stateline::message(topic = "absent")]
    #[cfg(any())]
    pub struct Absent(Missing);

    #[cfg(any())]
    stateline::process!(pub sometimes);

    stateline::process!(
        #[cfg(any())]
        pub sometimes
    );
}

/// Items that macros write.
pub mod written {
    macro_rules! write_it {
        ($name:ident, $ty:ty) => {
            /// Written.
            #[stateline::operation(effect = "read")]
            pub fn $name(amount: $ty) -> $ty {
                amount
            }
        };
    }
    write_it!(written, u64);

    /// Reads what was written.
    #[stateline::step(process = "written", calls(written))]
    pub async fn read(amount: u64, ctx: &impl ReadCtx) -> Result<u64, stateline::CallError> {
        ctx.written(amount).await
    }

    /// Steps may stand in functions.
    pub fn inside() -> usize {
        #[stateline::step(process = "written")]
        fn alone(amount: u64) -> u64 {
            amount
        }
        stateline::process!(written);
        written::<stateline::Mocked>().steps(1).count()
    }
}
