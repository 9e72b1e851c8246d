import { t } from "@lingui/core/macro";
import type { ApiFailure } from "../room/api.ts";
import { failureSentence } from "../room/failure-sentence.ts";

/** The sentence for a seat that was not to be had: links from another device have reasons of their own. */
export function joinFailureSentence(failure: ApiFailure): string {
  switch (failure.code) {
    case "device-link-unknown":
      return t`This link to continue here does not work. Make a new one on your first device.`;
    case "device-link-used":
      return t`This link was used already; it works once. Make a new one on your first device.`;
    case "device-link-expired":
      return t`This link has expired. Make a new one on your first device.`;
    default:
      return failureSentence(failure);
  }
}
