import { crc32, deflateSync } from "node:zlib";

interface Drawing {
  width?: number;
  height?: number;
  /** Of 8 bits each: grey (0) or colours with transparency (6). */
  colour?: 0 | 6;
  interlaced?: boolean;
  /** Pieces between the header and the pixels. */
  extras?: { type: string; data: Buffer }[];
  pixels?: Buffer;
  shade?: number;
}

export const PNG_SIGNATURE = Buffer.from("89504e470d0a1a0a", "hex");

export function pngChunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** A plain picture, as a drawing program would write it. */
export function pngOf(drawing: Drawing = {}): Buffer {
  const { width = 60, height = 40, colour = 0, interlaced = false, extras = [], shade = 0x80 } = drawing;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, colour, 0, 0, interlaced ? 1 : 0], 8);
  const line = Buffer.alloc(1 + width * (colour === 6 ? 4 : 1), shade);
  line[0] = 0;
  const pixels = drawing.pixels ?? Buffer.concat(Array.from({ length: height }, () => line));
  return Buffer.concat([
    PNG_SIGNATURE,
    pngChunk("IHDR", header),
    ...extras.map(({ type, data }) => pngChunk(type, data)),
    pngChunk("IDAT", deflateSync(pixels)),
    pngChunk("IEND", Buffer.alloc(0)),
  ]);
}
