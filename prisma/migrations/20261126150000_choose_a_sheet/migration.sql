-- A workbook has sheets: which of them an import reads is said by a person, and kept so that a worker reads the same one.
-- Undo by hand: ALTER TABLE table_imports DROP COLUMN sheet.
ALTER TABLE "table_imports" ADD COLUMN "sheet" TEXT;

ALTER TABLE table_imports
  ADD CONSTRAINT table_imports_sheet_of_a_workbook CHECK (sheet IS NULL OR (format = 'xlsx' AND NOT is_blank(sheet)));

GRANT UPDATE (sheet) ON table_imports TO app_rw;
