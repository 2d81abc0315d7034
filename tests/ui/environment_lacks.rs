//! An environment that has not what an operation borrows.
//@ compiler alone

#[derive(stateline::Environment)]
pub struct Desk {
    lists: screening::Lists,
}

pub async fn ask(desk: Desk) {
    use ledger::load_account::Call;
    let live = stateline::World::live(desk);
    let _ = live.load_account(ledger::ConsumerId(1), ledger::Amount(1)).await;
}
