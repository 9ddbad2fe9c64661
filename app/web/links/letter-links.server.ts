import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import type { Result } from "#app/kernel/result.ts";
import { appOf } from "#app/web/app-of.server.ts";
import { INTENTS } from "#app/ui/forms/intents.ts";
import { tooManyRequests } from "#app/web/errors.server.ts";
import { readIntent } from "#app/web/forms.server.ts";

/** What a letter's link stops. Mail scanners follow links: reading its page stops nothing. */
type Stops = "alert" | "unsubscribe";

/** What the link of a letter is about; null when it was cut short, or is none of ours. */
export function subjectOf(args: Pick<LoaderFunctionArgs, "params" | "context">, stops: Stops): string | null {
  return appOf(args).links.read(stops, args.params.token ?? "")?.id ?? null;
}

/**
 * The press of the button of a page reached by a letter's link: `stop` is told what the link is about, and whether it is to
 * be undone. Nothing that was sent is read before the link has proved good, and its presses are counted. Gives what was sent; null when there is nothing to stop.
 */
export async function pressLetterLink(
  { request, ...args }: ActionFunctionArgs,
  stops: Stops,
  stop: (subjectId: string, undo: boolean) => Promise<Result<unknown, unknown>>,
): Promise<FormData | null> {
  const subjectId = subjectOf(args, stops);
  if (!subjectId) return null;
  const wait = await appOf(args).rateLimits.consume(`${stops}-link`, subjectId);
  if (wait !== null) throw tooManyRequests(wait);
  const { intent, form } = await readIntent(request, INTENTS.mailLink, "stop");
  const outcome = await stop(subjectId, intent === "resume");
  return outcome.ok ? form : null;
}
