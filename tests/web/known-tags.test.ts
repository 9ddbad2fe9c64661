import { expect, it } from "vitest";
import { knownTags } from "#app/web/known-tags.server.ts";

it.each([
  [undefined, []],
  ['W/"a"', ['W/"a"']],
  [' W/"a" ,"b",  W/"c" ', ['W/"a"', '"b"', 'W/"c"']],
  ["*", ["*"]],
])("reads the tags of %j", (header, tags) => {
  const headers = header === undefined ? undefined : { "If-None-Match": header };
  expect(knownTags(new Request("https://stage.example.org/", { headers }))).toEqual(tags);
});
