# shellcheck shell=bash
# The database: an address that was given, or a private PostgreSQL cluster made from the machine's own binaries.

readonly PG_MINIMUM=15
DB_KIND=""    # given, private or docker
PG_BIN=""     # folder of initdb, pg_ctl, psql
PG_MAJOR=""   # its major version
PG_BARE_BIN="" # the newest PostgreSQL found without a usable pgvector
PG_PORT=""
CLUSTER=""    # the cluster's data directory
SUPERUSER_PASSWORD_FILE=""

# --- finding ---

# Folders with PostgreSQL's programs, newest version first.
pg_bin_candidates() {
    {
        find /usr/lib/postgresql -mindepth 2 -maxdepth 2 -name bin 2>/dev/null | sort -rV
        find /usr -maxdepth 2 -path '/usr/pgsql-*/bin' 2>/dev/null | sort -rV
        if have pg_config; then pg_config --bindir 2>/dev/null; fi
        find -L /opt/homebrew/opt /usr/local/opt -maxdepth 2 -path '*/postgresql*/bin' 2>/dev/null | sort -rV
        printf '/usr/local/pgsql/bin\n'
    } || true
}

pg_major_of() { "$1/postgres" --version 2>/dev/null | sed -n 's/^postgres (PostgreSQL) \([0-9]*\).*/\1/p'; }

pg_complete() { [[ -x "$1/initdb" && -x "$1/pg_ctl" && -x "$1/psql" && -x "$1/postgres" && -x "$1/pg_config" ]]; }

# The major version the existing cluster was made by, empty when there is none.
cluster_major() { cat "$CLUSTER/PG_VERSION" 2>/dev/null || true; }

# Finds the newest local PostgreSQL with pgvector (of the existing cluster's version where there is one).
pg_find() {
    local bin major wanted
    wanted=$(cluster_major)
    PG_BIN=""
    PG_BARE_BIN=""
    while IFS= read -r bin; do
        pg_complete "$bin" || continue
        major=$(pg_major_of "$bin")
        if [[ -z "$major" ]] || ((major < PG_MINIMUM)) || [[ -n "$wanted" && "$major" != "$wanted" ]]; then continue; fi
        PGVECTOR_VERSION=$(pgvector_of "$bin")
        if [[ -n "$PGVECTOR_VERSION" ]]; then
            PG_BIN=$bin
            PG_MAJOR=$major
            return 0
        fi
        if [[ -z "$PG_BARE_BIN" ]]; then PG_BARE_BIN=$bin; fi
    done < <(pg_bin_candidates)
    return 1
}

# postgres_provide: sets DB_KIND, PG_BIN, PG_MAJOR and PGVECTOR_VERSION; installs what is missing where that is allowed.
postgres_provide() {
    DB_KIND=private
    if pg_find; then return 0; fi
    if may_install; then
        install_log
        with_install_lock postgres_install
        if pg_find; then return 0; fi
        die "PostgreSQL with pgvector is still not found after installing it." "See $INSTALL_LOG."
    fi
    if docker_usable; then
        DB_KIND=docker
        return 0
    fi
    postgres_missing
}

postgres_install() {
    local major
    if pg_find; then return 0; fi # another launcher did it while this one waited
    apt_update
    if [[ -n "$PG_BARE_BIN" ]]; then
        major=$(pg_major_of "$PG_BARE_BIN")
    else
        major=$(cluster_major)
        major=${major:-$(distribution_major)}
        [[ -n "$major" ]] || die "apt offers no PostgreSQL." "Check 'apt-cache policy postgresql', then run the same command again."
        server_install "$major"
        PG_BARE_BIN=/usr/lib/postgresql/$major/bin
    fi
    pgvector_install "$major" "$PG_BARE_BIN"
}

# The version the distribution's metapackage stands for.
distribution_major() {
    apt-cache depends postgresql 2>/dev/null | sed -n 's/.*Depends: postgresql-\([0-9][0-9]*\)$/\1/p' | head -n 1
}

# The server's programs are wanted, not the machine-wide cluster the package would create and start on port 5432.
server_install() {
    local settings=/etc/postgresql-common/createcluster.conf
    apt_install postgresql-common
    if [[ -f "$settings" ]]; then
        cp -p -- "$settings" "$settings.jiangwen"
        printf '\ncreate_main_cluster = false\n' >>"$settings"
    fi
    local result=0
    (apt_install "postgresql-$1") || result=1
    if [[ -f "$settings.jiangwen" ]]; then mv -f -- "$settings.jiangwen" "$settings"; fi
    ((result == 0)) || exit 1
}

