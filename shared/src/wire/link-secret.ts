// What can be told of the secret in a link without asking the server.
import { readLinkId, type LinkId } from "../ids.ts";

/** How many characters of a secret are the link's id: enough to tell the links of a board apart. */
export const linkIdLength = 8;

/** What stands before the secret of a link that takes a seat along to another device, once. */
export const deviceMark = "device.";

/**
 * The id of the link with this secret: what it begins with. The rest is long enough to be a secret by itself, so that the id
 * may be kept and shown.
 */
export const linkIdOf = (secret: string): LinkId | undefined =>
  readLinkId(secret.slice(0, linkIdLength));

/** Whether a secret takes a seat along to another device. */
export const isDeviceSecret = (secret: string): boolean => secret.startsWith(deviceMark);
