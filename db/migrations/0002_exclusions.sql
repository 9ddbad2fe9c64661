-- The weeks of a campaign never overlap.
alter table internship_weeks
  add constraint internship_weeks_apart_excl
  exclude using gist (campaign_id with =, daterange(starts_on, ends_on, '[]') with &&);
