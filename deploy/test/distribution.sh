#!/usr/bin/env bash
# Tests the distribution as an image has it: in another place than where it was made, run by a user who may write to the
# data folder and to nothing else. Makes it first, unless DISTRIBUTION names the archive.
set -uo pipefail

project=$(cd -P "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
# shellcheck source=deploy/test/checks.sh
source "$project/deploy/test/checks.sh"
user=10001
unpacked=$work/homstyle
data=$work/data
dockerfile=$unpacked/deploy/Dockerfile

main() {
  trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT
  unpack "${DISTRIBUTION:-$(make_distribution)}" || exit 1
  check_all
}

# ---- The tests ----

test_dockerfile_copies_what_the_distribution_has() {
  local from entry copied=0
  while IFS= read -r from; do
    [[ -e $unpacked/$from ]] || explain "$from in the distribution" || return
    copied=$((copied + 1))
  done < <(sed -n 's/^COPY \(--[^ ]* \)*\([^ ]*\) .*/\2/p' "$dockerfile")
  ((copied > 0)) || explain "something to copy" || return
  entry=$(sed -n 's/^ENTRYPOINT \["\/opt\/homstyle\/\(.*\)"\]$/\1/p' "$dockerfile")
  [[ -x $unpacked/$entry && -f $unpacked/$entry ]] || explain "an entry point that is in the distribution, not '$entry'"
}

# Or whoever tried it first would give their signing keys away with the image.
test_dockerfile_leaves_out_what_is_in_the_data_folder() {
  cp "$dockerfile.dockerignore" "$output" && said 'data/*'
}

test_dockerfile_downloads_nothing_and_has_one_stage() {
  cp "$dockerfile" "$output"
  [[ $(grep -c '^FROM ' "$dockerfile") == 1 ]] || explain "one stage" || return
  ! grep -qE '^(RUN|ADD) |^FROM .*:latest$|^FROM [^:]*$' "$dockerfile" || explain "no RUN, no ADD, and a base with a version"
}

test_dockerfile_runs_as_a_numbered_user_who_is_not_root() {
  cp "$dockerfile" "$output"
  [[ $(sed -n 's/^USER //p' "$dockerfile") =~ ^([1-9][0-9]*):([1-9][0-9]*)$ && ${BASH_REMATCH[1]} == "$user" ]] ||
    explain "USER $user:$user"
}

# A cache that is not right for where it is used would be ignored in silence; with this flag the JVM ends instead.
test_learned_cache_is_used_in_another_place() {
  run as_image env HOMSTYLE_JAVA_OPTS=-XX:AOTMode=on homstyle/homstyle --version
  succeeded && said "HÖMSTYLE Rooms, build "
}

test_replay_token_and_backup_work() {
  start_server || return
  run as_image homstyle/homstyle replay vardagsrum
  succeeded && said "sofa" || return
  run as_image homstyle/homstyle token vardagsrum --role viewer
  succeeded && said "ey" || return
  run as_image homstyle/homstyle backup data/backup.db
  succeeded && [[ -s $data/backup.db ]] || explain "a backup in $data"
}

test_runtime_is_its_own() {
  # shellcheck disable=SC2016
  run as_image bash -c 'source homstyle/homstyle; find_java; echo "java in $java_home"'
  succeeded && said "java in " && said "/runtime"
}

test_server_keeps_to_its_data_folder() {
  start_server || return
  get /ready && said "200 OK" || return
  get / && said "200 OK" || return
  get /metrics && said "homstyle_info" || return
  [[ -s $data/journal.db ]] || explain "a journal in $data" || return
  output=$work/server kept_silent "NoClassDefFoundError" && output=$work/server kept_silent "ClassNotFoundException"
}

# What the other tests count on.
test_nothing_but_the_data_folder_can_be_written() {
  local place places=(homstyle homstyle/runtime homstyle/app/target)
  if ((EUID == 0)); then places+=(/ /etc /var/tmp /opt "$HOME"); fi
  for place in "${places[@]}"; do
    run as_image touch "$place/written"
    exited 1 || return
  done
  run as_image touch data/written
  succeeded || return
  run as_image bash -c 'printf "#!/bin/sh\n" >/tmp/program && chmod +x /tmp/program && /tmp/program'
  ((EUID != 0)) || exited 126
}

test_sigterm_reaches_the_server() {
  start_server || return
  kill -TERM "$server"
  wait "$server"
  status=$?
  cp "$work/server" "$output"
  exited 143
}

# ---- What they share ----

make_distribution() {
  "$project/homstyle" package >"$output" 2>&1 || explain "a distribution" >&2 || return
  sed -n 's/^Packaged in .*: //p' "$output"
}

unpack() {
  mkdir -p "$unpacked" "$data"
  tar -xzf "$1" --strip-components 1 -C "$unpacked" || return
  chmod -R a-w "$unpacked"
  if ((EUID == 0)); then chown "$user:$user" "$data"; fi
}

# Sets server to its pid and port to where it listens; it ends with the test.
start_server() {
  rm -rf "${data:?}"/*
  : >"$work/server"
  become_image homstyle/homstyle serve --port 0 --access open --host 127.0.0.1 >"$work/server" 2>&1 &
  server=$!
  trap 'kill "$server" 2>/dev/null; wait' EXIT
  output=$work/server until_said "is open on" || return
  port=$(sed -n 's/.*is open on .*://p' "$work/server")
}

# get PATH: the answer of the running server.
get() {
  exec 3<>"/dev/tcp/127.0.0.1/$port"
  printf 'GET %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n' "$1" >&3
  cat <&3 >"$output"
  exec 3>&-
}

# as_image COMMAND...: runs it as a container would.
as_image() (become_image "$@")

# Becomes that command, in a folder with the distribution and the data folder, and without this machine's environment.
# Where root runs this: as another user, every disk read-only but the data folder, and a /tmp where nothing can be
# executed. Elsewhere: with a distribution that may not be written to.
become_image() {
  # shellcheck disable=SC2016
  local start=(bash -c 'cd "$0" && exec env -i PATH=/usr/bin:/bin HOMSTYLE_DATA="$PWD/data" "$@"')
  if ((EUID == 0)); then
    # shellcheck disable=SC2016
    exec unshare --mount bash -c '
      set -e
      mount -t tmpfs -o mode=755 tmpfs /opt
      mkdir /opt/homstyle /opt/data
      mount --bind "$1/homstyle" /opt/homstyle
      mount --bind "$1/data" /opt/data
      mount -o remount,bind,ro /opt/homstyle
      mount -o remount,ro /opt
      mount -t tmpfs -o noexec,mode=1777 tmpfs /tmp
      mount -o remount,bind,ro /
      exec setpriv --reuid "$2" --regid "$2" --clear-groups --no-new-privs --bounding-set=-all "${@:3}"
    ' _ "$work" "$user" "${start[@]}" /opt "$@"
  fi
  exec "${start[@]}" "$work" "$@"
}

main
