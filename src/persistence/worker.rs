//! Thread for all calls to the worker's files: a share that hangs or a lock that is never released
//! must not block the screen.

use std::collections::VecDeque;
use std::io;
use std::sync::mpsc::{self, Sender};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use super::keeper::{Answer, Job};

/// Time limit at the end of the program for a job under way.
const LAST_WAIT: Duration = Duration::from_millis(20);

/// Connection to the thread.
#[derive(Debug)]
pub(super) struct Worker {
    jobs: Sender<Job>,
    mailbox: Arc<Mailbox>,
}

/// Answers of the thread.
#[derive(Debug, Default)]
struct Mailbox {
    post: Mutex<Post>,
    arrived: Condvar,
}

#[derive(Debug, Default)]
struct Post {
    answers: VecDeque<Answer>,
    /// Number of unanswered jobs.
    pending: usize,
    /// True if nobody waits for the next answer: it wakes the main thread.
    late: bool,
}

impl Mailbox {
    fn post(&self) -> MutexGuard<'_, Post> {
        self.post.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits until no job is pending, up to `limit`.
    fn wait(&self, limit: Duration) -> MutexGuard<'_, Post> {
        let waited = self
            .arrived
            .wait_timeout_while(self.post(), limit, |post| post.pending > 0);
        waited.unwrap_or_else(PoisonError::into_inner).0
    }
}

impl Worker {
    /// Starts the thread by `spawn`; `wake` is called there for each late answer.
    ///
    /// # Errors
    /// If the system cannot start a thread.
    pub fn start(
        spawn: impl FnOnce(Box<dyn FnOnce() + Send>) -> io::Result<()>,
        wake: Box<dyn Fn() + Send>,
        mut work: impl FnMut(Job) -> Answer + Send + 'static,
    ) -> io::Result<Self> {
        let (jobs, inbox) = mpsc::channel();
        let mailbox = Arc::<Mailbox>::default();
        let answers = Arc::clone(&mailbox);
        spawn(Box::new(move || {
            for job in inbox {
                let answer = work(job);
                let mut post = answers.post();
                post.answers.push_back(answer);
                post.pending -= 1;
                let late = post.late;
                post.late &= post.pending > 0;
                drop(post);
                answers.arrived.notify_all();
                if late {
                    wake();
                }
            }
        }))?;
        Ok(Self { jobs, mailbox })
    }

    /// Returns true if answers are overdue: later ones are not waited for.
    pub fn is_late(&self) -> bool {
        let post = self.mailbox.post();
        post.late || !post.answers.is_empty()
    }

    /// Executes a job, and waits up to `limit` for its answer. `None` if it is late: it then wakes
    /// the main thread, and [`Self::late_answers`] returns it.
    pub fn ask(&self, job: Job, limit: Duration) -> Option<Answer> {
        let late = {
            let mut post = self.mailbox.post();
            // Answers in the box are older: the new one must not overtake them.
            post.late |= !post.answers.is_empty();
            post.pending += 1;
            post.late
        };
        // The thread ends only with the program.
        let _ = self.jobs.send(job);
        if late {
            return None;
        }
        let mut post = self.mailbox.wait(limit);
        post.late = post.pending > 0;
        post.answers.pop_back()
    }

    /// Waits up to `limit` for overdue answers. Returns true if all arrived.
    pub fn wait(&self, limit: Duration) -> bool {
        self.mailbox.wait(limit).pending == 0
    }

    /// Returns the late answers in order.
    pub fn late_answers(&self) -> Vec<Answer> {
        self.mailbox.post().answers.drain(..).collect()
    }

    /// Returns a function that waits briefly for a job under way, for a thread that ends the
    /// program.
    pub fn parting(&self) -> Box<dyn Fn() + Send> {
        let mailbox = Arc::clone(&self.mailbox);
        Box::new(move || drop(mailbox.wait(LAST_WAIT)))
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::{Receiver, RecvTimeoutError};
    use std::thread;

    use super::super::keeper::Task;
    use super::super::leaving::Undone;
    use super::*;
    use crate::i18n::Language;

    const AT_ONCE: Duration = Duration::ZERO;
    const LONG: Duration = Duration::from_secs(30);

    fn job() -> Job {
        Job {
            task: Task::Refresh,
            language: Language::En,
        }
    }

    /// Creates a worker whose jobs finish on command of the test, and the channel of its wake-ups.
    fn worker() -> (Worker, Sender<()>, Receiver<()>) {
        let (done, doing) = mpsc::channel();
        let (woken, wake_ups) = mpsc::channel();
        let mut count = 0;
        let worker = Worker::start(
            |work| {
                thread::spawn(work);
                Ok(())
            },
            Box::new(move || {
                let _ = woken.send(());
            }),
            move |_| {
                let _ = doing.recv();
                count += 1;
                Answer {
                    outcome: None,
                    report: None,
                    undone: vec![Undone::Change(count.to_string())],
                }
            },
        );
        (worker.unwrap(), done, wake_ups)
    }

    /// Returns the numbers of the jobs of these answers.
    fn numbers(answers: &[Answer]) -> Vec<&str> {
        let undone = answers.iter().flat_map(|answer| &answer.undone);
        undone
            .map(|undone| match undone {
                Undone::Change(number) => number.as_str(),
                _ => "",
            })
            .collect()
    }

    #[test]
    fn a_job_done_in_time_is_answered_without_a_wake_up() {
        let (worker, done, wake_ups) = worker();
        done.send(()).unwrap();
        let answer = worker.ask(job(), LONG).unwrap();
        assert_eq!(numbers(&[answer]), ["1"]);
        assert_eq!(
            wake_ups.recv_timeout(AT_ONCE),
            Err(RecvTimeoutError::Timeout)
        );
    }

    #[test]
    fn a_slow_job_is_answered_later_and_blocks_nothing() {
        let (worker, done, wake_ups) = worker();
        assert!(worker.ask(job(), AT_ONCE).is_none());
        assert!(worker.is_late());
        assert!(worker.ask(job(), LONG).is_none(), "at once");
        for number in ["1", "2"] {
            done.send(()).unwrap();
            wake_ups.recv_timeout(LONG).unwrap();
            assert_eq!(numbers(&worker.late_answers()), [number]);
        }
        assert!(!worker.is_late());
        done.send(()).unwrap();
        assert_eq!(numbers(&[worker.ask(job(), LONG).unwrap()]), ["3"]);
    }

    #[test]
    fn an_answer_never_overtakes_one_that_is_not_collected_yet() {
        let (worker, done, wake_ups) = worker();
        assert!(worker.ask(job(), AT_ONCE).is_none());
        done.send(()).unwrap();
        wake_ups.recv_timeout(LONG).unwrap();
        assert!(worker.is_late());
        done.send(()).unwrap();
        assert!(worker.ask(job(), LONG).is_none());
        wake_ups.recv_timeout(LONG).unwrap();
        assert_eq!(numbers(&worker.late_answers()), ["1", "2"]);
        assert!(!worker.is_late());
    }
}
