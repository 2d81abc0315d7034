//! The lists: as their owner last sent them, or at their owner's, over HTTP.

use crate::{ScreeningError, Verdict};
use std::time::Duration;

/// How long is waited for an answer.
const PATIENCE: Duration = Duration::from_millis(500);

/// Who is on a list.
#[derive(Debug)]
pub enum Lists {
    /// These names.
    Known(Vec<String>),
    /// Whom their owner names, at this address.
    At(String),
}

impl Default for Lists {
    fn default() -> Self {
        Lists::new([])
    }
}

impl Lists {
    pub fn new<'a>(names: impl IntoIterator<Item = &'a str>) -> Self {
        Lists::Known(names.into_iter().map(plain).collect())
    }

    pub(crate) fn find(&self, person: &str) -> Result<Verdict, ScreeningError> {
        match self {
            Lists::Known(names) if names.contains(&plain(person)) => Ok(Verdict::Hit),
            Lists::Known(_) => Ok(Verdict::Clear),
            Lists::At(address) => asked(address, person),
        }
    }
}

fn asked(address: &str, person: &str) -> Result<Verdict, ScreeningError> {
    let unreachable = |error: ureq::Error| ScreeningError::Unreachable(error.to_string());
    let agent: ureq::Agent = ureq::Agent::config_builder().timeout_global(Some(PATIENCE)).build().into();
    let answer = agent.get(format!("http://{address}/screen")).query("name", person).call();
    let text = answer.map_err(unreachable)?.body_mut().read_to_string().map_err(unreachable)?;
    serde_json::from_str(&text).map_err(|_| ScreeningError::Garbage)
}

fn plain(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}
