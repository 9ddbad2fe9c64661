import type { Role } from "#app/domain/accounts/actor.ts";

/** `by_link`: whoever holds the link, with or without account; nobody else. `by_signature`: a provider that signs what it sends. `owned`: someone of the right role who has no part in the thing itself is told "not found". */
export type Access = "public" | "by_link" | "by_signature" | "signed_in" | { roles: Role[]; owned?: true };

const PUPIL: Access = { roles: ["pupil"] };
const OWN_PUPIL: Access = { roles: ["pupil"], owned: true };
const EMPLOYER: Access = { roles: ["employer"] };
const OWN_EMPLOYER: Access = { roles: ["employer"], owned: true };
const SCHOOL: Access = { roles: ["teacher", "schoolOffice", "schoolHead"] };
const OWN_SCHOOL: Access = { roles: ["teacher", "schoolOffice", "schoolHead"], owned: true };
const ADMIN: Access = { roles: ["admin"] };

/** Who may call each loader and action. A route added without a line here fails the build. */
export const ACCESS: Record<string, Access> = {
  "routes/public/home.tsx loader": "public",
  "routes/public/offers.tsx loader": "public",
  "routes/public/offers-map.ts loader": "public",
  "routes/public/offer.tsx loader": "public",
  "routes/public/places.ts loader": "public",
  "routes/public/privacy.tsx loader": "public",
  "routes/public/legal.tsx loader": "public",
  "routes/public/calendar.ts loader": "public",
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

  "routes/messages/notifications.tsx loader": "signed_in",
  "routes/messages/notifications.tsx action": "signed_in",
  "routes/messages/unsubscribe.tsx loader": "public",
  "routes/messages/unsubscribe.tsx action": "public",
  "routes/messages/stop-alert.tsx loader": "public",
  "routes/messages/stop-alert.tsx action": "public",

  "routes/pupil/home.tsx loader": PUPIL,
  "routes/pupil/home.tsx action": PUPIL,
  "routes/pupil/apply.tsx loader": PUPIL,
  "routes/pupil/apply.tsx action": PUPIL,
  "routes/pupil/applications.tsx loader": PUPIL,
  "routes/pupil/application.tsx loader": OWN_PUPIL,
  "routes/pupil/application.tsx action": OWN_PUPIL,
  "routes/pupil/favourites.tsx loader": PUPIL,
  "routes/pupil/favourites.tsx action": PUPIL,
  "routes/pupil/alerts.tsx loader": PUPIL,
  "routes/pupil/alerts.tsx action": PUPIL,
  "routes/pupil/suggestions.tsx loader": PUPIL,
  "routes/pupil/viewed-offer.ts loader": "public",
  "routes/pupil/viewed-offer.ts action": PUPIL,
  "routes/pupil/problem.tsx loader": PUPIL,
  "routes/pupil/problem.tsx action": PUPIL,
  "routes/pupil/agreement.tsx loader": OWN_PUPIL,
  "routes/pupil/agreement-pdf.ts loader": OWN_PUPIL,

  "routes/employer/home.tsx loader": EMPLOYER,
  "routes/employer/offers.tsx loader": EMPLOYER,
  "routes/employer/offers.tsx action": OWN_EMPLOYER,
  "routes/employer/new-offer.tsx loader": EMPLOYER,
  "routes/employer/new-offer.tsx action": EMPLOYER,
  "routes/employer/offer.tsx loader": OWN_EMPLOYER,
  "routes/employer/offer.tsx action": OWN_EMPLOYER,
  "routes/employer/applications.tsx loader": EMPLOYER,
  "routes/employer/application.tsx loader": OWN_EMPLOYER,
  "routes/employer/application.tsx action": OWN_EMPLOYER,
  "routes/employer/cancel-application.tsx loader": OWN_EMPLOYER,
  "routes/employer/cancel-application.tsx action": OWN_EMPLOYER,
  "routes/employer/transfer-application.tsx loader": OWN_EMPLOYER,
  "routes/employer/transfer-application.tsx action": OWN_EMPLOYER,
  "routes/employer/agreements.tsx loader": EMPLOYER,
  "routes/employer/agreement.tsx loader": OWN_EMPLOYER,
  "routes/employer/agreement.tsx action": OWN_EMPLOYER,
  "routes/employer/agreement-pdf.ts loader": OWN_EMPLOYER,

  "routes/school/board.tsx loader": SCHOOL,
  "routes/school/board.tsx action": { roles: ["schoolOffice", "schoolHead"], owned: true },
  "routes/school/class-group.tsx loader": OWN_SCHOOL,
  "routes/school/class-group.tsx action": OWN_SCHOOL,
  "routes/school/families.tsx loader": OWN_SCHOOL,
  "routes/school/families.tsx action": OWN_SCHOOL,
  "routes/school/agreements.tsx loader": SCHOOL,
  "routes/school/agreement.tsx loader": OWN_SCHOOL,
  "routes/school/agreement.tsx action": OWN_SCHOOL,
  "routes/school/agreement-pdf.ts loader": OWN_SCHOOL,

  "routes/guardian/follow-up.tsx loader": "by_link",
  "routes/guardian/application.tsx loader": "by_link",
  "routes/guardian/application.tsx action": "by_link",
  "routes/guardian/letter-code.tsx loader": "by_link",
  "routes/guardian/letter-code.tsx action": "by_link",
  "routes/guardian/objection.tsx loader": "by_link",
  "routes/guardian/objection.tsx action": "by_link",

  "routes/admin/home.tsx loader": ADMIN,
  "routes/admin/searches.tsx loader": ADMIN,
  "routes/admin/messages.tsx loader": ADMIN,
  "routes/admin/messages.tsx action": ADMIN,
  "routes/admin/message.tsx loader": ADMIN,
  "routes/admin/failures.tsx loader": ADMIN,
  "routes/admin/failures.tsx action": ADMIN,
  "routes/admin/skipped-events.tsx loader": ADMIN,
  "routes/admin/templates.tsx loader": ADMIN,
  "routes/admin/template.tsx loader": ADMIN,
  "routes/admin/template-html.ts loader": ADMIN,
  "routes/admin/synonyms.tsx loader": ADMIN,
  "routes/admin/synonyms.tsx action": ADMIN,
  "routes/admin/synonym-group.tsx loader": ADMIN,
  "routes/admin/synonym-group.tsx action": ADMIN,

  "routes/dev/mailbox.tsx loader": "public",
  "routes/dev/mail.tsx loader": "public",
  "routes/dev/mail-html.ts loader": "public",

  "routes/machines/robots.ts loader": "public",
  "routes/machines/sitemap.ts loader": "public",
  "routes/machines/sitemap-part.ts loader": "public",
  "routes/machines/health.ts loader": "public",
  "routes/machines/readiness.ts loader": "public",
  "routes/machines/mail-webhooks.ts loader": "public",
  "routes/machines/mail-webhooks.ts action": "by_signature",
};
