// What the macros derive from `examples/payout/payments/src/domain.rs`.

///The process `payout`.
pub fn payout<Env: ::stateline::Stage>() -> ::stateline::Chain<
    <unload_account as ::stateline::Step>::Input,
    Env,
>
where
    possible_revert: ::stateline::Run<Env>,
    screen_sanctions: ::stateline::Run<Env>,
    start_transfer: ::stateline::Run<Env>,
    unload_account: ::stateline::Run<Env>,
    reverse_transfer: ::stateline::derived::Told<
            <start_transfer as ::stateline::Step>::Output,
        > + ::stateline::Undo<Env, <start_transfer as ::stateline::Step>::Output>,
{
    let chain = {
        let line = ::stateline::Line::first::<unload_account>();
        let line = line.then::<screen_sanctions>();
        let line = line.then::<possible_revert>();
        let line = line
            .awaiting::<
                Decided,
            >(::stateline::Await {
                fills: &["decision", "by"],
                within: ::core::option::Option::Some(
                    ::core::time::Duration::from_millis(604800000u64),
                ),
                ..::core::default::Default::default()
            });
        let line = line.then::<start_transfer>();
        let line = line.undone_by::<reverse_transfer>();
        line.end(1u32)
    };
    let chain = chain.keyed("transaction");
    chain
}
const _: () = ::stateline::derived::step_of::<
    possible_revert,
>(
    "payments",
    "payout",
    "bind `possible_revert` to the process `payout`, which lists it: `process = \"payout\"` in its attribute",
);
const _: () = ::stateline::derived::step_of::<
    screen_sanctions,
>(
    "payments",
    "payout",
    "bind `screen_sanctions` to the process `payout`, which lists it: `process = \"payout\"` in its attribute",
);
const _: () = ::stateline::derived::step_of::<
    start_transfer,
>(
    "payments",
    "payout",
    "bind `start_transfer` to the process `payout`, which lists it: `process = \"payout\"` in its attribute",
);
const _: () = ::stateline::derived::step_of::<
    unload_account,
>(
    "payments",
    "payout",
    "bind `unload_account` to the process `payout`, which lists it: `process = \"payout\"` in its attribute",
);
const _: () = ::stateline::derived::compensation_of::<
    reverse_transfer,
>(
    "payments",
    "payout",
    "bind `reverse_transfer` to the process `payout`, which lists it: `process = \"payout\"` in its attribute",
);
const _: () = ::stateline::derived::published::<
    Decided,
>(
    &["compliance.decided"],
    "bring the message of `compliance.decided` into scope here by its name, `Decided`: this one is on another topic",
);
