import path from "node:path";
import { fileURLToPath } from "node:url";

export const projectDir = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..", "..");

export function inProject(...parts) {
  return path.join(projectDir, ...parts);
}
