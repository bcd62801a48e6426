//! The same work on many things, on every core, with the results in order.

use std::{
    collections::BTreeMap,
    num::NonZero,
    sync::{Mutex, PoisonError, mpsc::sync_channel},
    thread,
};

/// How many results may wait for their turn, for each core.
const WAITING: usize = 64;

/// Does `work` on every item and hands the results to `take` in the order of the items, as soon as their turn comes.
/// Ends early where `take` fails.
///
/// # Errors
/// What `take` says.
pub fn in_order<T: Send, R: Send, E>(
    items: impl Iterator<Item = T> + Send,
    work: impl Fn(T) -> R + Sync,
    mut take: impl FnMut(R) -> Result<(), E>,
) -> Result<(), E> {
    let cores = thread::available_parallelism().map_or(1, NonZero::get);
    let items = Mutex::new(items.enumerate());
    let (sender, results) = sync_channel(cores * WAITING);
    thread::scope(|scope| {
        for _ in 0..cores {
            let (sender, items, work) = (sender.clone(), &items, &work);
            scope.spawn(move || {
                loop {
                    let next = items.lock().unwrap_or_else(PoisonError::into_inner).next();
                    let Some((number, item)) = next else { break };
                    if sender.send((number, work(item))).is_err() {
                        break;
                    }
                }
            });
        }
        drop(sender);
        let (mut early, mut turn) = (BTreeMap::new(), 0);
        for (number, result) in results {
            early.insert(number, result);
            while let Some(result) = early.remove(&turn) {
                take(result)?;
                turn += 1;
            }
        }
        Ok(())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_come_in_the_order_of_the_items() {
        let mut taken = Vec::new();
        in_order(
            0..2_000_u32,
            |n| n * 2,
            |n| {
                taken.push(n);
                Ok::<(), ()>(())
            },
        )
        .unwrap();
        assert!(taken.iter().copied().eq((0..2_000).map(|n| n * 2)));
    }

    #[test]
    fn a_failure_ends_it() {
        let mut taken = 0;
        let ended = in_order(
            0..,
            |n| n,
            |n: i32| {
                taken += 1;
                if n == 10 { Err("enough") } else { Ok(()) }
            },
        );
        assert_eq!((ended, taken), (Err("enough"), 11));
    }
}
