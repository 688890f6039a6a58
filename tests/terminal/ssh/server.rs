//! Private `sshd` with its clients.

use std::fs;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use crate::support::{Process, Setup, Terminal, find_tool, wait_until};

/// Key of a client.
#[derive(Clone, Copy)]
pub enum Key {
    /// Key without restrictions.
    Open,
    /// Key of the first worker, restricted to havre by the first line of `docs/ssh.md`.
    Alice,
    /// Key of the second worker, restricted by the second line.
    Bob,
}

const KEYS: [Key; 3] = [Key::Open, Key::Alice, Key::Bob];

impl Key {
    const fn name(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Alice => "alice",
            Self::Bob => "bob",
        }
    }
}

/// Server on loopback that ends with the test.
pub struct Server {
    daemon: Child,
    port: u16,
    /// Keys, settings, and the worker's data.
    folder: tempfile::TempDir,
}

impl Server {
    /// Starts a server; `None` if the system has no `sshd`.
    pub fn start() -> Option<Self> {
        Self::start_with("")
    }

    /// Starts a server with the lines of `docs/ssh.md`, for every login.
    pub fn start_as_documented() -> Option<Self> {
        let lines = documented("sshd_config");
        let (group, lines) = lines.split_once('\n').unwrap();
        assert_eq!(group, "Match Group havre");
        let kept: Vec<_> = lines
            .lines()
            // The keys of this test are in its own folder.
            .filter(|line| !line.trim_start().starts_with("AuthorizedKeysFile "))
            .collect();
        assert!(kept.len() + 1 == lines.lines().count() && kept.len() > 5);
        Self::start_with(&format!("Match all\n{}\n", kept.join("\n")))
    }

    fn start_with(more: &str) -> Option<Self> {
        let program = find_tool("sshd")?;
        find_tool("ssh")?;
        let folder = tempfile::tempdir().unwrap();
        make_keys(folder.path());
        fs::write(settings(folder.path()), configuration(folder.path()) + more).unwrap();
        // As root, sshd requires this folder, which only the system's own service creates.
        let _ = fs::create_dir_all("/run/sshd");
        let (daemon, port) = std::iter::repeat_with(free_port)
            .find_map(|port| Some((serve(&program, folder.path(), port)?, port)))
            .unwrap();
        Some(Self {
            daemon,
            port,
            folder,
        })
    }

    /// Returns the command that runs havre with the data of this server's worker.
    pub fn command(&self) -> String {
        command(self.folder.path())
    }

    /// Logs in with a terminal, and requests a command.
    pub fn log_in(&self, key: Key, command: &str) -> Terminal {
        let arguments = self.arguments(key);
        Setup::of("ssh")
            .args(["-tt"])
            .args(arguments.iter().map(String::as_str))
            .args(["127.0.0.1", command])
            .start()
    }

    /// Connects with a key and without a terminal; `program` is `ssh` or a similar one. Returns
    /// true if the request was granted, and all output.
    pub fn ask(&self, program: &str, key: Key, before: &[&str], after: &[&str]) -> (bool, String) {
        let mut client = Command::new(program);
        let output = client
            .args(before)
            .args(self.arguments(key))
            .arg("127.0.0.1")
            .args(after)
            .stdin(Stdio::null())
            .output()
            .unwrap();
        let said = [output.stdout, output.stderr].concat();
        (
            output.status.success(),
            String::from_utf8_lossy(&said).into_owned(),
        )
    }

    fn arguments(&self, key: Key) -> Vec<String> {
        let port = format!("Port={}", self.port);
        let identity = self.folder.path().join(key.name());
        let identity = format!("IdentityFile={}", identity.display());
        let options = [
            &port,
            &identity,
            "StrictHostKeyChecking=no",
            "UserKnownHostsFile=/dev/null",
            "LogLevel=ERROR",
            "IdentitiesOnly=yes",
            "ExitOnForwardFailure=yes",
        ];
        let options = options.into_iter().flat_map(|option| ["-o", option]);
        ["-F", "none"]
            .into_iter()
            .chain(options)
            .map(str::to_owned)
            .collect()
    }

    /// Returns the address of the server itself, as a target of forwarding.
    pub fn address(&self) -> String {
        format!("127.0.0.1:{}", self.port)
    }

    /// Returns the folder of a worker's files.
    pub fn files_of(&self, worker: &str) -> PathBuf {
        data_folder(self.folder.path()).join("workers").join(worker)
    }

