#!/usr/bin/env bash
# Run once by the database's image when its volume is empty: the service's role, database and extension.
# The role is no superuser; creating the extension needs one, so it is done here.
set -euo pipefail

psql -X -q -v ON_ERROR_STOP=1 -v password="$JIANGWEN_DB_PASSWORD" -U "${POSTGRES_USER:-postgres}" -d postgres <<'SQL'
CREATE ROLE jiangwen LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD :'password';
CREATE DATABASE jiangwen OWNER jiangwen ENCODING 'UTF8' TEMPLATE template0;
SQL
psql -X -q -v ON_ERROR_STOP=1 -U "${POSTGRES_USER:-postgres}" -d jiangwen -c 'CREATE EXTENSION vector'
