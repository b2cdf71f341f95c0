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
  "$here/build" -Dfast -q -DskipTests -pl assay-cli -am package || exit 1
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
"$JAVA_HOME/bin/jar" --create --no-compress --file "$fresh/lib/assay.jar" \
  --manifest "$fresh/unpacked/META-INF/MANIFEST.MF" -C "$fresh/unpacked" .
rm -rf "$fresh/unpacked"
mkdir -p "$fresh/training"
# The training runs do what users do most: one release, the usual report and JSON; and the version.
release=$here/examples
[ -d "$release" ] || release=$here/assay-model
run() { # NAME ARGS...: writes the cache lib/NAME.aot from a run with these arguments
  name=$1
  shift
  "$fresh/bin/java" -XX:AOTCacheOutput="$fresh/lib/$name.aot" -XX:+UseSerialGC -XX:-UsePerfData \
    -Dfile.encoding=UTF-8 --enable-native-access=ALL-UNNAMED \
    -cp "$fresh/lib/assay.jar:$fresh/lib/assay-libraries.jar" dev.assay.cli.Main "$@" >"$target/image.log" 2>&1 || {
    code=$?
    # 3 is an honest answer about the training release; anything else is a failure to run at all.
    [ "$code" -eq 3 ]
  } && [ -f "$fresh/lib/$name.aot" ] || { cat "$target/image.log"; rm -rf "$target/image"; exit 1; }
}
# The cache stores where its jar lies, so the image goes to its place first.
rm -rf "$target/image"
mv "$fresh" "$target/image"
fresh=$target/image
trap - EXIT
run start --version
run assay inspect "$release" --quiet \
  -o text="$fresh/training/report.txt" -o json="$fresh/training/report.json"
rm -rf "$fresh/training"
: >"$fresh/ready"
