# shellcheck shell=bash
# Whether gcloud can do what is needed, before anything happens: each thing that is missing is said with what to do.

note() { printf '   %s\n' "$1"; }
fail() {
  printf 'ERROR: %s\n' "$1" >&2
  exit 1
}

command -v gcloud >/dev/null ||
  fail 'gcloud is not here: https://cloud.google.com/sdk/docs/install, or use Cloud Shell'

# The project, if none is given: the one that gcloud is set to.
find_project() {
  if [ -z "$PROJECT" ]; then PROJECT=$(gcloud config get-value project 2>/dev/null || true); fi
  case $PROJECT in '' | '(unset)') fail 'no project: give --project=ID' ;; esac
}

# What follows reads rows by what bash itself can do: another program for each would be started some hundred times.

# has_line LINE TEXT
has_line() { [[ $'\n'$2$'\n' == *$'\n'"$1"$'\n'* ]]; }

# row_of NAME ROWS: the first row that begins with NAME, in lines of columns separated by tabs. Nothing if there is none.
row_of() {
  local rows=$'\n'$2$'\n'
  [[ $rows == *$'\n'"$1"$'\t'* ]] || return 0
  rows=${rows#*$'\n'"$1"$'\t'}
  printf '%s\t%s' "$1" "${rows%%$'\n'*}"
}

# column NUMBER ROW: one column of a row, the first is 1. Nothing if there are fewer.
column() {
  local rest=$2$'\t' number
  for ((number = 1; number < $1; number++)); do rest=${rest#*$'\t'}; done
  printf '%s' "${rest%%$'\t'*}"
}

check_access() {
  local account state billing roles
  account=$(gcloud auth list --filter=status:ACTIVE --format='value(account)' 2>/dev/null || true)
  [ -n "$account" ] || fail 'gcloud is not logged in: run gcloud auth login, then the same again'

  state=$(gcloud projects describe "$PROJECT" --format='value(lifecycleState)' 2>/dev/null || true)
  case $state in
    ACTIVE) ;;
    '')
      fail "$account does not see a project $PROJECT. gcloud projects list shows those that there are; gcloud auth login
       logs in as somebody else"
      ;;
    *) fail "the project $PROJECT is being deleted ($state). gcloud projects undelete $PROJECT brings it back" ;;
  esac

  # Not everybody who may deploy may see it: no answer is no finding.
  billing=$(gcloud billing projects describe "$PROJECT" --format='value(billingEnabled)' 2>/dev/null || true)
  case $billing in
    [Ff]alse)
      fail "the project $PROJECT has no billing account, and the functions need one. Link one:
       https://console.cloud.google.com/billing/linkedaccount?project=$PROJECT"
      ;;
  esac

  roles=$(gcloud projects get-iam-policy "$PROJECT" --flatten='bindings[].members' \
    --format='value(bindings.role,bindings.members)' 2>/dev/null) ||
    fail "$account may not see who may do what in $PROJECT, let alone change it: it needs the role Owner there.
       Somebody who has it gives it at https://console.cloud.google.com/iam-admin/iam?project=$PROJECT"
  # A role may come by way of a group, a folder or an organisation, which is not to be seen here.
  has_line roles/owner$'\t'"user:$account" "$roles" ||
    has_line roles/owner$'\t'"serviceAccount:$account" "$roles" || {
    note "$account is no owner of $PROJECT by name. If it is none by way of a group or an organisation either, Google"
    note 'refuses one of the next steps; then have somebody give it the role Owner, and run the same again.'
  }
}
