// What the macros derive from `examples/payout/payments/src/domain.rs`.

#[doc(hidden)]
type __payout_Decided = Decided;
#[doc(hidden)]
type __payout_possible_revert = possible_revert;
#[doc(hidden)]
type __payout_reverse_transfer = reverse_transfer;
#[doc(hidden)]
type __payout_screen_sanctions = screen_sanctions;
#[doc(hidden)]
type __payout_start_transfer = start_transfer;
#[doc(hidden)]
type __payout_unload_account = unload_account;
///The process `payout`.
pub fn payout<Env: ::stateline::Stage>() -> ::stateline::Chain<
    <__payout_unload_account as ::stateline::Step>::Input,
    Env,
>
where
    __payout_possible_revert: ::stateline::Run<Env>,
    __payout_screen_sanctions: ::stateline::Run<Env>,
    __payout_start_transfer: ::stateline::Run<Env>,
    __payout_unload_account: ::stateline::Run<Env>,
    __payout_reverse_transfer: ::stateline::derived::Told<
            <__payout_start_transfer as ::stateline::Step>::Output,
        >
        + ::stateline::Undo<Env, <__payout_start_transfer as ::stateline::Step>::Output>,
{
    let chain = {
        let line = ::stateline::Line::first::<__payout_unload_account>();
        let line = line.then::<__payout_screen_sanctions>();
        let line = line.then::<__payout_possible_revert>();
        let line = line
            .awaiting::<
                __payout_Decided,
            >(::stateline::Await {
                fills: &["sender", "beneficiary", "threshold"],
                within: ::core::option::Option::Some(
                    ::core::time::Duration::from_millis(604800000u64),
                ),
                ..::core::default::Default::default()
            });
        let line = line.then::<__payout_start_transfer>();
        let line = line.undone_by::<__payout_reverse_transfer>();
        line.end(1u32)
    };
    let chain = chain.keyed("transaction");
    let chain = chain
        .locked(
            1u32,
            "# Written by `cargo stateline lock`. Commit it, and do not edit it.\nstateline lock 1\n\nprocess payout 1, key transaction:  #e25f20824f42214e\n  step unload_account: Request -> Unloaded\n    takes: payments::Request\n    returns: payments::Unloaded\n    calls: ledger::unload_account (write)\n  step screen_sanctions: Unloaded -> Compliance\n    takes: payments::Unloaded\n    returns: payments::Compliance\n    calls: screening::screen (read)\n  step possible_revert: Compliance -> Order\n    takes: payments::Compliance\n    returns: payments::Order\n    awaits: compliance.decided by transaction fills sender, beneficiary, threshold\n    calls: ledger::load_account (write)\n    calls: ledger::transaction_amount (read)\n  step start_transfer: Order -> Transferred\n    takes: payments::Order\n    returns: payments::Transferred\n    calls: payments::transfer (irreversible)\n    undone by: reverse_transfer\n    undoing calls: payments::recall (write)\n\nenum compliance_messages::Decision:  #7306e339c4c40773\n  Approved\n  Rejected\n\nstruct compliance_messages::Ruling:  #2b3cf26da1cbb333\n  decision: compliance_messages::Decision\n  by: String\n\nnewtype ledger::Amount: u64  #0d87b28c44c461b5\n\nnewtype ledger::ConsumerId: u64  #c24e0e03e734a97e\n\nnewtype ledger::TransactionId: u64  #f349a8f3ea628522\n\nstruct payments::Compliance:  #90335c9f269c286d\n  transaction: ledger::TransactionId\n  consumer: ledger::ConsumerId\n  payee: String\n  amount: ledger::Amount\n  reasons: Vec<payments::Reason>\n  sender: Option<compliance_messages::Ruling>\n  beneficiary: Option<compliance_messages::Ruling>\n  threshold: Option<compliance_messages::Ruling>\n\nstruct payments::Order:  #fac3ba7cab06e21a\n  transaction: ledger::TransactionId\n  beneficiary: String\n  amount: ledger::Amount\n\nstruct payments::Party:  #626f66f711cb69ff\n  consumer: ledger::ConsumerId\n  name: String\n\nenum payments::Reason:  #e046493668199bc8\n  Sender\n  Beneficiary\n  Threshold\n\nstruct payments::Request:  #b0d4cac7a3f41f33\n  transaction: ledger::TransactionId\n  sender: payments::Party\n  beneficiary: String\n  amount: ledger::Amount\n\nstruct payments::Transferred:  #9d637c40a6156f23\n  transaction: ledger::TransactionId\n\nstruct payments::Unloaded:  #ac10c282d1b2bb58\n  request: payments::Request\n",
        );
    chain
}
const _: () = ::stateline::derived::step_of::<
    __payout_possible_revert,
>(
    "payments",
    "payout",
    "the process `payout` lists `possible_revert`, whose attribute names another process; write `process = \"payout\"` there",
);
const _: () = ::stateline::derived::step_of::<
    __payout_screen_sanctions,
>(
    "payments",
    "payout",
    "the process `payout` lists `screen_sanctions`, whose attribute names another process; write `process = \"payout\"` there",
);
const _: () = ::stateline::derived::step_of::<
    __payout_start_transfer,
>(
    "payments",
    "payout",
    "the process `payout` lists `start_transfer`, whose attribute names another process; write `process = \"payout\"` there",
);
const _: () = ::stateline::derived::step_of::<
    __payout_unload_account,
>(
    "payments",
    "payout",
    "the process `payout` lists `unload_account`, whose attribute names another process; write `process = \"payout\"` there",
);
const _: () = ::stateline::derived::compensation_of::<
    __payout_reverse_transfer,
>(
    "payments",
    "payout",
    "the process `payout` lists `reverse_transfer`, whose attribute names another process; write `process = \"payout\"` there",
);
const _: () = ::stateline::derived::published::<
    __payout_Decided,
>(
    &["compliance.decided"],
    "`Decided` is the message of another topic than `compliance.decided` here; import the message of `compliance.decided` as `Decided`",
);
