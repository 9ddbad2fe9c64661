import { unstable_parseMultipartFormData as readParts } from "@remix-run/node";
import { badRequest } from "./errors.server.ts";

/** A page asks for a few files; what sends more is no form of ours. */
const MAX_PARTS = 10;

export function sendsFiles(request: Request): boolean {
  return /^multipart\/form-data\b/i.test(request.headers.get("Content-Type") ?? "");
}

/**
 * Hands the files of a form to `take` one after the other, as they arrive: nothing is gathered in memory. Its fields are left out. The
 * length of the whole was judged before anything is read (`request-bodies.server.ts`).
 */
export async function readUploads(
  request: Request,
  take: (field: string, bytes: AsyncIterable<Uint8Array>) => Promise<void>,
): Promise<void> {
  let parts = 0;
  try {
    await readParts(request, async ({ name, filename, data }) => {
      parts += 1;
      if (parts > MAX_PARTS) throw badRequest();
      if (filename) await take(name, data);
      for await (const _rest of data);
      return undefined;
    });
  } catch (error) {
    if (error instanceof TypeError || isMalformed(error)) throw badRequest();
    throw error;
  }
}

/** What the parser makes of a body that is no form, or that stops in its middle. */
function isMalformed(error: unknown): boolean {
  return error instanceof Error && error.message.startsWith("malformed ");
}
