# shellcheck shell=bash
# One function for each kind of thing that is deployed. Each looks first, and changes only what differs.

# Sets SECRETS to what the functions are given: VARIABLE=SECRET:VERSION. The newest enabled version, by its
# number: a version "latest" would change under running instances, each at its own time, and could not be
# rolled back
# (https://cloud.google.com/functions/docs/configuring/secrets#making_a_secret_available_to_a_function).
choose_secret_versions() {
  local secret version
  SECRETS=''
  for secret in "CLOSTE_CLIENT_API_KEY=$API_KEY_SECRET" \
    ${WEBHOOK_SECRET:+"WEBHOOK_SECRET=$WEBHOOK_SECRET"}; do
    version=$(newest_version "${secret#*=}") ||
      fail "the secret ${secret#*=} cannot be seen: deploy/setup.sh makes it, and lets the build see it"
    [ -n "$version" ] || [ "$DRY_RUN" = yes ] ||
      fail "the secret ${secret#*=} has no enabled version: deploy/setup.sh adds one"
    note "${secret%%=*} is version ${version:-?} of ${secret#*=}."
    SECRETS+="${SECRETS:+,}$secret:$version"
  done
}

# How many tasks of a queue are delivered in a second, and how many are under way at once.
#
# Calls to Closte: it publishes no limit for its API, and a visit calls it once at most; 5 a second is 432,000 visits a
# day. What comes faster, as a bulk import does, waits in the queue.
#
# Checks: nothing stands in their way but the resolvers. 10,000 domains that wait for their DNS are 33 checks a second
# at the usual interval. A check takes a second or two: at 50 a second 100 are under way, and 160, which is what two
# instances of check take, leave room for slow ones.
readonly CLOSTE_LIMITS=(5 20) CHECK_LIMITS=(50 160)

# ensure_queue NAME RATE AT_ONCE
#
# Retries are for visits that end in a 5xx: a function that is broken or not configured. A task goes only when it has
# had 50 attempts AND 3 days have passed (both limits have to be reached:
# https://cloud.google.com/tasks/docs/reference/rest/v2/projects.locations.queues#retryconfig), so that what
# breaks on a Friday evening is mended on Monday with nothing lost. The wait doubles from 10 s; after 8
# doublings, 43 minutes, it grows on to an hour.
ensure_queue() {
  local name=$1 want=("$2" "$3" 50 259200s 10s 3600s 8) rows have action settings
  settings=(--max-dispatches-per-second="${want[0]}" --max-concurrent-dispatches="${want[1]}"
    --max-attempts="${want[2]}" --max-retry-duration="${want[3]}" --min-backoff="${want[4]}"
    --max-backoff="${want[5]}" --max-doublings="${want[6]}")
  rows=$(list_queues)
  have=$(row_of "$name" "$rows")
  if [ "$have" != "$(IFS=$'\t' && printf '%s\t%s' "$name" "${want[*]}")" ]; then
    action=$([ -z "$have" ] && printf create || printf update)
    tell tasks queues "$action" "$name" --location="$REGION" "${settings[@]}"
    # A queue that was deleted blocks its name for up to 3 days, and creating it may only seem to succeed
    # (https://cloud.google.com/tasks/docs/reference/rest/v2/projects.locations.queues/delete).
    [ "$DRY_RUN" = yes ] ||
      ask tasks queues describe "$name" --location="$REGION" --format='value(state)' >/dev/null ||
      fail "the name $name is still blocked by a queue deleted in the last 3 days: give another, _QUEUE or _CLOSTE_QUEUE"
  fi
  local account
  for account in "${ENQUEUERS[@]}"; do
    bind "$(member_of "$account")" roles/cloudtasks.enqueuer tasks queues -- "$name" --location="$REGION"
  done
  # Its connection test says whether the queue is there and running.
  bind "$(member_of closte-sync-status)" roles/cloudtasks.viewer tasks queues -- "$name" --location="$REGION"
}

# The queues, before the functions. One for the checks that is there already keeps its limits for now: until the
# functions are new, what calls Closte may be in it.
ensure_queues() {
  local before
  before=$(list_queues)
  ensure_queue "$CLOSTE_QUEUE" "${CLOSTE_LIMITS[@]}"
  OLD_QUEUE=''
  if [ "$QUEUE" = "$CLOSTE_QUEUE" ]; then return; fi
  if [ -n "$(row_of "$QUEUE" "$before")" ]; then OLD_QUEUE=$QUEUE; else ensure_queue "$QUEUE" "${CHECK_LIMITS[@]}"; fi
}

# The limits of a queue of checks that was there, after the functions: what calls Closte is handed on to its own queue
# by now.
ensure_old_queue() {
  [ -z "$OLD_QUEUE" ] || ensure_queue "$OLD_QUEUE" "${CHECK_LIMITS[@]}"
}