postgres_missing() {
    local found='no PostgreSQL' major command
    major=$(cluster_major)
    if [[ -n "$PG_BARE_BIN" ]]; then
        major=$(pg_major_of "$PG_BARE_BIN")
        found="PostgreSQL $major, but no pgvector $PGVECTOR_MINIMUM or newer for it"
    elif [[ -n "$major" ]]; then
        found="no PostgreSQL $major, which made the data in $CLUSTER"
    fi
    if apt_usable; then
        major=${major:-$(distribution_major)}
        if pgvector_package "$major"; then
            command="apt-get install -y postgresql-$major postgresql-$major-pgvector"
        else
            command="$JIANGWEN_ROOT/jiangwen prepare"
        fi
        command="The administrator's command (as root): $command"
    else
        command="Install PostgreSQL $PG_MINIMUM or newer and pgvector $PGVECTOR_SAFE or newer for it (Homebrew: brew install postgresql pgvector)."
    fi
    die "a PostgreSQL with pgvector is needed; found $found ($(why_not_install))." "$command" \
        "Or give a database that has it: JIANGWEN_DB_URL=jdbc:postgresql://HOST:5432/DATABASE JIANGWEN_DB_USER=... JIANGWEN_DB_PASSWORD=..." \
        "Or start Docker, where there is one. Then run the same command again."
}

# --- the private cluster: CLUSTER and SUPERUSER_PASSWORD_FILE say which ---

cluster_at() {
    CLUSTER=$1
    SUPERUSER_PASSWORD_FILE=$2
}

pg_ctl() { (close_descriptors && cd / && as_database_user "$PG_BIN/pg_ctl" -D "$CLUSTER" "$@"); }

# cluster_create SETTING...: made under another name and renamed when complete, so that an interrupted first start
# leaves nothing that looks like a cluster.
cluster_create() {
    local new=$CLUSTER.new password_file setting
    say "creating the private database ($CLUSTER)..."
    [[ -s "$SUPERUSER_PASSWORD_FILE" ]] || write_secret "$SUPERUSER_PASSWORD_FILE" "$(random_hex 24)"
    rm -rf -- "$new"
    mkdir -m 0700 -- "$new"
    password_file=$new.password
    write_secret "$password_file" "$(cat "$SUPERUSER_PASSWORD_FILE")"
    if is_root; then chown "$(database_user):" "$new" "$password_file"; fi
    if ! (cd / && as_database_user "$PG_BIN/initdb" -D "$new" -U postgres -A scram-sha-256 --pwfile="$password_file" \
        -E UTF8 --locale="$(cluster_locale)") >"$CLUSTER.log" 2>&1 </dev/null; then
        rm -f -- "$password_file"
        tail -n 10 "$CLUSTER.log" >&2
        die "initdb could not create the private database in $new." \
            "Check free disk space and that $(database_user) may write there, then run the same command again."
    fi
    rm -f -- "$password_file" "$CLUSTER.log"
    {
        printf "\n# Set by the launcher of Jiangwen when it created this cluster.\n"
        printf "listen_addresses = '127.0.0.1'\nunix_socket_directories = ''\n"
        printf "shared_buffers = 128MB\n"
        for setting in "$@"; do printf '%s\n' "$setting"; done
    } >>"$new/postgresql.conf"
    mv -- "$new" "$CLUSTER"
}

cluster_locale() {
    if locale -a 2>/dev/null | grep -qiE '^C\.utf-?8$'; then printf 'C.UTF-8'; else printf 'C'; fi
}

cluster_running() {
    [[ -f "$CLUSTER/postmaster.pid" ]] || return 1
    local pid
    pid=$(head -n 1 "$CLUSTER/postmaster.pid" 2>/dev/null) || return 1
    process_is "$pid" "$CLUSTER"
}

# pg_ctl clears a postmaster.pid whose process is gone. It cannot know that the number now belongs to another program.
cluster_forget_stale_pid() {
    local pid
    [[ -f "$CLUSTER/postmaster.pid" ]] || return 0
    pid=$(head -n 1 "$CLUSTER/postmaster.pid" 2>/dev/null) || return 0
    if process_alive "$pid" && ! cluster_running; then
        warn "process $pid is not this database: removing a stale postmaster.pid"
        rm -f -- "$CLUSTER/postmaster.pid"
    fi
}

# cluster_start [PORT]: starts it, or takes over one that still runs; sets PG_PORT. The port asked for is a wish.
cluster_start() {
    local port=${1-} try log=$CLUSTER/server.log size
    cluster_forget_stale_pid
    if cluster_running; then
        PG_PORT=$(sed -n 4p "$CLUSTER/postmaster.pid")
        if cluster_answers; then return 0; fi
        warn "the private database of an earlier start runs but does not answer: restarting it"
        pg_ctl stop -s -m immediate -w -t 30 >/dev/null 2>&1 || true
    fi
    for try in 1 2 3 4 5 6; do
        if [[ -z "$port" ]] || port_taken 127.0.0.1 "$port"; then port=$(free_port); fi
        size=$(wc -c 2>/dev/null <"$log" || printf 0)
        if pg_ctl start -s -w -t 300 -l "$log" -o "-p $port" >/dev/null 2>&1 </dev/null; then
            PG_PORT=$port
            if cluster_answers; then return 0; fi
        fi
        # Someone took the port in between: another one. Anything else (backends of a killed server that are still
        # ending, say) gets a moment.
        if tail -c "+$((size + 1))" "$log" 2>/dev/null | grep -q 'could not bind\|could not create any TCP'; then port=""; fi
        sleep "$try"
    done
    tail -n 15 "$log" >&2 || true
    die "the private database in $CLUSTER does not start; its log is $log" \
        "Correct what the log names and run the same command again. './jiangwen reset --yes' deletes all data and starts afresh."
}

