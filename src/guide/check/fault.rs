//! Faults of the guide, and their messages.

use crate::guide::parse::EMERGENCY;
use crate::i18n::Messages;
use crate::i18n::typography::Flaw;

/// A fault of a page, a topic or a point.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The page cannot be parsed: the parser's message.
    Unreadable(String),
    /// The text cannot be shown as it is.
    Text(Flaw),
    /// A heading, a point or a topic without words.
    Empty,
    /// Two topics of a page have this id.
    TopicTwice,
    /// The topic does not stand at this place on the page of the other language.
    OtherTopic,
    /// The other language has another number of points or terms: this one's, the other's.
    OtherCount(usize, usize),
    /// The point of the other language at this place is of another kind.
    OtherKind,
    /// Only one of the languages says to confirm first.
    OtherConfirm,
    /// The other language rests on other sources at this place.
    OtherSources,
    /// The other language's links at this place lead elsewhere.
    OtherLinks,
    /// The other language gives other phone numbers at this place.
    OtherNumbers,
    /// The other language's glossary pairs these terms in another way.
    OtherTerms,
    /// The bullet opens with the other language's word.
    ForeignLabel(String),
    /// A regional page has no topic for this region.
    RegionMissing(&'static str),
    /// A topic of a regional page is not a province or territory.
    NoRegion,
    /// A source that no point names: the note's name.
    UnusedNote(String),
    /// A link to a contact, topic or category that there is not: as the link writes it.
    DeadLink(String),
    /// A term leads to the glossary although a topic is about it: the link to that topic.
    TermOfTopic(String),
    /// A link shows a number that the contact does not have: the number, the contact's id.
    OtherNumber(String, String),
    /// A number in the text that no contact has, without a source beside it.
    UnknownNumber(String),
    /// A row of a regional page does not begin with a contact of that region that can be called.
    NoCallable(&'static str),
    /// A link leads elsewhere than its words say: the words, the link.
    OtherLabel(String, String),
    /// 911 is written out where it may not work for the reader.
    BareEmergency,
    /// An English word in the French.
    EnglishWord(String),
    /// An instruction in the infinitive, where the others are in the imperative.
    Mood(String),
    /// Words that the French has another way for: the right ones.
    Wording(&'static str),
}

impl Fault {
    /// The fault in words.
    pub fn say(&self, messages: &Messages) -> String {
        let filled = |id, name, value: &str| messages.filled(id, name, value);
        match self {
            Self::Unreadable(reason) => filled("fault-unreadable", "reason", reason),
            Self::Text(flaw) => flaw.say(messages),
            Self::Empty => messages.text("flaw-blank"),
            Self::TopicTwice => messages.text("fault-topic-twice"),
            Self::OtherTopic => messages.text("fault-other-topic"),
            Self::OtherCount(here, there) => messages.format(
                "fault-other-count",
                &[("here", (*here).into()), ("there", (*there).into())],
            ),
            Self::OtherKind => messages.text("fault-other-kind"),
            Self::OtherConfirm => messages.text("fault-other-confirm"),
            Self::OtherSources => messages.text("fault-other-sources"),
            Self::OtherLinks => messages.text("fault-other-links"),
            Self::OtherNumbers => messages.text("fault-other-numbers"),
            Self::OtherTerms => messages.text("fault-other-terms"),
            Self::ForeignLabel(label) => filled("fault-foreign-label", "label", label),
            Self::RegionMissing(region) => filled("fault-region-missing", "region", region),
            Self::NoRegion => messages.text("fault-no-region"),
            Self::UnusedNote(note) => filled("fault-unused-note", "note", note),
            Self::DeadLink(link) => filled("fault-dead-link", "link", link),
            Self::TermOfTopic(link) => filled("fault-term-of-topic", "link", link),
            Self::UnknownNumber(number) => filled("fault-unknown-number", "number", number),
            Self::NoCallable(region) => filled("fault-no-callable", "region", region),
            Self::OtherLabel(label, link) => messages.format(
                "fault-other-label",
                &[
                    ("label", label.as_str().into()),
                    ("link", link.as_str().into()),
                ],
            ),
            Self::BareEmergency => filled("fault-bare-emergency", "token", EMERGENCY),
            Self::EnglishWord(word) => filled("fault-english-word", "word", word),
            Self::Mood(word) => filled("fault-mood", "word", word),
            Self::Wording(right) => filled("fault-wording", "right", right),
            Self::OtherNumber(number, contact) => messages.format(
                "fault-other-number",
                &[
                    ("number", number.as_str().into()),
                    ("contact", contact.as_str().into()),
                ],
            ),
        }
    }
}
