//! Kinds of files without contacts, by their first bytes: what the user gave by mistake is named.

use super::charset::to_utf8;
use super::hsds::is_utf_16;

/// Kind of a file without contacts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ForeignKind {
    /// No bytes.
    Empty,
    /// Picture.
    Picture,
    /// PDF.
    Pdf,
    /// Document or workbook of an office program.
    Office,
    /// Compressed file or archive.
    Packed,
    /// Program.
    Program,
    /// Web page.
    Page,
    /// Database.
    Database,
    /// Sound or film.
    Recording,
    /// Bytes of an unknown kind that are no text.
    Bytes,
}

/// Signatures at the head of a file.
const SIGNATURES: [(&[u8], ForeignKind); 24] = [
    (b"\x89PNG\r\n", ForeignKind::Picture),
    (b"\xff\xd8\xff", ForeignKind::Picture),
    (b"GIF8", ForeignKind::Picture),
    (b"II*\0", ForeignKind::Picture),
    (b"MM\0*", ForeignKind::Picture),
    (b"%PDF-", ForeignKind::Pdf),
    (b"\xd0\xcf\x11\xe0", ForeignKind::Office),
    (b"{\\rtf", ForeignKind::Office),
    (b"PK\x03\x04", ForeignKind::Packed),
    (b"\x1f\x8b", ForeignKind::Packed),
    (b"BZh", ForeignKind::Packed),
    (b"\xfd7zXZ\0", ForeignKind::Packed),
    (b"7z\xbc\xaf\x27\x1c", ForeignKind::Packed),
    (b"Rar!", ForeignKind::Packed),
    (b"\x28\xb5\x2f\xfd", ForeignKind::Packed),
    (b"\x7fELF", ForeignKind::Program),
    (b"MZ\x90\0", ForeignKind::Program),
    (b"\xcf\xfa\xed\xfe", ForeignKind::Program),
    (b"#!/", ForeignKind::Program),
    (b"SQLite format 3\0", ForeignKind::Database),
    (b"ID3", ForeignKind::Recording),
    (b"OggS", ForeignKind::Recording),
    (b"RIFF", ForeignKind::Recording),
    (b"fLaC", ForeignKind::Recording),
];

/// Names in the head of a zip archive that is a document of an office program.
const OFFICE: [&[u8]; 2] = [b"[Content_Types].xml", b"mimetypeapplication/vnd.oasis"];

/// Replacement for what is no character, in UTF-8.
const BROKEN: &[u8] = "\u{fffd}".as_bytes();

/// Number of bytes that decide whether a file is text.
const HEAD: usize = 1024;

impl ForeignKind {
    /// Detects the kind by the signature of a file; `None` for a text, or an unknown file.
    pub fn of(bytes: &[u8]) -> Option<Self> {
        if bytes.is_empty() {
            return Some(Self::Empty);
        }
        let head = &bytes[..bytes.len().min(HEAD)];
        let mut signatures = SIGNATURES.iter();
        let signed = signatures.find(|(signature, _)| head.starts_with(signature));
        let has = |words: &[u8]| memchr::memmem::find(head, words).is_some();
        match signed.map(|(_, kind)| *kind) {
            Some(Self::Packed) if OFFICE.into_iter().any(has) => Some(Self::Office),
            // RIFF has pictures (WebP), too.
            Some(Self::Recording) if head.get(8..12) == Some(b"WEBP") => Some(Self::Picture),
            None if head.get(4..8) == Some(b"ftyp") => Some(Self::Recording),
            None => is_page(head).then_some(Self::Page),
            kind => kind,
        }
    }

    /// Detects the kind of a file that no reader understands.
    pub fn of_unread(bytes: &[u8]) -> Option<Self> {
        Self::of(bytes).or_else(|| is_no_text(bytes).then_some(Self::Bytes))
    }

    /// Returns the id of the sentence about the kind.
    pub const fn message_id(self) -> &'static str {
        match self {
            Self::Empty => "foreign-empty",
            Self::Picture => "foreign-picture",
            Self::Pdf => "foreign-pdf",
            Self::Office => "foreign-office",
            Self::Packed => "foreign-packed",
            Self::Program => "foreign-program",
            Self::Page => "foreign-page",
            Self::Database => "foreign-database",
            Self::Recording => "foreign-recording",
            Self::Bytes => "foreign-bytes",
        }
    }
}

fn is_page(head: &[u8]) -> bool {
    let head = head.trim_ascii_start();
    let begins = |word: &[u8]| {
        head.get(..word.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(word))
    };
    begins(b"<!doctype html") || begins(b"<html")
}

/// Returns true if the head of a file has control characters that no text has, or broken UTF-16.
fn is_no_text(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(HEAD)];
    let text = to_utf8(head);
    // The head may end within a character.
    let text = text.strip_suffix(BROKEN).unwrap_or(&text);
    let is_control = |byte: &u8| matches!(byte, 0..=8 | 14..=26 | 28 | 29 | 31);
    text.iter().any(is_control) || is_utf_16(head) && memchr::memmem::find(text, BROKEN).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_known_by_their_first_bytes() {
        for (bytes, kind) in [
            (&b""[..], ForeignKind::Empty),
            (b"\x89PNG\r\n\x1a\n\0", ForeignKind::Picture),
            (b"RIFF\0\0\0\0WEBPVP8 ", ForeignKind::Picture),
            (b"RIFF\0\0\0\0WAVEfmt ", ForeignKind::Recording),
            (b"\0\0\0\x18ftypmp42", ForeignKind::Recording),
            (b"{\\rtf1 Quill", ForeignKind::Office),
            (b"PK\x03\x04....[Content_Types].xml", ForeignKind::Office),
            (b"PK\x03\x04....services.csv", ForeignKind::Packed),
            (b"\n<!DOCTYPE HTML><p>902-555-0100", ForeignKind::Page),
            (b"Name,\x01\x02", ForeignKind::Bytes),
        ] {
            assert_eq!(ForeignKind::of_unread(bytes), Some(kind), "{bytes:?}");
        }
        for text in [
            &b"{\"name\": \"Quill\"}"[..],
            b"BEGIN:VCARD\r\r\n",
            b"\x1e{}\n",
            b"\xff\xfeN\0a\0",
            b"N\0a\0m\0e\0",
            "Téléphone;Nom\t\n".as_bytes(),
        ] {
            assert_eq!(ForeignKind::of_unread(text), None, "{text:?}");
        }
    }
}
