// Where an nginx for the journey behind a proxy is.
import { existsSync } from "node:fs";

const places = [
  process.env.NGINX_PATH,
  "/usr/sbin/nginx",
  "/usr/local/sbin/nginx",
  "/usr/local/bin/nginx",
  "/opt/homebrew/bin/nginx",
];

/** The installed nginx, or undefined. */
export const nginxPath = () => places.find((place) => place && existsSync(place));
