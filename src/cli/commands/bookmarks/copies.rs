//! `havre bookmarks merge`, `restore` and `wipe`: the list as a whole.

use clap::ArgMatches;

use crate::cli::arguments::given::Given;
use crate::cli::context::Context;
use crate::cli::output::destination;
use crate::cli::output::exit::{Exit, Failure};
use crate::cli::output::progress::Total;

use super::preview;
use crate::bookmarks::{
    self, Backup, List, ListFault, Reading, SIZE_LIMIT, Trouble, merge, understand,
};

/// Merges other copies of the list: those in `files`, else conflict copies of a sync tool. Shows
/// the changes, and asks for confirmation unless `yes`.
pub(super) fn merge(context: &mut Context<'_>, files: &[Given], yes: bool) -> anyhow::Result<Exit> {
    let mut others = Vec::new();
    for file in files {
        match read_copy(context, file)? {
            Some(list) => others.push(list),
            // All files or none: the user can fix the file and repeat the command.
            None => return Ok(Exit::BadData),
        }
    }
    let mut store = context.open()?;
    let copies = if files.is_empty() {
        store.conflict_lists(context.now)
    } else {
        Vec::new()
    };
    if files.is_empty() {
        others.extend(copies.iter().map(|(_, list)| list.clone()));
        if others.is_empty() {
            context.warn("cli-bookmarks-no-copies", &[])?;
            return Ok(Exit::NothingFound);
        }
    }
    let before = store.list();
    let after = merge::joined(before, &others);
    let news = preview::say(context, before, &after)?;
    // A sync tool's copy is older by nature.
    let given = if files.is_empty() { &[][..] } else { &others };
    let is_out = preview::say_kept_out(context, given, &after)?;
    if news && !yes && files.iter().any(Given::is_input) {
        context.say("cli-bookmarks-merge-needs-yes", &[])?;
        return nothing_done(context);
    }
    if news && !yes {
        context.say("cli-bookmarks-merge-question", &[])?;
        if !agrees(context)? {
            return nothing_done(context);
        }
    }
    let (now, messages) = (context.now, context.messages);
    let work = |_: &_| {
        if copies.is_empty() {
            store.merge(&others, now)
        } else {
            // As shown: a copy may have changed during the question.
            store.merge_copies(&copies, now)
        }
    };
    let saved = context
        .progress
        .during(messages, "progress-merge", Total::Unknown, work);
    let done = match (news, is_out) {
        (true, _) => "cli-bookmarks-merged",
        (false, true) => "cli-bookmarks-merge-not-again",
        (false, false) => "cli-bookmarks-merge-nothing",
    };
    context.outcome(&store, saved, done, "")
}

/// Writes the list as it is given to a colleague.
pub(super) fn export(context: &mut Context<'_>, matches: &ArgMatches) -> anyhow::Result<Exit> {
    let list = context.open()?.list().to_give();
    if list.items() == 0 {
        context.warn_of_empty_list()?;
        return Ok(Exit::NothingFound);
    }
    destination::deliver(context, matches, &list.to_bytes())
}

/// Reads the list in another file, and reports its problems.
fn read_copy(context: &mut Context<'_>, file: &Given) -> anyhow::Result<Option<List>> {
    let bytes = match file.whole(SIZE_LIMIT) {
        Ok(bytes) => bytes,
        Err(error) => {
            let failure = Failure::unreadable(&file.path, &error, context.messages);
            context.warning(&failure.message)?;
            return Ok(None);
        }
    };
    let path = file.path.display().to_string();
    let reading = understand(&bytes, context.now);
    let place = match reading {
        Reading::Damaged { .. } => ListFault::first(&bytes).place(context.messages),
        _ => String::new(),
    };
    let path = [("path", path.as_str()), ("place", &place)];
    match reading {
        Reading::Good(list) | Reading::Renamed { list } => Ok(Some(list)),
        Reading::Damaged { list } if list.items() > 0 => {
            context.warn("cli-bookmarks-merge-damaged", &path)?;
            Ok(Some(list))
        }
        Reading::Newer { .. } => {
            context.warn("cli-bookmarks-merge-newer", &path)?;
            Ok(None)
        }
        Reading::Damaged { .. } | Reading::Missing if let Some(kind) = file.foreign() => {
            let refusal = file.refusal(kind, context.messages);
            context.warning(&refusal)?;
            Ok(None)
        }
        Reading::Damaged { .. } | Reading::Missing => {
            context.warn("cli-bookmarks-merge-empty", &path)?;
            Ok(None)
        }
    }
}

