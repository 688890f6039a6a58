//! Pages that are laid out as a whole, one file each.

pub mod ahead;
pub mod glossary;
pub mod help;
pub mod nothing;
pub mod number;
pub mod paper;
pub mod sources;
pub mod team_list;
pub mod term;
pub mod text_code;
