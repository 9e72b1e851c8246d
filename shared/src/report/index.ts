// The door of the report: the board as a Markdown post-mortem.
export {};
