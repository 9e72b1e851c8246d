// The door of the guide for whoever leads: loaded with its panel, because nobody else reads it.
export * from "./guide.ts";
