#!/usr/bin/env bash
# Sets a Google Cloud project up and deploys: the one command, the first time and to update.

usage() {
  cat <<'END'
bash deploy/setup.sh [--network=NAME | --all] [--project=ID] [--dry-run] [_SETTING=value …]

Does what a build may not do for itself (APIs, the secret, the accounts and their rights), then has Cloud Build test
and, as another account, deploy. Run it again to update: what is right is left alone, and what is missing is made.

  --network=NAME  whose settings: they stand in networks/NAME.env, which the first run writes and every later one
                  reads. Not needed as long as there is one network
  --all           every network that has a file there, one after the other
  --project=ID    the project; else the one in the file, else the one that gcloud is set to
  --dry-run       asks, changes nothing, and prints every command, those of the build too
  _SETTING=…      a substitution of cloudbuild.yaml, such as _ALERT_EMAIL=me@example.com. It is kept in the file
                  until another value is given; _SETTING= takes it back to its default

_NETWORK_DOMAIN (the network's own domain), _WORDPRESS_URL (the address of its main site), _ALERT_EMAIL (whom the
alerts notify), _STATUS_CONTACT (whom the readers of a status page can ask: mailto: or https) and _NETWORK_NAME (what the
network is called there) are asked for on the terminal if they are not given; one with nothing behind it says that there
is none.
All settings are read by the functions' own rules before anything happens.

A second network in the same project gets names of its own for everything: its file has a prefix, _PREFIX=acme-.

Closte's key is asked for once, if the project does not have it: on the terminal, from standard input, or
from the variable CLOSTE_CLIENT_API_KEY. With _WEBHOOK_SECRET=NAME the same holds for that secret.
END
}

DEPLOY=$(cd "$(dirname "$0")" && pwd)
ROOT=$(dirname "$DEPLOY")
# shellcheck source-path=SCRIPTDIR
# shellcheck source=networks.sh
. "$DEPLOY/networks.sh"

ALL=no GIVEN_NETWORK='' GIVEN_PROJECT='' GIVEN=()
for argument in "$@"; do
  case $argument in
    --network=*) GIVEN_NETWORK=${argument#*=} ;;
    --all) ALL=yes ;;
    --project=*) GIVEN_PROJECT=${argument#*=} ;;
    --dry-run) DRY_RUN=yes ;;
    -h | --help) usage && exit ;;
    _*=*)
      check_pair "${argument%%=*}" "${argument#*=}" ''
      GIVEN+=("$argument")
      ;;
    *) wrong "$argument is not understood. bash deploy/setup.sh --help says what is" ;;
  esac
done

