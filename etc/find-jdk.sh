# Sourced by ./build and ./assay: sets JAVA_HOME to a JDK of at least version 25, or explains.
#
# Order: ASSAY_JDK, JAVA_HOME, the javac on the PATH, then the usual folders of each system and of
# the usual version managers. A JDK's version is read from its `release` file; nothing is started.

jdk_version() { # prints the major version of the JDK in $1, or nothing
  [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 0
  sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
}

jdk_suits() {
  [ -n "$1" ] || return 1
  jdk_found=$(jdk_version "$1")
  [ -n "$jdk_found" ] && [ "$jdk_found" -ge 25 ]
}

find_jdk() {
  if [ -n "${ASSAY_JDK:-}" ]; then
    if jdk_suits "$ASSAY_JDK"; then JAVA_HOME=$ASSAY_JDK; export JAVA_HOME; return 0; fi
    echo "assay: ASSAY_JDK=$ASSAY_JDK is not a JDK of version 25 or later" >&2
    return 1
  fi
  jdk_on_path=$(command -v javac 2>/dev/null || true)
  if [ -n "$jdk_on_path" ]; then
    jdk_on_path=$(readlink -f "$jdk_on_path" 2>/dev/null || echo "$jdk_on_path")
    jdk_on_path=${jdk_on_path%/bin/javac}
  fi
  for jdk_candidate in "${JAVA_HOME:-}" "$jdk_on_path" \
    /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* /opt/*jdk* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    "${HOME:-/nonexistent}"/.sdkman/candidates/java/* "${HOME:-/nonexistent}"/.jdks/* \
    "${HOME:-/nonexistent}"/.asdf/installs/java/* "${HOME:-/nonexistent}"/.local/share/mise/installs/java/* \
    "${HOME:-/nonexistent}"/.jenv/versions/* "${HOME:-/nonexistent}"/.jabba/jdk/*; do
    if jdk_suits "$jdk_candidate"; then JAVA_HOME=$jdk_candidate; export JAVA_HOME; return 0; fi
  done
  cat >&2 <<'EOF'
assay: no JDK of version 25 or later was found.
Install one, for example Eclipse Temurin 25 (https://adoptium.net) or your system's openjdk-25-jdk,
or point ASSAY_JDK at its folder:  ASSAY_JDK=/path/to/jdk-25 ./build
EOF
  return 1
}
