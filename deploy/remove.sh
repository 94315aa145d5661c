#!/usr/bin/env bash
# Removes everything that setup.sh and deploy.sh have made in a project, after showing it.

usage() {
  cat <<'END'
bash deploy/remove.sh [--project=ID] [--region=REGION] [--queue=NAME] [--closte-queue=NAME] [--secret=NAME]… [--yes]
                      [--dry-run]

Shows what is there, asks, and removes it. The aliases at Closte stay as they are, and so do the APIs and what
deployments leave in Cloud Storage (gcf-v2-…) and Artifact Registry (gcf-artifacts).

  --queue, --closte-queue, --secret   if they are called otherwise than cloudbuild.yaml says
  --yes                               does not ask
  --dry-run                           changes nothing, and prints the commands
END
}

DEPLOY=$(cd "$(dirname "$0")" && pwd)
SECRETS=()
SURE=no
for argument in "$@"; do
  case $argument in
    --project=*) PROJECT=${argument#*=} ;;
    --region=*) REGION=${argument#*=} ;;
    --queue=*) QUEUE=${argument#*=} ;;
    --closte-queue=*) CLOSTE_QUEUE=${argument#*=} ;;
    --secret=*) SECRETS+=("${argument#*=}") ;;
    --yes) SURE=yes ;;
    --dry-run) DRY_RUN=yes ;;
    -h | --help) usage && exit ;;
    *) usage >&2 && exit 2 ;;
  esac
done
# shellcheck source-path=SCRIPTDIR
# shellcheck source=lib.sh
. "$DEPLOY/lib.sh"

find_project
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

# found_among KIND COLUMN ROWS NAME…: the rows that begin with one of the names; gcloud calls the thing what
# stands in that column.
found_among() {
  local kind=$1 column=$2 rows=$3 row name
  shift 3
  while IFS= read -r row; do
    for name in "$@"; do
      [ "$name" != "$(cut -f 1 <<<"$row")" ] || found "$kind" "$(cut -f "$column" <<<"$row")" "$name"
    done
  done <<<"$rows"
}

# What calls goes before what is called, and who acts goes last. Each list is read before it is used: one that
# cannot be read ends the script, rather than look like an empty one.
gather() {
  local rows account address name app role member accounts=() metrics=() alerts=()
  for account in "${ACCOUNTS[@]}" "${BUILDERS[@]}"; do accounts+=("$(email_of "$account")"); done
  for name in "$DEPLOY"/metrics/*.json; do metrics+=("$(basename "$name" .json)"); done
  for name in "$DEPLOY"/alerts/*.json; do alerts+=("$(basename "$name" .json)"); done

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
  # A channel that somebody else has made may serve somebody else.
  while IFS=$'\t' read -r address name app; do
    [ "$app" != "$APP" ] || found channel "$name" "$address"
  done <<<"$rows"
  rows=$(list_dashboards)
  found_among dashboard 2 "$rows" "$DASHBOARD"
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

step "What is there in $PROJECT"
DRY=$DRY_RUN
DRY_RUN=no
gather
DRY_RUN=$DRY
if [ ${#KINDS[@]} -eq 0 ]; then
  note 'Nothing.'
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
