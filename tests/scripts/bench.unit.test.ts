import { execFile } from "node:child_process";
import path from "node:path";
import { describe, expect, it } from "vitest";

const root = path.resolve(import.meta.dirname, "../..");

function bench(...args: string[]): Promise<{ code: number; output: string; errors: string }> {
  return new Promise((resolve) => {
    const command = ["--import", "tsx", "scripts/bench.ts", ...args];
    execFile(process.execPath, command, { cwd: root }, (error, output, errors) =>
      resolve({ code: error ? Number(error.code) : 0, output, errors }),
    );
  });
}

describe("npm run bench", () => {
  it("tells its measures and their options to who asks", async () => {
    const { code, output, errors } = await bench("search", "--help");
    expect([code, errors]).toEqual([0, ""]);
    expect(output).toMatch(/^Usage : npm run bench[^]*search --size/);
  });

  it.each(["unknown", "search --zzz", "search --size zz", "search --offers /absent.csv"])(
    "refuses « %s » in a sentence, without a stack",
    async (typed) => {
      const { code, output, errors } = await bench(...typed.split(" "));
      expect([code, output]).toEqual([2, ""]);
      expect(errors).toContain("Usage : npm run bench");
      expect(errors).not.toMatch(/^\s+at /m);
    },
  );
});
