import { describe, expect, it } from "vitest";
import { readSources } from "#scripts/check/budgets.ts";

const STEP = "app/domain/applications/apply-transition.server.ts";
/** What an update of the table sets: the text of the fields, or the whole raw statement. */
const UPDATES = /\.update\((?:tables\.)?applications\)\s*\.set\(([^)]*)\)|update applications\b([^`]*)/g;
const INSERTS = /\.insert\((?:tables\.)?applications\)|insert into applications\b/;

const sources = readSources(process.cwd()).filter(({ path }) => /^(app|db\/seed)\//.test(path));
const pathsOf = (holds: (text: string) => boolean) =>
  sources.filter(({ text }) => holds(text)).map(({ path }) => path);

describe("the status of an application", () => {
  it("is changed by one step, with what follows from it", () => {
    const mayWriteStatus = (text: string) =>
      [...text.matchAll(UPDATES)].some(
        ([, fields = "{", statement = ""]) =>
          // Fields kept in a variable could hold it too: they are written out where they are set.
          !fields.startsWith("{") || /status/.test(fields + statement),
      );
    expect(pathsOf(mayWriteStatus)).toEqual([STEP]);
  });

  it("has one other beginning, the draft", () => {
    expect(pathsOf((text) => INSERTS.test(text))).toEqual([
      STEP,
      "app/domain/applications/save-draft-application.server.ts",
    ]);
  });
});
