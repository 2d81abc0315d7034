// What the macros derive from `tests/ui/failure.rs`.

///The step `load` of the process `refund`.
pub struct load {}
#[automatically_derived]
impl ::stateline::Step for load {
    type Input = u64;
    type Output = u64;
    type Error = Either;
    const CONTEXT: &'static str = "payments";
    const PROCESS: &'static str = "refund";
    const NAME: &'static str = "load";
    const CALLS: ::stateline::derived::Declares = ::core::option::Option::Some(&[]);
}
#[automatically_derived]
impl<__E: ::core::marker::Sync + ?::core::marker::Sized> ::stateline::Run<__E> for load {
    async fn run(input: u64, env: &__E) -> ::stateline::Outcome<u64, Either> {
        load(input).map(::stateline::Flow::Next)
    }
}
