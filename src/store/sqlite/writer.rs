//! The one desk at which is written: nothing else in this process does. A thread sits there, and leaves it to whoever
//! writes a commit on a thread of its own.

use super::error::Result;
use super::lock::OwnerLock;
use super::witness::{self, Witness};
use super::{open, read, write};
use crate::store::{
    Command, Commit, Committed, Lane, Member, Put, Result as StoreResult, StoreError, StoreErrorKind,
};
use rusqlite::Connection;
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::sync::{Arc, Mutex, Weak};
use std::thread::{Builder, JoinHandle};
use std::time::{Duration, Instant};
use tokio::sync::{Notify, oneshot};

/// How often is looked whether another process has put something.
const LOOK: Duration = Duration::from_millis(250);

/// How long the witness is left behind while commits come: writing it takes a file system as long as a sixth of a
/// small commit. After the last one it follows with the next look.
const BEHIND: Duration = Duration::from_millis(10);

/// How often an owner shows that it is alive.
const SIGN_OF_LIFE: Duration = Duration::from_secs(5);

/// The desk and its thread, as long as somebody wants to write.
pub(super) struct Writer {
    /// The thread's: it is gone with it.
    desk: Weak<Mutex<Desk>>,
    jobs: Option<Sender<Job>>,
    thread: Option<JoinHandle<()>>,
}

type Reply<T> = oneshot::Sender<StoreResult<T>>;

enum Job {
    Join(Member, Reply<Lane>),
    Commit(Arc<Commit>, Reply<Committed>),
    Put(Vec<Command>, Reply<Vec<Put>>),
    Admit(Reply<()>),
    #[cfg(test)]
    Run(Box<dyn FnOnce(&mut Connection) + Send>),
}

impl Writer {
    /// Begins to write to this database; whoever waits for `put` is woken when something may have been put.
    pub(super) fn begin(connection: Connection, path: PathBuf, put: Arc<Notify>) -> Result<Writer> {
        connection.set_prepared_statement_cache_capacity(64);
        let (jobs, received) = channel();
        let now = Instant::now();
        let (lock, witness, ahead) = (None, None, None);
        let (followed, looked, sign) = (now, now, now);
        let desk = Desk { connection, path, put, lock, witness, ahead, followed, seen: 0, looked, sign };
        let desk = Arc::new(Mutex::new(desk));
        let shared = Arc::downgrade(&desk);
        let serve = move || serve(&desk, &received);
        let thread = Builder::new().name("stateline-store".into()).spawn(serve)?;
        Ok(Writer { desk: shared, jobs: Some(jobs), thread: Some(thread) })
    }

    pub(super) async fn join(&self, member: &Member) -> StoreResult<Lane> {
        self.ask(|reply| Job::Join(member.clone(), reply)).await
    }

    pub(super) async fn commit(&self, commit: Arc<Commit>) -> StoreResult<Committed> {
        self.ask(|reply| Job::Commit(commit, reply)).await
    }

    /// The same on the thread that asks, if nothing is written at this moment, here or by another process.
    pub(super) fn commit_here(&self, commit: &Commit) -> Option<StoreResult<Committed>> {
        let desk = self.desk.upgrade()?;
        // If writing has ever panicked, the thread ends, and whoever asks it is told.
        let mut desk = desk.try_lock().ok()?;
        desk.connection.busy_timeout(Duration::ZERO).ok()?;
        let committed = desk.commit(commit);
        let is_busy = matches!(&committed, Err(error) if error.kind() == StoreErrorKind::Busy);
        let patient = desk.connection.busy_timeout(open::PATIENCE);
        desk.follow_from_time_to_time();
        (patient.is_ok() && !is_busy).then_some(committed)
    }

    pub(super) async fn put(&self, commands: &[Command]) -> StoreResult<Vec<Put>> {
        self.ask(|reply| Job::Put(commands.to_vec(), reply)).await
    }

    pub(super) async fn admit(&self) -> StoreResult<()> {
        self.ask(Job::Admit).await
    }

    #[cfg(test)]
    pub(super) fn run(&self, job: impl FnOnce(&mut Connection) + Send + 'static) {
        let jobs = self.jobs.as_ref().expect("it is not dropped");
        jobs.send(Job::Run(Box::new(job))).expect("the thread lives");
    }

    async fn ask<T>(&self, job: impl FnOnce(Reply<T>) -> Job) -> StoreResult<T> {
        let (reply, answer) = oneshot::channel();
        let ended =
            |kind| StoreError::new(kind, "the thread that writes has ended: open the store once more");
        let sent = self.jobs.as_ref().and_then(|jobs| jobs.send(job(reply)).ok());
        sent.ok_or_else(|| ended(StoreErrorKind::Unusable))?;
        answer.await.unwrap_or_else(|_| Err(ended(StoreErrorKind::Unknown)))
    }
}

