#!/usr/bin/env bash
# Tests ./homstyle load by short runs against real servers, one with open and one with signed access.
set -uo pipefail

project=$(cd -P "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
launcher=$project/homstyle
# shellcheck source=deploy/test/checks.sh
source "$project/deploy/test/checks.sh"
servers=()

main() {
  trap 'kill "${servers[@]}" 2>/dev/null; wait; rm -rf "$work"' EXIT
  start_server open
  start_server signed
  check_all
}

# ---- The tests ----

test_editing_with_reconnects_loses_nothing() {
  load open editing --tabs 6 --rooms 2 --duration 5s --reconnects
  succeeded && said "tabs connected" && shows "move p99" ".* ms" && shows "lost frames" "0" &&
    shows "doubled frames" "0" && shows "stuck locks" "0"
}

test_idle_tabs_end_well_with_a_table_and_a_report() {
  load open idle --tabs 20 --rooms 4 --duration 3s
  succeeded && said "standing still: 20 tabs" && shows "tabs connected" "20" && said "Report: " || return
  local report
  report=$(sed -n 's/^Report: //p' "$output")
  [[ -s $report ]] || explain "a page at '$report'"
}

test_missed_limit_is_named_and_ends_with_its_own_code() {
  load signed storm --tabs 20 --rooms 4 --max-resume-all 0.1ms
  exited 3 && said "MISSED: all resumed after is" && said "expected at most 0.10 ms (--max-resume-all)" &&
    shows "lost frames" "0"
}

test_nobody_listening_is_told() {
  run "$launcher" load --url http://127.0.0.1:9
  exited 1 && said "nothing listens at http://127.0.0.1:9"
}

test_wrong_option_names_value_and_expectation() {
  run "$launcher" load --tabs 5 --rooms 6
  exited 2 && said '--rooms is "6", expected 1 to the number of tabs, 5' || return
  run "$launcher" load fly
  exited 2 && said '"fly", expected idle, wake, editing, storm'
}

# ---- What they share ----

# start_server ACCESS: on a free port, without the launcher's training run.
start_server() {
  (
    # shellcheck source=homstyle
    source "$launcher"
    run_app serve --port 0 --data "$work/$1-data" --access "$1"
  ) >"$work/$1.server" 2>&1 &
  servers+=($!)
}

# load ACCESS ARGUMENT...: against that server.
load() {
  output=$work/$1.server until_said "is open on" || return
  run "$launcher" load "${@:2}" --url "$(sed -n 's/.*is open on //p' "$work/$1.server")" --report "$work/reports"
}

# shows MEASURE VALUE: the table has that line; VALUE is a regular expression.
shows() { grep -qE "^  $1 +$2( |$)" "$output" || explain "$1 $2"; }

main
