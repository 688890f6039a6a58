//! The engines: each finds the first results of a text, best first.

use std::path::Path;

use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;
use havre::directory::Contact;
use havre::i18n::Language;
use havre::i18n::folding::fold;
use rusqlite::{Connection, OpenFlags};
use tantivy::collector::TopDocs;
use tantivy::query::{BooleanQuery, BoostQuery, DisjunctionMaxQuery, FuzzyTermQuery, Occur, Query};
use tantivy::schema::{
    FAST, Field, IndexRecordOption, STORED, Schema, TextFieldIndexing, TextOptions,
};
use tantivy::{Index, IndexReader, TantivyDocument, Term};

use crate::Outcome;
use crate::generate::{self, Asked};

/// Number of results of a search: a screen.
const RESULTS: usize = 20;
/// Weight of a name against the other text.
const NAME: f32 = 4.0;
/// Fewest letters of a word in which a slip is looked for.
const LETTERS_WITH_SLIP: usize = 4;

/// Names of the engines.
pub const ALL: [&str; 5] = ["havre", "sqlite-fts5", "tantivy", "memchr", "fuzzy-names"];

/// What an engine has on the disk.
pub struct Prepared {
    /// Size of its files.
    pub bytes: u64,
}

/// Search over prepared contacts.
pub trait Engine {
    /// Returns the indices of the first contacts found, best first.
    fn find(&mut self, asked: &Asked) -> Outcome<Vec<usize>>;
}

/// Writes the files of an engine into a folder of its name.
pub fn prepare(name: &str, folder: &Path, contacts: &[Contact]) -> Outcome<Prepared> {
    let folder = folder.join(name);
    std::fs::create_dir(&folder)?;
    match name {
        "havre" => havre_engine::prepare(&folder, contacts)?,
        "sqlite-fts5" => Sqlite::prepare(&folder, contacts)?,
        "tantivy" => Tantivy::prepare(&folder, contacts)?,
        "memchr" => write_lines(
            &folder,
            contacts
                .iter()
                .map(|one| fold(&generate::text_of(one)).text),
        )?,
        _ => write_lines(
            &folder,
            contacts.iter().map(|one| one.name(Language::En).to_owned()),
        )?,
    }
    let mut bytes = 0;
    for entry in std::fs::read_dir(folder)? {
        bytes += entry?.metadata()?.len();
    }
    Ok(Prepared { bytes })
}

/// Opens the files of an engine.
pub fn open(name: &str, folder: &Path) -> Outcome<Box<dyn Engine>> {
    let folder = folder.join(name);
    Ok(match name {
        "havre" => Box::new(havre_engine::Havre::open(&folder)?),
        "sqlite-fts5" => Box::new(Sqlite::open(&folder)?),
        "tantivy" => Box::new(Tantivy::open(&folder)?),
        "memchr" => Box::new(Memchr(read_lines(&folder)?)),
        _ => Box::new(Names(read_lines(&folder)?, SkimMatcherV2::default())),
    })
}

mod havre_engine;

fn write_lines(folder: &Path, lines: impl Iterator<Item = String>) -> Outcome<()> {
    let lines: Vec<String> = lines.map(|line| line.replace('\n', " ")).collect();
    Ok(std::fs::write(folder.join("lines"), lines.join("\n"))?)
}

fn read_lines(folder: &Path) -> Outcome<Vec<String>> {
    let text = std::fs::read_to_string(folder.join("lines"))?;
    Ok(text.lines().map(str::to_owned).collect())
}

/// Returns the folded words of a query.
fn words(text: &str) -> Vec<String> {
    let folded = fold(text).text;
    let words = folded.split(|letter: char| !letter.is_alphanumeric());
    words
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// FTS5 with prefix indexes; every word must occur, the last one as a beginning.
struct Sqlite(Connection);

impl Sqlite {
    fn prepare(folder: &Path, contacts: &[Contact]) -> Outcome<()> {
        let mut store = Connection::open(folder.join("contacts.db"))?;
        store.execute_batch(
            "CREATE VIRTUAL TABLE contacts USING fts5(
                 name, text, content='', prefix='1 2 3', tokenize='unicode61 remove_diacritics 2'
             );",
        )?;
        let writing = store.transaction()?;
        {
            let mut insert =
                writing.prepare("INSERT INTO contacts(rowid, name, text) VALUES (?, ?, ?)")?;
            for (index, contact) in contacts.iter().enumerate() {
                let text = generate::text_of(contact);
                insert.execute((i64::try_from(index)?, contact.name(Language::En), text))?;
            }
        }
        writing.commit()?;
        store.execute_batch("INSERT INTO contacts(contacts) VALUES ('optimize'); VACUUM;")?;
        Ok(())
    }

    fn open(folder: &Path) -> Outcome<Self> {
        let path = format!("file:{}?immutable=1", folder.join("contacts.db").display());
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI;
        Ok(Self(Connection::open_with_flags(path, flags)?))
    }
}

impl Engine for Sqlite {
    fn find(&mut self, asked: &Asked) -> Outcome<Vec<usize>> {
        let words = words(&asked.text);
        let Some((last, before)) = words.split_last() else {
            return Ok(Vec::new());
        };
        let before = before.iter().map(|word| format!("\"{word}\" "));
        let matched: String = before.chain([format!("\"{last}\"*")]).collect();
        let mut select = self.0.prepare_cached(
            "SELECT rowid FROM contacts WHERE contacts MATCH ? ORDER BY bm25(contacts, 4.0, 1.0) LIMIT ?",
        )?;
        let rows = select.query_map((matched, i64::try_from(RESULTS)?), |row| {
            row.get::<_, i64>(0)
        })?;
        let mut found = Vec::new();
        for row in rows {
            found.push(usize::try_from(row?)?);
        }
        Ok(found)
    }
}

