// The entry. What is compiled once is kept, so that the next start takes half the time; for that it has to be said before
// anything else is loaded. All else is in start.ts.
import { enableCompileCache } from "node:module";

// in the folder of the data, which is the operator's own: whoever can write there is this server anyway
const { directory } = enableCompileCache(`${process.env["DATA_DIR"] || "./data"}/compile-cache`);
if (directory !== undefined) process.env["NODE_COMPILE_CACHE"] = directory; // threads look there

const { start } = await import("./start.ts");
await start();
