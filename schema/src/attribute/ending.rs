//! How a step ends, told by what its return type is called.

/// What a step returns, told by the name of its return type.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Returned {
    /// `Outcome<T, E>`, or `Result<Flow<T>, E>`: it goes on, waits or fails.
    Outcome,
    /// `Result<T, E>`: it goes on or fails.
    Result,
    /// `Flow<T>`: it goes on or waits.
    Flow,
    /// Any other type: it goes on with it.
    Value,
}

impl Returned {
    /// What a type of this name is, which is the last part of its path; none for any other type.
    pub fn named(name: &str) -> Option<Returned> {
        match name {
            "Outcome" => Some(Returned::Outcome),
            "Result" => Some(Returned::Result),
            "Flow" => Some(Returned::Flow),
            _ => None,
        }
    }
}

/// How a step ends. `T` is a type as the reader has it: a syntax tree, a range of tokens, a shape.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ending<T> {
    /// What it returns.
    pub returned: Returned,
    /// The type of the value that it goes on with.
    pub value: T,
    /// The type of its error, if that is written. A step that returns an [`Returned::Outcome`] or a
    /// [`Returned::Result`] without one fails too: its return type is then a short name for a `Result`.
    pub error: Option<T>,
}

impl<T> Ending<T> {
    /// Reads a return type. `applied` tells what a type is called and which types stand in its angle
    /// brackets: [`Returned::named`], or none for a type that is not one of ours.
    ///
    /// ```
    /// use stateline_schema::attribute::{Ending, Returned};
    ///
    /// // Types as strings, with one argument at most.
    /// let applied = |ty: &&'static str| {
    ///     let (name, inner) = ty.strip_suffix('>')?.split_once('<')?;
    ///     Some((Returned::named(name)?, vec![inner]))
    /// };
    /// let ending = Ending::of("Result<Flow<Paid>>", applied);
    /// assert_eq!(ending, Ending { returned: Returned::Outcome, value: "Paid", error: None });
    /// let ending = Ending::of("Vec<Paid>", applied);
    /// assert_eq!(ending, Ending { returned: Returned::Value, value: "Vec<Paid>", error: None });
    /// ```
    pub fn of(ty: T, applied: impl Fn(&T) -> Option<(Returned, Vec<T>)>) -> Ending<T> {
        let value = |ty| Ending { returned: Returned::Value, value: ty, error: None };
        let Some((returned, types)) = applied(&ty) else { return value(ty) };
        let mut types = types.into_iter();
        let Some(first) = types.next() else { return value(ty) };
        match returned {
            Returned::Outcome => Ending { returned, value: first, error: types.next() },
            Returned::Result => {
                let flow = applied(&first).filter(|(inner, _)| *inner == Returned::Flow);
                match flow.and_then(|(_, inner)| inner.into_iter().next()) {
                    Some(inner) => Ending { returned: Returned::Outcome, value: inner, error: types.next() },
                    None => Ending { returned, value: first, error: types.next() },
                }
            }
            Returned::Flow => Ending { returned, value: first, error: None },
            Returned::Value => value(ty),
        }
    }

    /// Whether the step can fail.
    pub fn fails(&self) -> bool {
        matches!(self.returned, Returned::Outcome | Returned::Result)
    }
}
