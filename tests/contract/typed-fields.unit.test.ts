import { expect, it } from "vitest";
import { z } from "zod";

/** The schemas of our forms, wherever a domain keeps them. */
const modules = import.meta.glob<Record<string, unknown>>("../../app/domain/**/*.schema.ts", { eager: true });
/** Read back from our own rows, not from what somebody types. */
const NOT_FORMS = ["agreement-content.schema.ts", "hours-grid.schema.ts"];
/** A password is compared as it was typed; the others are identifiers of ours, found as they are or not at all. */
const EXACT = ["password", "current", "confirmation", "contentHash", "school", "version", "sealed"];

const HOSTILE = "Aa\u202eb\u200bc\u0007d\ufeffe\u00adf";
const CLEAN = "Aabcdef";

interface Field {
  file: string;
  name: string;
  schema: z.ZodType;
}

const fields = Object.entries(modules)
  .filter(([file]) => !NOT_FORMS.some((name) => file.endsWith(name)))
  .flatMap(([file, exported]) =>
    Object.values(exported)
      .filter((value): value is z.ZodType => value instanceof z.ZodType)
      .flatMap((schema) => fieldsOf(file, schema)),
  );

it("finds the fields of every form", () => {
  expect(new Set(fields.map(({ name }) => name)).size).toBeGreaterThan(40);
  expect(fields.map(({ name }) => name)).toEqual(
    expect.arrayContaining(["title", "motivation", "comment", "email", "siret", "body", "guardian2Phone"]),
  );
});

it("takes controls, direction overrides and signs that do not show out of every free text", () => {
  const kept = fields
    .filter(({ name }) => !EXACT.includes(name))
    .flatMap(({ file, name, schema }) => textsOf(schema, HOSTILE).map((text) => ({ file, name, text })));
  expect(kept.length).toBeGreaterThan(20);
  expect(kept.filter(({ text }) => /[\u0000-\u0008\u00ad\u200b\u202e\ufeff]/.test(text))).toEqual([]);
  expect(kept.some(({ text }) => text.startsWith(CLEAN))).toBe(true);
});

it("reads every identifier whatever was pasted with it", () => {
  const reads = (name: string, typed: string) => [
    ...new Set(
      fields.filter((field) => field.name === name).map(({ schema }) => schema.safeParse(typed).data),
    ),
  ];
  for (const name of ["email", "address", "guardian1Email"]) {
    const emails = reads(name, "\u00a0zoe@\u200bexample.org\ufeff").filter((one) =>
      String(one).includes("@"),
    );
    expect(emails, name).not.toEqual([]);
    for (const email of emails) if (!String(email).includes(" ")) expect(email).toBe("zoe@example.org");
  }
  expect(reads("siret", "732\u202f829\u200b320\u00a000074")).toEqual(["73282932000074"]);
  expect(reads("organisationPostcode", "29\u00a0200\u200b")).toEqual(["29200"]);
  expect(reads("code", "12\u202f34\u200b56")).toEqual(["123456"]);
});

/** The fields of an object, of what it extends, refines or transforms, and of each form of a union. */
function fieldsOf(file: string, schema: z.ZodType): Field[] {
  if (schema instanceof z.ZodObject)
    return Object.entries(schema.shape as Record<string, z.ZodType>).map(([name, one]) => ({
      file,
      name,
      schema: one,
    }));
  if (schema instanceof z.ZodUnion)
    return (schema.options as z.ZodType[]).flatMap((option) => fieldsOf(file, option));
  return schema instanceof z.ZodPipe ? fieldsOf(file, schema.in as z.ZodType) : [];
}

/** What a field keeps of a text, however long it must be. */
function textsOf(schema: z.ZodType, typed: string): string[] {
  for (const times of [1, 5, 40]) {
    const read = schema.safeParse(typed.repeat(times));
    if (read.success) return [read.data].flat().filter((one): one is string => typeof one === "string");
  }
  return [];
}
