//! Who reads what may take long: a few threads of the store's own, which wait for nothing but the disk. Calls that hold
//! up all of tokio's threads for blocking work do not keep commands from being read.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::Builder;

/// How many lists are read at once.
const AT_ONCE: usize = 4;

type Job = Box<dyn FnOnce() + Send>;

/// Threads that read, begun when they are wanted. They end with the store.
pub(super) struct Readers {
    jobs: Sender<Job>,
    waiting: Arc<Mutex<Receiver<Job>>>,
    threads: Mutex<usize>,
}

impl Default for Readers {
    fn default() -> Readers {
        let (jobs, waiting) = channel();
        Readers { jobs, waiting: Arc::new(Mutex::new(waiting)), threads: Mutex::default() }
    }
}

impl Readers {
    /// Has something read, as soon as one of the threads is free.
    ///
    /// # Errors
    ///
    /// If no thread can be begun, and there is none.
    pub(super) fn ask(&self, job: impl FnOnce() + Send + 'static) -> std::io::Result<()> {
        let mut threads = self.threads.lock().unwrap_or_else(PoisonError::into_inner);
        if *threads < AT_ONCE {
            let waiting = self.waiting.clone();
            let next = move || waiting.lock().unwrap_or_else(PoisonError::into_inner).recv();
            let serve = move || {
                while let Ok(job) = next() {
                    // Whoever waits for what has panicked is told, as nobody answers.
                    let _ = catch_unwind(AssertUnwindSafe(job));
                }
            };
            match Builder::new().name("stateline-reader".into()).spawn(serve) {
                Ok(_) => *threads += 1,
                Err(error) if *threads == 0 => return Err(error),
                Err(_) => {}
            }
        }
        // The receiver is here as long as we are.
        let _ = self.jobs.send(Box::new(job));
        Ok(())
    }
}
