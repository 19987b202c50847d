-- Reading a question cost more than answering it: PostgreSQL planned the long statements of search_plan and entities_called anew
-- at every question, since it hoped for a better plan from the question itself. Nothing in them depends on how many rows a
-- question finds, so they are planned once per connection.
-- Undo by hand: ALTER FUNCTION search_plan(jsonb) RESET ALL; ALTER FUNCTION entities_called(text[]) RESET plan_cache_mode.

ALTER FUNCTION search_plan(jsonb) SET plan_cache_mode = force_generic_plan;
-- An empty tsquery is meant; PostgreSQL would send a notice of some kilobytes for each.
ALTER FUNCTION search_plan(jsonb) SET client_min_messages = warning;
ALTER FUNCTION entities_called(text[]) SET plan_cache_mode = force_generic_plan;
