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

/** The only file that a page asks for, in memory: empty when none was sent, and one byte over the limit when it is longer. */
export async function readUpload(request: Request, field: string, limit: number): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  await readUploads(request, async (name, bytes) => {
    for await (const piece of bytes) {
      if (name !== field || length > limit) continue;
      pieces.push(piece);
      length += piece.byteLength;
    }
  });
  return Buffer.concat(pieces).subarray(0, limit + 1);
}
