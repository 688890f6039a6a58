//! File system of the machine.

use std::fs::{self, DirBuilder, File};
use std::io::{self, Write};
use std::os::unix::fs::DirBuilderExt;
use std::path::{Path, PathBuf};

use rustix::fs::{AtFlags, Mode, OFlags, linkat, renameat, statat, unlinkat};

use super::open::{Folder, PRIVATE, read_regular};
use super::{FileStamp, Files, Lock, Output, guard, lock};

/// Files of the machine.
#[derive(Clone, Copy, Debug, Default)]
pub struct RealFiles;

impl Files for RealFiles {
    fn resolve(&self, path: &Path) -> PathBuf {
        fs::canonicalize(path).unwrap_or_else(|_| path.to_owned())
    }

    fn read(&self, path: &Path, limit: usize) -> io::Result<Vec<u8>> {
        read_regular(path, limit)
    }

    fn stamp(&self, path: &Path) -> io::Result<FileStamp> {
        Ok(FileStamp::of(&fs::metadata(path)?))
    }

    fn names(&self, folder: &Path) -> io::Result<Vec<String>> {
        let mut names = Vec::new();
        for item in fs::read_dir(folder)? {
            // All files of havre have Unicode names.
            if let Ok(name) = item?.file_name().into_string() {
                names.push(name);
            }
        }
        names.sort();
        Ok(names)
    }

    fn paths(&self, folder: &Path) -> io::Result<Vec<PathBuf>> {
        let items = fs::read_dir(folder)?;
        let paths = items.map(|item| Ok(item?.path()));
        let mut paths = paths.collect::<io::Result<Vec<PathBuf>>>()?;
        paths.sort();
        Ok(paths)
    }

    fn create_folder(&self, folder: &Path) -> io::Result<()> {
        DirBuilder::new().recursive(true).mode(0o700).create(folder)
    }

    fn create(&self, path: &Path) -> io::Result<Box<dyn Output>> {
        create(path, PRIVATE)
    }

    fn create_readable(&self, path: &Path) -> io::Result<Box<dyn Output>> {
        create(path, PRIVATE | Mode::RGRP | Mode::ROTH)
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        guard::check_file(to)?;
        let ((old, from), (new, to)) = (Folder::to_write(from)?, Folder::to_write(to)?);
        Ok(renameat(old.handle(), from, new.handle(), to)?)
    }

    fn link(&self, from: &Path, to: &Path) -> io::Result<()> {
        let ((old, from), (new, to)) = (Folder::to_create(from)?, Folder::to_create(to)?);
        let found = statat(old.handle(), from, AtFlags::SYMLINK_NOFOLLOW)?;
        if found.st_mode & 0o077 != 0 {
            return Err(io::ErrorKind::Unsupported.into());
        }
        let flags = AtFlags::empty();
        Ok(linkat(old.handle(), from, new.handle(), to, flags)?)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        let (folder, name) = Folder::to_create(path)?;
        Ok(unlinkat(folder.handle(), name, AtFlags::empty())?)
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        File::open(folder)?.sync_all()
    }

    fn lock(&self, path: &Path) -> io::Result<Box<dyn Lock>> {
        lock::take(path)
    }
}

fn create(path: &Path, mode: Mode) -> io::Result<Box<dyn Output>> {
    let (folder, name) = Folder::to_create(path)?;
    let flags = OFlags::CREATE | OFlags::EXCL | OFlags::WRONLY;
    Ok(Box::new(RealOutput(folder.open_with(name, flags, mode)?)))
}

struct RealOutput(File);

impl Write for RealOutput {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

impl Output for RealOutput {
    fn sync(&mut self) -> io::Result<()> {
        self.0.sync_all()
    }
}
