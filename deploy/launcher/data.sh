# shellcheck shell=bash
# The data folder: where it lies, what is in it, who holds it.
#
#   .jiangwen-data    marks the folder as ours (reset deletes nothing else)
#   operator.token    lets the operator's verbs into the service
#   db/               port and passwords of the private database
#   postgres/         the private cluster        logs/     service.log, build.log, install.log
#   app/              the build that runs        run/      lock and facts of the running service
#   imports/          reports of imports

DATA=""        # the folder in use
DATA_WANTED="" # the folder that was asked for
DATA_MOVED=""  # why DATA differs from DATA_WANTED

# data_choose [DIR]: sets DATA from --data, JIANGWEN_DATA or the default, without creating anything.
data_choose() {
    local wanted=${1:-${JIANGWEN_DATA:-$JIANGWEN_ROOT/.data}}
    [[ "$wanted" == /* ]] || wanted=$PWD/$wanted
    DATA_WANTED=$(absolute_path "$wanted")
    DATA=$DATA_WANTED
    DATA_MOVED=""
    if is_root && ! database_user_can_enter "$DATA_WANTED"; then
        DATA=/var/lib/jiangwen/$(data_hash)
        DATA_MOVED="the database's user cannot enter $(dirname "$DATA_WANTED")"
    fi
}

# The default folder is known by its checkout, any other by its own path.
data_hash() {
    local key=$DATA_WANTED
    if [[ "$DATA_WANTED" == "$JIANGWEN_ROOT/.data" ]]; then key=$JIANGWEN_ROOT; fi
    printf '%s' "$key" | sha256 | cut -c 1-16
}

# The path without . and .. and links, as far as it exists.
absolute_path() {
    if have realpath && realpath -m -- "$1" 2>/dev/null; then return 0; fi
    if [[ -d "$1" ]]; then (cd -- "$1" && pwd -P); else printf '%s\n' "$1"; fi
}

# Root's private cluster runs as `postgres`: can that user get as far as the folder (or what exists of its parents)?
database_user_can_enter() {
    local folder=$1
    # A data folder of ours is opened for the database's user when it is created: its parents decide.
    while [[ ! -d "$folder" ]]; do folder=$(dirname "$folder"); done
    (cd / && as_database_user test -x "$folder") 2>/dev/null
}

# The user that owns the private cluster: postgres refuses to run as root.
database_user() {
    if ! is_root; then
        id -un
    elif id postgres >/dev/null 2>&1; then
        printf 'postgres\n'
    else
        printf 'nobody\n' # only to test paths with, before PostgreSQL is installed
    fi
}

as_database_user() {
    local user
    if ! is_root; then
        "$@"
        return
    fi
    user=$(database_user)
    if have runuser; then
        runuser -u "$user" -- "$@"
    elif have setpriv; then
        setpriv --reuid="$user" --regid="$(id -gn "$user")" --init-groups -- "$@"
    else
        su -s /bin/sh "$user" -c "$(printf '%q ' "$@")"
    fi
}

# Creates the folder and its parts. Root opens it for passing through: the cluster below belongs to another user.
data_prepare() {
    local mode=0700
    if is_root; then mode=0711; fi
    if [[ -d "$DATA" && ! -e "$DATA/.jiangwen-data" && -n "$(ls -A -- "$DATA" 2>/dev/null)" ]]; then
        die "$DATA is not empty and not a data folder of Jiangwen." "Give an empty or new folder: --data DIR"
    fi
    if ! mkdir -p -- "$DATA" 2>/dev/null || [[ ! -w "$DATA" ]]; then
        die "the data folder $DATA cannot be written by $(id -un)." \
            "Give another one: --data DIR, or start as the user it belongs to."
    fi
    chmod "$mode" "$DATA"
    (cd "$DATA" && mkdir -p logs run db app imports && chmod 0700 db)
    printf 'Data of the Jiangwen checkout %s\n' "$JIANGWEN_ROOT" >"$DATA/.jiangwen-data"
    printf '*\n' >"$DATA/.gitignore"
}

data_exists() { [[ -e "$DATA/.jiangwen-data" ]]; }

# One `run` per data folder. The service inherits the lock (descriptor 9), so it outlives a killed launcher
# exactly as long as the service does, and the kernel lets go of it whatever happens.
data_lock() {
    if have flock; then
        exec 9>>"$DATA/run/lock"
        # A service that just ended keeps it for a moment longer, until its last thread is gone.
        flock -n 9 || { [[ -z "$(service_pid)$(launcher_pid)" ]] && flock -w 10 9; } || return 1
    elif process_is "$(cat "$DATA/run/launcher.pid" 2>/dev/null)" jiangwen; then
        return 1
    fi
    printf '%s\n' "$$" >"$DATA/run/launcher.pid"
}

# operator_token: sets OPERATOR_TOKEN_FILE, created when missing.
operator_token() {
    OPERATOR_TOKEN_FILE=$DATA/operator.token
    if [[ ! -s "$OPERATOR_TOKEN_FILE" ]]; then write_secret "$OPERATOR_TOKEN_FILE" "$(random_hex 32)"; fi
    chmod 0600 "$OPERATOR_TOKEN_FILE"
}

# --- facts about the running service: key=value lines, no secrets ---

fact() {
    [[ -r "$DATA/run/facts" ]] || return 0
    sed -n "s/^$1=//p" "$DATA/run/facts" | head -n 1
}

facts_write() {
    printf '%s\n' "$@" >"$DATA/run/facts.new"
    mv -f -- "$DATA/run/facts.new" "$DATA/run/facts"
}

facts_forget() { rm -f -- "$DATA/run/facts" "$DATA/run/launcher.pid"; }
