#!/usr/bin/env bash
# Installs what the tests of deploy/ can use beyond Node: ShellCheck, from Debian's packages, as root. Quick
# when it is there. (gcloud is used too where it is installed; it is not in Debian.)
set -euo pipefail

dpkg-query --show --showformat='${db:Status-Status}\n' shellcheck 2>/dev/null | grep -qx installed && exit 0

export DEBIAN_FRONTEND=noninteractive
apt-get update -qq
apt-get install -y -qq --no-install-recommends shellcheck
