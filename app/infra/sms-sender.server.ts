import { appendFile, mkdir, readFile } from "node:fs/promises";
import path from "node:path";
import type { Clock } from "#app/kernel/clock.ts";

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

export interface WrittenText extends TextMessage {
  at: string;
}

/** One line of JSON a message, which the mailbox of the demonstration reads. */
export function createSmsFile(file: string, clock: Clock): SmsSender {
  return {
    async send({ to, text, key }) {
      const known = await readSmsFile(file);
      if (!known.some((sent) => sent.key === key)) {
        await mkdir(path.dirname(file), { recursive: true });
        await appendFile(file, `${JSON.stringify({ to, text, key, at: clock.now() })}\n`);
      }
      return { id: `sms:${key}` };
    },
  };
}

/** In the order of writing; a line cut short by a killed process is not one. */
export async function readSmsFile(file: string): Promise<WrittenText[]> {
  const content = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return "";
    throw error;
  });
  return content
    .split("\n")
    .filter((line) => line.endsWith("}"))
    .map((line) => JSON.parse(line) as WrittenText);
}
