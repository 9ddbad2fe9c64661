import path from "node:path";
import type { FunctionFact } from "./source-facts.ts";

interface Measured {
  path: string;
  functions: FunctionFact[];
}

const USE_CASE = /^app\/domain\/(.+)\.server\.ts$/;

/** A use case is the function that bears the name of its file and takes the context of a use case. */
function useCaseOf({ path: file, functions }: Measured): string | undefined {
  const place = USE_CASE.exec(file)?.[1];
  if (place === undefined) return undefined;
  const name = path.posix.basename(place).replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  const isUseCase = functions.some(
    (fact) => fact.name === name && /\b(?:Actor|UseCase)Context\b/.test(fact.firstParameter),
  );
  return isUseCase ? place : undefined;
}

/** Use cases, and those whose test cannot be found by its name: the same place under tests/. */
export function findNamedTests(files: Measured[]): { useCases: string[]; untested: string[] } {
  const known = new Set(files.map((file) => file.path));
  const useCases = files.map(useCaseOf).filter((place) => place !== undefined);
  const untested = useCases.filter((place) => !known.has(`tests/domain/${place}.test.ts`));
  return { useCases, untested };
}
