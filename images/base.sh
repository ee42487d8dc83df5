#!/bin/sh
# Writes the root file system of the stand-ins' common base as a tar archive: a minimal Debian.
#   base.sh RELEASE MIRROR > base.tar
set -eu
release=$1 mirror=$2
root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT
trap 'exit 130' INT TERM
debootstrap --variant=minbase "$release" "$root" "$mirror" >"$root.log" 2>&1 || {
  tail -n 20 "$root.log" >&2
  rm -f "$root.log"
  exit 1
}
rm -f "$root.log"

# As in Debian's own images: containers are thrown away, so nothing is flushed to disk, and nobody reads manuals in them.
cat >"$root/etc/dpkg/dpkg.cfg.d/container" <<CONFIG
force-unsafe-io
force-confold
path-exclude /usr/share/doc/*
path-exclude /usr/share/man/*
path-exclude /usr/share/info/*
path-exclude /usr/share/locale/*
CONFIG
cat >"$root/etc/apt/apt.conf.d/container" <<CONFIG
APT::Install-Recommends "false";
APT::Get::Assume-Yes "true";
Acquire::Languages "none";
Dir::Cache::pkgcache "";
Dir::Cache::srcpkgcache "";
CONFIG
printf '#!/bin/sh\nexit 101\n' >"$root/usr/sbin/policy-rc.d"
# The list of packages stays in the base, since fetching it takes longer than most installations. It ages: hence the retry.
cat >"$root/usr/local/sbin/install-packages" <<'SCRIPT'
#!/bin/sh
set -eu
export DEBIAN_FRONTEND=noninteractive
apt-get install -qq "$@" || { apt-get update -qq && apt-get install -qq "$@"; }
apt-get clean
SCRIPT
chmod +x "$root/usr/sbin/policy-rc.d" "$root/usr/local/sbin/install-packages"
chroot "$root" apt-get update -qq >&2

# The containers trust what this machine trusts: a company's own certificate authority too.
if [ -e /etc/ssl/certs/ca-certificates.crt ]; then
  mkdir -p "$root/etc/ssl/certs" "$root/usr/local/share/ca-certificates"
  # Twice: as the bundle itself, and for the package ca-certificates, which makes the bundle anew.
  cp /etc/ssl/certs/ca-certificates.crt "$root/etc/ssl/certs/"
  cp /etc/ssl/certs/ca-certificates.crt "$root/usr/local/share/ca-certificates/machine.crt"
fi
rm -rf "$root"/var/cache/apt/archives/*.deb "$root"/usr/share/doc/* "$root"/usr/share/man/* "$root"/usr/share/locale/* "$root"/dev/*
tar -C "$root" --numeric-owner -c .
