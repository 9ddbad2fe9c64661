import { checkReadiness, type Requirement } from "#app/domain/operations/readiness.queries.server.ts";
import type { UseCaseContext } from "#app/domain/use-case.ts";

/** Balancers ask every few seconds: a database that takes longer is one that visitors wait for. */
const PATIENCE_MS = 3_000;

export interface Readiness {
  /** What the process lacks to be given work; empty when it is ready. */
  check(): Promise<(Requirement | "stopping")[]>;
  /** From now on no new work should be sent here; what comes is still done. */
  announceStop(): void;
  readonly stopping: boolean;
}

/** `context` has a connection of its own: pages that wait for theirs do not make the process look ill. */
export function createReadiness(context: UseCaseContext, patienceMs = PATIENCE_MS): Readiness {
  let stopping = false;
  return {
    get stopping() {
      return stopping;
    },
    announceStop: () => {
      stopping = true;
    },
    async check() {
      if (stopping) return ["stopping"];
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<Requirement[]>((resolve) => {
        timer = setTimeout(() => resolve(["database"]), patienceMs);
      });
      return Promise.race([checkReadiness(context), late]).finally(() => clearTimeout(timer));
    },
  };
}
