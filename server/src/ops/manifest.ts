// What a backup says about itself: of which format it is, what is in it, and the checksum of each file.
import { createHash } from "node:crypto";
import { z } from "zod";

/** The name of the manifest, the last file of a backup. */
export const manifestName = "manifest.json";

/** The database's name in a backup, whatever it is called in a data folder. */
export const databaseEntry = "second-story.sqlite";

/** Files beside the database lie under this. */
export const filesPrefix = "data/";

const fileEntry = z.object({
  name: z
    .string()
    .max(100)
    .regex(/^(second-story\.sqlite|data\/[^\0]+)$/)
    .refine((name) => !name.split("/").includes("..") && !name.includes("\\")),
  sizeBytes: z.number().int().min(0),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

/** The schema of a manifest. */
export const manifestSchema = z.object({
  format: z.literal("second-story-backup"),
  version: z.literal(1),
  createdAt: z.iso.datetime(),
  /** The database's own schema. */
  schema: z.number().int().min(1),
  boards: z.number().int().min(0),
  files: z.array(fileEntry).min(1),
});

/** What a backup says about itself. */
export type Manifest = z.infer<typeof manifestSchema>;

/** A file in a backup, with what it must be like. */
export type FileEntry = z.infer<typeof fileEntry>;

/** Passes content on and tells its SHA-256 afterwards. */
export function hashing(content: AsyncIterable<Uint8Array>) {
  const hash = createHash("sha256");
  async function* through() {
    for await (const chunk of content) {
      hash.update(chunk);
      yield chunk;
    }
  }
  return { content: through(), sha256: () => hash.digest("hex") };
}
