//! Words of an hours text: a closed list in both languages.

use super::{DAY, Zone};

/// Word, sign or time of an hours text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Word {
    /// 24/7.
    Always,
    /// The whole day: of the days beside it, or of every day.
    AllDay,
    /// "Open" before the hours.
    Opened,
    /// Range of days, counted from Monday.
    Days(usize, usize),
    /// Holidays.
    Holidays,
    /// Except.
    Except,
    /// And.
    And,
    /// A hyphen, a dash, or "to".
    To,
    /// A comma.
    Comma,
    /// A semicolon.
    Semicolon,
    /// Opening bracket.
    Open,
    /// Closing bracket.
    Close,
    /// "From".
    From,
    /// A time of the day.
    Time(Time),
    /// A named zone.
    Zone(Zone),
    /// "Local time".
    Local,
    /// Service answered by people, if a machine answers at other times; or the subject of the
    /// hours.
    Service(Service),
    /// Answering machine.
    Machine,
    /// Line named in brackets.
    Line(NamedLine),
}

/// Service named in a text of hours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Service {
    /// Live agents, with a machine at other times.
    Agents,
    /// Admission of clients.
    Intake,
    /// Drop-in centre.
    DropIn,
    /// Referral to a lawyer.
    LawyerReferral,
}

/// Line named in a text of hours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NamedLine {
    /// The line, or all lines, of a contact.
    Whole,
    /// Crisis line.
    Crisis,
    /// Support line.
    Support,
    /// Line for crisis and support.
    CrisisAndSupport,
}

/// A time of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Time {
    /// Minutes since midnight; 24:00 is the end of the day.
    pub minute: u16,
    /// True if the half of the day is unambiguous: a.m. or p.m., in words, or the French form.
    pub certain: bool,
}

