# shellcheck shell=bash
# `./homstyle test`: every part runs, also when one before it failed; a summary ends it. Sourced by ../../homstyle.
# shellcheck disable=SC2154 # what ../../homstyle and ../build.sh set

# shellcheck source=deploy/build.sh
source "$HOMSTYLE_HOME/deploy/build.sh"

test_tools=$HOMSTYLE_HOME/deploy/test
reports=$state/reports
all_parts=(java frontend browser launcher distribution load faults)

# run_tests [PART]...
run_tests() {
  local part parts=("$@") rows=() failures=() passed=0 failed=0
  if (($# == 0)); then parts=("${all_parts[@]}"); fi
  for part in "${parts[@]}"; do
    [[ " ${all_parts[*]} " == *" $part "* ]] || { say "Unknown part of the tests: $part. Expected: ${all_parts[*]}." && exit 2; }
  done
  stop_when_interrupted
  need_build_tools
  rm -rf "$reports"
  mkdir -p "$reports"
  for part in "${parts[@]}"; do run_part "$part"; done
  print_summary
  ((failed == 0))
}

# Adds to run_tests' rows, failures, passed and failed. A part that fails without a failing test (a type error, say) or
# that ran no test at all counts as one failure.
run_part() {
  local started=$SECONDS report part_passed part_failed part_skipped result=passed status=0
  printf '\n━━ %s ━━\n' "$(title_of "$1")"
  (stop_when_interrupted && "test_$1") || status=$?
  report=$(node "$test_tools/report.mjs" "$1" "$HOMSTYLE_HOME" "$reports")
  read -r part_passed part_failed part_skipped <<<"${report%%$'\n'*}"
  if [[ $report == *$'\n'* ]]; then failures+=("${report#*$'\n'}"); fi
  if ((part_failed == 0 && (status != 0 || part_passed == 0))); then part_failed=1; fi
  if ((part_failed > 0)); then result=FAILED; fi
  printf '━━ %s: %s in %s ━━\n' "$(title_of "$1")" "$result" "$(duration $((SECONDS - started)))"
  rows+=("$(title_of "$1")|$result|$part_passed|$part_failed|$part_skipped|$(duration $((SECONDS - started)))")
  passed=$((passed + part_passed))
  failed=$((failed + part_failed))
}

# Maven and npm end an interrupted run like any failed one, which would only be followed by the next.
stop_when_interrupted() { trap 'exit 130' INT; }

title_of() {
  case $1 in
    java) echo "Formatting and Java" ;;
    frontend) echo "TypeScript" ;;
    browser) echo "Browser" ;;
    launcher) echo "Launcher" ;;
    distribution) echo "Distribution" ;;
    load) echo "Load generator" ;;
    faults) echo "Fault suite" ;;
  esac
}

duration() { printf '%d min %02d s' $(($1 / 60)) $(($1 % 60)); }

print_summary() {
  local row columns
  printf '\n%-20s  %-6s  %6s  %6s  %7s  %12s\n' Part Result Passed Failed Skipped Time
  for row in "${rows[@]}"; do
    IFS='|' read -r -a columns <<<"$row"
    printf '%-20s  %-6s  %6d  %6d  %7d  %12s\n' "${columns[@]}"
  done
  if ((${#failures[@]} > 0)); then printf '\n%s' "${failures[@]}" && echo; fi
  printf '\n%d passed, %d failed\n' "$passed" "$failed"
}

# ---- The parts ----

# Built first, in the way `serve` does it: tests may start the launcher, and a server that runs here keeps its files,
# as Maven then has nothing to pack again.
test_java() {
  local bundled=false digest
  digest=$(sources_digest)
  if (ensure_built); then bundled=true; fi
  cd "$HOMSTYLE_HOME" || return
  rm -rf ./*/target/surefire-reports
  JAVA_HOME=$java_home mvn -B -ntp --fail-at-end -Dexec.skip=$bundled verify </dev/null || return
  remember_build "$digest"
}

test_frontend() {
  local status=0
  cd "$HOMSTYLE_HOME/frontend" || return
  npm install --no-save || return
  npm run check || status=1
  npm test -- --reporter=default --reporter=json --outputFile.json="$reports/frontend.json" || status=1
  return $status
}

test_browser() {
  find_chromium || install_chromium || return
  export CHROMIUM
  (ensure_built) || return
  cd "$HOMSTYLE_HOME/frontend" || return
  PLAYWRIGHT_JSON_OUTPUT_FILE=$reports/browser.json npm run e2e -- --reporter=list,json
}

test_launcher() { "$test_tools/launcher.sh" | tee "$reports/launcher.txt"; }

test_distribution() { "$test_tools/distribution.sh" | tee "$reports/distribution.txt"; }

test_load() { test_project choose_load_generator load; }

test_faults() { test_project choose_fault_suite faults; }

# test_project CHOOSE NAME: the unit tests of a project of its own, then its runs against real servers.
test_project() {
  local digest status=0
  (ensure_built) || return
  (
    "$1"
    digest=$(sources_digest)
    cd "$project" || exit
    rm -rf target/surefire-reports
    JAVA_HOME=$java_home mvn -B -ntp verify </dev/null || exit
    remember_build "$digest"
  ) || status=1
  "$test_tools/$2.sh" | tee "$reports/$2.txt" || status=1
  return $status
}

# ---- The browser ----

# Sets CHROMIUM, unless the caller has.
find_chromium() {
  local browser
  if [[ -n ${CHROMIUM:-} ]]; then return 0; fi
  for browser in chromium chromium-browser google-chrome google-chrome-stable \
    "/Applications/Chromium.app/Contents/MacOS/Chromium" "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"; do
    if CHROMIUM=$(command -v "$browser"); then return 0; fi
  done
  return 1
}

install_chromium() {
  local as_root=()
  if ((EUID != 0)); then as_root=(sudo -n); fi
  if command -v apt-get >/dev/null && ${as_root[@]+"${as_root[@]}"} true 2>/dev/null; then
    echo "Installing Chromium from this system's packages."
    ${as_root[@]+"${as_root[@]}"} apt-get update -q || true # an unreachable list need not be the one that matters
    ${as_root[@]+"${as_root[@]}"} env DEBIAN_FRONTEND=noninteractive apt-get install -q -y chromium || true
    if find_chromium; then return 0; fi
  fi
  say "Missing: Chromium or Chrome, for the browser tests.
  Looked for CHROMIUM (the path of one), chromium, chromium-browser, google-chrome and google-chrome-stable on PATH;
  it could not be installed from here (apt-get, as root or by sudo without a password).
  Get it with one of
    Debian   sudo apt-get install chromium
    macOS    brew install --cask chromium"
  return 1
}
