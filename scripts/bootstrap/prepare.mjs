import { ensureInstalled } from "./install.mjs";
import { checkDatabaseUrl, checkNode, checkPortIsFree, checkWritable, readPort } from "./preflight.mjs";

/** What `npm run demo` and `npm run dev` need before any TypeScript can run. */
export async function prepareToServe() {
  checkNode();
  checkWritable();
  checkDatabaseUrl();
  const port = readPort();
  await checkPortIsFree(port);
  await ensureInstalled();
  return port;
}

export async function prepareToRun() {
  checkNode();
  checkWritable();
  await ensureInstalled();
}
