#!/usr/bin/env bash
# Sets a Google Cloud project up and deploys: the one command, the first time and to update.

usage() {
  cat <<'END'
bash deploy/setup.sh [--project=ID] [--dry-run] [_SETTING=value …]

Does what a build may not do for itself (APIs, the secret, the accounts and their rights), then has Cloud Build test
and, as another account, deploy. Run it again to update: what is right is left alone, and what is missing is made.

  --project=ID   the project; else the one that gcloud is set to
  --dry-run      asks, changes nothing, and prints the commands
  _SETTING=…     a substitution of cloudbuild.yaml, such as _ALERT_EMAIL=me@example.com. Give the same ones
                 every time.

_NETWORK_DOMAIN (the network's own domain) and _WORDPRESS_URL (the address of its main site) are asked for on the
terminal if they are not given; _WORDPRESS_URL= with nothing behind it says that there is none. All settings are read
by the functions' own rules before anything happens.

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
      [[ $argument != *$'\n'* ]] || wrong "${argument%%=*} must be one line"
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
# shellcheck source-path=SCRIPTDIR
# shellcheck source=accounts.sh
. "$DEPLOY/accounts.sh"

readonly APIS=(
  artifactregistry.googleapis.com cloudbuild.googleapis.com cloudfunctions.googleapis.com
  cloudresourcemanager.googleapis.com cloudscheduler.googleapis.com cloudtasks.googleapis.com
  iam.googleapis.com logging.googleapis.com monitoring.googleapis.com run.googleapis.com secretmanager.googleapis.com
)

# ask_for NAME WORDS DEFAULT: a setting that is not in the command line, be it empty there.
ask_for() {
  local name=$1 words=$2 default=$3 value
  [[ ";$SUBSTITUTIONS" != *";$name="* ]] || return 0
  [ -t 0 ] || wrong "$name is not given, and nobody can be asked here: give $name=${default:-network.example}"
  printf '   %s%s: ' "$words" "${default:+ [$default]}"
  IFS= read -r value || true
  value=${value:-$default}
  [ -n "$value" ] || wrong "$name is needed: $words"
  [[ $value != *';'* ]] || wrong "$name must not contain a semicolon"
  SUBSTITUTIONS+="${SUBSTITUTIONS:+;}$name=$value"
}

# What is given for NAME, up to its first comma.
first_of() {
  local settings=";$SUBSTITUTIONS;"
  settings=${settings#*";$1="}
  settings=${settings%%;*}
  printf '%s' "${settings%%,*}"
}

# The functions' own rules, by the Node that the packages bring along: Cloud Shell's may be an older one.
check_settings() {
  local node=$ROOT/node_modules/.bin/node settings
  if [ ! -x "$node" ]; then
    command -v npm >/dev/null || fail 'npm is not here, which reads the settings: https://nodejs.org, or use Cloud Shell'
    note 'The settings are read by the rules of the functions. For that their packages are installed here (npm ci).'
    (cd "$ROOT" && npm ci --no-audit --no-fund)
  fi
  IFS=';' read -ra settings <<<"$SUBSTITUTIONS"
  "$node" "$DEPLOY/check-settings.ts" "${settings[@]}" || exit 2
}

ask_for _NETWORK_DOMAIN "The network's own domain, such as network.example" ''
check_settings
MAIN_SITE=$(first_of _NETWORK_DOMAIN)
ask_for _WORDPRESS_URL "The address of the network's main site" "${MAIN_SITE:+https://$MAIN_SITE}"
check_settings
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

note "Project $PROJECT, region $REGION.$([ "$DRY_RUN" = no ] || printf ' A dry run: nothing is changed.')"

step 'APIs'
note 'Functions, their builds, the queues, the schedule, secrets, logs and alerts are services that a project'
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

SECRETS=("$API_KEY_SECRET" ${WEBHOOK_SECRET:+"$WEBHOOK_SECRET"})

step 'Accounts: one for each purpose'
note "Cloud Build tests as $TEST_ACCOUNT, which may do nothing else, and deploys as $BUILD_ACCOUNT; Google builds"
note "the functions as $PACKAGE_ACCOUNT. Each function runs as an account of its own, and only these read the secrets."
ensure_accounts
ensure_project_roles "$TEST_ACCOUNT" "${TEST_ROLES[@]}"
ensure_project_roles "$PACKAGE_ACCOUNT" "${PACKAGE_ROLES[@]}"
ensure_project_roles "$BUILD_ACCOUNT" "${BUILD_ROLES[@]}"
ensure_secret_access "${SECRETS[@]}"
take_back_too_much "${SECRETS[@]}"

# submit CONFIG [FLAG]…: has Cloud Build do what stands in the file, and waits for it.
submit() {
  tell builds submit "$ROOT" --config="$ROOT/$1" --ignore-file=deploy/build-upload.gcloudignore "${@:2}"
}

step 'Test'
note 'Cloud Build tests this folder: some 5 minutes.'
submit deploy/test-build.yaml

step 'Deploy'
note 'Cloud Build deploys this folder: some 10 minutes the first time, less later.'
submit cloudbuild.yaml --substitutions="^;^$SUBSTITUTIONS"
wordpress_lines
