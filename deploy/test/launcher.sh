#!/usr/bin/env bash
# Tests the launcher on a stand-in project: the real launcher, pom.xml, Maven and Java, with a one-class application.
set -uo pipefail

project=$(cd -P "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
# shellcheck source=deploy/test/checks.sh
source "$project/deploy/test/checks.sh"
stand_in=$work/homstyle\ rooms # a space, since somebody will have one
launcher=$stand_in/homstyle

main() {
  make_stand_in
  check_all
}

# ---- The tests ----

test_command_line_reaches_java_unchanged() {
  run "$launcher" serve --data 'my rooms' '' --port 8080
  succeeded && said "argument serve" && said "argument my rooms" && said "argument " && said "argument 8080"
}

test_broken_sources_fail_with_the_end_of_the_log() {
  local source=$stand_in/app/src/main/java/homstyle/Main.java
  cp "$source" "$work/Main.java"
  echo "no Java" >>"$source"
  run "$launcher" serve
  cp "$work/Main.java" "$source"
  exited 1 && said "The build failed" && said "COMPILATION ERROR" && said "$stand_in/.build/build.log" || return
  run "$launcher" serve
  succeeded && said "argument serve"
}

test_changed_sources_are_built_again() {
  built || return
  echo "// $RANDOM" >>"$stand_in/app/src/main/java/homstyle/Main.java"
  run "$launcher" serve
  succeeded && said "Built in" && said "argument serve"
}

test_changed_tests_are_not_built_again() {
  built || return
  mkdir -p "$stand_in/frontend/e2e" "$stand_in/frontend/src"
  echo "// $RANDOM" | tee "$stand_in/frontend/e2e/room.spec.ts" >"$stand_in/frontend/src/room.test.ts"
  run "$launcher" serve
  succeeded && kept_silent "Built in"
}

test_copied_sources_with_new_times_are_not_built_again() {
  built || return
  find "$stand_in/app/src" "$stand_in/pom.xml" -exec touch {} +
  run "$launcher" serve
  succeeded && kept_silent "Built in"
}

test_data_folder_is_the_callers_and_home_is_the_projects() {
  built || return
  mkdir -p "$work/elsewhere"
  cd "$work/elsewhere" || return
  run "$launcher" serve
  succeeded && said "folder $work/elsewhere" && said "home $stand_in"
}

test_distribution_without_sources_needs_neither_maven_nor_node() {
  built || return
  local unpacked=$work/unpacked
  mkdir -p "$unpacked/app/target" "$unpacked/deploy"
  cp "$launcher" "$unpacked"
  cp "$stand_in/deploy/jvm.options" "$unpacked/deploy"
  cp "$stand_in/app/target/homstyle.jar" "$unpacked/app/target"
  run env PATH="$(path_without mvn node npm)" "$unpacked/homstyle" serve
  succeeded && said "argument serve" || return
  rm "$unpacked/app/target/homstyle.jar"
  run "$unpacked/homstyle" serve
  exited 1 && said "Missing: $unpacked/app/target/homstyle.jar"
}

test_distribution_runs_on_the_java_it_brings() {
  local unpacked=$work/with-java
  mkdir -p "$unpacked"
  cp "$launcher" "$unpacked"
  cp -R "$(old_java)" "$unpacked/runtime"
  echo 'JAVA_VERSION="25.0.1"' >"$unpacked/runtime/release"
  # shellcheck disable=SC2016
  run bash -c 'source "$1"; find_java; echo "java in $java_home"' _ "$unpacked/homstyle"
  succeeded && said "java in $unpacked/runtime"
}

test_exec_keeps_the_pid() {
  built || return
  "$launcher" serve >"$output" 2>&1 &
  local pid=$!
  wait $pid
  said "pid $pid"
}

test_exit_code_of_an_unknown_command_is_javas() {
  built || return
  run "$launcher" fly
  exited 2 && said "argument fly"
}

test_failed_tests_are_told_again_below_the_summary() {
  local part=$stand_in/deploy/test/launcher.sh
  printf '#!/bin/sh\nprintf "ok - good\\nnot ok - bad\\n    Expected better\\n"\nexit 1\n' >"$part"
  run "$launcher" test launcher
  exited 1 && said "1 passed, 1 failed" && said "✘ bad"
}

test_flags_come_from_jvm_options_and_the_environment() {
  built || return
  run env HOMSTYLE_JAVA_OPTS="-Dhomstyle.one=1 -Xmx99m" "$launcher" serve
  succeeded && said "flag -XX:+UseCompactObjectHeaders" && said "flag -Dhomstyle.one=1" && said "flag -Xmx99m"
}

test_help_needs_neither_a_build_nor_java() {
  local fresh=$work/fresh
  mkdir -p "$fresh"
  cp "$launcher" "$fresh"
  run env HOMSTYLE_JAVA_HOME=/nowhere PATH="$(path_without java mvn node)" "$fresh/homstyle" help
  succeeded && said "./homstyle serve" || return
  run "$fresh/homstyle"
  succeeded && said "./homstyle serve"
}

test_interrupted_build_leaves_nothing_broken() {
  rm -rf "$stand_in/.build"
  : >"$output"
  set -m # a process group of its own to interrupt, as a terminal does
  # Where the tests themselves run in the background, an interrupt is ignored unless that is undone.
  perl -e '$SIG{INT} = "DEFAULT"; exec @ARGV' "$launcher" serve >"$output" 2>&1 &
  local pid=$!
  set +m
  until_said "Building (log" || return # at once: this project is built in a few seconds
  kill -INT -- -$pid
  wait $pid
  status=$?
  exited 130 && said "Build stopped" || return
  run "$launcher" serve
  succeeded && said "Built in" && said "argument serve"
}

test_link_to_the_launcher_works_from_anywhere() {
  built || return
  ln -sf "$launcher" "$work/homstyle-link"
  run "$work/homstyle-link" serve
  succeeded && said "home $stand_in"
}

test_missing_java_is_told_with_what_was_found() {
  # The usual places of this machine have a JDK: the tests run on it.
  # shellcheck disable=SC2016
  local look='source "$1"; usual_java_homes() { :; }; find_java || explain_java Java'
  run env JAVA_HOME="$(old_java)" PATH="$(path_without java javac)" bash -c "$look" _ "$launcher"
  said "Missing: Java 25 or newer" && said "17.0.9 in" || return
  run env -u JAVA_HOME PATH="$(path_without java javac)" bash -c "$look" _ "$launcher"
  said "Found:" && said "    none"
}

test_missing_java_ends_the_start() {
  rm -rf "$stand_in/.build"
  run env HOMSTYLE_JAVA_HOME="$(old_java)" "$launcher" serve
  exited 1 && said "Missing: a JDK (java and javac) 25 or newer" && said "17.0.9"
}

test_missing_maven_and_node_are_told_together() {
  rm -rf "$stand_in/.build"
  run env PATH="$(path_without mvn node)" "$launcher" serve
  exited 1 && said "Missing: Maven 3.8 or newer" && said "Missing: Node 20.19 or newer"
}

test_package_needs_the_sources() {
  mkdir -p "$work/no-sources"
  cp "$launcher" "$work/no-sources"
  run "$work/no-sources/homstyle" package
  exited 1 && said "needs the sources"
}

test_two_at_once_build_once() {
  rm -rf "$stand_in/.build"
  two_at_once
}

test_two_at_once_build_once_without_flock() {
  rm -rf "$stand_in/.build"
  PATH=$(path_without flock)
  two_at_once
}

test_unchanged_sources_are_not_built_again() {
  built || return
  run "$launcher" serve
  succeeded && kept_silent "Built in" && said "argument serve"
}

test_unknown_part_of_the_tests_is_refused() {
  run "$launcher" test everything
  exited 2 && said "everything" && said "java frontend browser launcher"
}

# ---- What they share ----

two_at_once() {
  "$launcher" serve >"$work/first" 2>&1 &
  local first=$!
  run "$launcher" serve
  succeeded && wait $first || return
  cat "$work/first" >>"$output"
  [[ $(grep -c "Built in" "$output") == 1 && $(grep -c "argument serve" "$output") == 2 ]] || explain "one build, two starts"
}

built() {
  run "$launcher" serve
  succeeded
}

# A PATH with every tool of this machine but those named.
path_without() {
  local folder tools
  tools=$(mktemp -d "$work/tools.XXXXXX")
  while IFS= read -r -d : folder; do
    ln -s "$folder"/* "$tools" 2>/dev/null
  done <<<"$PATH:"
  (cd "$tools" && rm -f "$@")
  echo "$tools"
}

# A folder that looks like a JDK 17.
old_java() {
  mkdir -p "$work/jdk-17/bin"
  printf '#!/bin/sh\n' | tee "$work/jdk-17/bin/java" >"$work/jdk-17/bin/javac"
  chmod +x "$work/jdk-17/bin/"*
  echo 'JAVA_VERSION="17.0.9"' >"$work/jdk-17/release"
  echo "$work/jdk-17"
}

make_stand_in() {
  cp -R "$project/deploy/test/stand-in" "$stand_in"
  cp "$project/homstyle" "$stand_in"
  mkdir "$stand_in/deploy"
  cp -R "$project/deploy/"{build.sh,jvm.options,test} "$stand_in/deploy"
  sed -E '/<module>(protocol|persistence|frontend)</d' "$project/pom.xml" >"$stand_in/pom.xml"
}

main
