import type { AppLoadContext, ServerBuild } from "@remix-run/node";
import { expect, it } from "vitest";
import { QueueFull } from "#app/kernel/flow/bounded-queue.ts";
import { guardHandlers } from "#app/web/guard-handlers.server.ts";

/** A page whose form fails like this, and what its visitor is answered. */
async function answered(error: Error): Promise<unknown> {
  const action = () => Promise.reject(error);
  const page = { id: "page", module: { action, default: () => null } };
  const { routes } = guardHandlers({ routes: { page } } as unknown as ServerBuild);
  const warned: unknown[] = [];
  const context = { app: { logger: { warn: (told: unknown) => warned.push(told) } }, retryAfter: null };
  const args = { request: new Request("http://localhost/"), params: {}, context };
  const handler = routes.page?.module.action;
  const refusal: unknown = await Promise.resolve(
    handler?.(args as unknown as Parameters<typeof handler>[0] & { context: AppLoadContext }),
  ).catch((thrown: unknown) => thrown);
  return refusal instanceof Response
    ? { status: refusal.status, retryAfter: context.retryAfter, warned }
    : refusal;
}

it("whoever comes when too many passwords wait is asked to come back in a moment", async () => {
  expect(await answered(new QueueFull())).toEqual({
    status: 503,
    retryAfter: "10",
    warned: ["too many passwords wait"],
  });
});

it("a fault of ours stays one", async () => {
  const fault = new Error("a bug");
  expect(await answered(fault)).toBe(fault);
});
