//! Rules of the real content: directory, guide, needs, places, hours and messages.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod assets;
mod corpus;
mod directory_rules;
mod documents;
mod guide_rules;
mod hours;
mod lines_of_others;
mod messages;
mod needs;
mod nunavut;
mod places;
