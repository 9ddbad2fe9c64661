import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { cleanPng } from "#app/domain/schools/profile/clean-png.server.ts";
import { PNG_SIGNATURE, pngChunk, pngOf } from "./png.ts";

const refusal = async (sent: Buffer) => {
  const cleaned = await cleanPng(sent);
  return cleaned.ok ? "accepted" : cleaned.error.code;
};

describe("a picture sent by a school", () => {
  it("is written anew from its pixels: what hides in the file is gone", async () => {
    const extras = [
      { type: "tEXt", data: Buffer.from("Author\0Camille Dupont") },
      { type: "eXIf", data: Buffer.from("48.1147 -1.6794") },
    ];
    const sent = Buffer.concat([pngOf({ colour: 6, extras }), Buffer.from("<script>alert(1)</script>")]);
    const cleaned = await cleanPng(sent);
    if (!cleaned.ok) throw new Error(cleaned.error.code);
    const kept = Buffer.from(cleaned.value.bytes).toString("latin1");
    expect(cleaned.value).toMatchObject({ width: 60, height: 40 });
    for (const hidden of ["Camille", "48.1147", "script"]) expect(kept).not.toContain(hidden);
    expect(await cleanPng(cleaned.value.bytes)).toEqual(cleaned);
  });

  it.each([
    ["missing", Buffer.alloc(0)],
    ["too_heavy", Buffer.alloc(300_001)],
    ["not_png", Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>")],
    ["not_png", Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), pngOf()])],
    ["damaged", pngOf().subarray(0, 70)],
    ["damaged", pngOf({ interlaced: true })],
    ["damaged", pngOf({ extras: [{ type: "IHDR", data: Buffer.alloc(13) }] })],
    ["damaged", pngOf({ pixels: Buffer.alloc(10) })],
    ["damaged", pngOf({ pixels: Buffer.alloc(61 * 40, 9) })],
    ["too_large", pngOf({ width: 1601 })],
    ["too_small", pngOf({ height: 39 })],
  ])("is refused as %s", async (code, sent) => {
    expect(await refusal(sent)).toBe(code);
  });

  it("is refused when a checksum is false, when no line is a line, and when it would grow beyond what it says", async () => {
    const wrong = pngOf();
    wrong.writeUInt8(wrong.readUInt8(20) ^ 1, 20);
    expect(await refusal(wrong)).toBe("damaged");
    expect(await refusal(pngOf({ pixels: Buffer.alloc(100_000_000) }))).toBe("damaged");
    const noPixels = [PNG_SIGNATURE, pngChunk("IEND", Buffer.alloc(0))];
    expect(await refusal(Buffer.concat(noPixels))).toBe("damaged");
  });

  it("is refused, never half read, whatever a file of noise holds behind the right first bytes", async () => {
    for (let tries = 0; tries < 50; tries += 1)
      expect(await refusal(Buffer.concat([PNG_SIGNATURE, randomBytes(300)]))).toBe("damaged");
  });
});
