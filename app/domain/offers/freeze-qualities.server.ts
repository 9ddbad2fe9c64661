import { sql } from "drizzle-orm";
import { FEWEST_DECIDED } from "../hosts/host-habits.ts";
import { habitsQuery } from "../hosts/host-habits.queries.server.ts";
import type { UseCaseContext } from "../use-case.ts";

const CHUNK = 1000;

/**
 * Gives each open offer the quality by which "pertinence" sorts, once a day: pages do not shift under a reader. In
 * thousandths, the product of
 * - freshness: 1 on the day of publication, down to 0.5 after thirty days;
 * - replies of the host: 0.5 + half the share of its decided applications that got a word, four imagined ones included
 *   of which two got it (a newcomer has 0.75);
 * - 1 / rank among the host's open offers of the département, the latest first: one host never fills a page.
 * With it, the days in which the host usually answers, once enough of its answers are known.
 */
export async function freezeQualities({ db, clock }: UseCaseContext): Promise<void> {
  const changed = await db.execute<{ id: string; quality: number; days: number | null }>(sql`
    with replies as (
      select o.organisation_id, count(*) as decided, count(*) filter (where a.status <> 'expired') as answered
      from applications a join offers o on o.id = a.offer_id
      where a.status in ('accepted', 'confirmed', 'declined', 'transferred', 'cancelled', 'lapsed', 'expired')
      group by o.organisation_id
    ), habits as (${habitsQuery(sql`select distinct o.organisation_id as id from offer_search s join offers o on o.id = s.offer_id`)}
    ), ranked as (
      select s.offer_id, s.quality, s.reply_days, s.published_at, o.organisation_id, row_number() over (
        partition by s.campaign_id, o.organisation_id, left(t.insee_code, case when t.insee_code like '97%' then 3 else 2 end)
        order by s.published_at desc, s.offer_id desc) as rank
      from offer_search s join offers o on o.id = s.offer_id join host_sites t on t.id = o.site_id
    ), scored as (
      select r.offer_id as id, r.quality as former, r.reply_days as former_days,
        case when h.answered >= ${FEWEST_DECIDED} then ceil(h.median_days)::int end as days, greatest(1, round(1000
        * (1 - 0.5 * least(30, greatest(0, extract(epoch from ${clock.now().toISOString()}::timestamptz - r.published_at) / 86400)) / 30)
        * (0.5 + 0.5 * (coalesce(p.answered, 0) + 2) / (coalesce(p.decided, 0) + 4))
        / r.rank))::int as quality
      from ranked r left join replies p on p.organisation_id = r.organisation_id left join habits h on h.id = r.organisation_id
    )
    select id, quality, days from scored where (quality, days) is distinct from (former, former_days) order by id`);
  for (let start = 0; start < changed.length; start += CHUNK) {
    const part = JSON.stringify(changed.slice(start, start + CHUNK));
    // Rows are locked in the order of their ids, as those who project them do.
    await db.execute(sql`
      with given as (select * from jsonb_to_recordset(${part}::jsonb) as g (id uuid, quality smallint, days smallint)),
        locked as (select s.offer_id from offer_search s join given on given.id = s.offer_id order by s.offer_id for update of s)
      update offer_search s set quality = given.quality, reply_days = given.days from given join locked on locked.offer_id = given.id
      where s.offer_id = given.id`);
  }
}
