import { appendFile, mkdir, readFile } from "node:fs/promises";
import path from "node:path";

export interface TextMessage {
  to: string;
  text: string;
  /** A second message under the same key is not sent. */
  key: string;
}

/** Sends text messages. No provider is chosen yet: the one adapter writes them to a file. */
export interface SmsSender {
  send(message: TextMessage): Promise<{ id: string }>;
}

/** One line of JSON a message, which the mailbox of the demonstration reads. */
export function createSmsFile(file: string): SmsSender {
  return {
    async send({ to, text, key }) {
      const known = await readSmsFile(file);
      if (!known.some((sent) => sent.key === key)) {
        await mkdir(path.dirname(file), { recursive: true });
        await appendFile(file, `${JSON.stringify({ to, text, key })}\n`);
      }
      return { id: `sms:${key}` };
    },
  };
}

export async function readSmsFile(file: string): Promise<TextMessage[]> {
  const content = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return "";
    throw error;
  });
  return content
    .split("\n")
    .filter((line) => line.endsWith("}"))
    .map((line) => JSON.parse(line) as TextMessage);
}
