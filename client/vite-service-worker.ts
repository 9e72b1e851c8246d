// Builds the service worker beside the client, once everything it has to keep is known by name.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { build, type Plugin } from "vite";

/** Adds sw.js to a build, with the list of what was built. The development server has no worker. */
export function serviceWorker(): Plugin {
  let root = "";
  let publicDir = "";
  return {
    name: "service-worker",
    apply: "build",
    configResolved(config) {
      ({ root, publicDir } = config);
    },
    async writeBundle({ dir }, bundle) {
      if (dir === undefined) throw new Error("The build writes into a folder.");
      const script = Object.values(bundle).find(
        (file) => file.type === "chunk" && file.isEntry && file.facadeModuleId?.endsWith(".html"),
      )?.fileName;
      if (script === undefined) throw new Error("No script starts the page.");
      const built = Object.keys(bundle).filter((file) => file.startsWith("assets/"));
      const laidBeside = readdirSync(publicDir);
      const parts = [...built, ...laidBeside].toSorted();
      const hash = createHash("sha256").update(JSON.stringify(parts)); // names of built files tell what is in them
      for (const file of ["index.html", ...laidBeside]) hash.update(readFileSync(join(dir, file)));
      const version = { name: hash.digest("hex").slice(0, 16), script, parts };
      await build({
        configFile: false,
        root,
        publicDir: false,
        logLevel: "warn",
        define: { __VERSION__: JSON.stringify(version) },
        build: {
          outDir: dir,
          emptyOutDir: false,
          target: "baseline-widely-available",
          modulePreload: false,
          rolldownOptions: {
            input: join(root, "worker/service-worker.ts"),
            output: { format: "iife", entryFileNames: "sw.js" },
          },
        },
      });
    },
  };
}
