import type { Composer, HandlersOf } from "#app/domain/notifications/compose/composer.ts";
import { getReminderFacts } from "#app/domain/notifications/compose/reminder-facts.queries.server.ts";
import { getReferentFacts } from "#app/domain/notifications/compose/referent-facts.queries.server.ts";
import { listPerson } from "#app/domain/notifications/compose/recipients.queries.server.ts";
import { pupilEncouragedEmail } from "#app/emails/pupils/pupil-encouraged.tsx";
import { pupilEntrustedEmail } from "#app/emails/pupils/pupil-entrusted.tsx";
import { paths } from "#app/paths.ts";
import { about } from "../event-subjects.server.ts";
import { mail, skip } from "../message-draft.server.ts";

const aboutReferent = about(({ db, now }: Composer, { referentId }: { referentId: string }) =>
  getReferentFacts(db, { referentId, now }),
);

const aboutReminder = about(({ db }: Composer, { reminderId }: { reminderId: string }) =>
  getReminderFacts(db, reminderId),
);

export const pupilHandlers: HandlersOf<"pupil"> = {
  "pupil.entrusted": aboutReferent(async (facts, { db, url }) => {
    const { pupilId, pupilFirstName, teacherId, byName, pupilClass } = facts;
    if (!pupilClass) return skip("outdated");
    const { className } = pupilClass;
    const link = url(paths.school.pupil(pupilId));
    return mail(pupilEntrustedEmail, await listPerson(db, teacherId), {
      pupilFirstName,
      className,
      byName,
      link,
    });
  }),

  "pupil.encouraged": aboutReminder(async ({ pupilId, kind, words, byName }, { db, url }) =>
    mail(pupilEncouragedEmail, await listPerson(db, pupilId), {
      kind,
      words,
      byName,
      link: url(paths.pupil.home()),
    }),
  ),
};
