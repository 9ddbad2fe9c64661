import { reasonOf, type Door, type FailureCode } from "#app/domain/sign-in-failures/failure-reasons.ts";
import type { AppContext } from "#app/infra/app-context.server.ts";
import { tooManyRequests } from "#app/web/errors.server.ts";

/** One more who was not let in: by which way, why, and in which school where one is known. */
export function countFailure<At extends Door>(
  { signInFailures, clock }: AppContext,
  door: At,
  code: FailureCode<At>,
  schoolUai: string | null = null,
): void {
  const reason = reasonOf(door, code);
  if (reason) signInFailures.count({ at: clock.now(), door, reason, schoolUai });
}

/** The same for one who tries too often: gives the 429 to throw. */
export function tooManyTries(app: AppContext, door: Door, waitSeconds: number): Response {
  countFailure(app, door, "too_many_tries");
  return tooManyRequests(waitSeconds);
}
