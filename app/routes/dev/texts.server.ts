import { readSmsFile } from "#app/infra/sms-sender.server.ts";

const LIMIT = 50;
const digitsOf = (number: string) => number.replace(/\D/g, "");

/** Text messages that the service would have sent, newest first, to this number when one is given. */
export async function listTexts(file: string | undefined, address: string | null) {
  const sent = file ? await readSmsFile(file) : [];
  const asked = address?.trim();
  const wanted = asked ? sent.filter(({ to }) => digitsOf(to) === digitsOf(asked)) : sent;
  return wanted
    .slice(-LIMIT)
    .reverse()
    .map(({ to, text, at }) => ({ to, text, at, links: text.match(/https?:\/\/\S+/g) ?? [] }));
}
