// The version of the documents' schema. It only grows: no key changes its meaning, and every field has a default on read.

/** Clients send it as `?schema=<n>`; one below the room's is turned away, because an editor deletes what it does not know. */
export const schemaVersion = 1;
