-- Each verdict names the version of the method that was in force when it was published: readers judge it by the rules it was
-- made under, not by those of later. The scale is part of the method, so its number, which never changed, becomes the
-- method's. Writers do not choose: a trigger reads the list. Documents published before are not touched.
-- Undo by hand: DROP TRIGGER name_the_method ON verdict_versions; DROP FUNCTION name_the_method();
-- ALTER TABLE verdict_versions DROP CONSTRAINT verdict_versions_methodology_version_fkey; DROP TABLE methodology_versions;
-- ALTER TABLE verdict_versions RENAME COLUMN methodology_version TO scale_version; SELECT build_as_known().

-- CreateTable
CREATE TABLE "methodology_versions" (
    "version" INTEGER NOT NULL,
    "since" DATE NOT NULL,

    CONSTRAINT "methodology_versions_pkey" PRIMARY KEY ("version")
);
CREATE UNIQUE INDEX "methodology_versions_since_key" ON "methodology_versions"("since");
-- lib/domain/method.ts has the same list, lib/i18n/method-version.ts says what each changed; a later version is added by a migration.
INSERT INTO methodology_versions (version, since) VALUES (1, '2026-11-25');

ALTER TABLE "verdict_versions" RENAME COLUMN "scale_version" TO "methodology_version";
ALTER TABLE "verdict_versions" ADD CONSTRAINT "verdict_versions_methodology_version_fkey" FOREIGN KEY ("methodology_version") REFERENCES "methodology_versions"("version") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE FUNCTION name_the_method() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.methodology_version := (SELECT max(m.version) FROM methodology_versions m);
  RETURN NEW;
END $$;
CREATE TRIGGER name_the_method BEFORE INSERT ON verdict_versions FOR EACH ROW EXECUTE FUNCTION name_the_method();

GRANT SELECT ON methodology_versions TO app_rw, app_public;
ALTER TABLE methodology_versions ENABLE ROW LEVEL SECURITY;
CREATE POLICY desk ON methodology_versions FOR SELECT TO app_rw USING (true);
CREATE POLICY published ON methodology_versions FOR SELECT TO app_public USING (true);
