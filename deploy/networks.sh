# shellcheck shell=bash
# The settings of each network, in a file of its own: networks/NAME.env. setup.sh writes it, and every later run reads
# it, remove.sh too. No secret stands in it. Lines are NAME=VALUE, the value up to the end of the line; a line that begins
# with # says something to a reader.
# shellcheck disable=SC2034  # What is read here is used in the scripts that source this file.

set -Eeuo pipefail

: "${NETWORKS:=$ROOT/networks}"
# The settings, each as NAME=VALUE: PROJECT, and the substitutions of cloudbuild.yaml.
SETTINGS=()

wrong() {
  printf 'ERROR: %s\n' "$1" >&2
  exit 2
}

file_of() { printf '%s/%s.env' "$NETWORKS" "$1"; }

# The names of all networks that have a file.
network_names() {
  local file
  for file in "$NETWORKS"/*.env; do
    [ -e "$file" ] || continue
    file=${file##*/}
    printf '%s\n' "${file%.env}"
  done
}

is_set() {
  local pair
  for pair in ${SETTINGS[@]+"${SETTINGS[@]}"}; do [ "${pair%%=*}" != "$1" ] || return 0; done
  return 1
}
setting() {
  local pair
  for pair in ${SETTINGS[@]+"${SETTINGS[@]}"}; do
    [ "${pair%%=*}" != "$1" ] || printf '%s' "${pair#*=}"
  done
}
# put NAME VALUE: in the place of the one that was there.
put() {
  local index
  for index in ${SETTINGS[@]+"${!SETTINGS[@]}"}; do
    if [ "${SETTINGS[index]%%=*}" = "$1" ]; then
      SETTINGS[index]=$1=$2
      return
    fi
  done
  SETTINGS+=("$1=$2")
}

CLOUDBUILD=$(<"$ROOT/cloudbuild.yaml")
is_substitution() { [[ $1 =~ ^_[A-Z_]+$ && $CLOUDBUILD == *$'\n'"  $1:"* ]]; }

# check_pair NAME VALUE WHERE: whether a setting is one, and can be handed on as one.
check_pair() {
  case $1 in
    PROJECT) ;;
    CLOSTE_CLIENT_API_KEY | CLOSTE_SYNC_SECRET | WEBHOOK_SECRET)
      wrong "$3$1 is a secret, and no setting: setup.sh asks for it. Take it out of there"
      ;;
    *) is_substitution "$1" || wrong "$3cloudbuild.yaml knows no $1" ;;
  esac
  # They go into one list whose separator it is.
  [[ $2 != *';'* ]] || wrong "$3$1 must not contain a semicolon"
  [[ $2 != *$'\n'* ]] || wrong "$3$1 must be one line"
}

# read_network NAME: its settings, or none if there is no file.
read_network() {
  local file line number=0
  file=$(file_of "$1")
  SETTINGS=()
  [ -e "$file" ] || return 0
  while IFS= read -r line || [ -n "$line" ]; do
    number=$((number + 1))
    line=${line%$'\r'}
    case $line in
      '' | '#'*) continue ;;
      *=*) ;;
      *) wrong "networks/$1.env, line $number: it is not NAME=VALUE" ;;
    esac
    check_pair "${line%%=*}" "${line#*=}" "networks/$1.env, line $number: "
    put "${line%%=*}" "${line#*=}"
  done <"$file"
}

# write_network NAME: with what a reader wrote at the top of the file, if it is there.
write_network() {
  local file text
  file=$(file_of "$1")
  text=$(grep '^#' "$file" 2>/dev/null || printf '# Settings of one network, written by deploy/setup.sh. No secret belongs here.\n')
  text+=$'\n'$(printf '%s\n' "${SETTINGS[@]}")
  [ ! -e "$file" ] || [ "$text" != "$(<"$file")" ] || return 0
  mkdir -p "$NETWORKS"
  printf '%s\n' "$text" >"$file"
  note "The settings stand in networks/$1.env: the next time it is enough to run the same without them."
}

# choose_network GIVEN: sets NETWORK to the one that is meant.
choose_network() {
  local names
  NETWORK=$1
  if [ -z "$NETWORK" ]; then
    names=$(network_names)
    case $names in
      '') NETWORK=default ;;
      *$'\n'*) wrong "which network? Give --network=NAME: ${names//$'\n'/, }" ;;
      *) NETWORK=$names ;;
    esac
  fi
  [[ $NETWORK =~ ^[a-z0-9][a-z0-9.-]*$ ]] ||
    wrong "--network=$NETWORK: give a name of lower-case letters, digits, dots and hyphens"
}

# The other networks of PROJECT, each as its prefix, a tab, and its name. What this one has is left as it is.
neighbours() {
  local name here=$NETWORK
  for name in $(network_names); do
    [ "$name" = "$here" ] || (
      read_network "$name"
      [ "$(setting PROJECT)" != "$PROJECT" ] || printf '%s\t%s\n' "$(setting _PREFIX)" "$name"
    )
  done
}

# Sees to it that no two networks of a project have one prefix. A network that comes second and has none gets its own name.
choose_prefix() {
  local others prefix same
  others=$(neighbours)
  if [ -n "$others" ] && ! is_set _PREFIX && [ ! -e "$(file_of "$NETWORK")" ]; then
    prefix=$(printf '%s' "$NETWORK" | sed -e 's/[^a-z0-9]//g' -e 's/^[0-9]*//' | cut -c 1-8)
    [ -z "$prefix" ] || put _PREFIX "$prefix-"
    note "There is another network in $PROJECT: what belongs to this one has names that begin with $(setting _PREFIX)"
  fi
  same=$(awk -F '\t' -v prefix="$(setting _PREFIX)" '$1 == prefix { print $2; exit }' <<<"${others:-#}")
  [ -z "$same" ] ||
    wrong "networks/$same.env has the prefix '$(setting _PREFIX)' in $PROJECT too. Give another: _PREFIX=${NETWORK:0:1}2-"
}
