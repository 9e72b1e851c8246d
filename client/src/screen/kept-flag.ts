// A yes that is kept on this device, or in this tab alone. Where nothing can be kept it holds for the page.

/** Where it is kept; asked each time, because a browser may refuse the very question. */
type Storing = () => Storage;

const onDevice: Storing = () => localStorage;

/** Whether it was kept. */
export function isKept(key: string, storage: Storing = onDevice): boolean {
  try {
    return storage().getItem(key) !== null;
  } catch {
    return false;
  }
}

/** Keeps it, or drops it. */
export function keepFlag(key: string, isOn: boolean, storage: Storing = onDevice): void {
  try {
    if (isOn) storage().setItem(key, "yes");
    else storage().removeItem(key);
  } catch {
    // a private window may refuse storage
  }
}
