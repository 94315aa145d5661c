# shellcheck shell=bash
# What deploy.sh, setup.sh and remove.sh have in common: the names of things, and how gcloud is asked and
# told.
# shellcheck disable=SC2034  # Much of it is used by the scripts that source this file.

set -Eeuo pipefail

: "${PROJECT:=}" "${DRY_RUN:=no}"
# What stands before every name, such as acme-, so that several networks have room in one project. None by default.
: "${PREFIX:=}"
# Which region: one in which functions, queues and the scheduler exist, in the lowest class of prices
# (https://cloud.google.com/run/pricing#tables).
: "${REGION:=us-central1}"
: "${QUEUE:=domain-checks}" "${CLOSTE_QUEUE:=closte-calls}" "${API_KEY_SECRET:=closte-client-api-key}" "${WEBHOOK_SECRET:=}"

QUEUE=$PREFIX$QUEUE CLOSTE_QUEUE=$PREFIX$CLOSTE_QUEUE API_KEY_SECRET=$PREFIX$API_KEY_SECRET
[ -z "$WEBHOOK_SECRET" ] || WEBHOOK_SECRET=$PREFIX$WEBHOOK_SECRET

readonly JOB=${PREFIX}closte-reconcile
readonly APP=closte-domain-sync
readonly DASHBOARD="Closte Domain Sync${PREFIX:+ (${PREFIX%-})}"
# What shows all networks of a project together: made with the first one that has a prefix, gone with the last.
readonly OVERVIEW='Closte Domain Sync: all networks' OVERVIEW_METRIC=closte_sync_networks
readonly FUNCTIONS=("${PREFIX}check" "${PREFIX}reconcile" "${PREFIX}map" "${PREFIX}unmap" "${PREFIX}status")
# A metric is called acme_closte_sync_done: elsewhere a hyphen would have to be put between quotes.
readonly METRIC_PREFIX=${PREFIX/%-/_}
# Accounts are called here without the prefix; email_of puts it before them.
# As whom Cloud Build tests, builds the functions, and deploys; see accounts.sh.
readonly TEST_ACCOUNT=closte-sync-test PACKAGE_ACCOUNT=closte-sync-package BUILD_ACCOUNT=closte-sync-build
readonly BUILDERS=("$TEST_ACCOUNT" "$PACKAGE_ACCOUNT" "$BUILD_ACCOUNT")

# As whom each function runs, and as whom the private ones are called. One account for each purpose, so that
# each has no more than it needs.
readonly ACCOUNTS=(
  closte-sync-map closte-sync-check closte-sync-reconcile closte-sync-status
  closte-sync-tasks closte-sync-cron
)
# Those of them that put tasks into the queues.
readonly ENQUEUERS=(closte-sync-map closte-sync-check closte-sync-reconcile closte-sync-status)

# What is set of a queue, in the order of `want` in ensure_queue.
QUEUE_FIELDS=rateLimits.maxDispatchesPerSecond,rateLimits.maxConcurrentDispatches
QUEUE_FIELDS+=,retryConfig.maxAttempts,retryConfig.maxRetryDuration
QUEUE_FIELDS+=,retryConfig.minBackoff,retryConfig.maxBackoff,retryConfig.maxDoublings
readonly QUEUE_FIELDS

# shellcheck source-path=SCRIPTDIR
# shellcheck source=access.sh
. "$DEPLOY/access.sh"

CHANGES=0
STEP='the beginning'

step() {
  STEP=$1
  printf '\n== %s\n' "$1"
}

on_error() {
  [ "$BASH_SUBSHELL" = 0 ] || return 0
  printf '\nStopped at "%s". What is done is done: mend what is wrong, and run the same again.\n' "$STEP" >&2
}
trap on_error ERR

wordpress_lines() {
  cat <<END

For WordPress, in Closte's dashboard under Settings, WP-Config:

   define( 'CLOSTE_SYNC_URL', 'https://$REGION-$PROJECT.cloudfunctions.net${PREFIX:+/$PREFIX}' );

and the plugin: npm ci && npm run plugin makes dist/closte-domain-sync.zip; upload it under Network Admin, Plugins,
Add New, and choose Network Activate. Then: wp closte-sync test. The rest stands in docs/install.md.
END
  [ -z "$WEBHOOK_SECRET" ] || note "CLOSTE_SYNC_SECRET is the newest version of the secret $WEBHOOK_SECRET."
}

