#!/usr/bin/env bash
# Removes everything that setup.sh and deploy.sh have made in a project, after showing it.

usage() {
  cat <<'END'
bash deploy/remove.sh [--network=NAME] [--project=ID] [--yes] [--dry-run]
                      [--region=REGION] [--prefix=PREFIX] [--queue=NAME] [--closte-queue=NAME] [--secret=NAME]…

Shows what is there of one network, asks, and removes it. The aliases at Closte stay as they are, and so do the APIs,
what other networks in the project have, and what deployments leave in Cloud Storage (gcf-v2-…) and Artifact Registry
(gcf-artifacts).

  --network=NAME   whose settings: networks/NAME.env. Not needed as long as there is one network. When all is removed,
                   the file is called networks/NAME.env.removed, so that setup.sh --all does not make it anew
  --yes            does not ask
  --dry-run        changes nothing, and prints the commands
  --region, --prefix, --queue, --closte-queue, --secret
                   where there is no such file: what setup.sh was given (without the prefix before a name)
END
}

DEPLOY=$(cd "$(dirname "$0")" && pwd)
ROOT=$(dirname "$DEPLOY")
# shellcheck source-path=SCRIPTDIR
# shellcheck source=networks.sh
. "$DEPLOY/networks.sh"

GIVEN_NETWORK='' GIVEN_PROJECT='' GIVEN=no
REGION='' PREFIX='' QUEUE='' CLOSTE_QUEUE='' NAMED_SECRETS=()
SURE=no
for argument in "$@"; do
  case $argument in
    --region=* | --prefix=* | --queue=* | --closte-queue=* | --secret=*) GIVEN=yes ;;
  esac
  case $argument in
    --network=*) GIVEN_NETWORK=${argument#*=} ;;
    --project=*) GIVEN_PROJECT=${argument#*=} ;;
    --region=*) REGION=${argument#*=} ;;
    --prefix=*) PREFIX=${argument#*=} ;;
    --queue=*) QUEUE=${argument#*=} ;;
    --closte-queue=*) CLOSTE_QUEUE=${argument#*=} ;;
    --secret=*) NAMED_SECRETS+=("${argument#*=}") ;;
    --yes) SURE=yes ;;
    --dry-run) DRY_RUN=yes ;;
    -h | --help) usage && exit ;;
    *) wrong "$argument is not understood. bash deploy/remove.sh --help says what is" ;;
  esac
done

choose_network "$GIVEN_NETWORK"
FILE=$(file_of "$NETWORK")
PROJECT=$GIVEN_PROJECT
if [ -e "$FILE" ]; then
  [ "$GIVEN" = no ] || wrong "networks/$NETWORK.env says what is to be removed: give --network=NAME and nothing else of it"
  read_network "$NETWORK"
  PROJECT=$(setting PROJECT)
  [ -z "$GIVEN_PROJECT" ] || [ "$GIVEN_PROJECT" = "$PROJECT" ] ||
    wrong "networks/$NETWORK.env is of the project $PROJECT, and --project=$GIVEN_PROJECT is another"
  REGION=$(setting _REGION) PREFIX=$(setting _PREFIX) QUEUE=$(setting _QUEUE) CLOSTE_QUEUE=$(setting _CLOSTE_QUEUE)
  KEY_SECRET=$(setting _API_KEY_SECRET) HOOK_SECRET=$(setting _WEBHOOK_SECRET)
  NAMED_SECRETS=("${KEY_SECRET:-closte-client-api-key}" ${HOOK_SECRET:+"$HOOK_SECRET"})
elif [ -n "$GIVEN_NETWORK" ]; then
  wrong "there is no file networks/$NETWORK.env"
fi
unset API_KEY_SECRET WEBHOOK_SECRET
# shellcheck source-path=SCRIPTDIR
# shellcheck source=lib.sh
. "$DEPLOY/lib.sh"

