//! List synchronized between two machines by Syncthing: nothing is lost, conflict copies are
//! merged.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::Duration;

use havre::bookmarks::{Change, Store};
use havre::directory::Contact;
use jiff::{SignedDuration, Timestamp};

use crate::support::{contacts, note, on_disk, times};
use crate::tools::find_tool;

/// Number of bookmarks of each machine; its changes rotate over them.
const EACH: usize = 20;

/// Greatest number of rounds until both machines must have the same list.
const ROUNDS: usize = 60;

const KEY: &str = "of-this-test";

/// Machine with its folders, its Syncthing, and the lead of its clock.
struct Machine {
    home: tempfile::TempDir,
    program: PathBuf,
    id: String,
    port: u16,
    interface: u16,
    ahead: SignedDuration,
    running: Option<Child>,
}

impl Drop for Machine {
    fn drop(&mut self) {
        if let Some(mut child) = self.running.take() {
            let _ = child.kill();
            let _ = child.wait();
        }
    }
}

/// Returns a port that was free just before.
fn port() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    listener.local_addr().unwrap().port()
}

impl Machine {
    fn new(program: &Path, ahead: SignedDuration) -> Self {
        let home = tempfile::tempdir().unwrap();
        fs::create_dir_all(home.path().join("data/.stfolder")).unwrap();
        let settings = format!("--home={}", home.path().join("home").display());
        let run = |arguments: &[&str]| {
            let output = Command::new(program).args(arguments).output().unwrap();
            assert!(output.status.success(), "{output:?}");
            String::from_utf8(output.stdout).unwrap().trim().to_owned()
        };
        run(&[
            "generate",
            &settings,
            "--skip-port-probing",
            "--no-default-folder",
        ]);
        let id = run(&[&settings, "--device-id"]);
        Self {
            home,
            program: program.to_owned(),
            id,
            port: port(),
            interface: port(),
            ahead,
            running: None,
        }
    }

    fn data(&self) -> PathBuf {
        self.home.path().join("data")
    }

    fn list(&self) -> PathBuf {
        self.data().join("bookmarks.json")
    }

    fn now(&self) -> Timestamp {
        Timestamp::now() + self.ahead
    }

