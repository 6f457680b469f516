#!/usr/bin/env bash
# Makes the database when PGDATA is empty, from the variables that the official image reads, and starts the server as postgres.
set -euo pipefail

# The value of a variable, or of the file that <variable>_FILE names.
setting() {
  local file="$1_FILE"
  if [ -n "${!file:-}" ]; then cat "${!file}"; else printf '%s' "${!1:-$2}"; fi
}

make_database() {
  local user password database
  user="$(setting POSTGRES_USER postgres)"
  password="$(setting POSTGRES_PASSWORD '')"
  database="$(setting POSTGRES_DB "$user")"
  if [ -z "$password" ]; then
    echo "POSTGRES_PASSWORD is not set" >&2
    exit 1
  fi
  initdb --username="$user" --pwfile=<(echo "$password") --auth-local=trust --auth-host=scram-sha-256 --encoding=UTF8
  echo "host all all all scram-sha-256" >> "$PGDATA/pg_hba.conf"
  if [ "$database" != postgres ]; then
    pg_ctl -w -o "-c listen_addresses=''" start
    psql -v ON_ERROR_STOP=1 -v name="$database" -U "$user" -d postgres <<< 'create database :"name"'
    pg_ctl -w -m fast stop
  fi
  echo "listen_addresses = '*'" >> "$PGDATA/postgresql.conf"
}

if [ "${1:-}" = postgres ]; then
  if [ "$(id -u)" -eq 0 ]; then
    mkdir -p "$PGDATA"
    chown -R postgres "$PGDATA"
    chmod 700 "$PGDATA"
    exec setpriv --reuid=postgres --regid=postgres --init-groups "$0" "$@"
  fi
  if [ ! -s "$PGDATA/PG_VERSION" ]; then
    make_database
  fi
fi
exec "$@"
