import type { ActionFunctionArgs, AppLoadContext, EntryContext, LoaderFunctionArgs } from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { renderToPipeableStream } from "react-dom/server";

import { NonceProvider } from "#app/ui/shell/nonce.ts";
import { appOf } from "#app/web/app-of.server.ts";
import { setDocumentHeaders } from "#app/web/document-headers.server.ts";
import { jsonAnswer } from "#app/web/json-answer.server.ts";
import { stillHolds, visitorHeaders, visitorTag } from "#app/web/visitor-tag.server.ts";
import { wholeDocument, withRefusedTitle } from "#app/web/whole-document.server.ts";
import { withoutSecrets } from "#app/web/without-secrets.ts";

const RENDER_TIMEOUT_MS = 5_000;

/** Whole documents, not streams: nothing here is deferred, and a late failure still gets its true status. */
export default function handleRequest(
  request: Request,
  responseStatusCode: number,
  responseHeaders: Headers,
  remixContext: EntryContext,
  loadContext: AppLoadContext,
): Promise<Response> {
  const tag = visitorTag(request, remixContext);
  const short = jsonAnswer(request, remixContext) ?? (tag && stillHolds(request, tag));
  if (short) return Promise.resolve(short);
  if (tag) for (const [name, value] of Object.entries(visitorHeaders(tag))) responseHeaders.set(name, value);
  if (loadContext.retryAfter) responseHeaders.set("Retry-After", loadContext.retryAfter);
  const app = appOf({ context: loadContext });
  const nonce = loadContext.cspNonce;
  return new Promise((resolve, reject) => {
    let failed = false;
    const { pipe, abort } = renderToPipeableStream(
      <NonceProvider value={nonce}>
        <RemixServer context={remixContext} url={request.url} nonce={nonce} />
      </NonceProvider>,
      {
        nonce,
        onAllReady() {
          clearTimeout(timer);
          setDocumentHeaders(responseHeaders, nonce, app.env.MAP_TILES_URL);
          const status = failed ? 500 : responseStatusCode;
          const answer = (body: Buffer<ArrayBuffer>) =>
            new Response(answersForm(remixContext) ? withRefusedTitle(body) : body, {
              headers: responseHeaders,
              status,
            });
          wholeDocument(pipe).then(answer).then(resolve, reject);
        },
        onShellError: reject,
        onError(error) {
          failed = true;
          app.logger.error({ err: error }, "A page could not be rendered");
        },
      },
    );
    const timer = setTimeout(abort, RENDER_TIMEOUT_MS);
  });
}

/** Data that the router fetches are as personal as the page that they fill. */
export function handleDataRequest(
  response: Response,
  { context }: LoaderFunctionArgs | ActionFunctionArgs,
): Response {
  if (context.retryAfter) response.headers.set("Retry-After", context.retryAfter);
  if (!response.headers.has("Cache-Control")) response.headers.set("Cache-Control", "private, no-store");
  return response;
}

/** Actions that succeed redirect: an answer to show means that the form has been sent back. */
function answersForm({ staticHandlerContext: { actionData } }: EntryContext): boolean {
  return Object.values(actionData ?? {}).some((answer) => answer !== null && answer !== undefined);
}

/** Unexpected errors of loaders and actions; a reader who leaves is not one of them. */
export function handleError(
  error: unknown,
  { request, ...args }: LoaderFunctionArgs | ActionFunctionArgs,
): void {
  if (request.signal.aborted) return;
  const pathname = withoutSecrets(new URL(request.url).pathname);
  appOf(args).logger.error({ err: error, method: request.method, pathname }, "A request failed");
}
