import type { Role } from "#app/domain/accounts/actor.ts";

/** `owned`: someone of the right role who has no part in the thing itself is told "not found". */
export type Access = "public" | "signed_in" | { roles: Role[]; owned?: true };

/** Who may call each loader and action. A route added without a line here fails the build. */
export const ACCESS: Record<string, Access> = {
  "routes/public/home.tsx loader": "public",
  "routes/public/not-found.tsx loader": "public",
  "routes/public/not-found.tsx action": "public",

  "routes/auth/sign-in.tsx loader": "public",
  "routes/auth/sign-in.tsx action": "public",
  "routes/auth/second-factor.tsx loader": "public",
  "routes/auth/second-factor.tsx action": "public",
  "routes/auth/sign-out.tsx loader": "public",
  "routes/auth/sign-out.tsx action": "public",
  "routes/auth/account.tsx loader": "signed_in",
  "routes/auth/account.tsx action": "signed_in",

  "routes/dev/mailbox.tsx loader": "public",
  "routes/dev/mail.tsx loader": "public",
  "routes/dev/mail-html.ts loader": "public",

  "routes/machines/health.ts loader": "public",
  "routes/machines/readiness.ts loader": "public",
};