pub(super) fn restore(context: &mut Context<'_>, number: Option<usize>) -> anyhow::Result<Exit> {
    let mut store = context.open()?;
    let mut backups = store.backups(context.now);
    if backups.is_empty() {
        context.warn("cli-bookmarks-no-backups", &[])?;
        return Ok(Exit::NothingFound);
    }
    let number = match number {
        Some(number) => number,
        None => match ask_which(context, &backups)?.parse() {
            Ok(number) => number,
            Err(_) => return nothing_done(context),
        },
    };
    if !(1..=backups.len()).contains(&number) {
        context.warn(
            "cli-bookmarks-no-such-backup",
            &[("number", &number.to_string())],
        )?;
        return Ok(Exit::NothingFound);
    }
    let backup = backups.swap_remove(number - 1);
    let saved = store.restore(&backup, context.now);
    context.outcome(&store, saved, "cli-bookmarks-restored", "")
}

fn ask_which(context: &mut Context<'_>, backups: &[Backup]) -> anyhow::Result<String> {
    for (number, backup) in (1..).zip(backups) {
        let replaced = backup.replaced();
        let date = replaced.map_or_else(String::new, |at| at.date().to_string());
        let time = replaced.map_or_else(String::new, |at| at.strftime("%H:%M").to_string());
        let arguments = [
            ("number", number.to_string().into()),
            ("count", backup.list.len().into()),
            ("date", context.messages.date(&date).into()),
            ("time", time.into()),
        ];
        let text = context.messages.format("cli-bookmarks-backup", &arguments);
        context.line(&text)?;
    }
    context.say("cli-bookmarks-which-backup", &[])?;
    answer(context)
}

pub(super) fn wipe(context: &mut Context<'_>, yes: bool) -> anyhow::Result<Exit> {
    if !yes {
        let folder = context.paths()?.worker_dir().display().to_string();
        context.say("cli-bookmarks-wipe-question", &[("path", &folder)])?;
        if !agrees(context)? {
            return nothing_done(context);
        }
    }
    match bookmarks::wipe(&context.paths()?) {
        Ok(()) => {
            context.say("cli-bookmarks-wiped", &[])?;
            Ok(Exit::Done)
        }
        Err((path, error)) => {
            let trouble = context.messages.text(Trouble::of(&error).message_id());
            let path = path.display().to_string();
            let arguments = [("path", path.as_str()), ("trouble", &trouble)];
            context.warn("cli-bookmarks-wipe-failed", &arguments)?;
            Ok(Exit::CouldNotWrite)
        }
    }
}

fn nothing_done(context: &mut Context<'_>) -> anyhow::Result<Exit> {
    context.say("cli-bookmarks-nothing-done", &[])?;
    Ok(Exit::NothingFound)
}

/// Asks for confirmation; end of input counts as no.
fn agrees(context: &mut Context<'_>) -> anyhow::Result<bool> {
    let yes = context.messages.text("cli-bookmarks-yes");
    Ok(answer(context)?.to_lowercase() == yes)
}

fn answer(context: &mut Context<'_>) -> anyhow::Result<String> {
    context.stdout.flush()?;
    let mut line = String::new();
    context.stdin.read_line(&mut line)?;
    Ok(line.trim().to_owned())
}
