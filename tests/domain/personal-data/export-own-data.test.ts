import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { openAccount } from "#app/domain/accounts/openings/open-account.server.ts";
import { exportOwnData } from "#app/domain/personal-data/export-own-data.server.ts";
import { OWN_DATA_KINDS, OWN_DATA_TABLES } from "#app/domain/personal-data/own-data.ts";
import { describeKind } from "#app/ui/personal-data/own-data-words.ts";
import { identities, passkeys } from "#db/schema/index.ts";
import { testDatabase } from "#tests/support/database.ts";
import { factories, fakeClock } from "#tests/support/factories.ts";

const database = testDatabase();

/** Tables that bear a person's identifier and are no part of the archive of their own, and why. */
const WITHIN_ANOTHER: Readonly<Record<string, string>> = {
  agreements: "read with the version that holds its content",
  application_weeks: "the weeks of an application, which the archive holds",
  help_readers: "who reads a request for help, which the archive of the pupil holds",
  one_time_links: "a secret that opens something, for a few days",
  provider_sessions: "a secret of the federation, until the session ends",
  pupil_numbers: "the hash of a number that we do not know",
  roster_keys: "by what a list of the school finds a pupil again, and nothing of theirs",
  skill_marks: "read on the pupil's own page, line by line",
};

describe("the archive of one's own data", () => {
  it("holds a part for every table that bears a person's identifier, or a reason why not", async () => {
    const bearing = await database.db.execute<{ name: string }>(sql`
      select distinct table_name as name from information_schema.columns
      where table_schema = 'public' and column_name in ('person_id', 'pupil_id') order by 1`);
    const held: readonly string[] = Object.values(OWN_DATA_TABLES);
    const names = bearing.map(({ name }) => name);
    expect(names.filter((name) => !held.includes(name) && !(name in WITHIN_ANOTHER))).toEqual([]);
    expect(Object.keys(WITHIN_ANOTHER).filter((name) => !names.includes(name))).toEqual([]);
  });

  it("says of each part what it is for, in a plain sentence, and until when it is kept", () => {
    for (const kind of OWN_DATA_KINDS)
      for (const isPupil of [true, false]) {
        const { title, told, until } = describeKind(kind, { isPupil });
        expect(`${title} ${told(1)} ${told(3)}`, kind).not.toMatch(/_|'|Pourquoi/);
        expect(until, kind).toMatch(/^Effacement/);
      }
  });

  it("holds the ways in without what opens them, and who has read the account", async () => {
    const { db } = database;
    const clock = fakeClock();
    const make = factories(db, clock);
    const { teacher, pupil } = await make.world();
    const admin = await make.person();
    await make.affiliate(admin.id, "admin");
    await db.insert(identities).values([
      { personId: teacher.id, issuer: "academie", subject: "hash-of-teacher", validFrom: clock.now() },
      {
        personId: pupil.id,
        issuer: "password",
        subject: "lea-4k7p",
        passwordHash: "argon2",
        validFrom: clock.now(),
      },
    ]);
    await db.insert(passkeys).values({
      personId: teacher.id,
      credentialId: "credential-of-teacher",
      publicKey: new Uint8Array([1]),
      counter: 0,
      label: "Mon téléphone",
      backedUp: true,
      createdAt: clock.now(),
    });
    const asAdmin = await make.as(admin.id);
    await openAccount(asAdmin, {
      personId: teacher.id,
      reason: "asked_by_owner",
      explanation: "Appel du lycée ce matin",
    });
    const known = await exportOwnData(await make.as(teacher.id));
    expect(known.federations).toMatchObject([{ provider: "academie" }]);
    expect(known.passkeys).toMatchObject([{ name: "Mon téléphone", lastSeenAt: null }]);
    expect(known.openings).toMatchObject([{ reason: "asked_by_owner", text: "Appel du lycée ce matin" }]);
    expect(known.audit.map(({ act }) => act)).toContain("account.opened");
    expect(JSON.stringify(known)).not.toMatch(/hash-of|credential-of|argon2/);
    const own = await exportOwnData(await make.as(pupil.id));
    expect(own.identity).toMatchObject([{ signInName: "lea-4k7p" }]);
    expect(own.openings).toEqual([]);
  });
});
