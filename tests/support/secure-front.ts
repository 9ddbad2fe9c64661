import { once } from "node:events";
import { request } from "node:http";
import { createServer } from "node:https";
import { selfSigned } from "./self-signed.ts";

/** What stands in front of the service in production: it speaks https with visitors, http with the service. */
export async function startSecureFront(
  port: number,
  servicePort: number,
): Promise<{ close(): Promise<void> }> {
  const front = createServer(selfSigned(), (incoming, answer) => {
    const { method, url, headers } = incoming;
    const outgoing = request({ port: servicePort, method, path: url, headers }, (answered) => {
      answer.writeHead(answered.statusCode ?? 502, answered.headers);
      answered.pipe(answer);
    });
    outgoing.once("error", () => answer.destroy());
    incoming.pipe(outgoing);
  });
  front.listen(port);
  await once(front, "listening");
  return {
    close: async () => {
      front.closeAllConnections();
      front.close();
      await once(front, "close");
    },
  };
}
