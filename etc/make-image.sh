#!/bin/sh
# Makes assay-cli/target/image: a Java runtime of just the modules that Assay uses, the jar, and an
# ahead-of-time cache from a training run. docs/decisions says what each of them gains.
set -eu
here=$(CDPATH= cd -- "$(dirname -- "$0")/.." && pwd)
. "$here/etc/find-jdk.sh"
find_jdk || exit 1
target=$here/assay-cli/target
jar=$target/assay.jar
if [ ! -f "$jar" ]; then
  echo "assay: first use, building (about a minute; downloads libraries once) ..."
  # What it prints is shown when it fails; some versions of Maven end with colour codes even in a file.
  said=$("$here/build" -Dfast -q -DskipTests -pl assay-cli -am package 2>&1) || { echo "$said"; exit 1; }
fi
echo "assay: making the image that starts fast ..."
fresh=$target/image.$$
trap 'rm -rf "$fresh"' EXIT
"$JAVA_HOME/bin/jlink" \
  --add-modules java.base,java.net.http,java.xml,java.logging,java.naming,java.management,java.sql,java.desktop,java.security.jgss,jdk.unsupported,jdk.zipfs,jdk.crypto.ec \
  --strip-java-debug-attributes --no-header-files --no-man-pages --output "$fresh"
cp "$target/assay-libraries.jar" "$fresh/lib/"
# The program's own jar is stored, not deflated: each start reads the licence data (3.7 MB) from it.
mkdir -p "$fresh/unpacked"
(cd "$fresh/unpacked" && "$JAVA_HOME/bin/jar" --extract --file "$jar")
# And the files that people edit go in once more, in the form that a start reads fastest.
"$fresh/bin/java" -XX:TieredStopAtLevel=1 -cp "$fresh/unpacked:$fresh/lib/assay-libraries.jar" \
  dev.assay.cli.Prepare "$fresh/unpacked/prepared"
"$JAVA_HOME/bin/jar" --create --no-compress --file "$fresh/lib/assay.jar" \
  --manifest "$fresh/unpacked/META-INF/MANIFEST.MF" -C "$fresh/unpacked" .
rm -rf "$fresh/unpacked"
# The rehearsals do what users do most: a whole release in code, the usual report and JSON; weights in shards;
# a release with a bit of everything (etc/rehearsal); one file of weights; a page without weights; and the version.
release=$here/examples
[ -d "$release" ] || release=$here/assay-model
little_endian() { # N: eight bytes
  printf "\\$(printf %03o $(($1 % 256)))\\$(printf %03o $(($1 / 256)))\000\000\000\000\000\000"
}
shard() { # FILE TENSOR
  header='{"__metadata__":{"format":"pt"},"'$2'":{"dtype":"F32","shape":[2,2],"data_offsets":[0,16]}}'
  { little_endian ${#header}; printf '%s0000000000000000' "$header"; } >"$1"
}
architecture() {
  little_endian 20
  printf 'general.architecture\010\000\000\000'
  little_endian 5
  printf 'llama'
}
rehearse() { # FOLDER: writes what the rehearsals read
  mkdir -p "$1/shards" "$1/code"
  shard "$1/shards/model-00001-of-00002.safetensors" model.layers.0.mlp.down_proj.weight
  shard "$1/shards/model-00002-of-00002.safetensors" model.layers.1.mlp.down_proj.weight
  printf '%s' '{"metadata":{},"weight_map":{"model.layers.0.mlp.down_proj.weight":"model-00001-of-00002.safetensors",' \
    '"model.layers.1.mlp.down_proj.weight":"model-00002-of-00002.safetensors"}}' >"$1/shards/model.safetensors.index.json"
  printf '{"architectures":["Example"],"hidden_size":2}' >"$1/shards/config.json"
  # And no weights at all: what is said then.
  mkdir -p "$1/bare"
  printf '# Example\n\nNothing is here yet.\n' >"$1/bare/README.md"
  # One tensor of the type F32 with its bytes behind the header; and a vocabulary without tensors.
  { printf 'GGUF\003\000\000\000'; little_endian 1; little_endian 2; architecture
    little_endian 17; printf 'general.file_type\004\000\000\000\007\000\000\000'
    little_endian 1; printf 'w\001\000\000\000'; little_endian 1; printf '\000\000\000\000'; little_endian 0
    printf '%099d' 0; } >"$1/model.gguf"
  { printf 'GGUF\003\000\000\000'; little_endian 0; little_endian 3; architecture
    little_endian 1; printf 'e\006\000\000\000\000\000\200\077'
    little_endian 11; printf 'tokenizer.t\011\000\000\000\010\000\000\000'; little_endian 1; little_endian 1
    printf 'a'; } >"$1/vocabulary.gguf"
  # What code and prose need, with weights of 4,096 bytes, whose content is looked at.
  cp -R "$here/etc/rehearsal/." "$1/code"
  # And what is read where weights, code and data lie elsewhere.
  cp -R "$here/etc/rehearsal-linked" "$1/linked"
  cp "$here/LICENSE" "$1/code/LICENSE"
  header='{"w":{"dtype":"BF16","shape":[64,32],"data_offsets":[0,4096]}}'
  { little_endian ${#header}; printf '%s%04096d' "$header" 7; } >"$1/code/model.safetensors"
}
# Without profiles of methods: they serve the optimising compiler, which the commands in the caches do without, and to
# read them in costs a tenth of a short run.
run() { # NAME MAIN ARGS...: writes the cache lib/NAME.aot from a run with these arguments
  name=$1
  shift
  "$fresh/bin/java" -XX:+UnlockDiagnosticVMOptions -XX:-AOTRecordTraining \
    -XX:AOTCacheOutput="$fresh/lib/$name.aot" -XX:+UseSerialGC -XX:-UsePerfData -Dfile.encoding=UTF-8 \
    --enable-native-access=ALL-UNNAMED \
    -cp "$fresh/lib/assay.jar:$fresh/lib/assay-libraries.jar" "$@" >"$target/image.log" 2>&1 &&
    [ -f "$fresh/lib/$name.aot" ] || { cat "$target/image.log"; rm -rf "$target/image"; exit 1; }
}
# The cache stores where its jar lies, so the image goes to its place first.
rm -rf "$target/image"
mv "$fresh" "$target/image"
fresh=$target/image
trap - EXIT
training=$fresh/training
rehearse "$training"
run start dev.assay.cli.Main --version
run assay dev.assay.cli.Rehearsal inspect "$release" --quiet \
  -o text="$training/report.txt" -o json="$training/report.json" \
  -- inspect "$training/shards" -- inspect "$training/code" -- inspect "$training/model.gguf" \
  -- inspect "$training/bare" \
  -- inspect "$training/linked" \
  -- weights "$training/model.gguf" --tensors --format json
run weights dev.assay.cli.Rehearsal weights "$training/model.gguf" \
  -- weights "$training/vocabulary.gguf" -- weights "$training/shards"
rm -rf "$training"
: >"$fresh/ready"
