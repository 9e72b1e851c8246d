// What the check-in and the check-out have in common.

/** The two sections in which everyone speaks once. */
export type VoiceSection = "check-in" | "check-out";

/** A feeling in one or a few pictures is set large. */
export const emojiSize = "text-[2.25rem]! leading-[1.1]!";

/** Whether a text is up to three emoji and nothing else. */
export const isEmojiOnly = (text: string): boolean =>
  /^(\p{RGI_Emoji}\s*){1,3}$/v.test(text.trim());
