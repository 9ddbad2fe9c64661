ALTER TABLE "offer_search" ADD COLUMN "quality" smallint DEFAULT 750 NOT NULL;--> statement-breakpoint
ALTER TABLE "offer_search" ADD CONSTRAINT "offer_search_quality_check" CHECK ("offer_search"."quality" between 1 and 1000);
--> statement-breakpoint
-- Seats move often and no index holds them: with room in its page a row is rewritten without touching the indexes.
alter table offer_search set (fillfactor = 80);
--> statement-breakpoint
-- Indexes of offers held in memory listen to this channel: the offer that came, went or changed, told once the
-- transaction is committed. A truncated table is told as "all".
create function tell_offer_search() returns trigger language plpgsql as $$
begin
  if tg_op = 'TRUNCATE' then
    perform pg_notify('offer_search', 'all');
  elsif tg_op = 'DELETE' then
    perform pg_notify('offer_search', old.offer_id::text);
  else
    perform pg_notify('offer_search', new.offer_id::text);
  end if;
  return null;
end $$;
--> statement-breakpoint
create trigger offer_search_came_or_went after insert or delete on offer_search
  for each row execute function tell_offer_search();
--> statement-breakpoint
create trigger offer_search_emptied after truncate on offer_search
  for each statement execute function tell_offer_search();
--> statement-breakpoint
-- The number of free seats is read with each page: only a week that fills up or frees itself changes what is found.
create trigger offer_search_changed after update on offer_search for each row
  when ((old.free_week_1 > 0, old.free_week_2 > 0, old.campaign_id, old.latitude, old.longitude, old.sector_code, old.challenges,
      old.accepts_both_weeks, old.accepts_single_week, old.reserved_to, old.reserved_schools, old.published_at, old.quality, old.words)
    is distinct from (new.free_week_1 > 0, new.free_week_2 > 0, new.campaign_id, new.latitude, new.longitude, new.sector_code,
      new.challenges, new.accepts_both_weeks, new.accepts_single_week, new.reserved_to, new.reserved_schools, new.published_at,
      new.quality, new.words))
  execute function tell_offer_search();
