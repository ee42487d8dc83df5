#!/bin/sh
# The conventions of the official image: an option, or a file that is no program, is Node's.
set -eu
if [ "${1#-}" != "$1" ] || ! command -v "$1" >/dev/null || { [ -f "$1" ] && ! [ -x "$1" ]; }; then
  set -- node "$@"
fi
exec "$@"
