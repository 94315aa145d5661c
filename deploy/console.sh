# shellcheck shell=bash
# What shows in the console: log-based metrics, alerts with the channel they go to, and the dashboard. They
# stand in files; @PROJECT@, @QUEUES@, @CHANNEL@ and @CONFIG@ in them are filled in here, the last with the
# file's fingerprint.

# Writes the file with all filled in to a new place and says where, and sets CONFIG.
fill_in() {
  local file=$1 filled=$SCRATCH/$2
  local channel=${CHANNEL:+\"$CHANNEL\"}
  # A regular expression: in a name of a queue no character means anything else in one.
  local queues="$QUEUE|$CLOSTE_QUEUE"
  sed -e "s|@PROJECT@|$PROJECT|g" -e "s#@QUEUES@#$queues#g" -e "s|\"@CHANNEL@\"|$channel|g" "$file" >"$filled"
  CONFIG=$(fingerprint <"$filled")
  sed -i -e "s|@CONFIG@|$CONFIG|g" "$filled"
  FILLED=$filled
}

ensure_metrics() {
  local metrics file name have action
  metrics=$(list_metrics)
  for file in "$DEPLOY"/metrics/*.json; do
    name=$(basename "$file" .json)
    fill_in "$file" "metric-$name.json"
    have=$(column_of "$name" <<<"$metrics")
    case $have in
      *"(config $CONFIG)") continue ;;
      '') action=create ;;
      *) action=update ;;
    esac
    tell logging metrics "$action" "$name" --config-from-file="$FILLED"
  done
}

# Sets CHANNEL to the channel that e-mails ALERT_EMAIL, or to nothing.
ensure_channel() {
  CHANNEL=''
  if [ -z "$ALERT_EMAIL" ]; then
    note 'No _ALERT_EMAIL is given: alerts show in the console and notify nobody.'
    return
  fi
  CHANNEL=$(list_channels | column_of "$ALERT_EMAIL")
  if [ -z "$CHANNEL" ]; then
    tell beta monitoring channels create --display-name="Closte Domain Sync: $ALERT_EMAIL" --type=email \
      --channel-labels=email_address="$ALERT_EMAIL" --user-labels=app="$APP"
    CHANNEL=$(list_channels | column_of "$ALERT_EMAIL")
  fi
}

ensure_alerts() {
  local policies file name row
  policies=$(list_policies)
  for file in "$DEPLOY"/alerts/*.json; do
    name=$(basename "$file" .json)
    fill_in "$file" "alert-$name.json"
    row=$(grep -F "$name"$'\t' <<<"$policies" || true)
    if [ -z "$row" ]; then
      tell_patiently monitoring policies create --policy-from-file="$FILLED"
    elif [ "$(cut -f 2 <<<"$row")" != "$CONFIG" ]; then
      tell_patiently monitoring policies update "$(cut -f 3 <<<"$row")" --policy-from-file="$FILLED"
    fi
  done
}

ensure_dashboard() {
  local row
  fill_in "$DEPLOY/dashboard.json" dashboard.json
  row=$(list_dashboards | { grep -F "$DASHBOARD"$'\t' || true; })
  case $row in
    *"(config $CONFIG)") ;;
    '') tell monitoring dashboards create --config-from-file="$FILLED" ;;
    *)
      # An update has to name the version that it replaces.
      sed -i -e "1s|{|{ \"etag\": \"$(cut -f 3 <<<"$row")\",|" "$FILLED"
      tell monitoring dashboards update "$(cut -f 2 <<<"$row")" --config-from-file="$FILLED"
      ;;
  esac
}
