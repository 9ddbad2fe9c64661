import type { SearchCriteria } from "#app/domain/discovery/saved-search.ts";
import type { Database } from "#db/client.ts";
import type { SeededHost } from "./hosts.ts";
import type { SeededSchools } from "./schools.ts";
import { Storyteller } from "./stories.ts";

const RENNES = "35238";
const SAINT_DENIS = "93066";
const RENNES_SCHOOL = "0359901A";

const AROUND_SAINT_DENIS: SearchCriteria = {
  place: "Saint-Denis (93)",
  center: { latitude: 48.9356, longitude: 2.3539 },
  radiusKm: 10,
  sectors: [],
  family: null,
  challenges: [],
  periods: ["semaine-2"],
  words: null,
};

/** Applications and agreements in every state: Léa's, and those of Inès's class. Inès and Karim start with nothing. */
export async function tellStories(
  db: Database,
  now: Date,
  schools: SeededSchools,
  hosts: SeededHost[],
): Promise<void> {
  const story = new Storyteller(db, now);
  const tour = hosts[0]?.organisationId ?? "";
  await tellLea(
    story,
    at(schools.personas, "lea.rousseau@example.org"),
    at(schools.teachers, "0939903C"),
    await story.offersIn(SAINT_DENIS, tour),
  );
  await tellClass(
    story,
    (schools.pupils[RENNES_SCHOOL] ?? []).slice(14),
    at(schools.teachers, RENNES_SCHOOL),
    await story.offersIn(RENNES, tour),
  );
}

/** Week 1 found and its agreement ready to sign; week 2 under way, with a place to confirm. */
async function tellLea(story: Storyteller, lea: string, teacher: string, offers: string[]): Promise<void> {
  const [refused, taken, silent, found, toConfirm, read, waiting, ...unasked] = offers;
  if (!refused || !taken || !silent || !found || !toConfirm || !read || !waiting)
    throw new Error("Too few offers in Saint-Denis");
  await story.decline(await story.submit(lea, refused, 24), refused, 20);
  await story.withdraw(await story.submit(lea, taken, 23, 1), lea, 19);
  await story.end(await story.submit(lea, silent, 22), "expired", 12);
  const agreement = await story.place(lea, found, 1);
  await story.validate(agreement, teacher, 9);
  await story.moveAgreement(agreement, "teacher_validated", "signing", 8);
  const second = await story.submit(lea, toConfirm, 6, 2);
  await story.accept(second, toConfirm, 2);
  await story.see(await story.submit(lea, read, 5, 2), read, 3);
  await story.submit(lea, waiting, 1, 2);
  for (const offer of [refused, silent]) await story.keep(lea, offer);
  await story.saveSearch(lea, AROUND_SAINT_DENIS, unasked.slice(0, 2));
}

async function tellClass(
  story: Storyteller,
  pupils: string[],
  teacher: string,
  offers: string[],
): Promise<void> {
  const next = { pupil: 0, offer: 0 };
  const pupil = () => at(pupils, next.pupil++);
  // One seat an offer is enough: each story has an offer of its own.
  const offer = () => at(offers, next.offer++ % offers.length);

  await story.place(pupil(), offer());
  await story.place(pupil(), offer(), 2);
  await story.askForChanges(await story.place(pupil(), offer()), teacher, 10);
  await story.validate(await story.place(pupil(), offer()), teacher, 9);
  for (const [state, daysAgo] of [
    ["signing", 7],
    ["signed", 5],
  ] as const) {
    const agreement = await story.place(pupil(), offer());
    await story.validate(agreement, teacher, 9);
    await story.moveAgreement(agreement, "teacher_validated", state, daysAgo);
  }
  const broken = { pupil: pupil(), offer: offer() };
  const lost = await story.submit(broken.pupil, broken.offer, 21);
  await story.accept(lost, broken.offer, 18);
  await story.validate(await story.confirm(lost, broken.pupil, 16), teacher, 9);
  await story.cancel(lost, broken.offer, 4);
  const unknown = pupil();
  await story.forgetBirthDate(unknown);
  await story.place(unknown, offer());

  const [late, givenUp, passedOn, hesitant] = [pupil(), pupil(), pupil(), pupil()];
  const offers4 = [offer(), offer(), offer(), offer()] as const;
  const lapsed = await story.submit(late, offers4[0], 14);
  await story.accept(lapsed, offers4[0], 11);
  await story.end(lapsed, "lapsed", 6);
  // Its host has its number back since.
  await story.end(await story.submit(late, offers4[1], 9), "closed", 8);
  const cancelled = await story.submit(givenUp, offers4[1], 13);
  await story.accept(cancelled, offers4[1], 9);
  await story.cancel(cancelled, offers4[1], 7);
  await story.transfer(await story.submit(passedOn, offers4[2], 12), offers4[2], 8);
  await story.draft(hesitant, offers4[3]);
  await story.askForHelp(hesitant);
  await story.writeAbout(hesitant, teacher, 3);

  const decided = pupil();
  await story.submit(decided, offer(), 20);
  await story.place(decided, offer());
}

function at<Item>(items: Record<string, Item> | readonly Item[], key: string | number): Item {
  const item = (items as Record<string | number, Item>)[key];
  if (item === undefined) throw new Error(`The demonstration lacks ${key}`);
  return item;
}
