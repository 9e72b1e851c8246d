// The types of y-websocket messages, by their first varUint.

export const messageTypes = {
  sync: 0,
  awareness: 1,
  auth: 2,
  queryAwareness: 3,
  saved: 100,
} as const;

export const syncTypes = { step1: 0, step2: 1, update: 2 } as const;
