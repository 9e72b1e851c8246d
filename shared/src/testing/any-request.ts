// Any request, made from the schemas themselves: a request that joins the table is asked in the property tests from then on.
// What it holds are values that a meeting of the tests knows, and some that nobody knows.
import fc from "fast-check";
import type { z } from "zod/mini";
import { meetingRequest, type MeetingRequest, type RequestType } from "../control/requests.ts";
import { invariant } from "../result.ts";

/** Whoever a request may name: these are at the table, and one who never came. */
export const tablePeople = ["noa", "lea", "robin", "ida", "nobody"] as const;

/** Cards that a request may name, and one that is not there. */
export const tableCards = ["card-1", "card-2", "card-3", "card-gone"] as const;

const anyText = fc.constantFrom(
  ...tablePeople,
  ...tableCards,
  "Lena",
  "",
  " \u200b",
  "💥".repeat(300),
);
const anyDay = fc.constantFrom("2026-11-26", "1999-12-31", "soon");
const anyNumber = fc.constantFrom(1, 2, 3, 5, 28, 60, 90, 240, 481, 0, -1, 2.5, 1e15);

/** A schema's own words about itself, as far as they are needed here. */
interface Definition {
  readonly type: string;
  readonly format?: string;
  readonly shape?: Readonly<Record<string, Schema>>;
  readonly values?: readonly unknown[];
  readonly entries?: Readonly<Record<string, string>>;
  readonly options?: readonly Schema[];
  readonly innerType?: Schema;
  readonly element?: Schema;
  readonly keyType?: Schema;
  readonly valueType?: Schema;
  readonly in?: Schema;
}

interface Schema {
  readonly _zod: { readonly def: object };
}

/** What may stand where a schema is; some of it is refused when it is read. */
function anyOf(schema: Schema): fc.Arbitrary<unknown> {
  const def = schema._zod.def as Definition;
  const inner = () => anyOf(the(def.innerType));
  switch (def.type) {
    case "literal":
      return fc.constantFrom(...the(def.values));
    case "enum":
      return fc.constantFrom(...Object.values(the(def.entries)));
    case "string":
      return def.format === "date" ? anyDay : anyText;
    case "number":
      return anyNumber;
    case "boolean":
      return fc.boolean();
    case "null":
      return fc.constant(null);
    case "nullable":
      return fc.option(inner(), { nil: null });
    case "optional":
    case "default":
    case "prefault":
    case "catch":
    case "readonly":
      return inner();
    case "pipe":
      return anyOf(the(def.in));
    case "union":
      return fc.oneof(...the(def.options).map(anyOf));
    case "array":
      return fc.array(anyOf(the(def.element)), { maxLength: 3 });
    case "record":
      return fc
        .array(fc.tuple(anyOf(the(def.keyType)), anyOf(the(def.valueType))), { maxLength: 3 })
        .map((entries) => Object.fromEntries(entries.map(([key, value]) => [String(key), value])));
    case "object":
      return anyObject(the(def.shape));
  }
  throw new Error(`Say in any-request.ts what stands where a schema of type “${def.type}” is.`);
}

function anyObject(shape: Readonly<Record<string, Schema>>): fc.Arbitrary<unknown> {
  const asked = Object.entries(shape).filter(([key]) => key !== "id" && key !== "from");
  const isOptional = ([, schema]: readonly [string, Schema]) =>
    (schema._zod.def as Definition).type === "optional";
  return fc.record(Object.fromEntries(asked.map(([key, schema]) => [key, anyOf(schema)])), {
    requiredKeys: asked.filter((entry) => !isOptional(entry)).map(([key]) => key),
  });
}

/** Every request that there is, by its type. */
export const anyRequestOf: Readonly<Record<RequestType, fc.Arbitrary<unknown>>> =
  Object.fromEntries(
    meetingRequest._zod.def.options.map((option) => {
      const { shape } = option._zod.def as z.core.$ZodObjectDef;
      const [type] = (the(shape["type"])._zod.def as Definition).values ?? [];
      return [String(type), anyOf(option)];
    }),
  ) as Record<RequestType, fc.Arbitrary<unknown>>; // one for each option of the table

/**
 * A request as it comes in, of any type, without `id` and `from`; what cannot be read as one is dropped. Some are asked more
 * often than the rest, because they are what the test is about.
 */
export const anyRequest = (often: readonly RequestType[] = []): fc.Arbitrary<MeetingRequest> =>
  fc
    .oneof(
      ...(Object.keys(anyRequestOf) as RequestType[]).map((type) => ({
        arbitrary: anyRequestOf[type],
        weight: often.includes(type) ? 6 : 1,
      })),
    )
    .filter((sent) => meetingRequest.safeParse(sent).success)
    .map((sent) => meetingRequest.parse(sent));

function the<Value>(value: Value | undefined): Value {
  invariant(value !== undefined, "a schema of this type says this of itself");
  return value;
}
