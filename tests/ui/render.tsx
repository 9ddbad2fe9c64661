import { createRemixStub } from "@remix-run/testing";
import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect } from "vitest";
import { takeConsoleErrors } from "#tests/support/console-errors.ts";

/** A test reads words: the spaces that hold a line together are those of any other. */
function words(markup: string): string {
  return markup.replaceAll("\u00a0", " ");
}

/** What the server sends for these elements, inside a router. */
export function html(element: ReactElement, address = "/"): string {
  const Stub = createRemixStub([{ path: "*", Component: () => element }]);
  const markup = renderToStaticMarkup(<Stub initialEntries={[address]} />);
  // The stub brings the browser's router, whose layout effect React mentions on a server: not ours.
  expect(takeConsoleErrors().filter((text) => !text.includes("useLayoutEffect does nothing"))).toEqual([]);
  return words(markup);
}

/** Attributes of the first tag that holds this fragment. */
export function attributesOf(markup: string, fragment: string): Record<string, string> {
  const tag = [...markup.matchAll(/<[a-z0-9]+(?:\s[^<>]*)?>/g)]
    .map((match) => match[0])
    .find((text) => text.includes(fragment));
  if (!tag) throw new Error(`No tag holds ${fragment} in ${markup}`);
  return Object.fromEntries(
    [...tag.matchAll(/([\w-]+)="([^"]*)"/g)].map((match) => [match[1] ?? "", match[2] ?? ""]),
  );
}

/** Text of the element that bears this id. */
export function textOfId(markup: string, id: string): string {
  const start = markup.indexOf(` id="${id}"`);
  if (start < 0) throw new Error(`No element has the id ${id} in ${markup}`);
  return /^[^>]*>([^<]*)/.exec(markup.slice(start))?.[1] ?? "";
}
