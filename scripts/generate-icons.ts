import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { chromium } from "@playwright/test";
import { findChromium } from "./bootstrap/system-packages.mjs";

/** Draws public/favicon.svg again in the sizes and forms that browsers and telephones ask for. */
const folder = path.resolve(import.meta.dirname, "../public");
const drawing = readFileSync(path.join(folder, "favicon.svg"), "utf8");
/** Telephones cut the corners themselves: the ground goes to the edge. The drawing keeps within the circle that all of them show. */
const withoutCorners = drawing.replace(/ rx="\d+"/, "");

const executablePath = findChromium();
const browser = await chromium.launch({
  ...(executablePath ? { executablePath } : {}),
  args: ["--no-sandbox", "--disable-gpu"],
});
const page = await browser.newPage();

async function draw(svg: string, size: number): Promise<Buffer> {
  await page.setViewportSize({ width: size, height: size });
  const source = `data:image/svg+xml;base64,${Buffer.from(svg).toString("base64")}`;
  await page.setContent(
    `<body style="margin:0"><img src="${source}" width="${size}" height="${size}" style="display:block">`,
  );
  return page.screenshot({ omitBackground: true });
}

/** An ICO file that holds one PNG picture of less than 256 pixels. */
function icon(png: Buffer, size: number): Buffer {
  const head = Buffer.alloc(22);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(1, 4);
  head.writeUInt8(size, 6);
  head.writeUInt8(size, 7);
  head.writeUInt16LE(1, 10);
  head.writeUInt16LE(32, 12);
  head.writeUInt32LE(png.length, 14);
  head.writeUInt32LE(head.length, 18);
  return Buffer.concat([head, png]);
}

const files = {
  "favicon.ico": icon(await draw(drawing, 32), 32),
  "icon-192.png": await draw(drawing, 192),
  "icon-512.png": await draw(drawing, 512),
  "icon-maskable-512.png": await draw(withoutCorners, 512),
  "apple-touch-icon.png": await draw(withoutCorners, 180),
};
await browser.close();
for (const [name, content] of Object.entries(files)) {
  writeFileSync(path.join(folder, name), content);
  process.stdout.write(`public/${name} (${content.length} bytes)\n`);
}
