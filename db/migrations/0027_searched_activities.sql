-- What an offer lets a pupil do is searched too: the rows written before learn it.
update offer_search s
set words = s.words || setweight(to_tsvector('french_plain', o.activities), 'C')
from offers o
where o.id = s.offer_id and o.activities is not null;
