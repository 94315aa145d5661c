#!/usr/bin/env bash
# Installs what `npm run test:browser` needs, from Debian's packages, as root. Quick when it is all there.
set -euo pipefail

dpkg-query --show --showformat='${db:Status-Status}\n' chromium 2>/dev/null | grep -qx installed && exit 0

export DEBIAN_FRONTEND=noninteractive
apt-get update -qq
apt-get install -y -qq --no-install-recommends chromium