/// All phrases in lower case, with plain hyphens and apostrophes.
const PHRASES: &[(&str, Word)] = &[
    ("24/7", Word::Always),
    ("24 h/24, 7 j/7", Word::Always),
    ("24h/24, 7j/7", Word::Always),
    ("24/7/365", Word::Always),
    ("24h/7", Word::Always),
    ("24h/7j", Word::Always),
    ("24/7j", Word::Always),
    ("jour et nuit", Word::Always),
    ("day and night", Word::Always),
    ("en tout temps", Word::Always),
    ("toujours ouvert", Word::Always),
    ("toujours ouverte", Word::Always),
    ("always open", Word::Always),
    ("at all times", Word::Always),
    ("around the clock", Word::Always),
    ("24h/24", Word::AllDay),
    ("24h/24h", Word::AllDay),
    ("24 h/24", Word::AllDay),
    ("24 h/24 h", Word::AllDay),
    ("24/24", Word::AllDay),
    ("24h sur 24", Word::AllDay),
    ("24 h sur 24", Word::AllDay),
    ("24 heures sur 24", Word::AllDay),
    ("24 heures par jour", Word::AllDay),
    ("24 hours a day", Word::AllDay),
    ("24 hours per day", Word::AllDay),
    ("24 hours", Word::AllDay),
    ("24 hrs", Word::AllDay),
    ("open", Word::Opened),
    ("ouvert", Word::Opened),
    ("ouverte", Word::Opened),
    ("7 j/7", Word::Days(0, 6)),
    ("7j/7", Word::Days(0, 6)),
    ("7/7", Word::Days(0, 6)),
    ("7 jours/7", Word::Days(0, 6)),
    ("7 jours sur 7", Word::Days(0, 6)),
    ("7 jours par semaine", Word::Days(0, 6)),
    ("7 jours/semaine", Word::Days(0, 6)),
    ("7 days a week", Word::Days(0, 6)),
    ("7 days per week", Word::Days(0, 6)),
    ("7 days/week", Word::Days(0, 6)),
    ("365 days a year", Word::Days(0, 6)),
    ("365 jours par année", Word::Days(0, 6)),
    ("365 jours par an", Word::Days(0, 6)),
    ("daily", Word::Days(0, 6)),
    ("every day", Word::Days(0, 6)),
    ("tous les jours", Word::Days(0, 6)),
    ("weekdays", Word::Days(0, 4)),
    ("en semaine", Word::Days(0, 4)),
    ("weekends", Word::Days(5, 6)),
    ("weekend", Word::Days(5, 6)),
    ("fins de semaine", Word::Days(5, 6)),
    ("fin de semaine", Word::Days(5, 6)),
    ("monday", Word::Days(0, 0)),
    ("mon.", Word::Days(0, 0)),
    ("mon", Word::Days(0, 0)),
    ("lundi", Word::Days(0, 0)),
    ("lun.", Word::Days(0, 0)),
    ("lun", Word::Days(0, 0)),
    ("tuesday", Word::Days(1, 1)),
    ("tues.", Word::Days(1, 1)),
    ("tues", Word::Days(1, 1)),
    ("tue.", Word::Days(1, 1)),
    ("tue", Word::Days(1, 1)),
    ("mardi", Word::Days(1, 1)),
    ("mar.", Word::Days(1, 1)),
    ("mar", Word::Days(1, 1)),
    ("wednesday", Word::Days(2, 2)),
    ("wed.", Word::Days(2, 2)),
    ("wed", Word::Days(2, 2)),
    ("mercredi", Word::Days(2, 2)),
    ("mer.", Word::Days(2, 2)),
    ("mer", Word::Days(2, 2)),
    ("thursday", Word::Days(3, 3)),
    ("thurs.", Word::Days(3, 3)),
    ("thurs", Word::Days(3, 3)),
    ("thu.", Word::Days(3, 3)),
    ("thu", Word::Days(3, 3)),
    ("jeudi", Word::Days(3, 3)),
    ("jeu.", Word::Days(3, 3)),
    ("jeu", Word::Days(3, 3)),
    ("friday", Word::Days(4, 4)),
    ("fri.", Word::Days(4, 4)),
    ("fri", Word::Days(4, 4)),
    ("vendredi", Word::Days(4, 4)),
    ("ven.", Word::Days(4, 4)),
    ("ven", Word::Days(4, 4)),
    ("saturday", Word::Days(5, 5)),
    ("sat.", Word::Days(5, 5)),
    ("sat", Word::Days(5, 5)),
    ("samedi", Word::Days(5, 5)),
    ("sam.", Word::Days(5, 5)),
    ("sam", Word::Days(5, 5)),
    ("sunday", Word::Days(6, 6)),
    ("sun.", Word::Days(6, 6)),
    ("sun", Word::Days(6, 6)),
    ("dimanche", Word::Days(6, 6)),
    ("dim.", Word::Days(6, 6)),
    ("dim", Word::Days(6, 6)),
    ("statutory holidays", Word::Holidays),
    ("holidays", Word::Holidays),
    ("les jours fériés", Word::Holidays),
    ("jours fériés", Word::Holidays),
    ("except", Word::Except),
    ("sauf", Word::Except),
    ("and", Word::And),
    ("et", Word::And),
    ("to", Word::To),
    ("au", Word::To),
    ("à", Word::To),
    ("from", Word::From),
    ("du", Word::From),
    ("de", Word::From),
    ("noon", Word::Time(Time::certain(DAY / 2))),
    ("midi", Word::Time(Time::certain(DAY / 2))),
    ("midnight", Word::Time(Time::certain(DAY))),
    ("minuit", Word::Time(Time::certain(DAY))),
    ("pacific time", Word::Zone(Zone::Vancouver)),
    ("pacific", Word::Zone(Zone::Vancouver)),
    ("heure du pacifique", Word::Zone(Zone::Vancouver)),
    ("eastern time", Word::Zone(Zone::Toronto)),
    ("eastern", Word::Zone(Zone::Toronto)),
    ("heure de l'est", Word::Zone(Zone::Toronto)),
    ("atlantic time", Word::Zone(Zone::Halifax)),
    ("atlantic", Word::Zone(Zone::Halifax)),
    ("heure de l'atlantique", Word::Zone(Zone::Halifax)),
    ("newfoundland time", Word::Zone(Zone::StJohns)),
    ("heure de terre-neuve", Word::Zone(Zone::StJohns)),
    ("local time", Word::Local),
    ("heure locale", Word::Local),
    ("agents en direct", Word::Service(Service::Agents)),
    ("live agents", Word::Service(Service::Agents)),
    ("agents", Word::Service(Service::Agents)),
    ("intake", Word::Service(Service::Intake)),
    ("accueil des demandes", Word::Service(Service::Intake)),
    ("drop-in", Word::Service(Service::DropIn)),
    ("accueil sans rendez-vous", Word::Service(Service::DropIn)),
    (
        "referral to a lawyer",
        Word::Service(Service::LawyerReferral),
    ),
    (
        "orientation vers une avocate ou un avocat",
        Word::Service(Service::LawyerReferral),
    ),
    ("recorded information", Word::Machine),
    ("information enregistrée", Word::Machine),
    (
        "crisis and support line",
        Word::Line(NamedLine::CrisisAndSupport),
    ),
    ("crisis line", Word::Line(NamedLine::Crisis)),
    ("support line", Word::Line(NamedLine::Support)),
    ("lines", Word::Line(NamedLine::Whole)),
    ("line", Word::Line(NamedLine::Whole)),
    ("two numbers", Word::Line(NamedLine::Whole)),
    (
        "ligne de crise et de soutien",
        Word::Line(NamedLine::CrisisAndSupport),
    ),
    ("ligne de crise", Word::Line(NamedLine::Crisis)),
    ("ligne de soutien", Word::Line(NamedLine::Support)),
    ("lignes", Word::Line(NamedLine::Whole)),
    ("ligne", Word::Line(NamedLine::Whole)),
    ("deux numéros", Word::Line(NamedLine::Whole)),
];

