// Node's HTTP. Importing "node:http" evaluates all that it exports, a whole HTTP client and HTTP/2 among it, which is a fifth of
// the time that this server takes to start; asked for in this way, it brings what it needs.

export const { createServer, STATUS_CODES } = process.getBuiltinModule("node:http");
