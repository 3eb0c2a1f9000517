# shellcheck shell=bash
# PostgreSQL with pgvector in a container: only where local binaries cannot be had and an engine answers.

# 0.8.2 or newer: older ones have CVE-2026-3172.
readonly DOCKER_IMAGE=pgvector/pgvector:0.8.7-pg17

docker_usable() {
    have docker && docker info >/dev/null 2>&1 || return 1
    [[ "$INSTALL_ALLOWED" == yes ]] || docker image inspect "$DOCKER_IMAGE" >/dev/null 2>&1
}

# Container and volume of this data folder.
docker_name() { printf 'jiangwen-%s' "$(printf '%s' "$DATA" | sha256 | cut -c 1-12)"; }

docker_psql() { docker exec -i "$(docker_name)" psql -X -q -A -t -v ON_ERROR_STOP=1 -U postgres -d "$1"; }

docker_start() {
    local name try
    name=$(docker_name)
    if [[ ! -s "$DATA/db/docker.env" ]]; then write_secret "$DATA/db/docker.env" "POSTGRES_PASSWORD=$(random_hex 24)"; fi
    say "starting PostgreSQL with pgvector in Docker (container $name, image $DOCKER_IMAGE)..."
    docker rm -f "$name" >/dev/null 2>&1 || true
    docker run -d --name "$name" --env-file "$DATA/db/docker.env" -p 127.0.0.1::5432 --shm-size 256m \
        -v "$name:/var/lib/postgresql/data" "$DOCKER_IMAGE" -c shared_buffers=128MB -c max_connections=60 >/dev/null ||
        die "Docker could not start $DOCKER_IMAGE." "Try 'docker pull $DOCKER_IMAGE', then run the same command again."
    PG_PORT=$(docker port "$name" 5432/tcp | sed -n 's/.*://p' | head -n 1)
    # The image starts a server without TCP to set itself up: only an answer over TCP is the real one.
    for ((try = 0; try < 120; try++)); do
        if docker exec "$name" pg_isready -q -h 127.0.0.1 -U postgres; then return 0; fi
        sleep 0.5
    done
    docker logs --tail 15 "$name" >&2 || true
    die "PostgreSQL in the container $name does not become ready." "See 'docker logs $name', then run the same command again."
}

docker_stop() { docker rm -f "$(docker_name)" >/dev/null 2>&1 || true; }

docker_delete_data() {
    docker_stop
    docker volume rm "$(docker_name)" >/dev/null 2>&1 || true
}
