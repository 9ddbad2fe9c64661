import { isStaffRole } from "#app/domain/accounts/actor.ts";
import type { Composer, HandlersOf } from "#app/domain/notifications/compose/composer.ts";
import { findJoinRequest } from "#app/domain/schools/team/join-requests.store.server.ts";
import { getHeadFigures } from "#app/domain/notifications/compose/head-digest-facts.queries.server.ts";
import { schoolHeadDigestEmail } from "#app/emails/schools/school-head-digest.tsx";
import { schoolJoinRefusedEmail } from "#app/emails/schools/school-join-refused.tsx";
import { schoolJoinRequestedEmail } from "#app/emails/schools/school-join-requested.tsx";
import { localDate } from "#app/kernel/local-time.ts";
import { paths } from "#app/paths.ts";
import { about, listOffice } from "../event-subjects.server.ts";
import { mail, skip, type MessageDraft } from "../message-draft.server.ts";
import { byAddress, listSchoolStaff } from "../recipients.queries.server.ts";

const aboutRequest = about(({ db }: Composer, { requestId }: { requestId: string }) =>
  findJoinRequest(db, requestId),
);

/** The heads who were there in the morning may have left since. */
const aboutHeads = about(async ({ db, today }: Composer, { schoolUai }: { schoolUai: string }) => {
  const heads = await listSchoolStaff(db, schoolUai, ["schoolHead"], today);
  return heads.length > 0 ? heads : null;
});

export const schoolHandlers: HandlersOf<"school"> = {
  "school.join_requested": aboutRequest(
    async ({ schoolUai, schoolName, email, role, answeredAt }, { db, today, url }) => {
      if (answeredAt || !isStaffRole(role)) return skip("outdated");
      const link = url(paths.school.team());
      return mail(schoolJoinRequestedEmail, await listOffice({ db, today }, schoolUai), {
        email,
        role,
        schoolName,
        link,
      });
    },
  ),

  "school.head_digest": aboutHeads(async (heads, { db, now, url }, { schoolUai, onDay }) => {
    const link = url(paths.school.home());
    const drafts: MessageDraft[] = [];
    for (const head of heads) {
      const { personId, timeZone } = head;
      if (personId === null || localDate(now, timeZone) > onDay) continue;
      const figures = await getHeadFigures(db, { schoolUai, personId }, now);
      if (figures) drafts.push(...mail(schoolHeadDigestEmail, [head], { ...figures, link }));
    }
    return drafts.length > 0 ? drafts : skip("outdated");
  }),

  "school.join_refused": aboutRequest(({ schoolName, email }, { url }) =>
    mail(schoolJoinRefusedEmail, [byAddress(email)], { schoolName, link: url(paths.school.join()) }),
  ),
};
