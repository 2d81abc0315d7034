//! Migrations: how an instance gets from a step of one version of its process to a step of another.

use crate::Data;
use std::fmt;

/// A function that makes of the data of an instance at a step of one version that of a step of another.
///
/// `#[migration]` derives it, by the map. An instance stays on the version on which it began, unless somebody has it
/// [migrated](crate::Chain::migrating): one by one, or all that stand there, after a rehearsal.
///
/// ```
/// # mod bank { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/bank.rs")); }
/// use bank::*; // as on the front page
/// use stateline::{Chain, Line, Migration, Mocked};
///
/// # #[expect(non_camel_case_types, reason = "a marker bears its function's name")]
/// struct once_more {}
/// impl Migration for once_more {
///     type From = Loaded;
///     type To = Request;
///     type Error = String;
///     const PROCESS: &'static str = "payout";
///     const NAME: &'static str = "once_more";
///     const FROM: u32 = 1;
///     const STEP: &'static str = "release";
///     const TO: u32 = 2;
///     const AT: &'static str = "load";
///     const REASON: Option<&'static str> = None;
///
///     fn migrate(before: Loaded) -> Result<Request, String> {
///         if before.amount == 0 { Err("nothing was loaded".into()) } else { Ok(Request { consumer: 1, amount: 5 }) }
///     }
/// }
///
/// let old: Chain<Request, Mocked> = Line::first::<load>().then::<release>().end(1);
/// let new: Chain<Request, Mocked> = Line::first::<load>().then::<release>().end(2);
/// let chain = new.serving(old).migrating::<once_more>();
///
/// let text = r#"{"process":"payout","version":1,"rehearsal":false,"key":null,"at":{"step":"release"},
///     "data":{"type":"Loaded","json":{"amount":5,"approved":null}}}"#;
/// let blocked = serde_json::from_str(text).expect("it is a state");
/// let migrated = chain.migrate(&blocked, 2)?;
/// assert_eq!((migrated.version(), migrated.step()), (2, Some("load")));
/// # Ok::<(), stateline::ChainError>(())
/// ```
pub trait Migration: 'static {
    /// The data of the step from which it leads.
    type From: Data;
    /// The data of the step to which it leads.
    type To: Data;
    /// Why it does not migrate an instance.
    type Error: fmt::Display;

    /// The process.
    const PROCESS: &'static str;
    /// Its name.
    const NAME: &'static str;
    /// The version from which it leads.
    const FROM: u32;
    /// The step from which it leads.
    const STEP: &'static str;
    /// The version to which it leads.
    const TO: u32;
    /// The step to which it leads.
    const AT: &'static str;
    /// Why it may pass over a step that awaits something, if it does.
    const REASON: Option<&'static str>;

    /// The data, moved.
    ///
    /// # Errors
    ///
    /// If this instance is not to be migrated: then it stays where it is.
    fn migrate(before: Self::From) -> Result<Self::To, Self::Error>;
}
