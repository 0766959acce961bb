# shellcheck shell=bash
# Builds the application, the load generator or the fault suite when its sources changed. Sourced by ../homstyle where there
# are sources.
# shellcheck disable=SC2154 # what ../homstyle sets

project=$HOMSTYLE_HOME
state=$HOMSTYLE_HOME/.build
build_log=$state/build.log
libraries=$(dirname "$jar")/lib
needs_node=yes
more_sources=()

# From here on, everything in this file is about the load generator or the fault suite, each a project of its own.
choose_load_generator() { choose_project load; }

choose_fault_suite() {
  choose_project faults
  more_sources=(../../protocol/src/main)
}

choose_project() {
  project=$HOMSTYLE_HOME/deploy/$1
  state=$HOMSTYLE_HOME/.build/$1
  build_log=$state/build.log
  jar=$project/target/homstyle-$1.jar
  libraries=$project/target/lib
  aot_cache=$project/target/homstyle-$1.aot
  needs_node=no
}

ensure_built() {
  local digest
  digest=$(sources_digest)
  if is_built "$digest"; then return; fi
  lock_build
  if ! is_built "$digest"; then # unless another launcher did it while this one waited
    need_build_tools
    build
    remember_build "$digest"
  fi
  unlock_build
}

# ---- What was built from what ----

# By content, not by time, so that a clone, a copy and a change of branch count rightly.
sources_digest() (
  cd "$project" || exit
  {
    find pom.xml src/main ./*/pom.xml ./*/src/main ${more_sources[@]+"${more_sources[@]}"} -type f 2>/dev/null || true
    find frontend \( -path frontend/node_modules -o -path frontend/dist -o -path frontend/target -o -path frontend/e2e \
      -o -path frontend/test-results -o -path frontend/playwright-report \) -prune \
      -o -type f ! -name '*.test.ts' ! -name '*.test.tsx' -print 2>/dev/null || true
  } | LC_ALL=C sort | tr '\n' '\0' | xargs -0 cksum | cksum
)

# Built from these sources, and nobody has run Maven by hand on others since.
is_built() {
  [[ -f $jar && -f $state/sources && $(<"$state/sources") == "$1" ]] &&
    [[ -z $(find "$jar" "$libraries" -newer "$state/sources" 2>/dev/null) ]]
}

remember_build() {
  mkdir -p "$state"
  echo "$1" >"$state/sources.new"
  mv "$state/sources.new" "$state/sources"
}

# ---- One build at a time in this folder ----

# By the kernel's lock on a file, which ends with its holder however that ends.
lock_build() {
  mkdir -p "$state"
  trap unlock_build EXIT
  exec 9>"$state/lock"
  take_lock -n || { say "Another build is running here; waiting for it." && take_lock; }
}

# Locks file descriptor 9; with -n only if that needs no waiting. macOS has no flock, but the Perl that comes with it does.
take_lock() {
  if command -v flock >/dev/null; then
    flock "$@" 9
  else
    perl -MFcntl=:flock -e 'open my $lock, ">&=", 9 or die $!; exit !flock($lock, LOCK_EX | (@ARGV ? LOCK_NB : 0))' -- "$@"
  fi
}

unlock_build() {
  trap - EXIT
  exec 9>&-
}

# ---- Maven ----

build() {
  local started=$SECONDS maven
  # Unlinked rather than overwritten: a server that runs from these files keeps its own.
  rm -rf "$jar" "$libraries" "$state/sources" "$aot_cache" "$aot_cache.tried"
  : >"$build_log"
  set -m # a process group of its own, so that an interrupted build can be ended with all its children
  (cd "$project" && JAVA_HOME=$java_home exec mvn -B -ntp -Dmaven.test.skip=true package) >"$build_log" 2>&1 </dev/null 9>&- &
  maven=$!
  set +m
  trap 'stop_build $maven 130' INT
  trap 'stop_build $maven 143' TERM HUP
  follow_build $maven
  wait $maven || { explain_failed_build && exit 1; }
  trap - INT TERM HUP
  say "Built in $((SECONDS - started)) s."
}

stop_build() {
  kill -TERM -- "-$1" 2>/dev/null || true
  wait "$1" 2>/dev/null || true
  if [[ -t 2 ]]; then printf '\r\033[K' >&2; fi
  say "Build stopped; the next start builds again."
  exit "$2"
}

