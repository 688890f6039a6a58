//! List synchronized between two machines by Syncthing: nothing is lost, conflict copies are
//! merged.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Read as _, Write as _};
use std::net::{Ipv4Addr, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command};
use std::thread;
use std::time::Duration;

use havre::bookmarks::{Change, Store};
use havre::directory::Contact;
use jiff::{SignedDuration, Timestamp};

use crate::support::{contacts, note, on_disk, times};
use crate::tools::find_tool;

/// Number of bookmarks of each machine; its changes rotate over them.
const EACH: usize = 20;

/// Greatest number of rounds of one start of both Syncthings. Both machines have the same list
/// after about 5 rounds; one that does not connect is started again.
const ROUNDS: usize = 40;

/// Greatest number of starts of both Syncthings.
const STARTS: usize = 4;

/// Port for the other machine, and port for requests of this test.
const PORTS: (u16, u16) = (22000, 8384);

const KEY: &str = "of-this-test";

/// Machine with its folders, its Syncthing, and the lead of its clock.
struct Machine {
    home: tempfile::TempDir,
    program: PathBuf,
    id: String,
    /// Address on the loopback interface. No other program has it, so that its ports are free.
    address: Ipv4Addr,
    ahead: SignedDuration,
    running: Option<Child>,
}

impl Drop for Machine {
    fn drop(&mut self) {
        self.stop();
    }
}

impl Machine {
    /// Makes the machine with this `number`, from 1.
    fn new(program: &Path, number: u8, ahead: SignedDuration) -> Self {
        let [.., high, low] = std::process::id().to_be_bytes();
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
            address: Ipv4Addr::new(127, number, high, low),
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
    fn start(&mut self, other: &(String, Ipv4Addr)) {
        let (port, interface) = PORTS;
        let device = |id: &str, address: Ipv4Addr| {
            format!(r#"<device id="{id}"><address>tcp://{address}:{port}</address></device>"#)
        };
        let config = format!(
            r#"<configuration version="36">
            <folder id="w" path="{data}" type="sendreceive" rescanIntervalS="3600"
                fsWatcherEnabled="true" fsWatcherDelayS="1">
                <device id="{mine}"></device><device id="{theirs}"></device>
                <maxConflicts>10</maxConflicts>
            </folder>
            {here}{there}
            <gui enabled="true" tls="false"><address>{address}:{interface}</address><apikey>{KEY}</apikey></gui>
            <options>
                <listenAddress>tcp://{address}:{port}</listenAddress>
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
            theirs = &other.0,
            here = device(&self.id, self.address),
            there = device(&other.0, other.1),
            address = self.address,
        );
        let home = self.home.path().join("home");
        fs::write(home.join("config.xml"), config).unwrap();
        let ignored = "!/bookmarks.json\n!/bookmarks.sync-conflict-*.json\n!/directory.d\n*\n";
        fs::write(self.data().join(".stignore"), ignored).unwrap();
        let log = fs::File::create(self.log()).unwrap();
        let child = Command::new(&self.program)
            .arg(format!("--home={}", home.display()))
            .args(["--no-browser", "--no-restart"])
            .stdout(log.try_clone().unwrap())
            .stderr(log)
            .spawn();
        self.running = Some(child.unwrap());
    }

    fn stop(&mut self) {
        if let Some(mut child) = self.running.take() {
            let _ = child.kill();
            let _ = child.wait();
        }
    }

    /// Returns the file with the messages of the last start.
    fn log(&self) -> PathBuf {
        self.home.path().join("log")
    }

    /// Sends a request to Syncthing's interface, and returns the answer.
    fn ask(&self, request: &str) -> io::Result<String> {
        let mut stream = TcpStream::connect((self.address, PORTS.1))?;
        stream.set_read_timeout(Some(Duration::from_secs(30)))?;
        write!(
            stream,
            "{request} HTTP/1.0\r\nHost: localhost\r\nX-API-Key: {KEY}\r\n\r\n"
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
    let mut here = Machine::new(&program, 1, SignedDuration::ZERO);
    let mut there = Machine::new(&program, 2, SignedDuration::from_hours(1));
    let all = contacts(2 * EACH);
    let (mine, theirs) = all.split_at(EACH);
    let (mut wanted, mut wanted_there) = (BTreeMap::new(), BTreeMap::new());
    // Without a connection.
    here.work(mine, "apart", &mut wanted);
    there.work(theirs, "apart", &mut wanted_there);
    fs::create_dir(here.data().join("directory.d")).unwrap();
    fs::write(here.data().join("directory.d/x.jsonl"), "a pack\n").unwrap();
    // Connected, with a session open on each.
    let others = [
        (there.id.clone(), there.address),
        (here.id.clone(), here.address),
    ];
    here.start(&others[0]);
    there.start(&others[1]);
    thread::scope(|scope| {
        scope.spawn(|| here.work(mine, "open", &mut wanted));
        scope.spawn(|| there.work(theirs, "open", &mut wanted_there));
    });
    wanted.extend(wanted_there);
    let done = (0..STARTS).any(|start| {
        if start > 0 {
            for (machine, other) in [&mut here, &mut there].into_iter().zip(&others) {
                machine.stop();
                machine.start(other);
            }
        }
        carries_all(&here, &there, &wanted)
    });
    let logs = [&here, &there].map(|machine| fs::read_to_string(machine.log()).unwrap());
    assert!(
        done,
        "wanted {wanted:#?}\nhere {:#?}\nthere {:#?}\n{}",
        here.has(),
        there.has(),
        logs.join("\n")
    );
}

/// Lets both machines exchange their files. Returns whether both have the list `wanted` and the
/// second has the pack of the first.
fn carries_all(here: &Machine, there: &Machine, wanted: &BTreeMap<String, String>) -> bool {
    (0..ROUNDS).any(|_| {
        for machine in [here, there] {
            machine.carry();
            let mut store = Store::open(&machine.list(), machine.now()).store;
            store.merge_conflicts(machine.now()).unwrap();
        }
        let pack = fs::read(there.data().join("directory.d/x.jsonl"));
        here.has() == *wanted
            && there.has() == *wanted
            && pack.is_ok_and(|text| text == b"a pack\n")
    })
}
