# Commands for work on havre. `just` alone lists them.

_list:
    @just --list

# Runs the program, for example `just run --lang fr`.
run *arguments:
    cargo run -- {{arguments}}

# Runs what is quickest to fail: formatting, the compiler, the rules between the parts, the units.
quick:
    cargo fmt --check
    cargo check --all-targets
    cargo test --lib
    cargo test --test architecture

# Runs everything that must hold before a change goes in.
all:
    .ci/run

# Accepts changed snapshots, and pictures of the README, after they were looked at; needs no cargo-insta.
accept *filter:
    HAVRE_PICTURES=draw INSTA_UPDATE=always cargo test --test screens --test cli --test content {{filter}}
    git diff --stat -- '*.snap'

# Measures; for example `just bench search`.
bench name="terminal":
    cargo bench --bench {{name}}

# Fuzzes one target for five minutes; needs nightly Rust and cargo-fuzz (docs/fuzzing.md).
fuzz target seconds="300":
    cargo +nightly fuzz run {{target}} -- -max_total_time={{seconds}}

# Builds the program to give away, without the paths of this machine in it.
release:
    .ci/release
