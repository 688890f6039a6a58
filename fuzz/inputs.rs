//! Assertions for arbitrary bytes from outside. Fuzz targets run these functions on generated inputs,
//! `tests/content/corpus.rs` runs them on the files of `fuzz/corpus`.

use std::collections::HashSet;
use std::time::{Duration, Instant};

use havre::assets::Assets;
use havre::bookmarks::{Reading, understand};
use havre::directory::check::is_phone;
use havre::directory::phone::phones;
use havre::directory::{Directory, Region, hours};
use havre::guide::PageId;
use havre::guide::check::{GuideFile, files};
use havre::i18n::Language;
use havre::search::{Context, Index, Query};
use havre::terminal::input::{Decoder, Input};
use jiff::Timestamp;

/// Parses a file of bookmarks: the recovered list is the same after it is written and parsed again.
pub fn bookmarks(bytes: &[u8]) {
    let now = Timestamp::from_second(1_795_000_000).unwrap();
    let Some(list) = understand(bytes, now).into_list() else {
        return;
    };
    let again = understand(&list.to_bytes(), now);
    assert_eq!(again, Reading::Good(list), "a rescued list reads the same");
}

/// Checks a page of the guide: every problem names a line of the file.
pub fn guide(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes).into_owned();
    let lines = text.lines().count() + 1;
    let file = GuideFile {
        name: "en".to_owned(),
        page: PageId::Reporting,
        language: Language::En,
        text: Ok(text.into()),
    };
    for problem in files(&[file], &Directory::new(Vec::new())).problems {
        assert!(problem.line <= lines, "{} of {lines}", problem.line);
    }
}

/// Parses hours: every range begins within its day, ends after it begins and within the next day.
pub fn hours(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let Some(read) = hours::parse(&text) else {
        return;
    };
    for range in read.days.iter().flatten() {
        assert!(range.from < range.to && range.from < 24 * 60, "{range:?}");
        assert!(range.to <= 48 * 60, "{range:?}");
    }
}

/// Decodes keys: neither all bytes at once nor one by one give more events than bytes, except for a
/// few when the pending ones expire.
pub fn keys(bytes: &[u8]) {
    let start = Instant::now();
    let told = |mut decoder: Decoder, parts: &mut dyn Iterator<Item = &[u8]>| -> Vec<Input> {
        let mut told = Vec::new();
        for part in parts {
            told.extend(decoder.read(part, start, true));
        }
        for second in 1..4 {
            told.extend(decoder.expire(start + Duration::from_secs(second)));
        }
        told
    };
    let whole = told(Decoder::default(), &mut std::iter::once(bytes));
    let parts = told(Decoder::default(), &mut bytes.chunks(1));
    assert!(whole.len() <= bytes.len() + 4 && parts.len() <= bytes.len() + 4);
}

/// Parses phone numbers: each parsed number has the format of the directory.
pub fn phone_numbers(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    for phone in phones(&text).into_iter().flatten() {
        assert!(is_phone(&phone.number), "{phone:?}");
    }
}

/// Searches: there are no more hits than the total, marks and reasons of the first hits do not
/// panic, and the ranges of words without a match are within the query.
pub fn query(bytes: &[u8]) {
    SEARCHED.with(|searched| {
        let preferred = HashSet::new();
        let context = Context {
            language: Language::En,
            region: Region::Ns,
            place: None,
            preferred: &preferred,
        };
        let query = Query {
            text: String::from_utf8_lossy(bytes).into_owned(),
            ..Query::default()
        };
        let mut hits = searched.search(&query, &context);
        assert!(hits.hits.len() <= hits.total);
        let shown = 0..hits.hits.len().min(20);
        searched.mark(&mut hits, shown.clone(), Language::En);
        for rank in shown {
            let _ = searched.reason(&hits, rank, Language::En);
        }
        for word in hits.words_not_found() {
            assert!(query.text.get(word.clone()).is_some(), "{word:?}");
        }
    });
}

thread_local! {
    static SEARCHED: Index = {
        let assets = Assets::embedded();
        let directory = assets.directory().unwrap();
        assets.index(&directory)
    };
}
