// What an operator can say, and what is done then.
import { parseArgs, type ParseArgsOptionsConfig } from "node:util";
import { languages, roles, type Language, type Role } from "@secondstory/shared";
import type { Settings } from "../settings.ts";
import { backUp } from "./backup.ts";
import {
  deleteBoard,
  exportBoard,
  listBoards,
  makeLink,
  writeNew,
  type ListedBoard,
} from "./boards.ts";
import { restore } from "./restore.ts";

/** What the commands work with. */
export interface OpsWorld {
  /** Reads the environment; may throw `BadSetting`. */
  readonly settings: () => Settings;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

const help = `Second Story, for whoever runs it. Works on DATA_DIR (./data), as the server does.

  backup <file>             everything into one new file, while people write
  restore <file>            a backup into an empty DATA_DIR, while no server runs on it
      --replace             puts the data that is there aside first
  boards list               every board  [--json]
  boards link <id>          one more link, which works at once
      --role <role>         facilitator (default), participant, observer
  boards export <id>        the post-mortem as Markdown, to standard output
      --format <format>     md (default), json
      --lang <language>     en, de; by default the board's own
      --out <file>          into a new file instead
  boards delete <id> --yes  a board for good
      --server <address>    where the server is that runs on DATA_DIR (http://HOST:PORT)

It ends with 0; with 1 if it could not be done, which standard error explains; with 2 if it was not understood.
`;

/** It was not understood. The message says what was expected. */
class Misunderstood extends Error {}

/** Carries a command out and tells with what to end. Throws an `OpsFailure` for what could not be done. */
export async function runOps(words: readonly string[], world: OpsWorld): Promise<0 | 2> {
  if (words.length === 0 || words.some((word) => word === "--help" || word === "-h")) {
    world.out(help);
    return words.length === 0 ? 2 : 0;
  }
  const name = words[0] === "boards" ? words.slice(0, 2).join(" ") : (words[0] ?? "");
  const command = commands[name];
  try {
    if (!command) throw new Misunderstood(`"${name}" is no command.`);
    await command(words.slice(name.split(" ").length), world);
    return 0;
  } catch (error) {
    if (!(error instanceof Misunderstood)) throw error;
    world.err(`${error.message} --help shows what there is.`);
    return 2;
  }
}

type Command = (words: readonly string[], world: OpsWorld) => Promise<void>;

const commands: Readonly<Record<string, Command | undefined>> = {
  async backup(words, { settings, out, now }) {
    const { word } = read(words, {}, "the file to write");
    const { manifest, sizeBytes } = await backUp(settings().dataDir, word, now());
    out(`${word}: ${counted(manifest.boards, "board")}, ${megabytes(sizeBytes)}\n`);
  },

  async restore(words, { settings, out, now }) {
    const { word, values } = read(words, { replace: { type: "boolean" } }, "the file to read");
    const { dataDir } = settings();
    const replace = values["replace"] === true;
    const { manifest, replaced } = await restore(dataDir, word, { replace, at: now() });
    out(
      `${dataDir}: ${counted(manifest.boards, "board")} as of ${manifest.createdAt}, every checksum right\n`,
    );
    if (replaced) out(`What was there lies in ${replaced}: delete it when you do not need it.\n`);
  },

  async "boards list"(words, { settings, out }) {
    const { values } = read(words, { json: { type: "boolean" } }, undefined);
    const boards = await listBoards(settings());
    out(values["json"] === true ? `${JSON.stringify(boards, undefined, 2)}\n` : table(boards));
  },

  async "boards link"(words, { settings, out }) {
    const { word, values } = read(words, { role: { type: "string" } }, "the board's id");
    const role = oneOf<Role>("role", roles, values["role"]) ?? "facilitator";
    out(`${await makeLink(settings(), word, role)}\n`);
  },

  async "boards export"(words, { settings, out }) {
    const options = {
      format: { type: "string" },
      lang: { type: "string" },
      out: { type: "string" },
    } as const;
    const { word, values } = read(words, options, "the board's id");
    const format = oneOf("format", ["md", "json"] as const, values["format"]) ?? "md";
    const language = oneOf<Language>("lang", languages, values["lang"]);
    const text = await exportBoard(settings(), word, { format, language });
    const target = values["out"];
    if (typeof target === "string") await writeNew(target, text);
    else out(text);
  },

  async "boards delete"(words, { settings, out }) {
    const options = { yes: { type: "boolean" }, server: { type: "string" } } as const;
    const { word, values } = read(words, options, "the board's id");
    if (values["yes"] !== true)
      throw new Misunderstood(
        "Deleting is for good: take it along with boards export, then say --yes.",
      );
    const current = settings();
    const server = readServer(values["server"]) ?? ownAddress(current);
    await deleteBoard(current, word, server);
    out(`${word} is deleted. Backups that were made before still hold it.\n`);
  },
};

/** One board in 64 has an id that begins like an option; no option is as long as an id. */
const dashedId = /^-[\w-]{20}$/;

/** Reads what follows a command: one word or none, and options. */
function read(words: readonly string[], options: ParseArgsOptionsConfig, what: string | undefined) {
  try {
    const isDashed = (word: string) => what !== undefined && dashedId.test(word);
    const said = words.filter((word) => !isDashed(word));
    const { values, positionals } = parseArgs({
      args: [...said, "--", ...words.filter(isDashed)],
      options,
      allowPositionals: true,
    });
    const [word] = positionals;
    const wanted = what === undefined ? 0 : 1;
    if (positionals.length > wanted)
      throw new Misunderstood(`"${positionals[wanted]}" is too much.`);
    if (what !== undefined && !word) throw new Misunderstood(`Name ${what}.`);
    return { word: word ?? "", values };
  } catch (error) {
    if (error instanceof Misunderstood || !(error instanceof TypeError)) throw error;
    throw new Misunderstood(error.message.replace(/([^.])$/, "$1."));
  }
}

function oneOf<Value extends string>(
  name: string,
  values: readonly Value[],
  said: unknown,
): Value | undefined {
  if (said === undefined) return undefined;
  const value = values.find((one) => one === said);
  if (value) return value;
  throw new Misunderstood(`--${name} must be one of ${values.join(", ")}.`);
}

function readServer(said: unknown): URL | undefined {
  if (typeof said !== "string") return undefined;
  const url = URL.parse(said);
  if (url && /^https?:$/.test(url.protocol)) return url;
  throw new Misunderstood("--server must be an address such as http://127.0.0.1:3000.");
}

/** Where the server listens that has the same environment. */
function ownAddress({ host, port }: Settings): URL {
  const local = host === "0.0.0.0" ? "127.0.0.1" : host === "::" ? "::1" : host;
  return new URL(`http://${local.includes(":") ? `[${local}]` : local}:${port}`);
}

const counted = (count: number, thing: string) => `${count} ${thing}${count === 1 ? "" : "s"}`;
const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;

function table(boards: readonly ListedBoard[]): string {
  const rows = boards.map((board) => [
    board.id,
    board.createdAt.slice(0, 16).replace("T", " "),
    board.isSealed ? "sealed" : board.phase,
    counted(board.people, "person").replace("persons", "people"),
    megabytes(board.sizeBytes),
    board.title || "(no title)",
  ]);
  const widths = [0, 1, 2, 3, 4].map((column) =>
    Math.max(0, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  return rows
    .map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  "))
    .map((line) => `${line.trimEnd()}\n`)
    .join("");
}
