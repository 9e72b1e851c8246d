// The door of the demo boards, filled from real incidents.
export {};
