// Asks the browser not to clear what it keeps when space runs out. Nobody is told: whatever it decides, the board works.

const askedKey = "second-story:asked-to-keep";

/** A browser that shows the question to people is not asked more often than this; others decide anew as they see fit. */
const askEveryMs = 7 * 24 * 60 * 60 * 1000;

/** Asks, unless that was done lately. For when somebody has written: from then on there is something to lose. */
export async function askToKeep(): Promise<void> {
  try {
    if (await navigator.storage.persisted()) return;
    if (Date.now() - Number(localStorage.getItem(askedKey)) < askEveryMs) return;
    localStorage.setItem(askedKey, String(Date.now()));
    await navigator.storage.persist();
  } catch {
    // refused, or not offered: over plain http, for one
  }
}
