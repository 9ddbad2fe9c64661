import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** One dot. */
const PICTURE = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==",
  "base64",
);

export interface TileStandIn {
  origin: string;
  /** Addresses asked, with what they told of the page that asked. */
  asked: { path: string; referer: string | undefined; cookie: string | undefined }[];
  close(): Promise<void>;
}

/** A server of map pictures, which has the same one everywhere. */
export async function startTileStandIn(): Promise<TileStandIn> {
  const asked: TileStandIn["asked"] = [];
  const server = createServer(({ url = "", headers }, response) => {
    asked.push({ path: url, referer: headers.referer, cookie: headers.cookie });
    const known = /^\/\d+\/\d+\/\d+\.png$/.test(url);
    response.writeHead(known ? 200 : 404, { "Content-Type": "image/png" }).end(known ? PICTURE : "");
  });
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    asked,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
