# shellcheck shell=bash
# What the tests of shell commands share. A test is a function test_…; check_all runs them in the order of their names and
# prints "ok - …" or "not ok - …" for each. Each may count on nothing that another has left.

work=$(cd -P "$(mktemp -d)" && pwd)
output=$work/output
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT

check_all() {
  local name failures=0
  for name in $(compgen -A function test_); do
    if ("$name") >"$work/log" 2>&1; then
      echo "ok - ${name#test_}" | tr _ ' '
    else
      echo "not ok - ${name#test_}" | tr _ ' '
      sed 's/^/    /' "$work/log"
      failures=$((failures + 1))
    fi
  done
  ((failures == 0))
}

# run COMMAND...: keeps what it says in $output, and its status.
run() {
  status=0
  "$@" >"$output" 2>&1 </dev/null || status=$?
}

succeeded() { exited 0; }

exited() { [[ $status == "$1" ]] || explain "exit code $1, not $status"; }

said() { grep -qF -- "$1" "$output" || explain "'$1'"; }

kept_silent() { ! grep -qF -- "$1" "$output" || explain "no '$1'"; }

explain() {
  echo "Expected $1, and it said:"
  cat "$output"
  return 1
}

# Waits for a line of the running launcher, for two minutes at most: far longer than a busy machine needs.
until_said() {
  local tries
  for ((tries = 0; tries < 1200; tries++)); do
    if grep -qF -- "$1" "$output"; then return 0; fi
    sleep 0.1
  done
  explain "'$1' within two minutes"
}
