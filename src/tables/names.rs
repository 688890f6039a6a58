//! Names in a text of their own, where each is stored once.

use std::collections::HashMap;

use super::{Reader, Stored, Writer, length};

/// Names being written.
#[derive(Default)]
pub struct Names {
    text: String,
    /// Start of each name in the text.
    starts: HashMap<String, u32>,
}

impl Names {
    /// Returns the start of a name, and adds the name if it is new.
    fn start_of(&mut self, name: &str) -> u32 {
        if let Some(start) = self.starts.get(name) {
            return *start;
        }
        let start = length(self.text.len());
        self.text.push_str(name);
        self.starts.insert(name.to_owned(), start);
        start
    }

    /// Returns the text.
    pub fn into_text(self) -> String {
        self.text
    }
}

impl Stored for &'static str {
    fn write(&self, to: &mut Writer<'_>) {
        to.names.start_of(self).write(to);
        length(self.len()).write(to);
    }

    fn read(from: &mut Reader<'_>) -> Option<Self> {
        let (start, length) = (u32::read(from)? as usize, u32::read(from)? as usize);
        from.names.get(start..start.checked_add(length)?)
    }
}
