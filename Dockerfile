# Keycloak with Interlieux, built for PostgreSQL. The jars come from `mvn package -DskipTests`: see docs/containers.md.
ARG KEYCLOAK_IMAGE=quay.io/keycloak/keycloak:26.7.3

FROM ${KEYCLOAK_IMAGE} AS built
COPY --chown=1000:0 distribution/target/contents/providers/ /opt/keycloak/providers/
# Only what the jars hold decides about the layers below, not when Maven wrote them.
RUN touch -d 2026-01-01T00:00:00Z /opt/keycloak/providers/*.jar
RUN /opt/keycloak/bin/kc.sh build --db=postgres --health-enabled=true --metrics-enabled=true --vault=file

FROM ${KEYCLOAK_IMAGE}
LABEL org.opencontainers.image.title="Interlieux" \
      org.opencontainers.image.description="Keycloak as the central instance of a federation of venues" \
      org.opencontainers.image.licenses="Apache-2.0"

# Nothing else changes in a build, so the rest of Keycloak is the base image's.
COPY --from=built --chown=1000:0 /opt/keycloak/providers/ /opt/keycloak/providers/
COPY --from=built --chown=1000:0 /opt/keycloak/lib/quarkus/ /opt/keycloak/lib/quarkus/
COPY --chown=1000:0 docker/ready /opt/keycloak/bin/ready
# Holds venues' secrets, where one is mounted here: ${vault.key} is the file <realm>_key.
COPY --chown=1000:0 docker/vault /opt/keycloak/vault
ENV KC_VAULT_DIR=/opt/keycloak/vault

# Health and metrics are for this container and its neighbours, and never published; TLS is for the other port.
ENV KC_HTTP_MANAGEMENT_SCHEME=http
HEALTHCHECK --interval=10s --timeout=5s --start-period=180s --retries=3 CMD ["/opt/keycloak/bin/ready"]

USER 1000
CMD ["start", "--optimized"]

# Last, so that a new commit changes no layer.
ARG VERSION=0.1.0-SNAPSHOT
ARG REVISION=unknown
LABEL org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.revision="${REVISION}"