cluster_answers() {
    local try
    for ((try = 0; try < 120; try++)); do
        if [[ "$(sql postgres <<<'SELECT 1' 2>/dev/null)" == 1 ]]; then return 0; fi
        cluster_running || return 1
        sleep 0.5
    done
    return 1
}

# Also finds the programs by itself: `stop` calls it without having looked for pgvector.
cluster_stop() {
    cluster_running || return 0
    if [[ -z "$PG_BIN" ]] && ! pg_find && [[ -n "$PG_BARE_BIN" ]]; then PG_BIN=$PG_BARE_BIN; fi
    if [[ -n "$PG_BIN" ]]; then
        pg_ctl stop -s -m fast -w -t 60 >/dev/null 2>&1 || pg_ctl stop -s -m immediate -w -t 30 >/dev/null 2>&1 || true
    fi
    if cluster_running; then end_process "$(head -n 1 "$CLUSTER/postmaster.pid")" 20; fi
}

# sql DATABASE <<<STATEMENTS: as superuser; prints bare values.
sql() {
    if [[ "$DB_KIND" == docker ]]; then
        docker_psql "$1"
        return
    fi
    PGPASSWORD=$(cat "$SUPERUSER_PASSWORD_FILE") PGCONNECT_TIMEOUT=10 "$PG_BIN/psql" -X -q -A -t -v ON_ERROR_STOP=1 \
        -h 127.0.0.1 -p "$PG_PORT" -U postgres -d "$1"
}

# database_fill NAME [OWNER PASSWORD]: database and extension, and a role without superuser rights that owns it. Can be
# repeated: an interrupted first start is completed by the next one.
database_fill() {
    local name=$1 owner=${2-postgres}
    if [[ "$owner" != postgres ]]; then
        if [[ -z "$(sql postgres <<<"SELECT 1 FROM pg_roles WHERE rolname = '$owner'")" ]]; then
            sql postgres <<<"CREATE ROLE $owner LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE"
        fi
        sql postgres <<<"ALTER ROLE $owner PASSWORD '$3'"
    fi
    if [[ -z "$(sql postgres <<<"SELECT 1 FROM pg_database WHERE datname = '$name'")" ]]; then
        sql postgres <<<"CREATE DATABASE $name OWNER $owner ENCODING 'UTF8' TEMPLATE template0"
    fi
    sql "$name" <<<"SET client_min_messages = warning; CREATE EXTENSION IF NOT EXISTS vector; ALTER EXTENSION vector UPDATE"
    PGVECTOR_VERSION=$(sql "$name" <<<"SELECT extversion FROM pg_extension WHERE extname = 'vector'")
}

# --- the database of `run` ---

data_cluster() { cluster_at "$DATA/postgres" "$DATA/db/superuser.password"; }

database_provide() {
    if [[ -n "${JIANGWEN_DB_URL-}" ]]; then
        DB_KIND=given
        return 0
    fi
    data_cluster
    postgres_provide
}

# database_start: runs it and tells the service where it is. Sets DATABASE_TEXT for `status`.
database_start() {
    if [[ "$DB_KIND" == given ]]; then
        DATABASE_TEXT="given: ${JIANGWEN_DB_URL%%\?*}"
        return 0
    fi
    local password_file=$DATA/db/service.password note
    [[ -s "$password_file" ]] || write_secret "$password_file" "$(random_hex 24)"
    if [[ "$DB_KIND" == docker ]]; then
        docker_start
    else
        [[ -d "$CLUSTER" ]] || cluster_create 'max_connections = 60'
        cluster_start "$(cat "$DATA/db/port" 2>/dev/null || true)"
        printf '%s\n' "$PG_PORT" >"$DATA/db/port"
    fi
    database_fill jiangwen jiangwen "$(cat "$password_file")"
    export JIANGWEN_DB_URL=jdbc:postgresql://127.0.0.1:$PG_PORT/jiangwen
    export JIANGWEN_DB_USER=jiangwen
    JIANGWEN_DB_PASSWORD=$(cat "$password_file")
    export JIANGWEN_DB_PASSWORD
    export JIANGWEN_PGVECTOR_VERSION=$PGVECTOR_VERSION
    DATABASE_TEXT="private PostgreSQL ${PG_MAJOR:-in Docker} on 127.0.0.1:$PG_PORT, pgvector $PGVECTOR_VERSION"
    note=$(pgvector_note "$PGVECTOR_VERSION")
    if [[ -n "$note" ]]; then
        DATABASE_TEXT+=" ($note)"
        say "pgvector $PGVECTOR_VERSION is $note"
    fi
}

# database_stop: ends the private database of the data folder, in whatever way it was started.
database_stop() {
    if [[ "$(fact db_kind)" == docker || "$DB_KIND" == docker ]]; then docker_stop; fi
    data_cluster
    cluster_stop
}
