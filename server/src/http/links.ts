// The links of a board: which there are, and who came by them. Their secrets are known only where somebody kept them.
import { roles } from "@secondstory/shared";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { authenticate, inRoom, perSeat, type Context } from "./context.ts";
import { failures } from "./http-failure.ts";
import { boardParams, refusals } from "./schemas.ts";

/** The route of links. They are made and switched off by requests. */
export const linkRoutes: FastifyPluginAsyncZod<{ context: Context }> = async (app, { context }) => {
  app.get(
    "/api/boards/:id/links",
    {
      ...perSeat(context),
      preValidation: authenticate(context),
      schema: {
        summary: "The links of a board without their secrets, for facilitators",
        params: boardParams,
        response: {
          200: z.object({
            links: z.array(
              z.object({
                /** Its secret begins with this. */
                link: z.string(),
                role: z.enum(roles),
                madeAt: z.number().optional(),
                /** A participant; missing for a link that came with the board or from its operator. */
                madeBy: z.string().optional(),
                /** Those who came by it, whoever was removed since among them. */
                usedBy: z.array(z.string()),
                switchedOffAt: z.number().optional(),
              }),
            ),
          }),
          ...refusals,
        },
      },
    },
    (request) =>
      inRoom(context, request, async (_room, { board, role }) => {
        if (role !== "facilitator") throw failures.roleTooLow("Ask a facilitator to look.");
        const { storage } = context;
        const [secrets, uses] = await Promise.all([
          storage.listSecrets(board),
          storage.listLinkUses(board),
        ]);
        const links = secrets.map(({ hash, ...link }) => ({
          ...link,
          usedBy: uses.filter(({ secret }) => secret === hash).map((use) => use.participant),
        }));
        return { links: links.toSorted((a, b) => (a.madeAt ?? 0) - (b.madeAt ?? 0)) };
      }),
  );
};