# ensure_function NAME ACCOUNT ACCESS MEMORY TIMEOUT MAX_INSTANCES: deploys it, unless it is there with the
# same source and the same settings. Their fingerprint is the label "config".
ensure_function() {
  local entry=$1 name=$PREFIX$1 account=$2 access=$3 memory=$4 timeout=$5 instances=$6 config
  local settings=(
    --gen2 --region="$REGION" --runtime=nodejs24 --entry-point="$entry" --trigger-http
    --service-account="$(email_of "$account")"
    --build-service-account="projects/$PROJECT/serviceAccounts/$(email_of "$PACKAGE_ACCOUNT")"
    --memory="$memory" --timeout="$timeout" --max-instances="$instances"
    # More than one request at a time needs a whole CPU
    # (https://cloud.google.com/functions/docs/configuring/concurrency); 80 is what the memory was measured
    # with.
    --cpu=1 --concurrency=80
    # Cloud Tasks and Scheduler call from outside the network, and WordPress does; who may call is seen to by
    # access control and by signatures.
    --ingress-settings=all
    --set-env-vars="$ENVIRONMENT" --set-secrets="$SECRETS"
    # After somebody has rolled back by moving traffic, a deployment counts again.
    --serve-all-traffic-latest-revision
  )
  # Who may call the others is seen to by open_to_all: what is said here would be taken back there for a moment.
  [ "$access" = open ] || settings+=(--no-allow-unauthenticated)
  config=$(printf '%s\n' "$SOURCE_FINGERPRINT" "${settings[@]}" | fingerprint)
  # A deployment that failed leaves its label too, and beside it a message of its failure.
  case $(row_of "$name" "$DEPLOYED") in
    *ERROR*) ;;
    "$name"$'\t'"$config"$'\t'ACTIVE*)
      note "$name is up to date."
      return
      ;;
  esac
  tell functions deploy "$name" --source="$SOURCE" "${settings[@]}" --update-labels=config="$config"
}

# Lets an account call a private function. A function of the second generation is a service of Cloud Run, and
# so is who may call it.
allow_to_call() {
  local function=$1 account=$2
  bind "$(member_of "$account")" roles/run.invoker run services -- "$PREFIX$function" --region="$REGION"
}

# Lets everybody call a function, which then judges by the signature. An organisation may forbid to give anything to
# allUsers (domain restricted sharing); there Google says to switch the check off instead
# (https://cloud.google.com/run/docs/authenticating/public).
open_to_all() {
  local name=$PREFIX$1 bindings
  bindings=$(ask run services get-iam-policy "$name" --region="$REGION" --flatten='bindings[].members' \
    --format='value(bindings.role,bindings.members)')
  ! has_line roles/run.invoker$'\t'allUsers "$bindings" || return 0
  # The name of the annotation: https://cloud.google.com/run/docs/reference/rest/v1/namespaces.services
  [ true != "$(ask run services describe "$name" --region="$REGION" \
    --format="value(metadata.annotations['run.googleapis.com/invoker-iam-disabled'])")" ] || return 0
  if tell run services add-iam-policy-binding "$name" --region="$REGION" --member=allUsers --role=roles/run.invoker \
    --format=none 2>"$SCRATCH/refusal"; then return; fi
  if ! grep -qE 'permitted customer|allowedPolicyMember' "$SCRATCH/refusal"; then
    cat "$SCRATCH/refusal" >&2
    return 1
  fi
  note "This organisation forbids to open $name to allUsers: Cloud Run is told not to check who calls it."
  tell run services update "$name" --region="$REGION" --no-invoker-iam-check
}

# Every 15 minutes. reconcile may take 9 minutes, so the attempt may take 10. A run that fails is tried 3
# times more after half a minute, one, and two: the next one in turn comes before long.
ensure_schedule() {
  local config action rows have
  local settings=(
    --location="$REGION" --schedule='*/15 * * * *' --time-zone=Etc/UTC
    --uri="$(url_of reconcile)" --http-method=POST --message-body='{}'
    --oidc-service-account-email="$(email_of closte-sync-cron)"
    --oidc-token-audience="$(url_of reconcile)" --attempt-deadline=600s
    --max-retry-attempts=3 --min-backoff=30s --max-backoff=300s --max-doublings=3
  )
  config="Compares WordPress with Closte. (config $(printf '%s\n' "${settings[@]}" | fingerprint))"
  rows=$(list_jobs)
  have=$(column 2 "$(row_of "$JOB" "$rows")")
  [ "$have" != "$config" ] || return 0
  if [ -z "$have" ]; then
    action=(create http "$JOB" --headers=Content-Type=application/json)
  else
    action=(update http "$JOB" --update-headers=Content-Type=application/json)
  fi
  tell scheduler jobs "${action[@]}" "${settings[@]}" --description="$config"
}
