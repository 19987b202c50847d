-- The claims that wait to be compared are taken in the order they came, some hundreds at a time. Without an index a step of a
-- rebuild sorts all that wait: a million rows for five hundred.
-- Undo by hand: drop index claims_to_pair_since_claim_id_idx.

CREATE INDEX "claims_to_pair_since_claim_id_idx" ON "claims_to_pair"("since", "claim_id");
