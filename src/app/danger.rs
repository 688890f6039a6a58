//! The number to call in danger, as her region has it.

use super::state::App;

impl App {
    /// "Immediate danger" and the emergency number of her region.
    pub fn danger(&self) -> String {
        self.danger_as("danger", &self.region().emergency().message_id())
    }

    /// The same in few letters.
    pub fn danger_short(&self) -> String {
        self.danger_as(
            "danger-short",
            &self.region().emergency().short_message_id(),
        )
    }

    fn danger_as(&self, sentence: &str, words: &str) -> String {
        let number = [("number", self.region().emergency().number.into())];
        let words = self.messages().format(words, &number);
        self.messages()
            .format(sentence, &[("number", words.into())])
    }
}
