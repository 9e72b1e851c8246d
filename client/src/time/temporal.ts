// The one place that makes sure there is Temporal: modules that use it import this file first.

// oxlint-disable-next-line import/no-unassigned-import
if (!("Temporal" in globalThis)) await import("temporal-polyfill/global");

export {};
