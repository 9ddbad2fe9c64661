import { isStaffRole } from "#app/domain/accounts/actor.ts";
import type { Composer, HandlersOf } from "#app/domain/notifications/compose/composer.ts";
import { findJoinRequest } from "#app/domain/schools/team/join-requests.store.server.ts";
import { schoolJoinRefusedEmail } from "#app/emails/schools/school-join-refused.tsx";
import { schoolJoinRequestedEmail } from "#app/emails/schools/school-join-requested.tsx";
import { paths } from "#app/paths.ts";
import { about, listOffice } from "../event-subjects.server.ts";
import { mail, skip } from "../message-draft.server.ts";
import { byAddress } from "../recipients.queries.server.ts";

const aboutRequest = about(({ db }: Composer, { requestId }: { requestId: string }) =>
  findJoinRequest(db, requestId),
);

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

  "school.join_refused": aboutRequest(({ schoolName, email }, { url }) =>
    mail(schoolJoinRefusedEmail, [byAddress(email)], { schoolName, link: url(paths.school.join()) }),
  ),
};