const SIGNS: &[(char, Word)] = &[
    ('-', Word::To),
    (',', Word::Comma),
    (';', Word::Semicolon),
    ('(', Word::Open),
    (')', Word::Close),
];

impl Time {
    /// Returns true for times of the 24-hour clock only: the 12-hour clock begins at 1:00 and ends
    /// at 12:59.
    pub fn is_of_24_hours(self) -> bool {
        !(60..13 * 60).contains(&self.minute)
    }

    const fn certain(minute: u16) -> Self {
        Self {
            minute,
            certain: true,
        }
    }
}

/// Splits a text into words; `None` if it has one that is not in the list.
pub fn words(text: &str) -> Option<Vec<Word>> {
    let text = plain(text);
    let mut rest = text.as_str();
    let mut words = Vec::new();
    while !rest.is_empty() {
        let (word, after) = phrase(rest).or_else(|| time(rest)).or_else(|| sign(rest))?;
        words.push(word);
        rest = after.trim_start_matches(' ');
    }
    Some(words)
}

/// Returns the text in lower case, with one kind of space, dash and apostrophe.
fn plain(text: &str) -> String {
    let signs: String = text
        .chars()
        .map(|sign| match sign {
            '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
            '’' => '\'',
            other => other,
        })
        .collect();
    let words: Vec<&str> = signs.split_whitespace().collect();
    words.join(" ").to_lowercase().replace(" / ", "/")
}

/// Returns the longest phrase at the head of the text, and the rest of the text.
fn phrase(text: &str) -> Option<(Word, &str)> {
    let found = PHRASES.iter().filter_map(|(phrase, word)| {
        let rest = text.strip_prefix(phrase)?;
        let whole =
            !phrase.ends_with(char::is_alphanumeric) || !rest.starts_with(char::is_alphanumeric);
        whole.then_some((*word, rest))
    });
    found.min_by_key(|(_, rest)| rest.len())
}

fn sign(text: &str) -> Option<(Word, &str)> {
    SIGNS
        .iter()
        .find_map(|(sign, word)| Some((*word, text.strip_prefix(*sign)?)))
}

/// Parses `8:30`, `8 h 30`, `8h`, `8:30 pm`, `8 p.m.`: a bare number is not a time.
fn time(text: &str) -> Option<(Word, &str)> {
    let (hour, rest) = number(text)?;
    let (minute, rest, french) = if let Some(after) = rest.strip_prefix(':') {
        let (minute, after_minute) = number(after)?;
        (after.len() - after_minute.len() == 2).then_some(())?;
        (Some(minute), after_minute, false)
    } else if let Some(after) = rest.trim_start_matches(' ').strip_prefix('h') {
        match number(after.trim_start_matches(' ')) {
            Some((minute, after)) => (Some(minute), after, true),
            None => (Some(0), after, true),
        }
    } else {
        (None, rest, false)
    };
    let half = half_of_day(rest);
    (!rest.starts_with(char::is_alphanumeric) || half.is_some()).then_some(())?;
    let minute_of_hour = minute.or(half.map(|_| 0))?;
    let (hour, rest) = match half {
        Some((noon, after)) if (1..=12).contains(&hour) && !french => (hour % 12 + noon, after),
        Some(_) => return None,
        None => (hour, rest),
    };
    let minute = hour * 60 + minute_of_hour;
    let time = Time {
        minute,
        certain: french || half.is_some(),
    };
    (minute_of_hour < 60 && minute <= DAY).then_some((Word::Time(time), rest))
}

/// Parses a.m. or p.m., as the hours to add.
fn half_of_day(text: &str) -> Option<(u16, &str)> {
    let text = text.trim_start_matches(' ');
    [("a.m.", 0), ("am", 0), ("p.m.", 12), ("pm", 12)]
        .into_iter()
        .find_map(|(words, hours)| Some((hours, text.strip_prefix(words)?)))
        .filter(|(_, rest)| !rest.starts_with(char::is_alphanumeric))
}

/// Parses a number of one or two digits.
fn number(text: &str) -> Option<(u16, &str)> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let (number, rest) = text.split_at(digits);
    (1..=2)
        .contains(&digits)
        .then(|| Some((number.parse().ok()?, rest)))?
}
