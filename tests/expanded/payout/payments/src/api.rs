// What the macros derive from `examples/payout/payments/src/api.rs`.

#[automatically_derived]
impl ::stateline::Has<Ledger> for Desk {
    fn get(&self) -> &::stateline::derived::Lent<Ledger> {
        &self.ledger
    }
}
#[automatically_derived]
impl ::stateline::Has<Lists> for Desk {
    fn get(&self) -> &::stateline::derived::Lent<Lists> {
        &self.lists
    }
}
#[automatically_derived]
impl ::stateline::Has<Bank> for Desk {
    fn get(&self) -> &::stateline::derived::Lent<Bank> {
        &self.bank
    }
}
#[automatically_derived]
impl ::stateline::Has<Pager> for Desk {
    fn get(&self) -> &::stateline::derived::Lent<Pager> {
        &self.pager
    }
}
