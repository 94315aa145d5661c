#!/usr/bin/env bash
# Installs what `npm run test:wordpress` and `npm run test:worlds` need, from Debian's packages, as root. Quick when it is all there.
set -euo pipefail

packages=(php-cli php-mysql php-curl php-xml php-mbstring mariadb-server wordpress)
# What checks the plugin's form and what only computes, packs its translations, and unpacks its ZIP.
packages+=(php-codesniffer phpunit php-parser gettext unzip)
# The clock of the worlds.
packages+=(faketime)
missing=()
for package in "${packages[@]}"; do
  dpkg-query --show --showformat='${db:Status-Status}\n' "$package" 2>/dev/null | grep -qx installed || missing+=("$package")
done
[ ${#missing[@]} -eq 0 ] && exit 0

# The tests start their own database and their own server; the packages' services are not wanted.
policy=/usr/sbin/policy-rc.d
if [ ! -e "$policy" ]; then
  printf '#!/bin/sh\nexit 101\n' >"$policy"
  chmod 755 "$policy"
  trap 'rm -f "$policy"' EXIT
fi

export DEBIAN_FRONTEND=noninteractive
apt-get update -qq
apt-get install -y -qq --no-install-recommends "${missing[@]}"
