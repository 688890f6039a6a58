//! Trust in packs: minisign signatures, and the trusted keys of a host.

use std::io::{self, Read};
use std::path::{Path, PathBuf};

use minisign_verify::{PublicKey, Signature};
use serde::Deserialize;
use serde_json::{Map, Value};

use super::{Pack, PackError};
use crate::directory::Trust;
use crate::files::read_text;

/// Largest accepted file of settings or signature, in bytes.
const SIZE_LIMIT: usize = 1024 * 1024;

/// Beginning of a field that is a remark of the administrator.
const REMARK: &str = "//";

/// Trusted keys of a host; if empty, packs of any origin are accepted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TrustedKeys(Vec<String>);

/// Settings of the host that havre reads.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct HostSettings {
    #[serde(default)]
    trusted_keys: Vec<String>,
}

impl TrustedKeys {
    /// Reads the keys from a host's settings. Without the file, none is trusted.
    ///
    /// # Errors
    /// If the file exists and is no regular file, no JSON object, or has other fields than remarks,
    /// or invalid keys: then no pack can be accepted.
    pub fn read(settings: &Path) -> Result<Self, PackError> {
        let wrong = |reason: String| PackError::Keys {
            path: settings.to_owned(),
            reason,
        };
        let is_missing = |error: &io::Error| error.kind() == io::ErrorKind::NotFound;
        let text = match read_text(settings, SIZE_LIMIT) {
            Ok(text) => text,
            // A link to a missing file is no missing file.
            Err(error) if is_missing(&error) && !settings.is_symlink() => {
                return Ok(Self::default());
            }
            Err(error) => return Err(wrong(error.to_string())),
        };
        // A list of values would stand for the fields in their order.
        let mut read: Map<String, Value> =
            serde_json::from_str(&text).map_err(|error| wrong(error.to_string()))?;
        read.retain(|field, _| !field.starts_with(REMARK));
        let read: HostSettings =
            serde_json::from_value(read.into()).map_err(|error| wrong(error.to_string()))?;
        for key in &read.trusted_keys {
            PublicKey::from_base64(key).map_err(|error| wrong(format!("{key}: {error}")))?;
        }
        Ok(Self(read.trusted_keys))
    }

    /// Returns true if signatures are required.
    pub const fn are_set(&self) -> bool {
        !self.0.is_empty()
    }

    /// Returns true if packs of this trust are accepted.
    pub fn accept(&self, trust: &Trust) -> bool {
        match trust {
            Trust::Unsigned => self.0.is_empty(),
            Trust::Signed(key) => self.0.contains(key),
        }
    }

    /// Verifies the signature beside a pack file; skipped without trusted keys.
    ///
    /// # Errors
    /// If there is none, it is damaged, or no trusted key made it for these bytes.
    pub fn verify(&self, pack: &Pack) -> Result<Trust, PackError> {
        if self.0.is_empty() {
            return Ok(Trust::Unsigned);
        }
        let mut refusal = None;
        for path in [signature_path(&pack.path), next_signature_path(&pack.path)] {
            match self.verify_by(pack, &path) {
                Ok(trust) => return Ok(trust),
                // That of the pack itself says more than that of one which a kill left behind.
                Err(error) => refusal = refusal.or(Some(error)),
            }
        }
        let path = pack.path.clone();
        Err(refusal.unwrap_or(PackError::Unsigned { path }))
    }

    /// Returns true if a trusted key made this signature for the pack.
    pub fn fits(&self, pack: &Pack, signature: &Path) -> bool {
        self.verify_by(pack, signature).is_ok()
    }

    fn verify_by(&self, pack: &Pack, file: &Path) -> Result<Trust, PackError> {
        let path = || pack.path.clone();
        let signature = match read_text(file, SIZE_LIMIT) {
            Ok(text) => text,
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                return Err(PackError::Unsigned { path: path() });
            }
            Err(source) => {
                let path = file.to_owned();
                return Err(PackError::Io { path, source });
            }
        };
        let untrusted = || PackError::Untrusted { path: path() };
        let signature = Signature::decode(&signature).map_err(|_| untrusted())?;
        for key in &self.0 {
            let signed = signed_by(key, &signature, pack.bytes());
            if signed.map_err(|source| PackError::Io {
                path: path(),
                source,
            })? {
                return Ok(Trust::Signed(key.clone()));
            }
        }
        Err(untrusted())
    }
}

/// Returns true if the key made the signature for these bytes. A signature of the older kind,
/// without hashing first, is refused.
fn signed_by(key: &str, signature: &Signature, mut bytes: impl Read) -> io::Result<bool> {
    let Ok(key) = PublicKey::from_base64(key) else {
        return Ok(false);
    };
    let Ok(mut verifier) = key.verify_stream(signature) else {
        return Ok(false);
    };
    let mut buffer = vec![0; 64 * 1024];
    loop {
        match bytes.read(&mut buffer)? {
            0 => return Ok(verifier.finalize().is_ok()),
            count => verifier.update(&buffer[..count]),
        }
    }
}

/// Returns the path of a pack file's signature: `NAME.jsonl.minisig`, as minisign names it.
pub fn signature_path(pack: &Path) -> PathBuf {
    let mut name = pack.as_os_str().to_owned();
    name.push(".minisig");
    PathBuf::from(name)
}

/// Returns the path of the signature of a pack that is being replaced.
pub fn next_signature_path(pack: &Path) -> PathBuf {
    let mut name = signature_path(pack).into_os_string();
    name.push(".next");
    PathBuf::from(name)
}
