// The name somebody joined with last on this device: the next board offers it again.

const storageKey = "second-story:name";

/** The last name, or undefined for somebody new. */
export function myLastName(): string | undefined {
  try {
    return localStorage.getItem(storageKey) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a name that somebody chose for themselves. */
export function rememberMyName(name: string): void {
  try {
    localStorage.setItem(storageKey, name);
  } catch {
    // Where nothing can be kept the next board offers a friendly name again.
  }
}
