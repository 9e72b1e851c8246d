# The server with the built client, on Debian, as a user without rights. `pnpm run do:image` goes through these steps without
# Docker and starts what comes of them. Node is the pinned one from the lockfile; the base image of the first two stages only
# has to start pnpm.

FROM node:22-bookworm-slim AS sources
WORKDIR /app
COPY package.json pnpm-lock.yaml pnpm-workspace.yaml ./
COPY bench/package.json bench/
COPY client/package.json client/
COPY e2e/package.json e2e/
COPY server/package.json server/
COPY shared/package.json shared/

FROM sources AS client
RUN npx --yes pnpm@12.21.0 install --frozen-lockfile --prefer-offline
COPY tsconfig.base.json ./
COPY client client
COPY shared shared
COPY scripts scripts
RUN npx --yes pnpm@12.21.0 run do:build

FROM sources AS server
RUN npx --yes pnpm@12.21.0 install --frozen-lockfile --prefer-offline --prod --filter . --filter @secondstory/server...
COPY server/src server/src
COPY shared/src shared/src
RUN find server/src shared/src \( -name "*.test.ts" -o -path "*/testing/*" \) -type f -delete && mkdir data

FROM debian:bookworm-slim
RUN apt-get update -qq && apt-get install -y -qq --no-install-recommends libatomic1 && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY --from=server /app/package.json ./
COPY --from=server /app/node_modules node_modules
COPY --from=server /app/shared shared
COPY --from=server /app/server server
COPY --from=client /app/client/dist client/dist
COPY --from=server --chown=10001:10001 /app/data /data
ENV PATH=/app/node_modules/.bin:/usr/local/bin:/usr/bin:/bin
ENV NODE_ENV=production
ENV HOST=0.0.0.0
ENV PORT=3000
ENV DATA_DIR=/data
USER 10001:10001
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node"]
# V8 may double the part of its memory for what is young up to 32 MB: a server with many sockets has no use for more than half
CMD ["--max-semi-space-size=16", "server/src/main.ts"]
