// The door for tests of other packages.
export {};
