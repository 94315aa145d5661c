# shellcheck shell=bash
# Who may do what. setup.sh sees to it, with the rights of an owner of the project: no build may give rights to
# an account, itself among them, and none may read what is in a secret.
#
# With a prefix (acme-), each network of a project has its own: acme-closte-sync-test, and so on.
#
#   account                who runs as it                            in the project    and beside that
#   closte-sync-test       the tests, with all packages they take    TEST_ROLES        nothing
#   closte-sync-package    Google's builds of the functions (npm)    PACKAGE_ROLES     nothing
#   closte-sync-build      the build that deploys                    BUILD_ROLES       sees the secrets' versions;
#                                                                                      acts as those below
#   closte-sync-map, …     the functions                             nothing           read the secrets; the queues
#   closte-sync-tasks      what calls check and reconcile            nothing           may call them
#   closte-sync-cron       what calls reconcile                      nothing           may call it
#
# What remains, and cannot be otherwise: whoever deploys a function that reads a secret could deploy one that
# tells it. So nothing runs as closte-sync-build but deploy.sh and what makes the bundle, and no tests.
# shellcheck disable=SC2034  # The roles are used in setup.sh, which sources this file.

# To write its log and to fetch what was uploaded for it
# (https://cloud.google.com/build/docs/securing-builds/configure-user-specified-service-accounts).
readonly TEST_ROLES=(roles/logging.logWriter roles/storage.objectViewer)

# To write its log, the images, and to read what was uploaded for it
# (https://cloud.google.com/run/docs/configuring/services/build-service-account).
readonly PACKAGE_ROLES=(roles/logging.logWriter roles/artifactregistry.writer roles/storage.objectAdmin)

# What each is for: https://cloud.google.com/iam/docs/understanding-roles
readonly BUILD_ROLES=(
  roles/cloudbuild.builds.builder            # run the build that deploys, and see those of the functions
  roles/cloudfunctions.developer             # deploy functions
  roles/run.admin                            # say who may call them
  roles/cloudtasks.queueAdmin                # make the queues, and say who may put tasks into them
  roles/cloudscheduler.admin                 # make the schedule
  roles/logging.configWriter                 # make log-based metrics
  roles/monitoring.alertPolicyEditor         # make alerts
  roles/monitoring.notificationChannelEditor # and whom they notify
  roles/monitoring.dashboardEditor           # and the dashboard
)

# What versions before this one gave to closte-sync-build: with the first it could give itself everything, with
# the second, on the secrets, read them.
readonly TOO_MUCH=roles/iam.serviceAccountAdmin
readonly TOO_MUCH_OF_SECRET=roles/secretmanager.admin

# The functions read a secret; see ENQUEUERS for who puts tasks into the queues.
readonly READERS=(closte-sync-map closte-sync-check closte-sync-reconcile closte-sync-status)

purpose_of() {
  case $1 in
    "$TEST_ACCOUNT") printf 'Closte Domain Sync: Cloud Build tests as this' ;;
    "$PACKAGE_ACCOUNT") printf 'Closte Domain Sync: the functions are built as this' ;;
    "$BUILD_ACCOUNT") printf 'Closte Domain Sync: Cloud Build deploys as this' ;;
    closte-sync-map) printf 'Closte Domain Sync: map and unmap run as this' ;;
    closte-sync-check) printf 'Closte Domain Sync: check runs as this' ;;
    closte-sync-reconcile) printf 'Closte Domain Sync: reconcile runs as this' ;;
    closte-sync-status) printf 'Closte Domain Sync: status runs as this' ;;
    closte-sync-tasks) printf 'Closte Domain Sync: Cloud Tasks calls check and reconcile as this' ;;
    closte-sync-cron) printf 'Closte Domain Sync: Cloud Scheduler calls reconcile as this' ;;
    *) fail "no purpose is known of the account $1" ;;
  esac
}

ensure_accounts() {
  local existing account
  existing=$(list_accounts)
  for account in "${BUILDERS[@]}" "${ACCOUNTS[@]}"; do
    has_line "$(email_of "$account")" "$existing" ||
      tell iam service-accounts create "$PREFIX$account" --display-name="$(purpose_of "$account")"
  done
  # Whoever deploys a function, or a job that calls one, has to be allowed to let it act as its account
  # (https://cloud.google.com/functions/docs/securing/function-identity), and its build as that of builds.
  for account in "$PACKAGE_ACCOUNT" "${ACCOUNTS[@]}"; do
    let_act_as "$BUILD_ACCOUNT" "$account"
  done
  # Whoever makes a task that carries a token of an account has to be allowed to act as it
  # (https://cloud.google.com/tasks/docs/creating-http-target-tasks#token).
  for account in "${ENQUEUERS[@]}"; do
    let_act_as "$account" closte-sync-tasks
  done
}

# ensure_project_roles ACCOUNT ROLE…: gives an account what it has not.
ensure_project_roles() {
  local have role account=$1
  shift
  have=$(list_project_roles)
  for role in "$@"; do
    has_line "$role"$'\t'"$(member_of "$account")" "$have" ||
      tell_patiently projects add-iam-policy-binding "$PROJECT" --member="$(member_of "$account")" \
        --role="$role" --condition=None --format=none
  done
}

# ensure_secret_access SECRET…: the functions read it, and the build that deploys sees which versions there are
# (https://cloud.google.com/iam/docs/roles-permissions/secretmanager).
ensure_secret_access() {
  local secret account
  for secret in "$@"; do
    for account in "${READERS[@]}"; do
      bind "$(member_of "$account")" roles/secretmanager.secretAccessor secrets -- "$secret"
    done
    bind "$(member_of "$BUILD_ACCOUNT")" roles/secretmanager.viewer secrets -- "$secret"
  done
}

# take_back_too_much SECRET…: what closte-sync-build has from before.
take_back_too_much() {
  local secret member have
  member=$(member_of "$BUILD_ACCOUNT")
  have=$(list_project_roles)
  ! has_line "$TOO_MUCH"$'\t'"$member" "$have" ||
    tell projects remove-iam-policy-binding "$PROJECT" --member="$member" --role="$TOO_MUCH" \
      --condition=None --format=none
  for secret in "$@"; do
    have=$(list_secret_roles "$secret")
    ! has_line "$TOO_MUCH_OF_SECRET"$'\t'"$member" "$have" ||
      tell secrets remove-iam-policy-binding "$secret" --member="$member" --role="$TOO_MUCH_OF_SECRET" \
        --format=none
  done
}
