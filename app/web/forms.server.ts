import { parseWithZod } from "@conform-to/zod/v4";
import { data } from "@remix-run/node";
import { z } from "zod";
import { badRequest } from "./errors.server.ts";

z.config(z.locales.fr());

export type FieldErrors = Record<string, string[]>;
/** What was typed, as it was typed: a refused form gives it back. */
export type TypedValues = Record<string, unknown>;

export interface RefusedForm {
  errors: FieldErrors;
  values: TypedValues;
}

export type ParsedForm<Value> =
  { ok: true; value: Value; typed: TypedValues } | ({ ok: false } & RefusedForm);

/** Names of our fields. One with dots or brackets would build objects, and `a[999999999]` a list that fills the memory. */
const FIELD_NAME = /^[a-z][\w-]{0,63}$/i;
const MAX_FIELDS = 500;

/**
 * The form of a page with one thing to do, hence without an intent: one that bears some was meant for another page, and is
 * refused with a 400.
 */
export async function readForm(request: Request): Promise<FormData> {
  const form = await readSentForm(request);
  if (form.has("intent")) throw badRequest("unknown_intent");
  return form;
}

/**
 * The form of a page with several things to do, and which one its button asks for: a 400 that says what to do answers any
 * other. `missing` is meant where no button is pressed.
 */
export async function readIntent<const Intents extends readonly [string, ...string[]]>(
  request: Request,
  intents: Intents,
  missing?: Intents[number],
): Promise<{ intent: Intents[number]; form: FormData }> {
  const form = await readSentForm(request);
  const intent = z.enum(intents).safeParse(form.get("intent") ?? missing);
  if (!intent.success) throw badRequest("unknown_intent");
  return { intent: intent.data, form };
}

/**
 * The texts of the request's form, the only way to read one (pages with buttons of their own go through the two above): a file, a name that is none of ours and what no text can hold are
 * left out. A body that is no form is refused with a 400.
 */
export async function readSentForm(request: Request): Promise<FormData> {
  const form = new FormData();
  for (const [name, value] of await sentFields(request))
    if (typeof value === "string" && FIELD_NAME.test(name)) form.append(name, value.replaceAll("\0", ""));
  return form;
}

/** Fields are counted in the text itself: a hundred thousand empty ones must not be built to be refused. */
async function sentFields(request: Request): Promise<Iterable<[string, FormDataEntryValue]>> {
  const type = request.headers.get("Content-Type") ?? "";
  const body = await request.text().catch(() => "");
  if (/^application\/x-www-form-urlencoded\b/i.test(type)) {
    if (holdsOver(MAX_FIELDS - 1, "&", body)) throw badRequest();
    return new URLSearchParams(body);
  }
  const boundary = /^multipart\/form-data\b.*\bboundary="?([^";]+)/i.exec(type)?.[1];
  // One more boundary ends the last part.
  if (!boundary || holdsOver(MAX_FIELDS + 1, boundary, body)) throw badRequest();
  try {
    return await new Response(body, { headers: { "Content-Type": type } }).formData();
  } catch {
    throw badRequest();
  }
}

function holdsOver(most: number, mark: string, text: string): boolean {
  let count = 0;
  for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + mark.length)) {
    count += 1;
    if (count > most) return true;
  }
  return false;
}

/** Reads the form of a page with one thing to do with a zod schema; errors come by field, `""` holds those of the whole form. */
export async function parseForm<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
): Promise<ParsedForm<z.output<Schema>>> {
  return parseFormData(await readForm(request), schema);
}

/** The same for a form that has been read. */
export function parseFormData<Schema extends z.ZodType>(
  form: FormData,
  schema: Schema,
): ParsedForm<z.output<Schema>> {
  const submission = parseWithZod(form, { schema });
  if (submission.status === "success")
    return { ok: true, value: submission.value, typed: submission.payload };
  const errors = Object.entries(submission.error ?? {}).filter(
    (entry): entry is [string, string[]] => entry[1] !== null,
  );
  return { ok: false, errors: Object.fromEntries(errors), values: submission.payload };
}

/** 422 with the fields to correct and what was typed. */
export function invalid({ errors, values }: RefusedForm) {
  return data({ errors, values }, { status: 422 });
}

/** What the rules refuse, in words, with what was typed: 422 when a field is at fault, else 409. */
export function refused(values: TypedValues, message: string, field?: string) {
  return data({ errors: { [field ?? ""]: [message] }, values }, { status: field ? 422 : 409 });
}

/** 429 on the page itself, which keeps what was typed; with the seconds to wait where they are known. */
export function tooSoon(values: TypedValues, message: string, field = "", waitSeconds?: number) {
  const headers = new Headers(waitSeconds === undefined ? [] : [["Retry-After", String(waitSeconds)]]);
  return data({ errors: { [field]: [message] }, values }, { status: 429, headers });
}