    /// Returns the processes of havre of this server.
    pub fn programs(&self) -> Vec<Process> {
        let data = data_folder(self.folder.path());
        let processes = fs::read_dir("/proc").unwrap().filter_map(Result::ok);
        let ids = processes.filter_map(|process| process.file_name().to_str()?.parse().ok());
        ids.filter(|id| is_havre(*id, &data))
            .map(Process::numbered)
            .collect()
    }

    /// Waits until the last of them has ended.
    #[track_caller]
    pub fn wait_until_no_program_runs(&self) {
        wait_until("the end of havre", || {
            self.programs().is_empty().then_some(())
        });
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // The daemon may have ended already.
        let _ = self.daemon.kill();
        let _ = self.daemon.wait();
    }
}

/// Starts the server on a port; `None` if another program took the port meanwhile. The file of its
/// process id exists once it listens: a port that answers may belong to another test's server.
fn serve(program: &Path, folder: &Path, port: u16) -> Option<Child> {
    let mut daemon = Command::new(program)
        .arg("-D")
        .arg("-f")
        .arg(settings(folder))
        .args(["-p", &port.to_string()])
        .stdin(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let listens = wait_until("the server", || {
        let ended = daemon.try_wait().unwrap().is_some();
        (ended || number_file(folder).exists()).then_some(!ended)
    });
    listens.then_some(daemon)
}

fn settings(folder: &Path) -> PathBuf {
    folder.join("sshd_config")
}

fn number_file(folder: &Path) -> PathBuf {
    folder.join("pid")
}

/// Returns true if the process is havre itself, with this data; not a shell or server that starts
/// it.
fn is_havre(id: u32, data: &Path) -> bool {
    let command = fs::read(format!("/proc/{id}/cmdline")).unwrap_or_default();
    let words: Vec<_> = command.split(|byte| *byte == 0).collect();
    words.first() == Some(&env!("CARGO_BIN_EXE_havre").as_bytes())
        && words.contains(&data.as_os_str().as_encoded_bytes())
}

fn data_folder(folder: &Path) -> PathBuf {
    folder.join("data")
}

fn command(folder: &Path) -> String {
    let program = env!("CARGO_BIN_EXE_havre");
    let data = data_folder(folder);
    format!(
        "{program} --lang en --region ON --data-dir {}",
        data.display()
    )
}

fn make_keys(folder: &Path) {
    for name in ["host"].into_iter().chain(KEYS.map(Key::name)) {
        let mut keygen = Command::new("ssh-keygen");
        keygen
            .args(["-q", "-t", "ed25519", "-N", "", "-f"])
            .arg(folder.join(name));
        assert!(keygen.status().unwrap().success());
    }
    let public = |key: Key| fs::read_to_string(folder.join(format!("{}.pub", key.name()))).unwrap();
    let lines = documented("authorized_keys");
    let mut keys = public(Key::Open);
    for (line, key) in lines.lines().zip([Key::Alice, Key::Bob]) {
        let (options, _) = line.split_once(" ssh-ed25519 ").unwrap();
        let (start, rest) = options.split_once("havre ").unwrap();
        let command = command(folder);
        keys.extend([start, &command, " ", rest, " ", &public(key)]);
    }
    assert_eq!(keys.lines().count(), KEYS.len());
    fs::write(folder.join("authorized_keys"), keys).unwrap();
}

/// Returns the lines of `docs/ssh.md` under a heading.
fn documented(name: &str) -> String {
    let page = fs::read_to_string("docs/ssh.md").unwrap();
    let (_, after) = page
        .split_once(&format!("<!-- {name} -->\n```text\n"))
        .unwrap();
    after.split_once("```").unwrap().0.to_owned()
}

fn configuration(folder: &Path) -> String {
    let number = number_file(folder);
    let (folder, number) = (folder.display(), number.display());
    format!(
        "ListenAddress 127.0.0.1\nHostKey {folder}/host\nAuthorizedKeysFile {folder}/authorized_keys\n\
         PidFile {number}\nStrictModes no\nUsePAM no\nPasswordAuthentication no\n\
         KbdInteractiveAuthentication no\nPermitRootLogin prohibit-password\n\
         MaxStartups 100\nSetEnv LANG=C.UTF-8\nSubsystem sftp internal-sftp\n"
    )
}

fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0")
        .unwrap()
        .local_addr()
        .unwrap()
        .port()
}
