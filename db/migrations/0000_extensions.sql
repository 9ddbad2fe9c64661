create extension if not exists citext;
--> statement-breakpoint
create extension if not exists unaccent;
--> statement-breakpoint
create extension if not exists pg_trgm;
--> statement-breakpoint
create extension if not exists btree_gist;
--> statement-breakpoint
-- French full text that ignores accents: "véterinaire" and "vétérinaire" share their stem.
create text search configuration french_plain (copy = pg_catalog.french);
--> statement-breakpoint
alter text search configuration french_plain
  alter mapping for hword, hword_part, word with unaccent, french_stem;
--> statement-breakpoint
-- Great-circle distance in kilometres (haversine, mean radius 6371.0088 km); a plain SQL body is inlined by the planner.
create function great_circle_km(lat_a double precision, lon_a double precision, lat_b double precision, lon_b double precision)
returns double precision
language sql immutable parallel safe
return 2 * 6371.0088 * asin(least(1, sqrt(
  power(sin(radians(lat_b - lat_a) / 2), 2)
  + cos(radians(lat_a)) * cos(radians(lat_b)) * power(sin(radians(lon_b - lon_a) / 2), 2))));