# Every network in turn. The folder is the same for all, so it is tested once.
set_up_all() {
  local name failed=() tested=no arguments=()
  [ -z "$GIVEN_NETWORK$GIVEN_PROJECT${GIVEN[*]-}" ] ||
    wrong '--all takes every network as its file says: give no other settings with it'
  [ "${DRY_RUN:-no}" = no ] || arguments+=(--dry-run)
  [ -n "$(network_names)" ] || wrong 'there is no file networks/NAME.env: bash deploy/setup.sh --network=NAME makes one'
  for name in $(network_names); do
    printf '\n=== %s ===\n' "$name"
    if TESTED=$tested bash "$0" --network="$name" ${arguments[@]+"${arguments[@]}"}; then
      tested=yes
    else
      failed+=("$name")
    fi
  done
  [ ${#failed[@]} -gt 0 ] || exit 0
  printf '\nERROR: not done: %s. What was wrong stands above; the others are done.\n' "${failed[*]}" >&2
  exit 1
}
[ "$ALL" = no ] || set_up_all

choose_network "$GIVEN_NETWORK"
read_network "$NETWORK"

# take NAME VALUE: what the command line gives. What would leave everything behind under its old name is not taken.
take() {
  case $1 in
    PROJECT | _PREFIX | _REGION)
      [ ! -e "$(file_of "$NETWORK")" ] || [ "$(setting "$1")" = "$2" ] || ! is_set "$1" ||
        wrong "networks/$NETWORK.env has $1=$(setting "$1"). Another network: --network=NAME. To move this one, remove it first: deploy/remove.sh"
      ;;
  esac
  put "$1" "$2"
}
[ -z "$GIVEN_PROJECT" ] || take PROJECT "$GIVEN_PROJECT"
for argument in ${GIVEN[@]+"${GIVEN[@]}"}; do take "${argument%%=*}" "${argument#*=}"; done

# ask_for NAME WORDS DEFAULT NEEDED: a setting that is nowhere yet, be it empty there.
ask_for() {
  local name=$1 words=$2 default=$3 needed=$4 value
  ! is_set "$name" || return 0
  if [ ! -t 0 ]; then
    [ "$needed" = no ] || wrong "$name is not given, and nobody can be asked here: give $name=${default:-network.example}"
    return 0
  fi
  printf '   %s%s: ' "$words" "${default:+ [$default]}"
  IFS= read -r value || true
  value=${value:-$default}
  [ -n "$value" ] || [ "$needed" = no ] || wrong "$name is needed: $words"
  check_pair "$name" "$value" ''
  put "$name" "$value"
}

# The functions' own rules, by the Node that the packages bring along: Cloud Shell's may be an older one.
NODE=$ROOT/node_modules/.bin/node
CHECKED=''
check_settings() {
  [ "${SETTINGS[*]-}" != "$CHECKED" ] || return 0
  if [ ! -x "$NODE" ]; then
    command -v npm >/dev/null || wrong 'npm is not here, which reads the settings: https://nodejs.org, or use Cloud Shell'
    printf '   The settings are read by the rules of the functions. For that their packages are installed here (npm ci).\n'
    (cd "$ROOT" && npm ci --no-audit --no-fund)
  fi
  "$NODE" "$DEPLOY/check-settings.ts" "${SETTINGS[@]}" || exit 2
  CHECKED=${SETTINGS[*]}
}

ask_for _NETWORK_DOMAIN "The network's own domain, such as network.example" '' yes
check_settings
MAIN_SITE=$(setting _NETWORK_DOMAIN)
MAIN_SITE=${MAIN_SITE%%,*}
ask_for _WORDPRESS_URL "The address of the network's main site" "${MAIN_SITE:+https://$MAIN_SITE}" yes
ask_for _ALERT_EMAIL 'The e-mail address that alerts go to (nothing: none)' '' no
ask_for _STATUS_CONTACT 'Whom the readers of a status page can ask, such as mailto:help@network.example or https://… (nothing: none)' '' no
ask_for _NETWORK_NAME 'What the network is called on these pages (nothing: no name)' '' no
check_settings

# The file of the settings is what counts: a variable of one of these names may be the secret itself.
PROJECT=$(setting PROJECT) PREFIX=$(setting _PREFIX) REGION=$(setting _REGION)
API_KEY_SECRET=$(setting _API_KEY_SECRET) WEBHOOK_SECRET=$(setting _WEBHOOK_SECRET)
# shellcheck source-path=SCRIPTDIR
# shellcheck source=access.sh
. "$DEPLOY/access.sh"
find_project
put PROJECT "$PROJECT"
choose_prefix
PREFIX=$(setting _PREFIX)
check_settings
# shellcheck source-path=SCRIPTDIR
# shellcheck source=lib.sh
. "$DEPLOY/lib.sh"
# shellcheck source-path=SCRIPTDIR
# shellcheck source=accounts.sh
. "$DEPLOY/accounts.sh"

check_access
[ "$DRY_RUN" = yes ] || write_network "$NETWORK"

readonly APIS=(
  artifactregistry.googleapis.com cloudbuild.googleapis.com cloudfunctions.googleapis.com
  cloudresourcemanager.googleapis.com cloudscheduler.googleapis.com cloudtasks.googleapis.com
  iam.googleapis.com logging.googleapis.com monitoring.googleapis.com run.googleapis.com secretmanager.googleapis.com
)

# ensure_secret NAME VARIABLE WORDS: makes the secret, with a first version from the variable, from the
# terminal or from standard input.
ensure_secret() {
  local name=$1 variable=$2 words=$3 value=${!2:-} secrets
  secrets=$(list_secrets)
  has_line "$name" "$secrets" ||
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

note "Network $NETWORK, project $PROJECT, region $REGION${PREFIX:+, prefix $PREFIX}.$([ "$DRY_RUN" = no ] || printf ' A dry run: nothing is changed.')"

step 'APIs'
note 'Functions, their builds, the queues, the schedule, secrets, logs and alerts are services that a project'
note 'has to switch on. That costs nothing by itself.'
ENABLED=$(ask services list --enabled --format='value(config.name)')
MISSING=()
for api in "${APIS[@]}"; do has_line "$api" "$ENABLED" || MISSING+=("$api"); done
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
if [ "${TESTED:-no}" = yes ]; then
  note 'This folder was tested for the network before.'
else
  note 'Cloud Build tests this folder: some 5 minutes.'
  submit deploy/test-build.yaml ${PREFIX:+"--substitutions=_PREFIX=$PREFIX"}
fi

step 'Deploy'
note 'Cloud Build deploys this folder: some 10 minutes the first time, less later.'
SUBSTITUTIONS=''
for pair in "${SETTINGS[@]}"; do
  [[ $pair != _* ]] || SUBSTITUTIONS+="${SUBSTITUTIONS:+;}$pair"
done
submit cloudbuild.yaml --substitutions="^;^$SUBSTITUTIONS"

# What the build would do, by its own script, with what is there already left out. SOURCE is what it would deploy, if
# somebody has copied that already.
rehearse_build() {
  local name
  while IFS= read -r name; do unset "$name"; done < <(sed -n 's/^  _\([A-Z_]*\): .*/\1/p' "$ROOT/cloudbuild.yaml")
  for pair in "${SETTINGS[@]}"; do export "${pair#_}"; done
  if [ -z "${SOURCE:-}" ]; then
    SOURCE=$(mktemp -d)
    trap 'rm -rf "$SOURCE"' EXIT
    (cd "$ROOT" && "$NODE" --run build && "$NODE" deploy/copy-deployed-files.ts "$SOURCE") >/dev/null
  fi
  export SOURCE DRY_RUN
  printf '\nThat build would do this:\n'
  bash "$DEPLOY/deploy.sh"
}
if [ "$DRY_RUN" = yes ]; then (rehearse_build); else wordpress_lines; fi
