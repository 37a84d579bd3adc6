# What every service script needs; sourced, never run. It expects `set -euo pipefail`.
#
# Downloads are kept in a cache outside the checkout, data and logs in one temporary folder, every listener is on
# 127.0.0.1, and only the processes noted in that folder's `pids` are ever stopped.

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
CACHE=${VENTANILLA_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/ventanilla}
PYTHON=${PYTHON:-$ROOT/.venv/bin/python}
[ -x "$PYTHON" ] || PYTHON=python3

if [ -z "${VENTANILLA_SERVICES:-}" ]; then
  VENTANILLA_SERVICES=$(mktemp -d "${TMPDIR:-/tmp}/ventanilla-services.XXXXXX")
  chmod 755 "$VENTANILLA_SERVICES"
  echo "export VENTANILLA_SERVICES=$VENTANILLA_SERVICES"
fi
mkdir -p "$CACHE"

say() { echo "$*" >&2; }

fail() {
  say "error: $*"
  exit 1
}

# offered NAME: whether the environment already has an address; it is then printed and used as it is.
offered() {
  [ -n "${!1:-}" ] || return 1
  printf 'export %s=%q\n' "$1" "${!1}"
}

# debian_packages NAME…: install them where we may, else say what is missing.
debian_packages() {
  say "installing $*"
  [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null || fail "please install: $*"
  if [ ! -e "$VENTANILLA_SERVICES/apt-updated" ]; then
    apt-get update -qq >&2
    touch "$VENTANILLA_SERVICES/apt-updated"
  fi
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" </dev/null >"$VENTANILLA_SERVICES/apt.log" 2>&1 ||
    { tail -n 20 "$VENTANILLA_SERVICES/apt.log" >&2 && fail "installing $*"; }
}

free_port() {
  "$PYTHON" -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'
}

# data_folder NAME: an empty folder for one service.
data_folder() {
  mkdir -p "$VENTANILLA_SERVICES/$1"
  echo "$VENTANILLA_SERVICES/$1"
}

stop_later() { echo "$1" >>"$VENTANILLA_SERVICES/pids"; }

# wait_until SECONDS LOG COMMAND…: until the command succeeds; shows the end of the log when it never does.
wait_until() {
  local left=$1 log=$2
  shift 2
  until "$@" >/dev/null 2>&1; do
    left=$((left - 1))
    if [ "$left" -le 0 ]; then
      tail -n 20 "$log" >&2 || true
      fail "no answer from: $*"
    fi
    sleep 1
  done
}

# answers_on PORT: whether something accepts connections there.
answers_on() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }
