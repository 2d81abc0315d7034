//! What every store promises, as tests that any store can run.
//!
//! Each [`Promise`] is a sentence of the trait's documentation with a test that fails if a store breaks it. A
//! store of one's own is tested like this:
//!
//! ```
//! use stateline::store::{Memory, conformance::promises};
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() {
//! for promise in promises() {
//!     promise.check(Memory::new()).await.unwrap_or_else(|broken| panic!("{broken}"));
//! }
//! # }
//! ```

mod commands;
mod commits;
mod lines;
mod owners;
#[cfg(test)]
mod planted;
mod promise;
mod rows;
mod scribe;

pub use promise::{Broken, Promise};
pub use scribe::{Scribe, definition, id, state};

use crate::store::Store;

macro_rules! promises {
    ($($room:ident { $($name:ident)* })*) => {
        /// All promises. Each is checked on a store of its own, which is empty.
        pub fn promises<S: Store>() -> Vec<Promise<S>> {
            vec![$($(Promise::new(stringify!($name), |store| Box::pin(async move { $room::$name(&store).await })),)*)*]
        }
    };
}

promises! {
    owners {
        an_owner_is_told_a_greater_epoch
        an_owner_is_told_where_to_go_on
        who_lost_the_store_writes_nothing
        members_are_remembered
    }
    commits {
        a_line_reads_back_as_it_was_written
        a_row_reads_back_as_it_was_written
        what_is_refused_changes_nothing
        the_same_commit_again_is_answered_again
        an_older_commit_again_is_a_gap
        a_later_number_is_a_gap
        another_seal_before_is_a_gap
        another_place_is_a_gap
        a_row_with_other_lines_is_a_conflict
        an_instance_is_new_once
        a_row_is_what_its_lines_say
        a_key_is_taken_once
        a_definition_has_to_be_there
        definitions_are_numbered
        a_version_is_defined_once
        a_version_may_have_other_shapes
        definitions_read_back
        a_command_has_to_be_there
        a_command_is_consumed_once
        what_is_too_large_is_refused
        a_commit_is_known_by_its_number
        a_commit_here_is_a_commit
    }
    commands {
        a_command_is_in_the_inbox_when_it_is_answered
        a_command_again_changes_nothing
        commands_are_put_all_or_none
        a_command_says_who_and_why
        a_command_that_is_too_large_is_refused
        commands_come_in_their_order
        the_inbox_tells_at_most_so_many
        a_consumed_command_has_an_outcome
        a_consumed_command_leaves_the_inbox
    }
    rows {
        a_row_is_seen_at_once
        an_instance_is_found_by_its_key
        keys_are_apart_by_process_and_rehearsal
        what_goes_on_is_loaded_by_its_time
        loading_goes_on_behind
        loading_tells_at_most_so_many
        what_waits_is_not_loaded
        what_is_due_later_is_loaded_later
        a_query_selects
        a_query_is_answered_in_pages
        duties_are_told_from_other_instances
        a_tally_counts_what_stands_alike
    }
    lines {
        lines_are_told_as_they_are_asked
        a_line_that_is_not_there_is_damaged
        a_story_is_told_from_its_end
        a_story_goes_on_before
        a_story_tells_at_most_so_many
        a_story_goes_over_owners
        the_feed_tells_each_line_once
        the_feed_bears_leaves_and_seals
    }
}
