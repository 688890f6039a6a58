//! Faults of the guide with their messages.

use crate::guide::parse::EMERGENCY;
use crate::i18n::Messages;
use crate::i18n::typography::Flaw;

/// Fault of a page, a topic or a point.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The page cannot be parsed; with the parser's message.
    Unreadable(String),
    /// The text has a flaw.
    Text(Flaw),
    /// A heading, a point or a topic without words.
    Empty,
    /// Two topics of a page have the same id.
    TopicTwice,
    /// The page of the other language has another topic at this position.
    OtherTopic,
    /// The other language has another number of points or terms; with this one's number and the
    /// other's.
    OtherCount(usize, usize),
    /// The point at this position in the other language is of another kind.
    OtherKind,
    /// Only one of the languages has "confirm first".
    OtherConfirm,
    /// The other language has other sources at this position.
    OtherSources,
    /// The other language has other link targets at this position.
    OtherLinks,
    /// The other language has other phone numbers at this position.
    OtherNumbers,
    /// The other language's glossary pairs these terms differently.
    OtherTerms,
    /// The point begins with the other language's label.
    ForeignLabel(String),
    /// A regional page has no topic for this region.
    RegionMissing(&'static str),
    /// A topic of a regional page is not about a province or territory.
    NoRegion,
    /// A source without a reference; with its name.
    UnusedNote(String),
    /// A link to a missing contact, topic or category; with the link as written.
    DeadLink(String),
    /// A term links to the glossary although it has its own topic; with the link to that topic.
    TermOfTopic(String),
    /// A link shows a number that its contact does not have; with the number and the contact's id.
    OtherNumber(String, String),
    /// A number in the text that belongs to no contact and has no source.
    UnknownNumber(String),
    /// A row of a regional page does not begin with a contact of that region that has a phone.
    NoCallable(&'static str),
    /// A link's words do not match its target; with the words and the link.
    OtherLabel(String, String),
    /// 911 is written out where it may not work for the reader.
    BareEmergency,
    /// An English word in the French.
    EnglishWord(String),
    /// An instruction in the infinitive instead of the imperative.
    Mood(String),
    /// Words with another form in this guide; with that form.
    Wording(&'static str),
}

impl Fault {
    /// Returns the message for the fault.
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
