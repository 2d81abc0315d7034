//! The chain.

use crate::{Data, Flow, Run, Step};
use std::error::Error;
use std::future::Future;
use std::marker::PhantomData;
use std::pin::Pin;

type Boxed<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

#[diagnostic::on_unimplemented(
    message = "step `{After}` takes `{Self}`, but step `{Before}`, which comes before it, returns `{Given}`",
    label = "broken between `{Before}` and `{After}`"
)]
pub trait Takes<Given, Before, After> {}
impl<T, B, A> Takes<T, B, A> for T {}

trait Erased<E: ?Sized>: Send + Sync {
    fn run<'a>(&'a self, data: &'a str, environment: &'a E) -> Boxed<'a, Result<Flow<String>, String>>;
}
struct Of<S>(PhantomData<fn() -> S>);
impl<S: Run<E>, E: Sync + ?Sized> Erased<E> for Of<S> {
    fn run<'a>(&'a self, data: &'a str, environment: &'a E) -> Boxed<'a, Result<Flow<String>, String>> {
        Box::pin(async move {
            let input: S::Input = serde_json::from_str(data).map_err(|e| e.to_string())?;
            match S::run(input, environment).await {
                Ok(Flow::Next(v)) => Ok(Flow::Next(serde_json::to_string(&v).map_err(|e| e.to_string())?)),
                Ok(Flow::Wait) => Ok(Flow::Wait),
                Err(e) => {
                    let e: Box<dyn Error + Send + Sync> = e.into();
                    Err(e.to_string())
                }
            }
        })
    }
}

pub struct Line<In, Last, E: ?Sized> {
    steps: Vec<Box<dyn Erased<E>>>,
    ty: PhantomData<fn(In) -> Last>,
}
impl<E: Sync + ?Sized> Line<(), (), E> {
    pub fn first<S: Run<E>>() -> Line<S::Input, S, E> {
        Line { steps: vec![Box::new(Of::<S>(PhantomData))], ty: PhantomData }
    }
}
impl<In: Data, Last: Step, E: Sync + ?Sized> Line<In, Last, E> {
    pub fn then<S: Run<E>>(mut self) -> Line<In, S, E>
    where
        S::Input: Takes<Last::Output, Last, S>,
    {
        self.steps.push(Box::new(Of::<S>(PhantomData)));
        Line { steps: self.steps, ty: PhantomData }
    }
    pub fn end(self) -> Chain<In, E> {
        Chain { steps: self.steps, ty: PhantomData }
    }
}
pub struct Chain<In, E: ?Sized> {
    steps: Vec<Box<dyn Erased<E>>>,
    ty: PhantomData<fn(In)>,
}
impl<In: Data, E: Sync + ?Sized> Chain<In, E> {
    pub async fn run(&self, input: In, environment: &E) -> Result<Flow<String>, String> {
        let mut data = serde_json::to_string(&input).map_err(|e| e.to_string())?;
        for s in &self.steps {
            match s.run(&data, environment).await? {
                Flow::Next(v) => data = v,
                Flow::Wait => return Ok(Flow::Wait),
            }
        }
        Ok(Flow::Next(data))
    }
}