# Asks: changes nothing. In a dry run a question that cannot be answered yet (an API that is still off) counts
# as "none".
ask() {
  if [ "$DRY_RUN" = yes ]; then
    gcloud "$@" --project="$PROJECT" --quiet 2>/dev/null || true
  else
    gcloud "$@" --project="$PROJECT" --quiet
  fi
}

# Tells: changes something, and shows the command. A dry run shows it only.
tell() {
  CHANGES=$((CHANGES + 1))
  printf '   $ gcloud'
  printf ' %q' "$@" --project="$PROJECT" --quiet
  printf '\n'
  [ "$DRY_RUN" = yes ] || gcloud "$@" --project="$PROJECT" --quiet
}

# Tells again until it succeeds: what was just made is not known everywhere at once. A new service account can
# take a minute (https://cloud.google.com/iam/docs/service-accounts-create), a new log-based metric ten before
# an alert may name it (https://cloud.google.com/logging/docs/logs-based-metrics/troubleshooting).
tell_patiently() {
  local attempt
  for attempt in {1..25}; do
    if tell "$@"; then return; fi
    note "Not yet (attempt $attempt of 25): what was just made is not known everywhere at once. Again soon."
    sleep "${PATIENCE:-30}"
  done
  return 1
}

email_of() { printf '%s%s@%s.iam.gserviceaccount.com' "$PREFIX" "$1" "$PROJECT"; }
member_of() { printf 'serviceAccount:%s' "$(email_of "$1")"; }

# A fingerprint of standard input: short enough for a label (63 characters, lower case).
fingerprint() {
  local sum
  sum=$(sha256sum)
  printf '%s' "${sum:0:32}"
}

# Gives ROLE to MEMBER on one resource, unless it has it. The rest names the resource, as gcloud does:
# `secrets -- NAME` becomes `gcloud secrets add-iam-policy-binding NAME`. (Arrays may be empty: an older bash
# wants the +.)
bind() {
  local member=$1 role=$2
  shift 2
  local group=() options=() name
  while [ $# -gt 0 ] && [ "$1" != -- ]; do
    group+=("$1")
    shift
  done
  shift
  name=$1
  shift
  options=("$@")
  local bindings
  bindings=$(ask "${group[@]}" get-iam-policy "$name" ${options[@]+"${options[@]}"} \
    --flatten='bindings[].members' --format='value(bindings.role,bindings.members)')
  has_line "$role"$'\t'"$member" "$bindings" ||
    tell_patiently "${group[@]}" add-iam-policy-binding "$name" ${options[@]+"${options[@]}"} \
      --member="$member" --role="$role" --format=none
}

list_project_roles() {
  ask projects get-iam-policy "$PROJECT" --flatten='bindings[].members' \
    --format='value(bindings.role,bindings.members)'
}
list_secret_roles() {
  ask secrets get-iam-policy "$1" --flatten='bindings[].members' \
    --format='value(bindings.role,bindings.members)'
}
let_act_as() {
  bind "$(member_of "$1")" roles/iam.serviceAccountUser iam service-accounts -- "$(email_of "$2")"
}
# The newest enabled version of a secret, by its number, or nothing.
newest_version() {
  ask secrets versions list "$1" --filter=state=ENABLED --sort-by='~createTime' --limit=1 \
    --format='value(name.basename())'
}

list_accounts() { ask iam service-accounts list --format='value(email)'; }
list_queues() {
  # Rates are told as 5.0 or 5; the form does not matter.
  local rows
  rows=$(ask tasks queues list --location="$REGION" --format="value(name.basename(),$QUEUE_FIELDS)") || return
  rows=${rows//.0$'\t'/$'\t'}
  printf '%s' "${rows//.0$'\n'/$'\n'}"
}
list_functions() {
  ask functions list --v2 --regions="$REGION" \
    --format='value(name.basename(),labels.config,state,stateMessages[0].severity)'
}
list_jobs() { ask scheduler jobs list --location="$REGION" --format='value(name.basename(),description)'; }
list_metrics() { ask logging metrics list --format='value(name,description)'; }
list_policies() { ask monitoring policies list --format='value(userLabels.alert,userLabels.config,name)'; }
# An address is the e-mail's or the URL of a webhook, a network its prefix without the hyphen.
list_channels() {
  ask beta monitoring channels list \
    --format='value(labels.email_address,labels.url,name,userLabels.app,userLabels.network)' |
    awk -F '\t' -v OFS='\t' '{ print $1 $2, $3, $4, $5 }'
}
list_dashboards() {
  ask monitoring dashboards list \
    --format='value(displayName,name.basename(),etag,mosaicLayout.tiles[0].widget.text.content)'
}
list_secrets() { ask secrets list --format='value(name.basename())'; }
