# syntax=docker/dockerfile:1
# API, projector and command line in one image; docker-compose.yml shows how they are run beside the two servers.

FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
RUN npm run build && npm prune --omit=dev

FROM node:24-bookworm-slim
ENV NODE_ENV=production DATA_DIR=/data HOST=0.0.0.0
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/bin ./bin
COPY --from=build /app/dist ./dist
# The only folders that are written to: everything else may be mounted read only.
RUN mkdir /data /outbox && chown node:node /data /outbox
VOLUME /data
USER node
EXPOSE 3000
CMD ["node", "bin/aterkom.mjs", "start"]
