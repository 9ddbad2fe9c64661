import { runMatch } from "./match/run.ts";

process.exitCode = await runMatch(process.argv.slice(2));
