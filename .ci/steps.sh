# Sourced by .ci/tests and .ci/run: where results go, and what a step is.
export NX_DAEMON=false NX_NO_CLOUD=true FORCE_COLOR=0
RESULTS=.cache/ci

step() { # step NAME COMMAND…: runs it, says how long it took, notes how it ended
  local name=$1 started=$SECONDS code=0
  shift
  printf '\n=== %s\n' "$name"
  "$@" || code=$?
  printf '%s\t%s\t%s\n' "$name" "$code" "$((SECONDS - started))" >>"$RESULTS/steps.tsv"
  printf '=== %s: %s after %s s\n' "$name" "$([ "$code" -eq 0 ] && echo passed || echo "FAILED ($code)")" "$((SECONDS - started))"
  return "$code"
}

finish() { node .ci/sum-results.mjs "$RESULTS"; }
