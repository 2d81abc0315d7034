//! Items that macros write, from fragments of every kind and from repetitions.
//@ compiles
#![deny(warnings)]

use ledger::{Amount, ConsumerId, LedgerError, load_account};
use stateline::{CallError, Failure};

#[derive(Debug, Failure)]
pub enum Refused {
    #[fail]
    Ledger(#[from] LedgerError),
    Call(#[from] CallError),
}

impl std::fmt::Display for Refused {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{self:?}")
    }
}

macro_rules! of_paths {
    ($(#[$given:meta])* $view:vis $name:ident: $data:ty => $out:ty, $process:literal, [$($call:path),*], $ctx:ident) => {
        $(#[$given])*
        #[stateline::step(process = $process, calls($($call),*))]
        $view async fn $name(data: $data, ctx: &impl $ctx) -> $out {
            ctx.load_account(ConsumerId(1), Amount(data)).await??;
            ctx.unload_account(ConsumerId(1), Amount(data)).await??;
            Ok(data)
        }
    };
}
of_paths!(
    /// Loads.
    pub load: u64 => Result<u64, Refused>, "refund", [load_account, ledger::unload_account], LoadCtx
);

macro_rules! of_items {
    ($($item:item)*) => { $($item)* };
}

of_items! {
    #[stateline::operation(effect = "read")]
    pub fn told(amount: u64) -> u64 {
        amount
    }

    #[stateline::step(process = "payout", calls(self::told))]
    pub async fn unload(data: u64, ctx: &impl UnloadCtx) -> Result<u64, CallError> {
        ctx.told(data).await
    }
}

macro_rules! step {
    ($name:ident, $ctx:ident, $data:ty, $operation:path, $does:expr) => {
        #[stateline::step(process = "payout", calls($operation))]
        pub async fn $name(data: $data, ctx: &impl $ctx) -> Result<$data, CallError> {
            let does: fn($data) -> $data = $does;
            ctx.told(does(data)).await
        }
    };
}
step!(screen_sanctions, ScreenSanctionsCtx, u64, crate::told, |data| data + 1);

macro_rules! undone {
    ($($name:ident by $undo:ident calls $operation:path as $called:ident;)*) => {
        $(
            #[stateline::step(process = "payout")]
            pub fn $name(data: u64) -> u64 {
                data
            }

            #[stateline::compensation(process = "payout", calls($operation))]
            pub async fn $undo<C: ReverseTransferCtx>(data: u64, ctx: &C) -> Result<(), CallError> {
                ctx.$called(data).await.map(drop)
            }
        )*
    };
}
undone! { start_transfer by reverse_transfer calls told as told; }

macro_rules! chains {
    ($($view:vis $name:ident),* $(,)?) => { $(stateline::process!($view $name);)* };
}
chains! { pub payout, pub refund, }