    /// Starts Syncthing between the two, on the loopback interface only.
    fn start(&mut self, other: (&str, u16)) {
        let device = |id: &str, port: u16| {
            format!(r#"<device id="{id}"><address>tcp://127.0.0.1:{port}</address></device>"#)
        };
        let config = format!(
            r#"<configuration version="36">
            <folder id="w" path="{data}" type="sendreceive" rescanIntervalS="3600"
                fsWatcherEnabled="true" fsWatcherDelayS="1">
                <device id="{mine}"></device><device id="{theirs}"></device>
                <maxConflicts>10</maxConflicts>
            </folder>
            {here}{there}
            <gui enabled="true" tls="false"><address>127.0.0.1:{interface}</address><apikey>{KEY}</apikey></gui>
            <options>
                <listenAddress>tcp://127.0.0.1:{port}</listenAddress>
                <globalAnnounceEnabled>false</globalAnnounceEnabled>
                <localAnnounceEnabled>false</localAnnounceEnabled>
                <relaysEnabled>false</relaysEnabled><natEnabled>false</natEnabled>
                <urAccepted>-1</urAccepted><startBrowser>false</startBrowser>
                <crashReportingEnabled>false</crashReportingEnabled>
                <autoUpgradeIntervalH>0</autoUpgradeIntervalH>
                <reconnectionIntervalS>1</reconnectionIntervalS>
            </options>
            </configuration>"#,
            data = self.data().display(),
            mine = self.id,
            theirs = other.0,
            here = device(&self.id, self.port),
            there = device(other.0, other.1),
            interface = self.interface,
            port = self.port,
        );
        let home = self.home.path().join("home");
        fs::write(home.join("config.xml"), config).unwrap();
        let ignored = "!/bookmarks.json\n!/bookmarks.sync-conflict-*.json\n!/directory.d\n*\n";
        fs::write(self.data().join(".stignore"), ignored).unwrap();
        let child = Command::new(&self.program)
            .arg(format!("--home={}", home.display()))
            .args(["--no-browser", "--no-restart"])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn();
        self.running = Some(child.unwrap());
    }

    /// Sends a request to Syncthing's interface, and returns the answer.
    fn ask(&self, request: &str) -> io::Result<String> {
        let mut stream = TcpStream::connect(("127.0.0.1", self.interface))?;
        stream.set_read_timeout(Some(Duration::from_secs(30)))?;
        let host = self.interface;
        write!(
            stream,
            "{request} HTTP/1.0\r\nHost: 127.0.0.1:{host}\r\nX-API-Key: {KEY}\r\n\r\n"
        )?;
        let mut answer = String::new();
        stream.read_to_string(&mut answer)?;
        Ok(answer)
    }

    /// Makes Syncthing scan for changes, and waits a second.
    fn carry(&self) {
        // If it has not started yet, the next round asks again.
        let _ = self.ask("POST /rest/db/scan?folder=w");
        if self
            .ask("GET /rest/events?since=1000000000&timeout=1")
            .is_err()
        {
            thread::park_timeout(Duration::from_millis(200));
        }
    }

    /// Makes changes with a session open, and records the expected result in `wanted`.
    fn work(&self, own: &[Contact], tag: &str, wanted: &mut BTreeMap<String, String>) {
        let mut store = Store::open(&self.list(), self.now()).store;
        for number in 0..times("HAVRE_TEST_CHANGES", 100) {
            let contact = &own[number % own.len()];
            store.refresh(self.now());
            let text = format!("{tag} {number}");
            if !wanted.contains_key(&contact.id) {
                store
                    .apply(Change::add(contact, self.now()), self.now())
                    .unwrap();
            }
            store.apply(note(&contact.id, &text), self.now()).unwrap();
            wanted.insert(contact.id.clone(), text);
        }
    }

    fn has(&self) -> BTreeMap<String, String> {
        let list = on_disk(&self.list());
        let entries = list.bookmarks().into_iter();
        entries
            .map(|entry| (entry.id.clone(), entry.note().to_owned()))
            .collect()
    }
}

#[test]
fn syncthing_carries_a_list_and_a_pack_and_nothing_is_lost() {
    let Some(program) = find_tool("syncthing") else {
        return;
    };
    let mut here = Machine::new(&program, SignedDuration::ZERO);
    let mut there = Machine::new(&program, SignedDuration::from_hours(1));
    let all = contacts(2 * EACH);
    let (mine, theirs) = all.split_at(EACH);
    let (mut wanted, mut wanted_there) = (BTreeMap::new(), BTreeMap::new());
    // Without a connection.
    here.work(mine, "apart", &mut wanted);
    there.work(theirs, "apart", &mut wanted_there);
    fs::create_dir(here.data().join("directory.d")).unwrap();
    fs::write(here.data().join("directory.d/x.jsonl"), "a pack\n").unwrap();
    // Connected, with a session open on each.
    let addresses = [(here.id.clone(), here.port), (there.id.clone(), there.port)];
    here.start((&addresses[1].0, addresses[1].1));
    there.start((&addresses[0].0, addresses[0].1));
    thread::scope(|scope| {
        scope.spawn(|| here.work(mine, "open", &mut wanted));
        scope.spawn(|| there.work(theirs, "open", &mut wanted_there));
    });
    wanted.extend(wanted_there);
    let is_done = || {
        let pack = fs::read(there.data().join("directory.d/x.jsonl"));
        here.has() == wanted && there.has() == wanted && pack.is_ok_and(|text| text == b"a pack\n")
    };
    let done = (0..ROUNDS).any(|_| {
        for machine in [&here, &there] {
            machine.carry();
            let mut store = Store::open(&machine.list(), machine.now()).store;
            store.merge_conflicts(machine.now()).unwrap();
        }
        is_done()
    });
    assert!(
        done,
        "wanted {wanted:#?}\nhere {:#?}\nthere {:#?}",
        here.has(),
        there.has()
    );
}
