#!/bin/sh
# Stands in the place of a mail server: sh sendmail.sh FOLDER. Each e-mail becomes a file; while there is a file named
# "down", none is taken.
[ -e "$1/down" ] && exit 1
cat > "$(mktemp "$1/XXXXXX.eml")"
