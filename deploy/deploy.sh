#!/usr/bin/env bash
# Brings everything in one Google Cloud project to what this version wants: creates what is missing, updates
# what differs, leaves alone what is right. Cloud Build runs it (cloudbuild.yaml gives the variables); running
# it twice changes nothing the second time, and a run that failed half-way is simply run again.
#
#   PROJECT=… SOURCE=folder-of-deployed-files [PREFIX=acme-] [REGION=…] [DRY_RUN=yes] bash deploy/deploy.sh
#
# The accounts, and who may read the secrets, are there before: setup.sh has seen to it (accounts.sh).
#
# The order: the secret and the queues before the functions, which could not work without; check before what makes
# tasks for it; the checks' queue faster only then; the schedule when there is something to call; metrics before the
# alerts and the dashboard, which are made of them.

# shellcheck source-path=SCRIPTDIR
# shellcheck disable=SC2034  # What is set here is used in the files that are sourced.
DEPLOY=$(cd "$(dirname "$0")" && pwd)
# shellcheck source=lib.sh
. "$DEPLOY/lib.sh"
# shellcheck source=resources.sh
. "$DEPLOY/resources.sh"
# shellcheck source=console.sh
. "$DEPLOY/console.sh"

[ -n "$PROJECT" ] || fail 'PROJECT is not set'
[ -f "${SOURCE:-}/package.json" ] || fail 'SOURCE is not the folder that deploy/copy-deployed-files.ts has made'
: "${ALERT_EMAIL:=}" "${ALERT_WEBHOOK:=}" "${ALERT_CHANNELS:=}"
CHANNELS=()
SCRATCH=$(mktemp -d)
trap 'rm -rf "$SCRATCH"' EXIT

# Known before the function is there
# (https://cloud.google.com/run/docs/triggering/https-request#function-url), and accepted as audience of a
# token.
url_of() { printf 'https://%s-%s.cloudfunctions.net/%s%s' "$REGION" "$PROJECT" "$PREFIX" "$1"; }

# NAME=VALUE;… for all functions. What is empty is left out, and the functions' own default holds. The
# separator is a semicolon (https://cloud.google.com/sdk/gcloud/reference/topic/escaping), for there are
# values with commas.
environment() {
  local text name
  text="^;^GOOGLE_CLOUD_PROJECT=$PROJECT;TASKS_LOCATION=$REGION;TASKS_QUEUE=$QUEUE;CLOSTE_QUEUE=$CLOSTE_QUEUE"
  text+=";CHECK_URL=$(url_of check);RECONCILE_URL=$(url_of reconcile);TASKS_SERVICE_ACCOUNT=$(email_of closte-sync-tasks)"
  # What compile-cache.ts has made in Google's build, from the folder in which a function is started.
  text+=";NODE_COMPILE_CACHE=build/compile-cache;NODE_COMPILE_CACHE_PORTABLE=1"
  for name in NETWORK_DOMAIN NETWORK_ADDRESSES DNS_CHECK_INTERVAL DNS_RESOLVERS WORDPRESS_URL \
    RECONCILE_POLICY RECONCILE_MAX_REMOVALS WATCH_SPREAD STATUS_CONTACT NETWORK_NAME DOMAIN_CONNECT_PROVIDER; do
    [[ ${!name:-} != *';'* ]] || fail "$name must not contain a semicolon"
    [ -z "${!name:-}" ] || text+=";$name=${!name}"
  done
  printf '%s' "$text"
}

# with_young_room MEBIBYTES: how much room Node has at most for what is young. In an instance with 256 MiB it gives itself
# 1 MiB, and clears that away all the time: with 16, a DNS check takes a sixth less of the processor. reconcile reads
# page after page and would keep room for many times what it needs of them: measured at 1,000,000 domains, 324 MiB, and with
# 4 MiB of room 195.
with_young_room() { printf '%s;NODE_OPTIONS=--max-semi-space-size=%s' "$(environment)" "$1"; }

step 'Secrets: which version'
choose_secret_versions

step 'The queues'
ensure_queues

step 'Functions'
ENVIRONMENT=$(with_young_room 16)
SOURCE_FINGERPRINT=$(cd "$SOURCE" && find . -type f | LC_ALL=C sort | xargs -d '\n' sha256sum | fingerprint)
DEPLOYED=$(list_functions)
# Memory: 80 checks at once were measured at 184 MiB at most, so 256 MiB do; reconcile holds both lists, and
# status makes a diagnosis with many look-ups at once: they have 512 MiB. Time: a visit ends within a minute,
# whatever the resolvers do; reconcile has 9 minutes, then it has itself continued. Instances: check has
# 180 requests at once at most, 160 of one queue and 20 of the other, and an instance takes 80: 3 are needed, and a
# fourth is room to replace one. Each asks Closte for its list once a minute at most. Of reconcile one is enough, and no
# run meets another in a second one; the three that face the internet are bounded, so that a flood costs little.
#                 name      as whom               who may call               memory time  instances
ensure_function check     closte-sync-check     private    256Mi  60s   4
ENVIRONMENT=$(with_young_room 4) \
ensure_function reconcile closte-sync-reconcile private    512Mi  540s  1
ensure_function map       closte-sync-map       open       256Mi  60s   10
ensure_function unmap     closte-sync-map       open       256Mi  60s   10
ensure_function status    closte-sync-status    open       512Mi  60s   5

step 'The queue of checks, if it was there before'
ensure_old_queue

step 'Who may call the private functions'
URL=$(ask functions describe "${PREFIX}check" --gen2 --region="$REGION" --format='value(url)')
[ "$URL" = "$(url_of check)" ] || [ "$DRY_RUN" = yes ] ||
  fail "check has the address $URL, but was told that it is $(url_of check)"
allow_to_call check closte-sync-tasks
allow_to_call reconcile closte-sync-tasks
allow_to_call reconcile closte-sync-cron

step 'Who may call the others: everybody, with a signature'
for name in map unmap status; do open_to_all "$name"; done

step "The schedule $JOB"
ensure_schedule

step 'Log-based metrics'
ensure_metrics

step 'Whom alerts notify'
ensure_channels

step 'Alerts'
ensure_alerts

step 'The dashboard'
ensure_dashboard

if [ -n "$PREFIX" ]; then
  step 'The dashboard of all networks in this project'
  ensure_overview
fi

step 'Done'
if [ "$CHANGES" = 0 ]; then
  note 'Everything was as it should be.'
else
  note "$CHANGES commands that $([ "$DRY_RUN" = no ] || printf 'would ')change something."
fi
wordpress_lines
