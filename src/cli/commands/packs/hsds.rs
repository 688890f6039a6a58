//! Import of HSDS files as a pack.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::import::Request;
use super::overrides::{Overrides, Overriding};
use super::report::{Changed, Done, report};
use super::sheet::nameless;
use super::source::{self, Stopped};
use super::{failure, print};
use crate::assets::Assets;
use crate::cli::arguments::given::Given;
use crate::cli::context::Context;
use crate::cli::output::exit::{Exit, Failure};
use crate::cli::output::progress::{Steps, Total};
use crate::clock;
use crate::directory::Contact;
use crate::directory::check::is_slug;
use crate::directory::packs::comparison::Comparison;
use crate::directory::packs::merge::View;
use crate::directory::packs::{
    EMBEDDED, Folders, Gone, Header, Pack, PackError, VERSION, name_of, write,
};
use crate::i18n::Messages;
use crate::interchange::hsds::tables::Package;
use crate::interchange::hsds::{Converter, Origin, Secrets};
use crate::paths::quoted_path;

/// Converts HSDS files to a pack.
///
/// # Errors
/// If the files cannot be read or the pack cannot be written; then nothing is changed.
pub(super) fn run(request: &Request, context: &mut Context<'_>) -> anyhow::Result<Exit> {
    let messages = context.messages;
    let folders = context.folders()?;
    refuse_where_keys_are_set(request, &folders, messages)?;
    let name = pack_name(request, messages)?;
    let today = clock::today().to_string();
    let header = header(&name, &today, messages);
    let origin = Origin {
        pack: name.clone(),
        date: today,
        region: context.whereabouts.map(|asked| asked.region),
    };
    let bookmarks = context.bookmarked_ids()?;
    let mut installed = installed(&folders, &name);
    // One that cannot be read is replaced all the same.
    installed.retain(|pack| pack.each_line(|_| ()).is_ok());
    let old = View::of(&[], &installed);
    let progress = context.progress;
    let contacts = Assets::embedded().contacts()?;
    let mut secrets = None;
    let (done, comparison, overriding) = loop {
        let comparison = Comparison::with(&old, &bookmarks);
        let mut comparison = comparison.map_err(|error| failure(&error, messages))?;
        let mut overrides = Overrides::over(&contacts, &folders, messages);
        let done = written(request, &folders, &name, messages, |output| {
            progress.during(messages, "progress-import", Total::Unknown, |steps| {
                let conversion = Conversion {
                    header: &header,
                    origin: origin.clone(),
                    secrets: secrets.clone(),
                };
                conversion.run(request, output, &mut comparison, &mut overrides, steps)
            })
        })?;
        match done.secrets {
            Some(late) => secrets = Some(late),
            None => break (done, comparison, overrides.found),
        }
    };
    if done.takes_much && !request.dry_run {
        return Err(takes_much(&name, &overriding, messages).into());
    }
    let found = comparison.finish(&old);
    let found = found.map_err(|error| failure(&error, messages))?;
    let changed = Changed {
        installed: installed.first().map(|pack| &pack.header),
        found: &found,
        bookmarks: &bookmarks,
        overriding: &overriding,
    };
    report(request, &name, &done, &changed, context)?;
    if done.is_complete() && !request.dry_run && !request.json {
        tell_file(&folders.path_of(&name), &overriding, context)?;
    }
    Ok(match done.taken {
        0 if overriding.known == 0 => Exit::NothingFound,
        _ if done.refused || !overriding.held.is_empty() => Exit::BadData,
        _ => Exit::Done,
    })
}

/// Prints the pack's file for the command that agrees to held records, which is for packs.
fn tell_file(
    path: &Path,
    overriding: &Overriding,
    context: &mut Context<'_>,
) -> anyhow::Result<()> {
    if overriding.held.is_empty() {
        return Ok(());
    }
    let path = [("path", quoted_path(path).into())];
    print(context, &context.messages.format("packs-held-file", &path))
}

/// Refuses an import on a host that trusts keys: its pack has no signature, and would be refused at the
/// next start.
fn refuse_where_keys_are_set(
    request: &Request,
    folders: &Folders,
    messages: &Messages,
) -> anyhow::Result<()> {
    let keys = folders.keys();
    if keys.map_err(|error| failure(&error, messages))?.are_set() {
        let first = request.files.first();
        let path = first.map_or_else(PathBuf::new, |given| given.path.clone());
        return Err(failure(&PackError::Unsigned { path }, messages).into());
    }
    Ok(())
}

