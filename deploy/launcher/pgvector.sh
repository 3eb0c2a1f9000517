# shellcheck shell=bash
# pgvector for a local PostgreSQL: from the distribution, else built from Debian's own source package.

readonly PGVECTOR_MINIMUM=0.8.0 # halfvec (0.7.0) and index scans that go on until they have enough (0.8.0)
readonly PGVECTOR_SAFE=0.8.2    # CVE-2026-3172: older ones overflow a buffer in parallel HNSW builds
PGVECTOR_VERSION=""

# pgvector_of BIN: the version of pgvector the server in that folder offers, empty when it has none we can use.
pgvector_of() {
    local share version
    share=$("$1/pg_config" --sharedir 2>/dev/null) || return 0
    version=$(sed -n "s/^default_version *= *'\(.*\)'.*/\1/p" "$share/extension/vector.control" 2>/dev/null) || true
    if [[ -n "$version" ]] && ! version_lt "$version" "$PGVECTOR_MINIMUM"; then printf '%s' "$version"; fi
}

# What to tell people about it: nothing when it is recent.
pgvector_note() {
    if [[ -n "$1" ]] && version_lt "$1" "$PGVECTOR_SAFE"; then
        printf 'older than %s: indexes are built without parallel workers (CVE-2026-3172)' "$PGVECTOR_SAFE"
    fi
}

# Is the distribution's package for this major version recent enough?
pgvector_package() {
    local version
    version=$(apt_candidate "postgresql-$1-pgvector")
    version=${version%%-*}
    [[ -n "$version" ]] && ! version_lt "$version" "$PGVECTOR_MINIMUM"
}

# pgvector_install MAJOR BIN: as root, where installing is allowed.
pgvector_install() {
    apt_update
    if pgvector_package "$1"; then
        apt_install "postgresql-$1-pgvector"
    else
        pgvector_build "$1" "$2"
    fi
}

pgvector_build() {
    say "this distribution has no pgvector package for PostgreSQL $1: building it from the distribution's source (about 1 minute)"
    apt_install gcc make dpkg-dev "$(server_headers_package "$1" "$2")"
    local work
    work=$(mktemp -d "${TMPDIR:-/tmp}/jiangwen-pgvector.XXXXXX")
    if ! pgvector_fetch "$work"; then
        rm -rf -- "$work"
        die "no source package of pgvector could be fetched (see $INSTALL_LOG)." \
            "Check the network and run the same command again, or install pgvector $PGVECTOR_SAFE or newer for PostgreSQL $1 by hand," \
            "or give a database that has it: JIANGWEN_DB_URL=jdbc:postgresql://HOST/DATABASE"
    fi
    if ! pgvector_compile "$work" "$2" >>"$INSTALL_LOG" 2>&1; then
        tail -n 15 "$INSTALL_LOG" >&2
        die "pgvector did not compile; the output is in $INSTALL_LOG, the source in $work" "Correct what it names, then run the same command again."
    fi
    rm -rf -- "$work"
    say "pgvector $(pgvector_of "$2") built and installed for PostgreSQL $1"
}

# The headers of exactly the server that is installed, where apt still has them: a newer version would upgrade, and so
# restart, every database of this machine.
server_headers_package() {
    local name=postgresql-server-dev-$1 installed
    installed=$(dpkg-query -W -f '${Version}' "postgresql-$1" 2>/dev/null) || true
    if [[ -n "$installed" ]] && apt-cache madison "$name" 2>/dev/null | cut -d '|' -f 2 | grep -qx " *$installed *"; then
        printf '%s=%s' "$name" "$installed"
    else
        printf '%s' "$name"
    fi
}

# Suites with a newer pgvector than this machine's own, newest first.
pgvector_suites() {
    case $1 in
        ubuntu) printf '%s\n' resolute questing plucky ;;
        *) printf '%s\n' sid testing trixie ;;
    esac
}

# pgvector_fetch WORK: the newest source package that can be had, into WORK. The source list is a separate one, so the
# machine's own is untouched; apt checks the signature of the list and through it every file.
pgvector_fetch() {
    # shellcheck disable=SC1091,SC2016 # os-release is each machine's own; $(SITE) is for apt
    local work=$1 id codename site keyring component suite version
    id=$(. /etc/os-release && printf '%s' "${ID-}")
    codename=$(. /etc/os-release && printf '%s' "${VERSION_CODENAME-}")
    if [[ "$id" == ubuntu ]]; then component=universe; else
        id=debian
        component=main
    fi
    keyring=/usr/share/keyrings/$id-archive-keyring.gpg
    site=$(apt-get indextargets --format '$(SITE) $(RELEASE)' "Origin: ${id^}" 2>/dev/null |
        awk -v release="$codename" '$2 == release {print $1; exit}')
    [[ -n "$site" && -r "$keyring" ]] || return 1
    chmod 0755 "$work"
    mkdir -p "$work/lists/partial" "$work/cache/archives/partial" "$work/download"
    if id _apt >/dev/null 2>&1; then chown -R _apt "$work/lists" "$work/cache" "$work/download"; fi
    while IFS= read -r suite; do
        printf 'deb-src [signed-by=%s] %s %s %s\n' "$keyring" "$site" "$suite" "$component" >"$work/sources.list"
        apt_isolated "$work" apt-get update >>"$INSTALL_LOG" 2>&1 || continue
        while IFS= read -r version; do
            if version_lt "${version%%-*}" "$PGVECTOR_MINIMUM"; then continue; fi
            say "  trying the source of pgvector $version ($suite)"
            if pgvector_download "$work" "$version" >>"$INSTALL_LOG" 2>&1; then return 0; fi
            rm -f -- "$work/download"/*
        done < <(INSTALL_LOG=/dev/stdout apt_isolated "$work" apt-cache showsrc pgvector | sed -n 's/^Version: *//p' | sort -rV)
    done < <(pgvector_suites "$id")
    return 1
}

pgvector_download() { (cd "$1/download" && apt_isolated "$1" apt-get source --download-only "pgvector=$2"); }

# apt_isolated WORK PROGRAM ARGS...: with the source list, the package lists and the cache of WORK only.
apt_isolated() {
    local work=$1 program=$2
    shift 2
    "$program" -q -o Dir::Etc::sourcelist="$work/sources.list" -o Dir::Etc::sourceparts=- \
        -o Dir::State::lists="$work/lists" -o Dir::Cache="$work/cache" -o Acquire::Retries=1 "$@" </dev/null
}

pgvector_source_versions() {
    apt_isolated "$1" apt-cache showsrc pgvector 2>/dev/null | sed -n 's/^Version: *//p' | sort -rV
}

# Portable machine code (no OPTFLAGS of this very processor) and no bitcode for LLVM.
pgvector_compile() {
    dpkg-source --no-check -x "$1"/download/*.dsc "$1/source" &&
        make -C "$1/source" OPTFLAGS="" with_llvm=no PG_CONFIG="$2/pg_config" &&
        make -C "$1/source" OPTFLAGS="" with_llvm=no PG_CONFIG="$2/pg_config" install
}
