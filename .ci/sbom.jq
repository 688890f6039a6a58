# Lists the crates of a program in the form of CycloneDX, from the output of `cargo metadata`.
# Arguments: $lock, an object from "name version" to the checksum in Cargo.lock; $time.

# Ids of the crates that a set of ids needs, without those of tests.
def needed($nodes): [.[] | $nodes[.][]] + . | unique;
def closure($nodes): . as $ids | needed($nodes) | if length == ($ids | length) then . else closure($nodes) end;

def purl: "pkg:cargo/\(.name)@\(.version)";

(.resolve.nodes | map({
  key: .id,
  value: [.deps[] | select(any(.dep_kinds[]; .kind != "dev")) | .pkg]
}) | from_entries) as $nodes
| (.packages | map({key: .id, value: .}) | from_entries) as $packages
| .resolve.root as $root
| ([$root] | closure($nodes)) as $ids
| {
    bomFormat: "CycloneDX",
    specVersion: "1.5",
    version: 1,
    metadata: {
      timestamp: $time,
      component: ($packages[$root] | {
        type: "application", "bom-ref": purl, name, version, purl: "pkg:generic/\(.name)@\(.version)", licenses: [{expression: .license}]
      })
    },
    components: ($ids - [$root] | map($packages[.]) | sort_by(.name, .version) | map({
      type: "library", "bom-ref": purl, name, version, purl: purl,
      licenses: [{expression: (.license | gsub("/"; " OR "))}],
      hashes: [{alg: "SHA-256", content: $lock["\(.name) \(.version)"]}]
    })),
    dependencies: ($ids | map({
      ref: ($packages[.] | purl),
      dependsOn: ($nodes[.] | map($packages[.] | purl) | unique)
    }) | sort_by(.ref))
  }
