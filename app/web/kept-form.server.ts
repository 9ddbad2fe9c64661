import { createCookie, type LoaderFunctionArgs } from "@remix-run/node";
import { deflateRawSync, inflateRawSync } from "node:zlib";
import { z } from "zod";
import type { AppContext } from "#app/infra/app-context.server.ts";
import { isAutosave } from "#app/ui/forms/autosave.ts";
import { appOf } from "./app-of.server.ts";
import { readSentForm } from "./forms.server.ts";
import { deviceMark } from "./security/known-device.server.ts";
import { readSessionToken } from "./session.server.ts";

/** A form sent after its session had ended: what it held, and where it was going. */
export interface KeptForm {
  path: string;
  fields: [name: string, value: string][];
}

const keptSchema = z.object({ path: z.string(), fields: z.array(z.tuple([z.string(), z.string()])) });

const MINUTES_KEPT = 30;
/** Browsers refuse longer cookies; a form that needs more of them than this is not kept. */
const PART_LENGTH = 3600;
const PARTS = 3;
/** In bytes: what a few kilobytes may become. */
const MAX_LENGTH = 100_000;

function partCookie({ env }: AppContext, part: number) {
  const secure = env.PUBLIC_URL.startsWith("https://");
  return createCookie(`${secure ? "__Host-" : ""}form-${part}`, {
    httpOnly: true,
    sameSite: "lax",
    path: "/",
    secure,
    maxAge: MINUTES_KEPT * 60,
  });
}

/**
 * Keeps the form of a request whose session has ended, in the browser that sent it and sealed for the account that was
 * signed in there last: nobody else who signs in reads it. Gives the headers that keep it; null when there is nothing to keep.
 */
export async function keepForm(
  args: Pick<LoaderFunctionArgs, "request" | "context">,
  path: string,
): Promise<Headers | null> {
  const app = appOf(args);
  const { request } = args;
  if (request.method !== "POST" || (await readSessionToken(request, app)) === null) return null;
  const mark = await deviceMark(request, app);
  if (mark === null) return null;
  const form = await readSentForm(request);
  if (isAutosave(form)) return null;
  const fields = [...form].flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : []));
  const json = Buffer.from(JSON.stringify({ path, fields }));
  if (json.length > MAX_LENGTH) return null;
  const text = deflateRawSync(json).toString("base64");
  const sealed = app.secrets.seal(placeOf(mark), text);
  if (sealed.length > PARTS * PART_LENGTH) return null;
  const headers = new Headers();
  for (let part = 0; part < PARTS; part += 1)
    headers.append(
      "Set-Cookie",
      await partCookie(app, part).serialize(sealed.slice(part * PART_LENGTH, (part + 1) * PART_LENGTH)),
    );
  return headers;
}

/** The form that was kept for the account now signed in in this browser, if any. */
export async function readKeptForm(request: Request, app: AppContext): Promise<KeptForm | null> {
  const mark = await deviceMark(request, app);
  if (mark === null) return null;
  let sealed = "";
  for (let part = 0; part < PARTS; part += 1) {
    const value: unknown = await partCookie(app, part).parse(request.headers.get("Cookie"));
    sealed += typeof value === "string" ? value : "";
  }
  const text = app.secrets.open(placeOf(mark), sealed);
  if (text === null) return null;
  const json = inflateRawSync(Buffer.from(text, "base64"), { maxOutputLength: MAX_LENGTH }).toString("utf8");
  const kept = keptSchema.safeParse(JSON.parse(json));
  return kept.success ? kept.data : null;
}

function placeOf(mark: string): string {
  return `kept-form:${mark}`;
}
