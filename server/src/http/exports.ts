// The board as a file: Markdown for the wiki, JSON for programs. Everyone on the board may take it along, at any time.
import { languages, reportFileName } from "@secondstory/shared";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { boardData } from "../rooms/board-data.ts";
import { auditedAs, authenticate, inRoom, perSeat, type Caller, type Context } from "./context.ts";
import { boardParams, refusals } from "./schemas.ts";

/** Routes of exports. */
export const exportRoutes: FastifyPluginAsyncZod<{ context: Context }> = async (
  app,
  { context },
) => {
  app.get(
    "/api/boards/:id/export.md",
    {
      ...perSeat(context),
      preValidation: authenticate(context),
      schema: {
        summary: "The Markdown post-mortem",
        params: boardParams,
        querystring: z.object({ lang: z.enum(languages).optional() }),
        response: { 200: { content: { "text/markdown": { schema: z.string() } } }, ...refusals },
      },
    },
    async (request, reply) => {
      const { lang } = request.query;
      const { markdown, title } = await inRoom(context, request, async (room, caller) => {
        const markdown = await room.markdown(lang);
        await noteExport(caller, "md");
        return { markdown, title: room.control.title };
      });
      return reply
        .type("text/markdown; charset=utf-8")
        .header("content-disposition", attachment(reportFileName(title, "md")))
        .send(markdown);
    },
  );

  app.get(
    "/api/boards/:id/export.json",
    {
      ...perSeat(context),
      preValidation: authenticate(context),
      schema: {
        summary: "Everything on the board, as data",
        params: boardParams,
        response: {
          200: z.looseObject({ format: z.literal("second-story"), version: z.literal(1) }),
          ...refusals,
        },
      },
    },
    async (request, reply) => {
      const data = await inRoom(context, request, async (room, caller) => {
        const board = await room.readBoard();
        await noteExport(caller, "json");
        return boardData(room.board, room.control, board);
      });
      return reply
        .header("content-disposition", attachment(reportFileName(data.control.title, "json")))
        .send(data);
    },
  );

  const noteExport = ({ board, identity }: Caller, format: "md" | "json") =>
    context.audit({ event: "export", board, by: auditedAs(identity), format });
};

/** To be saved, not shown. The name needs no quoting: it is letters, digits and hyphens. */
const attachment = (name: string) => `attachment; filename="${name}"`;
