#!/bin/bash
# The account that API and projector have on EventStoreDB: reads the whole log, reads and writes streams, and nothing else.
# Wants in its environment URL (https://host:2113), ADMIN_PASSWORD, PASSWORD and CREDENTIALS, the file that they read. May be
# run again: a new PASSWORD takes the place of the old one. The server needs EVENTSTORE_ENABLE_ATOM_PUB_OVER_HTTP=true.
# Not for a server that other programs share: they could read and write their streams no more.
set -euo pipefail

ask() {
  curl --silent --show-error --fail --output /dev/null --header 'Content-Type: application/json' \
    ${CA_FILE:+--cacert "$CA_FILE"} --user "admin:$ADMIN_PASSWORD" "$@"
}

# As JSON, whatever is in it but control characters.
quoted() {
  local text=${1//'\'/'\\'}
  printf '"%s"' "${text//'"'/'\"'}"
}

# The server answers a moment before it knows its administrator.
ask --retry 60 --retry-delay 1 --retry-all-errors "$URL/users/admin"

if ask "$URL/users/aterkom" 2> /dev/null; then
  ask --data "{\"newPassword\":$(quoted "$PASSWORD")}" "$URL/users/aterkom/command/reset-password"
else
  ask --data "{\"loginName\":\"aterkom\",\"fullName\":\"aterkom\",\"groups\":[],\"password\":$(quoted "$PASSWORD")}" "$URL/users/"
fi

# Streams without rights of their own: what is left out would be everybody's, and whoever may write metadata can give itself the rest.
ask --header 'ES-EventId: 3a1c5c0e-0a0f-4d3b-9a5e-6d1f2b7c8e01' --header 'ES-EventType: $settings' "$URL/streams/%24settings" --data \
  '{"$userStreamAcl":{"$r":["aterkom"],"$w":["aterkom"],"$d":["$admins"],"$mr":["$admins"],"$mw":["$admins"]}}'
ask --header 'ES-EventId: 3a1c5c0e-0a0f-4d3b-9a5e-6d1f2b7c8e02' "$URL/streams/%24all/metadata" --data \
  '{"$acl":{"$r":["aterkom"]}}'

umask 077
printf 'aterkom:%s' "$PASSWORD" > "$CREDENTIALS"
