#!/usr/bin/env bash
# Installs what `npm run test:browser` needs, from Debian's packages, as root. Quick when it is all there. The fonts are for
# the languages of the page: without them a sentence is as long as its empty boxes.
set -euo pipefail

packages=(chromium fonts-lohit-gujr fonts-lohit-deva fonts-vlgothic)
installed=$(dpkg-query --show --showformat='${db:Status-Status}\n' "${packages[@]}" 2>/dev/null | grep -cx installed || true)
[ "$installed" != "${#packages[@]}" ] || exit 0

export DEBIAN_FRONTEND=noninteractive
apt-get update -qq
apt-get install -y -qq --no-install-recommends "${packages[@]}"