/// A memory-mapped index; every word must occur, with one slip, the last one as a beginning.
struct Tantivy {
    reader: IndexReader,
    name: Field,
    text: Field,
    number: Field,
}

impl Tantivy {
    fn prepare(folder: &Path, contacts: &[Contact]) -> Outcome<()> {
        let mut schema = Schema::builder();
        let indexing = TextFieldIndexing::default()
            .set_tokenizer("default")
            .set_index_option(IndexRecordOption::WithFreqs);
        let text_options = TextOptions::default().set_indexing_options(indexing);
        let name = schema.add_text_field("name", text_options.clone());
        let text = schema.add_text_field("text", text_options);
        let number = schema.add_u64_field("number", FAST | STORED);
        let index = Index::create_in_dir(folder, schema.build())?;
        let mut writer = index.writer_with_num_threads(1, 200_000_000)?;
        for (at, contact) in contacts.iter().enumerate() {
            let mut document = TantivyDocument::default();
            document.add_text(name, fold(contact.name(Language::En)).text);
            document.add_text(text, fold(&generate::text_of(contact)).text);
            document.add_u64(number, u64::try_from(at)?);
            writer.add_document(document)?;
        }
        writer.commit()?;
        let segments = index.searchable_segment_ids()?;
        if segments.len() > 1 {
            writer.merge(&segments).wait()?;
        }
        writer.wait_merging_threads()?;
        Ok(())
    }

    fn open(folder: &Path) -> Outcome<Self> {
        let index = Index::open_in_dir(folder)?;
        let schema = index.schema();
        Ok(Self {
            reader: index.reader()?,
            name: schema.get_field("name")?,
            text: schema.get_field("text")?,
            number: schema.get_field("number")?,
        })
    }

    /// Returns the query of one word.
    fn word(&self, word: &str, is_last: bool) -> Box<dyn Query> {
        let slips = u8::from(word.chars().count() >= LETTERS_WITH_SLIP);
        let mut choices: Vec<Box<dyn Query>> = Vec::new();
        for (field, weight) in [(self.name, NAME), (self.text, 1.0)] {
            for slips in (0..=slips).rev() {
                let term = Term::from_field_text(field, word);
                let query = if is_last {
                    FuzzyTermQuery::new_prefix(term, slips, true)
                } else {
                    FuzzyTermQuery::new(term, slips, true)
                };
                let weight = if slips == 0 { weight * 2.0 } else { weight };
                choices.push(Box::new(BoostQuery::new(Box::new(query), weight)));
            }
        }
        Box::new(DisjunctionMaxQuery::new(choices))
    }
}

impl Engine for Tantivy {
    fn find(&mut self, asked: &Asked) -> Outcome<Vec<usize>> {
        let words = words(&asked.text);
        let Some(last) = words.len().checked_sub(1) else {
            return Ok(Vec::new());
        };
        let all = words.iter().enumerate();
        let all = all.map(|(at, word)| (Occur::Must, self.word(word, at == last)));
        let query = BooleanQuery::new(all.collect());
        let searcher = self.reader.searcher();
        let top = searcher.search(&query, &TopDocs::with_limit(RESULTS).order_by_score())?;
        let mut found = Vec::new();
        for (_, address) in top {
            let document: TantivyDocument = searcher.doc(address)?;
            let number = document.get_first(self.number);
            let number = number.and_then(|number| tantivy::schema::Value::as_u64(&number));
            found.push(usize::try_from(
                number.ok_or("a document without a number")?,
            )?);
        }
        Ok(found)
    }
}

/// All text in memory; every word must occur in it, in any place.
struct Memchr(Vec<String>);

impl Engine for Memchr {
    fn find(&mut self, asked: &Asked) -> Outcome<Vec<usize>> {
        let words = words(&asked.text);
        let finders: Vec<_> = words
            .iter()
            .map(|word| memchr::memmem::Finder::new(word.as_bytes()))
            .collect();
        let has_all = |text: &String| {
            finders
                .iter()
                .all(|one| one.find(text.as_bytes()).is_some())
        };
        let found = self
            .0
            .iter()
            .enumerate()
            .filter(|(_, text)| has_all(text))
            .map(|(at, _)| at);
        // All are looked at: the best may be anywhere.
        let mut found: Vec<usize> = found.collect();
        found.truncate(RESULTS);
        Ok(found)
    }
}

/// All names in memory, matched as subsequences.
struct Names(Vec<String>, SkimMatcherV2);

impl Engine for Names {
    fn find(&mut self, asked: &Asked) -> Outcome<Vec<usize>> {
        let scored = self.0.iter().enumerate();
        let mut scored: Vec<(i64, usize)> = scored
            .filter_map(|(at, name)| Some((self.1.fuzzy_match(name, &asked.text)?, at)))
            .collect();
        scored.sort_unstable_by(|a, b| b.cmp(a));
        scored.truncate(RESULTS);
        Ok(scored.into_iter().map(|(_, at)| at).collect())
    }
}
