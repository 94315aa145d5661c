# shellcheck shell=bash
# What shows in the console: log-based metrics, alerts with the channel they go to, and the dashboard. They
# stand in files; @PROJECT@, @NAME@, @CHANNEL@ and their like in them are filled in here, @CONFIG@ with the file's
# fingerprint.

# Writes the file with all filled in to a new place and says where, and sets CONFIG.
fill_in() {
  local file=$1 filled=$SCRATCH/$2
  local channels=''
  [ ${#CHANNELS[@]} -eq 0 ] || channels=$(printf ', "%s"' "${CHANNELS[@]}")
  # Regular expressions: in the name of a queue or of a function no character means anything else in one.
  local queues="$QUEUE|$CLOSTE_QUEUE" services="^$PREFIX(check|map|reconcile|status|unmap)\$"
  local text
  text=$(<"$file")
  # Between quotes: else some versions of bash take an & for what is replaced.
  text=${text//@PROJECT@/"$PROJECT"}
  text=${text//@NAME@/"$DASHBOARD"}
  text=${text//@PREFIX@/"$PREFIX"}
  text=${text//@METRICS@/"$METRIC_PREFIX"}
  text=${text//@QUEUES@/"$queues"}
  text=${text//@SERVICES@/"$services"}
  text=${text//'"@CHANNEL@"'/"${channels#, }"}
  CONFIG=$(fingerprint <<<"$text")
  text=${text//@CONFIG@/"$CONFIG"}
  printf '%s\n' "$text" >"$filled"
  FILLED=$filled
}

# put_metric NAME FILE ROWS: ROWS are what list_metrics tells.
put_metric() {
  local name=$1 rows=$3 have action
  fill_in "$2" "metric-$name.json"
  have=$(column 2 "$(row_of "$name" "$rows")")
  case $have in
    *"(config $CONFIG)") return ;;
    '') action=create ;;
    *) action=update ;;
  esac
  tell logging metrics "$action" "$name" --config-from-file="$FILLED"
}

ensure_metrics() {
  local metrics file name
  metrics=$(list_metrics)
  for file in "$DEPLOY"/metrics/*.json; do
    name=${file##*/}
    put_metric "$METRIC_PREFIX${name%.json}" "$file" "$metrics"
  done
}

# The channel of this network for an address, among the rows of list_channels: its own, else one that somebody else has
# made, and none of another network, which may go.
channel_for() {
  awk -F '\t' -v address="$1" -v app="$APP" -v network="${PREFIX%-}" '
    $1 == address && $3 == app && $4 == network { own = $2 }
    $1 == address && $3 != app { other = $2 }
    END { if (own != "") print own; else if (other != "") print other }'
}

# ensure_channel TYPE LABEL ADDRESS: adds the channel to CHANNELS.
ensure_channel() {
  local type=$1 label=$2 address=$3 channel
  channel=$(list_channels | channel_for "$address")
  if [ -z "$channel" ]; then
    tell beta monitoring channels create --display-name="$DASHBOARD: $address" --type="$type" \
      --channel-labels="$label=$address" --user-labels="app=$APP${PREFIX:+,network=${PREFIX%-}}"
    channel=$(list_channels | channel_for "$address")
  fi
  [ -z "$channel" ] || CHANNELS+=("$channel")
}

# Sets CHANNELS to those that tell ALERT_EMAIL and ALERT_WEBHOOK, and to the ones that ALERT_CHANNELS names.
ensure_channels() {
  CHANNELS=()
  local named
  if [ -z "$ALERT_EMAIL$ALERT_WEBHOOK$ALERT_CHANNELS" ]; then
    note 'No _ALERT_EMAIL is given: alerts show in the console and notify nobody.'
    return
  fi
  [ -z "$ALERT_EMAIL" ] || ensure_channel email email_address "$ALERT_EMAIL"
  [ -z "$ALERT_WEBHOOK" ] || ensure_channel webhook_tokenauth url "$ALERT_WEBHOOK"
  IFS=',' read -ra named <<<"$ALERT_CHANNELS"
  CHANNELS+=(${named[@]+"${named[@]}"})
}

ensure_alerts() {
  local policies file name row
  policies=$(list_policies)
  for file in "$DEPLOY"/alerts/*.json; do
    name=${file##*/} name=$PREFIX${name%.json}
    fill_in "$file" "alert-$name.json"
    row=$(row_of "$name" "$policies")
    if [ -z "$row" ]; then
      tell_patiently monitoring policies create --policy-from-file="$FILLED"
    elif [ "$(column 2 "$row")" != "$CONFIG" ]; then
      tell_patiently monitoring policies update "$(column 3 "$row")" --policy-from-file="$FILLED"
    fi
  done
}

# put_dashboard NAME FILE
put_dashboard() {
  local rows row text
  fill_in "$2" dashboard.json
  rows=$(list_dashboards)
  row=$(row_of "$1" "$rows")
  case $row in
    *"(config $CONFIG)") ;;
    '') tell monitoring dashboards create --config-from-file="$FILLED" ;;
    *)
      # An update has to name the version that it replaces.
      text=$(<"$FILLED")
      printf '{ "etag": "%s",%s\n' "$(column 3 "$row")" "${text#\{}" >"$FILLED"
      tell monitoring dashboards update "$(column 2 "$row")" --config-from-file="$FILLED"
      ;;
  esac
}

ensure_dashboard() { put_dashboard "$DASHBOARD" "$DEPLOY/dashboard.json"; }

# It says the same for every network, so that two which are deployed in turn change nothing of each other's.
ensure_overview() {
  put_metric "$OVERVIEW_METRIC" "$DEPLOY/overview/metric.json" "$(list_metrics)"
  put_dashboard "$OVERVIEW" "$DEPLOY/overview/dashboard.json"
}
