// The door for tests, of this package and of others.
export * from "./arbitraries.ts";
export * from "./any-request.ts";
export * from "./build.ts";
export * from "./diary.ts";
export * from "./replicas.ts";
export * from "./junk.ts";
export * from "./hostile-text.ts";
export * from "./parse-report.ts";
export * from "./checkout-errors.ts";
