//! A method that would be an operation.
//@ compiler alone

use stateline::operation;

pub struct Db;

impl Db {
    #[operation(effect = "read")]
    pub fn amount(&self, consumer: u64) -> u64 {
        consumer
    }
}