# One line a phase; on a terminal one line that changes.
follow_build() {
  local line phase="starting Maven" started=$SECONDS running=yes live=no
  if [[ -t 2 && ${TERM:-dumb} != dumb ]]; then live=yes; else say "Building (log: $build_log)"; fi
  while [[ $running == yes ]]; do
    kill -0 "$1" 2>/dev/null || running=no
    while IFS= read -r line; do
      is_phase "$line" || continue
      if [[ $live == no ]]; then say "  $phase"; fi
    done <&8
    if [[ $live == yes ]]; then printf '\r\033[KBuilding · %s · %d s' "$phase" $((SECONDS - started)) >&2; fi
    if [[ $running == yes ]]; then sleep 0.3; fi
  done 8<"$build_log"
  if [[ $live == yes ]]; then printf '\r\033[K' >&2; fi
}

# Sets the caller's `phase` when this line of Maven's begins one.
is_phase() {
  local module='Building (.+) [0-9][^ ]* +\[([0-9]+/[0-9]+)\]' only='Building (.+) [0-9][^ ]*$' npm='\(npm-([a-z]+)\) @'
  if [[ $1 =~ $module ]]; then
    phase="${BASH_REMATCH[1]} (${BASH_REMATCH[2]})"
  elif [[ $1 =~ $only ]]; then
    phase="${BASH_REMATCH[1]}"
  elif [[ $1 =~ $npm ]]; then
    phase="Browser client: npm ${BASH_REMATCH[1]}"
  else
    return 1
  fi
}

# Without what Maven says after each failure, which would be most of the last lines.
explain_failed_build() {
  say "The build failed. The end of its log, without progress and stack traces:"
  sed -e $'s/\033\\[[0-9;]*m//g' -e 's/ -> \[Help 1\]$//' "$build_log" |
    grep -vE '^\[INFO\]|^\[ERROR\] *$|^[[:space:]]+at |\[Help 1\] http|^WARNING: |full stack trace|-X switch|read the following|After correcting|mvn <args>|^$' |
    tail -n 30 >&2 || true
  say "The whole of it: $build_log"
}

# ---- What the JVM learns from a training run: it starts in half the time and is warm sooner ----

# Once after a build. A server that could not be trained starts all the same.
ensure_trained() {
  if [[ -f $aot_cache || -f $aot_cache.tried ]]; then return; fi
  find_java || return 0
  train || : >"$aot_cache.tried"
}

# Makes $aot_cache for $java_home and $jar.
train() {
  local status=0
  say "Training the server once, for quick starts (a quarter of a minute)."
  trap 'exit 130' INT # java ends in order by it, which would look like the end of a training
  # In $state, where a JVM that breaks down leaves its report.
  (cd "$state" && exec "$java_home/bin/java" "@$HOMSTYLE_HOME/deploy/jvm.options" "-XX:AOTCacheOutput=$aot_cache.new" \
    -jar "$jar" train) >"$state/train.log" 2>&1 </dev/null && mv "$aot_cache.new" "$aot_cache" || status=$?
  trap - INT
  return $status
}

# ---- What a build needs ----

need_build_tools() {
  local ready=yes maven node
  find_java javac || { explain_java "a JDK (java and javac)" && ready=no; }
  maven=$(maven_version) || true
  at_least "$wanted_maven" "$maven" || { explain_maven "$maven" && ready=no; }
  if [[ $needs_node == yes ]]; then
    node=$(node_version) || true
    at_least "$wanted_node" "$node" || { explain_node "$node" && ready=no; }
  fi
  [[ $ready == yes ]] || exit 1
}

maven_version() { JAVA_HOME=$java_home mvn --version 2>/dev/null | sed -n 's/.*Apache Maven \([0-9][0-9.]*\).*/\1/p'; }

node_version() { command -v npm >/dev/null && node --version 2>/dev/null | sed 's/^v//'; }

explain_maven() {
  say "Missing: Maven $wanted_maven or newer, to build.
  Looked for mvn on PATH; found: ${1:-none that runs}.
  Get it with one of
    Debian   sudo apt-get install maven
    macOS    brew install maven
    SDKMAN   sdk install maven"
}

explain_node() {
  say "Missing: Node $wanted_node or newer with npm, to build.
  Looked for node and npm on PATH; found: ${1:-not both}.
  Get it with one of
    Debian 13   sudo apt-get install nodejs npm
    macOS       brew install node
    nvm         nvm install 22"
}