find_project
SECRETS=(${NAMED_SECRETS[@]+"${NAMED_SECRETS[@]/#/$PREFIX}"})
[ ${#SECRETS[@]} -gt 0 ] || SECRETS=("$API_KEY_SECRET")

KINDS=()
NAMES=()
SHOWN=()
# found KIND NAME [WORDS]: one thing that is there.
found() {
  KINDS+=("$1")
  NAMES+=("$2")
  SHOWN+=("$1 ${3:-$2}")
}

# found_among KIND NUMBER ROWS NAME…: the rows that begin with one of the names; gcloud calls the thing what
# stands in that column.
found_among() {
  local kind=$1 number=$2 rows=$3 row name
  shift 3
  while IFS= read -r row; do
    for name in "$@"; do
      [ "$name" != "${row%%$'\t'*}" ] || found "$kind" "$(column "$number" "$row")" "$name"
    done
  done <<<"$rows"
}

# Whether another network has its accounts in the project.
has_other_networks() {
  grep -E '^([a-z][a-z0-9]*-)?closte-sync-check@' <<<"$1" | grep -qvxF "$(email_of closte-sync-check)"
}

# What calls goes before what is called, and who acts goes last. Each list is read before it is used: one that
# cannot be read ends the script, rather than look like an empty one.
gather() {
  local rows account address name role member accounts=() metrics=() alerts=()
  # shellcheck disable=SC2153  # They are in lib.sh.
  for account in "${ACCOUNTS[@]}" "${BUILDERS[@]}"; do accounts+=("$(email_of "$account")"); done
  for name in "$DEPLOY"/metrics/*.json; do name=${name##*/} && metrics+=("$METRIC_PREFIX${name%.json}"); done
  for name in "$DEPLOY"/alerts/*.json; do name=${name##*/} && alerts+=("$PREFIX${name%.json}"); done

  rows=$(list_jobs)
  found_among schedule 1 "$rows" "$JOB"
  rows=$(list_functions)
  found_among function 1 "$rows" "${FUNCTIONS[@]}"
  rows=$(list_queues)
  local queues=("$QUEUE")
  [ "$QUEUE" = "$CLOSTE_QUEUE" ] || queues+=("$CLOSTE_QUEUE")
  found_among queue 1 "$rows" "${queues[@]}"
  rows=$(list_policies)
  found_among alert 3 "$rows" "${alerts[@]}"
  rows=$(list_channels)
  # A channel that somebody else has made, or another network, may serve somebody else.
  while IFS=$'\t' read -r address name; do
    [ -z "$name" ] || found channel "$name" "$address"
  done < <(awk -F '\t' -v OFS='\t' -v app="$APP" -v network="${PREFIX%-}" \
    '$3 == app && $4 == network { print $1, $2 }' <<<"$rows")
  # What shows all networks goes with the last of them.
  local dashboards=("$DASHBOARD")
  rows=$(list_accounts)
  if ! has_other_networks "$rows"; then
    dashboards+=("$OVERVIEW")
    metrics+=("$OVERVIEW_METRIC")
  fi
  rows=$(list_dashboards)
  found_among dashboard 2 "$rows" "${dashboards[@]}"
  rows=$(list_metrics)
  found_among metric 1 "$rows" "${metrics[@]}"
  rows=$(list_secrets)
  found_among secret 1 "$rows" "${SECRETS[@]}"
  rows=$(list_project_roles)
  while IFS=$'\t' read -r role member; do
    for account in "${BUILDERS[@]}"; do
      [ "$member" != "$(member_of "$account")" ] || found role "$role of $account"
    done
  done <<<"$rows"
  rows=$(list_accounts)
  found_among account 1 "$rows" "${accounts[@]}"
}

remove_one() {
  local kind=$1 name=$2
  case $kind in
    schedule) tell scheduler jobs delete "$name" --location="$REGION" ;;
    function) tell functions delete "$name" --gen2 --region="$REGION" ;;
    queue) tell tasks queues delete "$name" --location="$REGION" ;;
    alert) tell monitoring policies delete "$name" ;;
    channel) tell beta monitoring channels delete "$name" --force ;;
    dashboard) tell monitoring dashboards delete "$name" ;;
    metric) tell logging metrics delete "$name" ;;
    secret) tell secrets delete "$name" ;;
    role)
      # ROLE of ACCOUNT
      tell projects remove-iam-policy-binding "$PROJECT" --member="$(member_of "${name##* }")" \
        --role="${name%% *}" --condition=None --format=none
      ;;
    account) tell iam service-accounts delete "$name" ;;
  esac
}

# The file of a network that is gone is out of the way of setup.sh --all; its settings are kept.
forget_network() {
  [ "$DRY_RUN" = no ] && [ -e "$FILE" ] || return 0
  mv "$FILE" "$FILE.removed"
  note "The settings stand in networks/$NETWORK.env.removed."
}

step "What is there in $PROJECT${PREFIX:+ with the prefix $PREFIX}"
DRY=$DRY_RUN
DRY_RUN=no
gather
DRY_RUN=$DRY
if [ ${#KINDS[@]} -eq 0 ]; then
  note 'Nothing.'
  forget_network
  exit
fi
for thing in "${SHOWN[@]}"; do note "$thing"; done
note ''
note 'With the queues goes what waits in them: domains that are not done yet are followed no further.'
note 'Their names are blocked for up to 3 days (_QUEUE and _CLOSTE_QUEUE give others).'

if [ "$SURE$DRY_RUN" = nono ]; then
  printf '\nRemove all that? The id of the project, to go on: '
  read -r answer || true
  [ "${answer:-}" = "$PROJECT" ] || fail 'nothing was removed'
fi

step 'Removing'
for index in "${!KINDS[@]}"; do remove_one "${KINDS[$index]}" "${NAMES[$index]}"; done
forget_network
