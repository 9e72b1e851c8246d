// The one place that makes sure there is Temporal: modules that use it import this file first.

if (!("Temporal" in globalThis)) await import("temporal-polyfill/global");

export {};
