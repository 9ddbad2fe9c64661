import { promisify } from "node:util";
import { crc32, deflate, inflate } from "node:zlib";
import { err, ok, type Failure, type Result } from "#app/kernel/result.ts";
import { IMAGE_LIMITS, type ImageFault } from "./school-profile.ts";

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** Samples of a pixel, by type of colour. */
const CHANNELS: Record<number, number> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };
const DEPTHS: Record<number, readonly number[]> = {
  0: [1, 2, 4, 8, 16],
  2: [8, 16],
  3: [1, 2, 4, 8],
  4: [8, 16],
  6: [8, 16],
};
const PALETTE = 3;
/** What draws the picture. Names, places, dates, colour profiles and whatever hides in a file are left out. */
const KEPT_BEFORE_PIXELS = ["PLTE", "tRNS"];
const LAST_FILTER = 4;

interface Header {
  width: number;
  height: number;
  bits: number;
  colour: number;
}

export interface CleanImage {
  width: number;
  height: number;
  bytes: Uint8Array;
}

interface Chunk {
  type: string;
  data: Buffer;
}

const inflated = promisify(inflate) as (
  data: Buffer,
  options: { maxOutputLength: number },
) => Promise<Buffer>;
const deflated = promisify(deflate) as (data: Buffer, options: { level: number }) => Promise<Buffer>;

/**
 * A picture written anew from its pixels, whatever the name and type it came under: what is no PNG, lies about its size, or
 * would grow when it is opened is refused.
 */
export async function cleanPng(sent: Uint8Array): Promise<Result<CleanImage, Failure<ImageFault>>> {
  if (sent.byteLength === 0) return err({ code: "missing" });
  if (sent.byteLength > IMAGE_LIMITS.bytes) return err({ code: "too_heavy" });
  const file = Buffer.from(sent);
  if (!file.subarray(0, SIGNATURE.length).equals(SIGNATURE)) return err({ code: "not_png" });
  const chunks = chunksOf(file);
  const header = chunks && headerOf(chunks);
  if (!chunks || !header) return err({ code: "damaged" });
  const sides = [header.width, header.height];
  if (Math.max(...sides) > IMAGE_LIMITS.largest) return err({ code: "too_large" });
  if (Math.min(...sides) < IMAGE_LIMITS.smallest) return err({ code: "too_small" });
  const pixels = await pixelsOf(header, chunks);
  if (!pixels) return err({ code: "damaged" });
  const { width, height } = header;
  const bytes = Buffer.concat([
    SIGNATURE,
    ...chunks.filter(({ type }) => type === "IHDR").map(written),
    ...chunks.filter(({ type }) => KEPT_BEFORE_PIXELS.includes(type)).map(written),
    written({ type: "IDAT", data: await deflated(pixels, { level: 9 }) }),
    written({ type: "IEND", data: Buffer.alloc(0) }),
  ]);
  return bytes.byteLength > IMAGE_LIMITS.bytes
    ? err({ code: "too_heavy" })
    : ok({ width, height, bytes: new Uint8Array(bytes) });
}

/** The pieces of the file, each under its checksum, from the first to the last; null when one is cut or false. */
function chunksOf(file: Buffer): Chunk[] | null {
  const chunks: Chunk[] = [];
  let at = SIGNATURE.length;
  while (at + 12 <= file.length) {
    const length = file.readUInt32BE(at);
    const end = at + 8 + length;
    if (end + 4 > file.length) return null;
    const type = file.toString("latin1", at + 4, at + 8);
    if (crc32(file.subarray(at + 4, end)) !== file.readUInt32BE(end)) return null;
    chunks.push({ type, data: file.subarray(at + 8, end) });
    if (type === "IEND") return chunks;
    at = end + 4;
  }
  return null;
}

/** Of a picture in lines: an interlaced one is not made by the programs that make logos. */
function headerOf(chunks: readonly Chunk[]): Header | null {
  const [first, ...others] = chunks;
  if (first?.type !== "IHDR" || first.data.length !== 13) return null;
  if (others.some(({ type }) => type === "IHDR")) return null;
  const { data } = first;
  const [bits, colour] = [data.readUInt8(8), data.readUInt8(9)];
  const isPlain = data.readUInt8(10) === 0 && data.readUInt8(11) === 0 && data.readUInt8(12) === 0;
  if (!isPlain || !DEPTHS[colour]?.includes(bits)) return null;
  const palettes = chunks.filter(({ type }) => type === "PLTE");
  if (palettes.length > 1 || (colour === PALETTE && palettes.length === 0)) return null;
  return { width: data.readUInt32BE(0), height: data.readUInt32BE(4), bits, colour };
}

/** The lines of pixels; null unless they are as many, and as long, as the header says. */
async function pixelsOf(
  { width, height, bits, colour }: Header,
  chunks: readonly Chunk[],
): Promise<Buffer | null> {
  const packed = Buffer.concat(chunks.filter(({ type }) => type === "IDAT").map(({ data }) => data));
  const line = 1 + Math.ceil((width * bits * (CHANNELS[colour] ?? 0)) / 8);
  const expected = line * height;
  const pixels = await inflated(packed, { maxOutputLength: expected + 1 }).catch(() => null);
  if (pixels?.length !== expected) return null;
  for (let at = 0; at < expected; at += line) if (pixels.readUInt8(at) > LAST_FILTER) return null;
  return pixels;
}

function written({ type, data }: Chunk): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
