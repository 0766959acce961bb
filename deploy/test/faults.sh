#!/usr/bin/env bash
# Tests ./homstyle faults: the checker on good and bad histories, clients against a real server that is killed, and a short
# siege of a cluster.
set -uo pipefail

project=$(cd -P "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
launcher=$project/homstyle
# shellcheck source=deploy/test/checks.sh
source "$project/deploy/test/checks.sh"
clean=$project/deploy/faults/src/test/resources/two-shoppers.jsonl
server=
siege=

main() {
  check_all
}

# ---- The tests ----

test_clean_history() {
  run "$launcher" faults check "$clean"
  succeeded && said "clean: 0 violations; 7 changes in 1 rooms, 2 clients, 47 lines"
}

test_violation_is_a_line_with_its_place() {
  sed '12s/"fence":2/"fence":1/' "$clean" >"$work/stale.jsonl"
  run "$launcher" faults check "$work/stale.jsonl"
  exited 1 && said "line 39: L2 room red-room, revision 3: r changes sofa with fence 1; that of its lock is 2"
}

test_file_that_is_no_history() {
  head -n 20 "$clean" >"$work/part.jsonl"
  run "$launcher" faults check "$work/part.jsonl"
  exited 2 && said "$work/part.jsonl: line 20: the history ends here, expected a last line of kind end"
}

# Killed twice in the middle, and started again on the same data and port.
test_clients_lose_nothing_when_the_server_is_killed() {
  local address history=$work/history.jsonl clients
  trap stop_server EXIT
  start_server 0 || return
  address=$(sed -n 's/.*is open on //p' "$work/server")
  "$launcher" faults run --nodes "$address" --clients 12 --rooms 3 --seconds 30 --history "$history" \
    >"$work/run" 2>&1 </dev/null &
  clients=$!
  for lines in 300 1000; do
    has_lines "$lines" "$history" || return
    stop_server
    start_server "${address##*:}" || return
  done
  run wait "$clients"
  cat "$work/run" >"$output"
  succeeded && said "clean: 0 violations" && grep -q '"kind":"closed"' "$history"
}

# One fault of each of three kinds, on three nodes and PostgreSQL.
test_short_siege_is_clean() {
  run "$launcher" faults siege --seed 4 --times 1 --faults kill,term,database-cut --clients 9 --rooms 3 \
    --folder "$work/siege"
  succeeded && said "seed 4: 1 of 1 histories are clean" && said "kill"
}

# Cut off for so short a time that nobody gives a node up, and for so long that the others do.
test_node_that_is_cut_off() {
  if [[ $(uname) != Linux ]]; then return; fi # one loopback address only
  siege_of_node_cuts shortly 1 && starts_are 3 && siege_of_node_cuts long 16 && starts_are 4
}

test_database_restart() {
  run "$launcher" faults siege --seed 4 --times 2 --faults database-restart --shortest 2 --longest 4 --clients 9 --rooms 3 \
    --folder "$work/restarts"
  succeeded && said "seed 4: 1 of 1 histories are clean"
}

# ---- What they share ----

# siege_of_node_cuts NAME SECONDS: one cut, so long.
siege_of_node_cuts() {
  siege=$work/$1
  run "$launcher" faults siege --seed 4 --times 1 --faults node-cut --shortest "$2" --longest "$2" --clients 9 --rooms 3 \
    --folder "$siege"
  succeeded && said "seed 4: 1 of 1 histories are clean"
}

# starts_are NUMBER: of all nodes together.
starts_are() {
  local starts
  starts=$(cat "$siege"/node-*.log | grep -c "is open on")
  if [[ $starts != "$1" ]]; then
    echo "Expected $1 starts in $siege, and there were $starts."
    return 1
  fi
}

# start_server PORT: without the launcher's training run; waits until it is open.
start_server() {
  (
    # shellcheck source=homstyle
    source "$launcher"
    run_app serve --port "$1" --data "$work/data"
  ) >"$work/server" 2>&1 &
  server=$!
  output=$work/server until_said "is open on"
}

stop_server() {
  if [[ -n $server ]]; then kill -9 "$server" && wait "$server"; fi 2>/dev/null
  server=
}

# has_lines NUMBER FILE: waits until it has as many, for two minutes at most.
has_lines() {
  local tries
  for ((tries = 0; tries < 1200; tries++)); do
    if [[ -f $2 && $(wc -l <"$2") -ge $1 ]]; then return 0; fi
    sleep 0.1
  done
  echo "Expected $1 lines in $2, and the clients said:"
  cat "$work/run"
  return 1
}

main
