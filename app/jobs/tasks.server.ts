import type { JobHelpers, TaskList } from "graphile-worker";
import { z } from "zod";
import { dispatchEvent } from "./dispatch-event.server.ts";
import type { JobContext } from "./job-context.ts";
import { withoutData } from "./job-failure.ts";
import { sendMessage } from "./send-message.server.ts";

interface Task<Payload> {
  payload: z.ZodType<Payload>;
  run(context: JobContext, payload: Payload, attempt: number): Promise<void>;
}

function task<Payload>(definition: Task<Payload>): Task<unknown> {
  return definition as Task<unknown>;
}

/** Every kind of job: what it is given, what it does. A job that throws is tried again, later and later. */
const TASKS: Record<string, Task<unknown>> = {
  dispatch_event: task({
    payload: z.object({ eventId: z.uuid() }),
    run: (context, { eventId }) => dispatchEvent(context, eventId),
  }),
  send_message: task({
    payload: z.object({ messageId: z.uuid() }),
    run: (context, { messageId }, attempt) => sendMessage(context, messageId, attempt),
  }),
};

export function createTasks(context: JobContext): TaskList {
  const entries = Object.entries(TASKS).map(([name, { payload, run }]) => {
    const handler = async (given: unknown, { job }: JobHelpers) => {
      try {
        await run(context, payload.parse(given), job.attempts);
      } catch (error) {
        throw withoutData(error);
      }
    };
    return [name, handler] as const;
  });
  return Object.fromEntries(entries);
}
