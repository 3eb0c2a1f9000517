# shellcheck shell=bash
# Messages, ports, numbers and processes: what every other part of the launcher uses.

# Settings of the caller's own PostgreSQL client must not steer the private cluster.
unset PGHOST PGHOSTADDR PGPORT PGUSER PGDATABASE PGPASSWORD PGPASSFILE PGSERVICE PGOPTIONS PGSSLMODE PGDATA

# Without a UTF-8 locale Java cannot open files with Chinese names.
case ${LC_ALL:-${LC_CTYPE:-${LANG-}}} in
    *[Uu][Tt][Ff]-8 | *[Uu][Tt][Ff]8) ;;
    *) export LC_ALL=C.UTF-8 ;;
esac

# Progress and problems go to stderr, so that stdout stays what was asked for (an address, JSON, test output).
say() { printf '%s\n' "$*" >&2; }
warn() { printf 'warning: %s\n' "$*" >&2; }

# die MESSAGE [NEXT_STEP...]: the problem, then what to do about it.
die() {
    printf 'jiangwen: %s\n' "$1" >&2
    shift
    local step
    for step in "$@"; do printf '  %s\n' "$step" >&2; done
    exit 1
}

usage_error() {
    printf 'jiangwen: %s\n' "$1" >&2
    printf '  Try ./jiangwen help\n' >&2
    exit 2
}

# need_value OPTION COUNT: COUNT is how many words are left, the option included.
need_value() { (($2 >= 2)) || usage_error "$1 needs a value"; }

have() { command -v "$1" >/dev/null 2>&1; }
is_root() { ((EUID == 0)); }

# version_lt A B: is version A older than B?
version_lt() {
    [[ "$1" != "$2" && "$(printf '%s\n%s\n' "$1" "$2" | sort -V | head -n 1)" == "$1" ]]
}

# SHA-256 of stdin, or of the files given, as `sum  name` lines.
sha256_lines() {
    if have sha256sum; then sha256sum "$@"; else shasum -a 256 "$@"; fi
}

sha256() { sha256_lines | cut -d ' ' -f 1; }

random_hex() { od -An -N "$1" -tx1 /dev/urandom | tr -d ' \n'; }

# write_secret FILE VALUE: a file only its owner can read, never there half written.
write_secret() {
    (umask 077 && printf '%s\n' "$2" >"$1.new" && mv -f -- "$1.new" "$1")
}

json_string() {
    local text=$1
    text=${text//\\/\\\\}
    text=${text//\"/\\\"}
    text=${text//[$'\001'-$'\037']/ }
    printf '"%s"' "$text"
}

# --- ports ---

valid_port() { [[ "$1" =~ ^[0-9]{1,5}$ ]] && ((10#$1 >= 1 && 10#$1 <= 65535)); }

# Does something accept connections there?
port_taken() { (exec 3<>"/dev/tcp/$1/$2") 2>/dev/null; }

# A free port on 127.0.0.1, below the range the kernel hands out for outgoing connections.
free_port() {
    local try port
    for ((try = 0; try < 200; try++)); do
        port=$((20000 + (RANDOM * 32768 + RANDOM) % 12000))
        if ! port_taken 127.0.0.1 "$port"; then
            printf '%s\n' "$port"
            return 0
        fi
    done
    die "no free port found between 20000 and 32000 on 127.0.0.1." "Close some programs and try again."
}

# next_free_port N: the first free port above N, to suggest to a person.
next_free_port() {
    local port
    for ((port = $1 + 1; port <= 65535; port++)); do
        if ! port_taken 127.0.0.1 "$port"; then
            printf '%s\n' "$port"
            return 0
        fi
    done
    free_port
}

# http_status HOST PORT PATH: the status code of a GET, or 000.
http_status() {
    local line
    line=$(
        exec 2>/dev/null
        exec 3<>"/dev/tcp/$1/$2" || exit 0
        printf 'GET %s HTTP/1.1\r\nHost: %s:%s\r\nConnection: close\r\n\r\n' "$3" "$1" "$2" >&3
        IFS= read -r -t 10 line <&3 && printf '%s' "$line"
    ) || true
    if [[ "$line" =~ ^HTTP/1\.[01]\ ([0-9]{3}) ]]; then printf '%s' "${BASH_REMATCH[1]}"; else printf '000'; fi
}

# --- processes ---

process_alive() { [[ "${1-}" =~ ^[0-9]+$ ]] && { kill -0 "$1" || [[ -d "/proc/$1" ]]; } 2>/dev/null; }

# The command line of a process, its words separated by spaces. Pids are used again: never trust one without looking.
process_command() {
    if [[ -r "/proc/$1/cmdline" ]]; then
        tr '\0' ' ' <"/proc/$1/cmdline" 2>/dev/null || true
    elif have ps; then
        ps -ww -o args= -p "$1" 2>/dev/null || true
    fi
}

# process_is PID TEXT: is it alive, and does its command line contain TEXT?
process_is() { process_alive "$1" && [[ "$(process_command "$1")" == *"$2"* ]]; }

# end_process PID SECONDS: ask it to end, insist after SECONDS.
end_process() {
    local pid=$1 left=$(($2 * 10))
    kill -TERM "$pid" 2>/dev/null || return 0
    while ((left-- > 0)); do
        process_running "$pid" || return 0
        sleep 0.1
    done
    warn "process $pid did not end within $2 s: killing it"
    kill -KILL "$pid" 2>/dev/null || true
    left=50
    while ((left-- > 0)) && process_running "$pid"; do sleep 0.1; done
}

# Alive and not a zombie that nobody has collected yet.
process_running() {
    process_alive "$1" || return 1
    local stat
    if [[ -r "/proc/$1/stat" ]] && stat=$(cat "/proc/$1/stat" 2>/dev/null); then
        stat=${stat##*) }
        [[ "${stat%% *}" != Z ]]
    fi
}

# Closes what the caller of the launcher had open, except stdin, stdout, stderr and the descriptor given.
close_descriptors() {
    local fd
    for fd in /dev/fd/*; do
        fd=${fd##*/}
        if [[ "$fd" =~ ^[0-9]+$ ]] && ((fd > 2 && fd != ${1:-0} && fd < 255)); then eval "exec $fd>&-" || true; fi
    done 2>/dev/null
}

# detached COMMAND...: becomes COMMAND in a session of its own, which no Ctrl-C or closing terminal reaches. Of the
# caller's descriptors it keeps only 9, the lock of the data folder.
detached() {
    close_descriptors 9
    if have setsid; then exec setsid "$@"; else exec nohup "$@"; fi
}
