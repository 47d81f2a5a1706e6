#!/bin/sh
# Starts Kong as its image does (`kong docker-start`), with the one secret that it reads from its environment.
set -eu
GATEWAY_REDIS_PASSWORD=$(cat "$GATEWAY_REDIS_PASSWORD_FILE")
export GATEWAY_REDIS_PASSWORD
kong prepare -p "$KONG_PREFIX"
exec /usr/local/openresty/nginx/sbin/nginx -p "$KONG_PREFIX" -c nginx.conf
