# shellcheck shell=bash
# Installs packages where that is allowed (root on Debian or Ubuntu), and says what to do where it is not.

INSTALL_ALLOWED=yes # no: --no-install
INSTALL_LOG=""
APT_UPDATED=""

apt_usable() { have apt-get && [[ -e /etc/debian_version ]]; }
may_install() { [[ "$INSTALL_ALLOWED" == yes ]] && is_root && apt_usable; }

# Why this run installs nothing, as half a sentence.
why_not_install() {
    if [[ "$INSTALL_ALLOWED" != yes ]]; then
        printf 'no package is installed because of --no-install'
    elif ! apt_usable; then
        printf 'this machine has no apt, so nothing is installed by itself'
    else
        printf 'only root can install packages'
    fi
}

# Two launchers on one machine install one after the other. Usage: with_install_lock FUNCTION ARGS...
with_install_lock() (
    if have flock; then
        exec 7>>/var/lock/jiangwen-install.lock
        if ! flock -n 7; then
            say "waiting: another launcher is installing packages on this machine..."
            flock 7
        fi
    fi
    "$@"
)

install_log() {
    if [[ -z "$INSTALL_LOG" ]]; then
        if [[ -n "$DATA" && -d "$DATA/logs" ]]; then
            INSTALL_LOG=$DATA/logs/install.log
        else
            INSTALL_LOG=$(mktemp "${TMPDIR:-/tmp}/jiangwen-install.XXXXXX")
        fi
    fi
}

apt_run() {
    DEBIAN_FRONTEND=noninteractive NEEDRESTART_SUSPEND=1 apt-get -q -y -o DPkg::Lock::Timeout=120 \
        -o Acquire::Retries=3 -o Dpkg::Use-Pty=0 "$@" >>"$INSTALL_LOG" 2>&1 </dev/null
}

# Package lists: fetched once per start of the launcher. One source that fails must not stop the others.
apt_update() {
    [[ -z "$APT_UPDATED" ]] || return 0
    install_log
    local try
    for try in 1 2 3; do
        if apt_run update; then break; fi
        if ((try == 3)); then warn "not all package lists could be fetched (see $INSTALL_LOG); going on with what is there"; fi
        sleep $((try * 3))
    done
    APT_UPDATED=yes
}

# The version apt would install, empty when there is none.
apt_candidate() {
    apt-cache policy "$1" 2>/dev/null | sed -n 's/^ *Candidate: *//p' | grep -v '(none)' || true
}

# apt_install PACKAGE...: says what it does, tries again when a download or a lock gets in the way.
apt_install() {
    install_log
    apt_update
    say "installing with apt: $*"
    local try
    for try in 1 2 3; do
        if apt_run install --no-install-recommends "$@"; then return 0; fi
        if ((try < 3)); then
            say "  that failed; trying again..."
            sleep $((try * 5))
            APT_UPDATED=""
            apt_update
        fi
    done
    grep -E '^(E|Err):?' "$INSTALL_LOG" | tail -n 8 >&2 || true
    die "installing $* failed; apt's output is in $INSTALL_LOG" \
        "Check the network and 'apt-get install $*' by hand, then run the same command again."
}

# --- the browser of the page tests ---

BROWSER=""

browser_find() {
    local name
    BROWSER=""
    for name in "${JIANGWEN_CHROMIUM-}" chromium chromium-browser google-chrome google-chrome-stable; do
        if [[ -n "$name" ]] && BROWSER=$(command -v "$name" 2>/dev/null); then return 0; fi
    done
    BROWSER=""
    return 1
}

chinese_font_there() {
    if have fc-list; then
        [[ -n "$(fc-list :lang=zh-cn family 2>/dev/null | head -n 1)" ]]
    else
        [[ -n "$(find /usr/share/fonts "$HOME/.fonts" "$HOME/.local/share/fonts" \
            \( -iname '*wqy*' -o -iname '*cjk*' -o -iname '*sourcehan*' \) 2>/dev/null | head -n 1)" ]]
    fi
}

# Chromium and a font with Chinese characters, for tests in a real browser.
browser_provide() {
    local -a missing=()
    browser_find || missing+=(chromium)
    chinese_font_there || missing+=(fonts-wqy-zenhei)
    if ((${#missing[@]})); then
        if ! may_install; then
            die "the page tests need what this machine lacks: ${missing[*]} ($(why_not_install))." \
                "The administrator's command on Debian: apt-get install --no-install-recommends ${missing[*]}" \
                "Another Chromium or Chrome is taken from JIANGWEN_CHROMIUM=/path/to/it." \
                "Without a browser: ./jiangwen test unit, ./jiangwen test it"
        fi
        with_install_lock apt_install "${missing[@]}"
        browser_find || die "Chromium is still not there after installing it." "See ${INSTALL_LOG:-the log of apt}; set JIANGWEN_CHROMIUM=/path/to/chromium."
    fi
    export JIANGWEN_CHROMIUM=$BROWSER
}

# The README's examples are run with curl; without it, and where nothing may be installed, their test skips and says so.
curl_provide() {
    if have curl || ! may_install; then return 0; fi
    with_install_lock apt_install curl
}

# --- prepare: all of it, for the administrator of a machine whose users are not root ---

verb_prepare() {
    local what=run
    case ${1-} in
        '' | run) ;;
        test) what='test' ;;
        *) usage_error "prepare takes 'run' or 'test', not '$1'" ;;
    esac
    is_root || die "prepare installs packages, which only root can." "The administrator's command: sudo ./jiangwen prepare $what"
    jdk_find
    postgres_provide
    say "PostgreSQL $PG_MAJOR with pgvector $PGVECTOR_VERSION: there"
    if [[ "$what" == test ]]; then
        browser_provide
        curl_provide
        say "browser $BROWSER and a Chinese font: there"
    fi
    if [[ -n "$INSTALL_LOG" ]]; then rm -f -- "$INSTALL_LOG"; fi # a failure keeps it: die names it
}
