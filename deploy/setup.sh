#!/usr/bin/env bash
# Sets a Google Cloud project up and deploys: the one command, the first time and to update.

usage() {
  cat <<'END'
bash deploy/setup.sh [--project=ID] [--dry-run] [_SETTING=value …]

Does what a build cannot do for itself (APIs, the secret, the build's account), then has Cloud Build test
and deploy. Run it again to update: what is right is left alone, and what is missing is made.

  --project=ID   the project; else the one that gcloud is set to
  --dry-run      asks, changes nothing, and prints the commands
  _SETTING=…     a substitution of cloudbuild.yaml, such as _NETWORK_DOMAIN=network.example
                 _ALERT_EMAIL=me@example.com. Give the same ones every time.

Closte's key is asked for once, if the project does not have it: on the terminal, from standard input, or
from the variable CLOSTE_CLIENT_API_KEY. With _WEBHOOK_SECRET=NAME the same holds for that secret.
END
}

wrong() {
  printf 'ERROR: %s\n' "$1" >&2
  exit 2
}

DEPLOY=$(cd "$(dirname "$0")" && pwd)
ROOT=$(dirname "$DEPLOY")
SUBSTITUTIONS=''
for argument in "$@"; do
  case $argument in
    --project=*) PROJECT=${argument#*=} ;;
    --dry-run) DRY_RUN=yes ;;
    -h | --help) usage && exit ;;
    _*=*)
      grep -q "^  ${argument%%=*}:" "$ROOT/cloudbuild.yaml" ||
        wrong "cloudbuild.yaml knows no ${argument%%=*}"
      [[ $argument != *';'* ]] || wrong "${argument%%=*} must not contain a semicolon"
      SUBSTITUTIONS+="${SUBSTITUTIONS:+;}$argument"
      case $argument in
        _REGION=*) _REGION=${argument#*=} ;;
        _API_KEY_SECRET=*) _API_KEY_SECRET=${argument#*=} ;;
        _WEBHOOK_SECRET=*) _WEBHOOK_SECRET=${argument#*=} ;;
      esac
      ;;
    *) usage >&2 && exit 2 ;;
  esac
done
REGION=${_REGION:-} API_KEY_SECRET=${_API_KEY_SECRET:-} WEBHOOK_SECRET=${_WEBHOOK_SECRET:-}
# An environment variable of this name is the secret itself, and not what a secret is called.
unset _REGION _API_KEY_SECRET _WEBHOOK_SECRET
# shellcheck source-path=SCRIPTDIR
# shellcheck source=lib.sh
. "$DEPLOY/lib.sh"

readonly APIS=(
  artifactregistry.googleapis.com cloudbuild.googleapis.com cloudfunctions.googleapis.com
  cloudresourcemanager.googleapis.com cloudscheduler.googleapis.com cloudtasks.googleapis.com
  iam.googleapis.com logging.googleapis.com monitoring.googleapis.com run.googleapis.com secretmanager.googleapis.com
)

# What the build's account may do in the project (https://cloud.google.com/iam/docs/understanding-roles).
readonly BUILD_ROLES=(
  roles/cloudbuild.builds.builder            # run builds: this one, and those inside the deployments
  roles/cloudfunctions.developer             # deploy functions
  roles/run.admin                            # say who may call them
  roles/iam.serviceAccountAdmin              # make the functions' accounts, and say who may act as them
  roles/cloudtasks.queueAdmin                # make the queue, and say who may put tasks into it
  roles/cloudscheduler.admin                 # make the schedule
  roles/logging.configWriter                 # make log-based metrics
  roles/monitoring.alertPolicyEditor         # make alerts
  roles/monitoring.notificationChannelEditor # and whom they notify
  roles/monitoring.dashboardEditor           # and the dashboard
)

find_project

# ensure_secret NAME VARIABLE WORDS: makes the secret, with a first version from the variable, from the
# terminal or from standard input.
ensure_secret() {
  local name=$1 variable=$2 words=$3 value=${!2:-}
  list_secrets | has_line "$name" ||
    tell secrets create "$name" --replication-policy=automatic --labels=app="$APP"
  if [ -n "$(newest_version "$name")" ]; then
    note "$name has a value already. A new one: gcloud secrets versions add $name --data-file=-"
    return
  fi
  if [ "$DRY_RUN" = no ] && [ -z "$value" ]; then
    [ ! -t 0 ] || printf '   %s (it is not shown): ' "$words"
    IFS= read -rs value || true
    printf '\n'
    [ -n "$value" ] || fail "$words is needed, on standard input or in $variable"
  fi
  # On standard input: what stands in a command line, others on the machine can read.
  tell secrets versions add "$name" --data-file=- < <(printf '%s' "$value")
}

ensure_build_roles() {
  local have role
  have=$(list_project_roles)
  for role in "${BUILD_ROLES[@]}"; do
    has_line "$role"$'\t'"$(member_of "$BUILD_ACCOUNT")" <<<"$have" ||
      tell_patiently projects add-iam-policy-binding "$PROJECT" --member="$(member_of "$BUILD_ACCOUNT")" \
        --role="$role" --condition=None --format=none
  done
}

note "Project $PROJECT, region $REGION.$([ "$DRY_RUN" = no ] || printf ' A dry run: nothing is changed.')"

step 'APIs'
note 'Functions, their builds, the queue, the schedule, secrets, logs and alerts are services that a project'
note 'has to switch on. That costs nothing by itself.'
ENABLED=$(ask services list --enabled --format='value(config.name)')
MISSING=()
for api in "${APIS[@]}"; do has_line "$api" <<<"$ENABLED" || MISSING+=("$api"); done
[ ${#MISSING[@]} -eq 0 ] || tell services enable "${MISSING[@]}"

step 'Secrets'
note "Closte's key goes into Secret Manager, where only the functions read it. It is in no file and no log."
ensure_secret "$API_KEY_SECRET" CLOSTE_CLIENT_API_KEY \
  "Closte's API key (CLOSTE_CLIENT_API_KEY in wp-config.php)"
[ -z "$WEBHOOK_SECRET" ] ||
  ensure_secret "$WEBHOOK_SECRET" CLOSTE_SYNC_SECRET \
    'the webhook secret (CLOSTE_SYNC_SECRET in wp-config.php)'

step "The build's account"
note "Cloud Build deploys as an account of its own, $BUILD_ACCOUNT, with the roles it needs."
list_accounts | has_line "$(email_of "$BUILD_ACCOUNT")" ||
  tell iam service-accounts create "$BUILD_ACCOUNT" \
    --display-name='Closte Domain Sync: Cloud Build deploys as this'
ensure_build_roles
for secret in "$API_KEY_SECRET" ${WEBHOOK_SECRET:+"$WEBHOOK_SECRET"}; do
  # It says who may read the secret; this role goes for the one secret only.
  bind "$(member_of "$BUILD_ACCOUNT")" roles/secretmanager.admin secrets -- "$secret"
done
# The builds of the functions run as it too, and it is who starts them.
let_act_as "$BUILD_ACCOUNT" "$BUILD_ACCOUNT"

step 'Test and deploy'
note 'Cloud Build tests this folder and deploys it: some 10 minutes the first time, half of that later.'
tell builds submit "$ROOT" --config="$ROOT/cloudbuild.yaml" --ignore-file=deploy/build-upload.gcloudignore \
  ${SUBSTITUTIONS:+--substitutions="^;^$SUBSTITUTIONS"}
wordpress_lines
