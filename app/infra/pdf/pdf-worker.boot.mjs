// A worker thread does not inherit the TypeScript loader of its parent: it sets its own before its entry.
import { register } from "tsx/esm/api";

register();
await import("./pdf-worker.ts");
