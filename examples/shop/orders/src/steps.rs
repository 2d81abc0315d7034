//! The steps, in order, each before what undoes it.

use crate::data::{Booked, Order, Paid, Ready};
use crate::failure::OrderFailure;
use orders_messages::Shipped;
use stateline::{Done, Flow, Next, Wait, compensation, step};

#[step(process = "order", calls(warehouse::reserve))]
pub async fn reserve_stock(data: Order, ctx: &impl ReserveStockCtx) -> Result<Order, OrderFailure> {
    ctx.reserve(data.order, data.pieces).await??;
    Ok(data)
}

#[compensation(process = "order", calls(warehouse::release))]
pub async fn release_stock(data: Order, ctx: &impl ReleaseStockCtx) -> Result<(), OrderFailure> {
    Ok(ctx.release(data.order).await?)
}

#[step(process = "order", calls(payments::charge))]
pub async fn charge_card(data: Order, ctx: &impl ChargeCardCtx) -> Result<Paid, OrderFailure> {
    ctx.charge(data.order, data.cents).await??;
    Ok(Paid { order: data.order, parcel: None })
}

#[compensation(process = "order", calls(payments::refund))]
pub async fn refund_card(data: Order, ctx: &impl RefundCardCtx) -> Result<(), OrderFailure> {
    Ok(ctx.refund(data.order).await?)
}

#[step(process = "order")]
pub fn wait_for_parcel(Paid { order, parcel }: Paid) -> Flow<Ready> {
    parcel.map_or(Wait, |parcel| Next(Ready { order, parcel }))
}

/// From here on the parcel is out of our hands.
#[step(process = "order", calls(carrier::book))]
pub async fn book_carrier(data: Ready, ctx: &impl BookCarrierCtx) -> Result<Booked, OrderFailure> {
    let booking = ctx.book(data.order, data.parcel).await?;
    Ok(Booked { order: data.order, booking })
}

/// Cancels what was booked. Where the step failed inside, its call is asked about by its key, and there is
/// no number to cancel yet.
#[compensation(process = "order", calls(carrier::cancel))]
pub async fn cancel_booking(
    _: Ready,
    done: Done<Booked>,
    ctx: &impl CancelBookingCtx,
) -> Result<(), OrderFailure> {
    match done {
        Done::Ended(Booked { booking, .. }) => Ok(ctx.cancel(booking).await??),
        Done::Failed => Ok(()),
    }
}

#[step(process = "order", publishes(Shipped))]
pub async fn tell(data: Booked, ctx: &impl TellCtx) -> Result<Booked, OrderFailure> {
    ctx.publish(Shipped { order: data.order, booking: data.booking.clone() }).await?;
    Ok(data)
}
