#!/bin/sh
# The conventions of the official image: a lone option or file is the server's, and the server is not run by root.
set -eu
case ${1-} in
  -* | *.conf) set -- redis-server "$@" ;;
esac
if [ "$1" = redis-server ] && [ "$(id -u)" = 0 ]; then
  find . \! -user redis -exec chown redis {} +
  exec setpriv --reuid=redis --regid=redis --clear-groups "$0" "$@"
fi
if [ "$1" = redis-server ]; then
  umask 0077
  # The official image is built with this default: a container is reached over the network or not at all.
  shift
  case ${1-} in
    '' | -*) set -- redis-server --protected-mode no "$@" ;;
    *) file=$1; shift; set -- redis-server "$file" --protected-mode no "$@" ;;
  esac
fi
exec "$@"
