# The Node that runs Vigie is the one of the package `node`, so that its version stands in one place. These images only
# bring npm, and Debian.
ARG NPM_IMAGE=node:24.11.1-bookworm-slim
ARG DEBIAN_IMAGE=debian:12.12-slim

FROM ${NPM_IMAGE} AS web
WORKDIR /vigie
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
RUN npm run build:web

FROM ${NPM_IMAGE} AS packages
WORKDIR /vigie
COPY package.json package-lock.json .npmrc ./
# `optional`: without the embedded ClickHouse (540 MB), for a set-up with CLICKHOUSE_URL.
ARG OMIT=dev
RUN npm ci --omit=dev --omit=${OMIT} && npm cache clean --force

FROM ${DEBIAN_IMAGE}
RUN apt-get update \
  && apt-get install -y --no-install-recommends ca-certificates libatomic1 \
  && rm -rf /var/lib/apt/lists/* \
  && useradd --uid 10001 --user-group --no-create-home --home-dir /data --shell /usr/sbin/nologin vigie \
  && install -d -o vigie -g vigie -m 0700 /data
WORKDIR /vigie
COPY --from=packages /vigie/node_modules ./node_modules
COPY --from=web /vigie/dist/web ./dist/web
COPY package.json LICENSE ./
COPY bin ./bin
COPY samples ./samples
COPY src ./src
ENV PATH=/vigie/node_modules/.bin:$PATH \
  NODE_ENV=production \
  VIGIE_DATA=/data \
  VIGIE_HOST=0.0.0.0 \
  VIGIE_PORT=4700
USER 10001:10001
VOLUME ["/data"]
EXPOSE 4700
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.VIGIE_PORT}/readyz`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "/vigie/bin/vigie.mjs"]
CMD ["start"]
