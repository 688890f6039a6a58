# Recipes for development. `just` lists them.

_list:
    @just --list

# Runs the program, for example `just run --lang fr`.
run *arguments:
    cargo run -- {{arguments}}

# Runs the fastest checks: formatting, compilation, unit tests, architecture rules.
quick:
    cargo fmt --check
    cargo check --all-targets
    cargo test --lib
    cargo test --test architecture

# Runs all checks required before a change is merged.
all:
    .ci/run

# Accepts changed snapshots and pictures of the README after a review; needs no cargo-insta.
accept *filter:
    HAVRE_PICTURES=draw INSTA_UPDATE=always cargo test --test screens --test cli --test content {{filter}}
    git diff --stat -- '*.snap'

# Runs a benchmark, for example `just bench search`.
bench name="terminal":
    cargo bench --bench {{name}}

# Compares the search with full-text engines on generated contacts; builds the engines (five minutes).
yardsticks contacts="100000":
    cargo run --release --manifest-path benches/yardsticks/Cargo.toml -- {{contacts}}

# Fuzzes one target for five minutes; needs nightly Rust and cargo-fuzz (docs/fuzzing.md).
fuzz target seconds="300":
    cargo +nightly fuzz run {{target}} -- -max_total_time={{seconds}}

# Builds the release: a static program, its archive, and the list of its crates (five minutes).
release:
    .ci/release

# Builds the Debian package and tries it in a clean root (needs root).
package:
    .ci/package

# Builds the release twice, in different folders, and compares the bytes (ten minutes).
reproducible:
    .ci/reproducible