impl Drop for Writer {
    /// Waits until all that was asked for is written, and the lock is free.
    fn drop(&mut self) {
        drop(self.jobs.take());
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

/// What the thread works with.
struct Desk {
    connection: Connection,
    path: PathBuf,
    put: Arc<Notify>,
    lock: Option<OwnerLock>,
    /// What lies beside the database, if that may be run, and is owned here.
    witness: Option<Witness>,
    /// The last commit, if the witness does not know of it, and when it last followed.
    ahead: Option<witness::Head>,
    followed: Instant,
    /// SQLite's number of what other connections have written.
    seen: i64,
    looked: Instant,
    sign: Instant,
}

/// What the thread does.
fn serve(desk: &Mutex<Desk>, jobs: &Receiver<Job>) {
    let mut left = None;
    loop {
        let job = match left.take() {
            Some(job) => Ok(job),
            None => jobs.recv_timeout(LOOK),
        };
        let Ok(mut desk) = desk.lock() else { return };
        match job {
            Ok(Job::Put(commands, reply)) => left = desk.put(vec![(commands, reply)], jobs),
            Ok(job) => desk.carry_out(job),
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => return desk.follow(),
        }
        desk.look_around();
        desk.show_life();
    }
}

impl Desk {
    fn carry_out(&mut self, job: Job) {
        match job {
            Job::Join(member, reply) => _ = reply.send(self.join(&member).map_err(Into::into)),
            Job::Commit(commit, reply) => {
                let _ = reply.send(self.commit(&commit));
                self.follow_from_time_to_time();
            }
            Job::Put(commands, reply) => {
                _ = reply.send(self.put_all(&[&commands]).map(|mut put| put.remove(0)))
            }
            Job::Admit(reply) => _ = reply.send(self.admit().map_err(Into::into)),
            #[cfg(test)]
            Job::Run(run) => run(&mut self.connection),
        }
    }

    fn commit(&mut self, commit: &Commit) -> StoreResult<Committed> {
        let committed = write::transaction(&mut self.connection, |it| write::commit(it, commit))?;
        self.ahead = Some((commit.lane.0, commit.n));
        Ok(committed)
    }

    fn join(&mut self, member: &Member) -> Result<Lane> {
        match &mut self.lock {
            Some(lock) => lock.name(member)?,
            None => self.lock = Some(OwnerLock::take(&self.path, member)?),
        }
        self.follow();
        let before = read::head(&self.connection)?;
        match witness::restored(&self.path, before)? {
            None => {
                let lane = write::transaction(&mut self.connection, |it| write::join(it, member))?;
                self.witness = Some(Witness::admit(&self.path, (lane.id.0, 0))?);
                Ok(lane)
            }
            // Whoever owns it now writes into it, and it stays what it is.
            Some(why) => {
                self.witness = None;
                Witness::hold(&self.path, before, &why)?;
                write::transaction(&mut self.connection, |it| write::join(it, member))
            }
        }
    }

    fn follow_from_time_to_time(&mut self) {
        if self.followed.elapsed() >= BEHIND {
            self.follow();
        }
    }

    /// Has the witness say how far the database has come, if it does not say so yet.
    fn follow(&mut self) {
        if let Some((witness, head)) = self.witness.as_mut().zip(self.ahead.take()) {
            // If that fails it is behind, which says nothing against the database.
            let _ = witness.follow(head);
            self.followed = Instant::now();
        }
    }

    /// A person has looked: from now on it may be run.
    fn admit(&mut self) -> Result<()> {
        self.witness = Some(Witness::admit(&self.path, read::head(&self.connection)?)?);
        Ok(())
    }

    /// Puts what was asked for, and what has been asked for meanwhile, in one transaction; answers the job
    /// that comes after.
    fn put(&mut self, mut all: Vec<(Vec<Command>, Reply<Vec<Put>>)>, jobs: &Receiver<Job>) -> Option<Job> {
        let mut next = None;
        while all.len() < 256 {
            match jobs.try_recv() {
                Ok(Job::Put(commands, reply)) => all.push((commands, reply)),
                Ok(job) => {
                    next = Some(job);
                    break;
                }
                Err(_) => break,
            }
        }
        let commands: Vec<_> = all.iter().map(|(commands, _)| commands.as_slice()).collect();
        match self.put_all(&commands) {
            Ok(put) => all.into_iter().zip(put).for_each(|((_, reply), put)| _ = reply.send(Ok(put))),
            Err(error) if all.len() == 1 => {
                all.into_iter().for_each(|(_, reply)| _ = reply.send(Err(error.clone())))
            }
            // One of them is at fault: each is put by itself.
            Err(_) => all.into_iter().for_each(|(commands, reply)| self.carry_out(Job::Put(commands, reply))),
        }
        self.put.notify_one();
        next
    }

    fn put_all(&mut self, all: &[impl AsRef<[Command]>]) -> StoreResult<Vec<Vec<Put>>> {
        let put = write::transaction(&mut self.connection, |it| {
            all.iter().map(|commands| write::put(it, commands.as_ref())).collect()
        });
        put.map_err(Into::into)
    }

    /// Has the witness follow, and looks whether another process has written something, if it has not just looked.
    fn look_around(&mut self) {
        if self.looked.elapsed() < LOOK {
            return;
        }
        self.looked = Instant::now();
        self.follow();
        let version = self.connection.pragma_query_value(None, "data_version", |row| row.get(0));
        if let Ok(version) = version.map_err(|_| ())
            && version != self.seen
        {
            self.seen = version;
            self.put.notify_one();
        }
    }

    fn show_life(&mut self) {
        if let Some(lock) = &self.lock
            && self.sign.elapsed() >= SIGN_OF_LIFE
        {
            lock.touch();
            self.sign = Instant::now();
        }
    }
}
