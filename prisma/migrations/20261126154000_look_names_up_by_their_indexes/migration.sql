-- A few hundred names look to PostgreSQL like a table to read from one end to the other, but each row it reads so is folded and
-- its skeleton worked out: eight milliseconds of a question's ten. The indexes hold both ready. And names less alike than 0.45
-- were fetched, folded and measured only to be left out, since the operator of the index asks for 0.3 unless told otherwise.
-- What a question finds is what it found.
-- Undo by hand: ALTER FUNCTION entities_called(text[]) RESET pg_trgm.similarity_threshold, and of each enable_… below.

ALTER FUNCTION entities_called(text[]) SET pg_trgm.similarity_threshold = 0.45;
ALTER FUNCTION entities_called(text[]) SET enable_seqscan = off;
ALTER FUNCTION entities_called(text[]) SET enable_hashjoin = off;
ALTER FUNCTION entities_called(text[]) SET enable_mergejoin = off;