/// Returns the requested name, else one from the first file.
fn pack_name(request: &Request, messages: &Messages) -> anyhow::Result<String> {
    // That of the working folder, for `.`.
    let name = |file: &Given| name_of(&std::path::absolute(&file.path).unwrap_or_default());
    let of_file = || request.files.first().map(name);
    if request.name.is_none() && request.files.first().is_some_and(Given::is_input) {
        return Err(nameless(messages).into());
    }
    let name = request.name.clone().or_else(of_file).unwrap_or_default();
    // The ids of its records would be those of own contacts.
    let is_own = format!("{name}-").starts_with(Contact::OWN_ID_PREFIX);
    if !is_slug(&name) || name.len() > 64 || name == EMBEDDED || is_own {
        return Err(Failure::new(Exit::Usage, messages.text("packs-import-name")).into());
    }
    Ok(name)
}

/// Returns the refusal of an import that takes away a large part of the program's contacts.
fn takes_much(name: &str, overriding: &Overriding, messages: &Messages) -> Failure {
    let words = [
        ("name", name.to_owned().into()),
        ("count", overriding.removed.len().into()),
    ];
    let said = messages.format("packs-import-takes-much", &words);
    Failure::new(Exit::BadData, said)
}

fn header(name: &str, today: &str, messages: &Messages) -> Header {
    Header {
        version: VERSION,
        name: name.to_owned(),
        publisher: name.to_owned(),
        licence: messages.text("packs-import-licence"),
        date: today.to_owned(),
        corrections_to: None,
        imported: Some("HSDS".to_owned()),
    }
}

/// Writes the pack, or nothing in a dry run. A pack without contacts, or an incomplete one, does
/// not replace the old one.
fn written(
    request: &Request,
    folders: &Folders,
    name: &str,
    messages: &Messages,
    mut convert: impl FnMut(&mut dyn Write) -> Result<Done, Stopped>,
) -> anyhow::Result<Done> {
    let mut done = Err(Stopped::Output(io::ErrorKind::Other.into()));
    let mut write = |output: &mut dyn Write| {
        done = convert(output);
        match &done {
            Ok(done) if done.is_complete() => Ok(()),
            _ => Err(io::ErrorKind::InvalidData.into()),
        }
    };
    let written = if request.dry_run {
        let _ = write(&mut io::sink());
        Ok(())
    } else {
        folders.write(name, write)
    };
    match (done, written) {
        (Err(Stopped::Input(path, source)), _) => {
            Err(Failure::unreadable(&path, &source, messages).into())
        }
        (
            Err(
                stopped @ (Stopped::Broken(..)
                | Stopped::Foreign(..)
                | Stopped::Archive(..)
                | Stopped::TooLarge(_)),
            ),
            _,
        ) => {
            let said = stopped.say(messages).unwrap_or_default();
            Err(Failure::new(Exit::BadData, said).into())
        }
        (Err(Stopped::Output(_)), Err(error)) => Err(failure(&error, messages).into()),
        (Err(Stopped::Output(error)), Ok(())) => Err(error.into()),
        (Ok(done), Err(error)) if done.is_complete() => Err(failure(&error, messages).into()),
        (Ok(done), _) => Ok(done),
    }
}

/// Returns the account's own pack of this name, which the import replaces.
fn installed(folders: &Folders, name: &str) -> Vec<Pack> {
    let packs = folders.open().packs.into_iter();
    packs
        .filter(|pack| !pack.of_host && pack.header.name == name)
        .collect()
}

/// Conversion of the files of a request.
struct Conversion<'a> {
    header: &'a Header,
    origin: Origin,
    /// Secret records, known from a first conversion.
    secrets: Option<Secrets>,
}

impl Conversion<'_> {
    fn run(
        self,
        request: &Request,
        output: &mut dyn Write,
        comparison: &mut Comparison<'_>,
        overrides: &mut Overrides<'_>,
        steps: &Steps,
    ) -> Result<Done, Stopped> {
        write::line(self.header, output).map_err(Stopped::Output)?;
        let mut sink = |contact: &Contact, json: &str| {
            steps.step();
            comparison.contact(contact);
            if overrides.is_news(contact) {
                write::written(contact, json, output)?;
            }
            Ok(())
        };
        let mut converter = Converter::new(self.origin, &mut sink);
        let is_first = self.secrets.is_none();
        converter.secrets = self.secrets.unwrap_or_default();
        let mut package = Package::default();
        for given in &request.files {
            source::read(given, &mut package, &mut converter)?;
        }
        source::tables(package, &mut converter).map_err(Stopped::Output)?;
        converter.finish().map_err(Stopped::Output)?;
        let closed = converter.closed();
        let late = is_first && converter.secrets.came_late();
        let mut done = Done {
            taken: converter.taken,
            dropped: converter.dropped,
            merged: converter.merged,
            refused: converter.refused,
            remarks: converter.remarks,
            more_remarks: converter.more_remarks,
            secrets: late.then_some(converter.secrets),
            takes_much: false,
        };
        done.taken -= overrides.found.known;
        for id in closed {
            comparison.closed(&id);
            overrides.gone(&id);
            write::line(&Gone { id, gone: true }, output).map_err(Stopped::Output)?;
        }
        done.takes_much = overrides.take_much();
        Ok(done)
    }
}
